"""One act of saying is known again by its words, its agent and its time; close words of others are not."""

import pytest

from onrecord.provenance.linking import own_links
from onrecord.records import AgentType, Findings, SameUtterance, ViaKind, WordingRelation
from tests.provenance.newsroom import DREDGING, INDIRECT, MIXED, STORM, TARIFF, Said, graph, story


def edge(a: Findings, b: Findings) -> SameUtterance | None:
    """The edge between the statements of two articles, where it makes them one utterance."""
    found = [u for u in graph(a, b).utterances if len(u.statements) > 1]
    assert len(found) <= 1
    return found[0].links[0] if found else None


def pair(first: Said, second: Said, published: str = "2024-05-14", later: str = "2024-05-14") -> SameUtterance | None:
    return edge(story(first, outlet="A", published=published), story(second, outlet="B", published=later))


def test_the_same_quotation_under_a_name_and_a_family_name() -> None:
    found = pair(Said("Marta Oslington", DREDGING), Said("Oslington", DREDGING))
    assert found is not None
    assert (found.rule, found.relation) == ("same_quote", WordingRelation.IDENTICAL)


def test_the_same_words_of_another_person_are_another_utterance() -> None:
    assert pair(Said("Marta Oslington", DREDGING), Said("Ines Carrow", DREDGING)) is None


def test_a_cut_quotation_is_truncated_and_a_changed_word_alters_it() -> None:
    whole = Said("Marta Oslington", DREDGING)
    cut = pair(whole, Said("Oslington", "the northern channel will be dredged before the autumn"))
    changed = pair(whole, Said("Oslington", DREDGING.replace("autumn", "winter")))
    assert cut is not None
    assert cut.relation is WordingRelation.TRUNCATED
    assert changed is not None
    assert changed.relation is WordingRelation.ALTERED


def test_case_punctuation_and_compounds_do_not_make_another_wording() -> None:
    one = Said("Marta Oslington", "The harbour-master's good-will visit: it begins on Monday at the north pier")
    two = Said("Marta Oslington", "the harbour master’s goodwill visit — it begins on Monday, at the north pier")
    found = pair(one, two)
    assert found is not None
    assert found.relation is WordingRelation.IDENTICAL


def test_a_report_in_other_words_is_a_paraphrase() -> None:
    told = Said("Oslington", "the northern channel would be dredged before storms arrive in autumn", INDIRECT)
    found = pair(Said("Marta Oslington", DREDGING), told)
    assert found is not None
    assert (found.rule, found.relation) == ("same_content", WordingRelation.PARAPHRASE)


def test_a_quoted_fragment_inside_reported_speech() -> None:
    told = Said("Oslington", "nobody will “pay the new mooring tariff” for now", MIXED)
    found = pair(Said("Marta Oslington", TARIFF), told)
    assert found is not None
    assert found.relation is WordingRelation.TRUNCATED


def test_other_words_on_another_day_are_another_utterance() -> None:
    told = Said("Oslington", "the northern channel would be dredged before storms arrive in autumn", INDIRECT)
    assert pair(Said("Marta Oslington", DREDGING), told, later="2024-07-01") is None


@pytest.mark.parametrize("day", ["2024-05-20", "2023-05-14"])
def test_the_same_words_said_on_different_days_are_two_utterances(day: str) -> None:
    first = Said("Marta Oslington", DREDGING, day="2024-05-14")
    assert pair(first, Said("Marta Oslington", DREDGING, day=day)) is None


def test_a_report_stamped_on_the_evening_before_means_the_next_day_by_a_weekday() -> None:
    first = Said("Marta Oslington", DREDGING, day="2024-05-16")
    week_ago = Said("Marta Oslington", DREDGING, day="2024-05-09")
    assert pair(first, week_ago, later="2024-05-15") is not None
    assert pair(first, week_ago, later="2024-05-16") is None


def test_an_old_quotation_is_known_again_where_no_day_contradicts() -> None:
    assert pair(Said("Marta Oslington", DREDGING), Said("Oslington", DREDGING), later="2024-09-01") is not None


def test_an_unknown_source_needs_a_long_and_equal_quotation() -> None:
    assert pair(Said("Marta Oslington", STORM), Said(None, STORM)) is not None
    assert pair(Said("Marta Oslington", STORM), Said(None, "two of them sank")) is None


def test_what_anybody_says_at_any_time_links_nothing() -> None:
    joy = Said("Marta Oslington", "This is very good news")
    assert pair(joy, Said("Marta Oslington", "It is very good news")) is None


def test_a_document_and_a_person_need_more_than_a_phrase_in_common() -> None:
    complaint = Said(
        None, "a willing partner in the northern channel scheme", role="complaint", type=AgentType.DOCUMENT
    )
    assert pair(complaint, Said("Marta Oslington", "They found a willing partner in the northern channel")) is None


def test_headline_lead_and_body_of_one_article_report_one_utterance() -> None:
    found = story(
        Said("Oslington", "the northern channel will be dredged before autumn storms", INDIRECT),
        Said("Marta Oslington", DREDGING),
    )
    (repeat,) = own_links(found).utterances
    assert {repeat.first, repeat.second} == {s.id for s in found.statements}


def test_chains_of_weak_edges_do_not_make_one_heap() -> None:
    words = (
        "harbour channel dredging autumn storm trawler mooring tariff council vote bridge lorry pilot survey".split()
    )
    chain = [
        story(Said("Marta Oslington", " ".join(words[i : i + 5]), INDIRECT), outlet=f"Outlet {i}")
        for i in range(0, 10, 3)
    ]
    utterances = graph(*chain).utterances
    assert max(len(u.statements) for u in utterances) < len(chain)


def test_two_people_never_become_one_speaker_through_a_third_report() -> None:
    found = graph(
        story(Said("Marta Oslington", STORM), outlet="A"),
        story(Said(None, STORM), outlet="B"),
        story(Said("Ines Carrow", STORM), outlet="C"),
    )
    assert sorted(len(u.statements) for u in found.utterances) == [1, 2]


TRAWLERS = "twelve trawlers broke their moorings in the northern harbour during the storm"


@pytest.mark.parametrize(
    "other",
    [
        TRAWLERS.replace("twelve", "40"),
        TRAWLERS.replace("broke", "never broke"),
    ],
)
def test_numbers_that_differ_and_a_negation_keep_reports_apart(other: str) -> None:
    assert pair(Said("Marta Oslington", TRAWLERS, INDIRECT), Said("Oslington", TRAWLERS, INDIRECT)) is not None
    assert pair(Said("Marta Oslington", TRAWLERS, INDIRECT), Said("Oslington", other, INDIRECT)) is None


@pytest.mark.parametrize("words", ["No comment", "Thank you very much", "It is what it is", "I have nothing to add"])
def test_what_people_say_every_day_links_nothing(words: str) -> None:
    assert pair(Said("Marta Oslington", words), Said("Marta Oslington", words)) is None


def test_words_of_one_family_show_the_same_content() -> None:
    told = Said("Marta Oslington", "the harbour council had conspired against the pilots", INDIRECT)
    other = Said("Oslington", "a conspiracy of harbour councillors against pilots", INDIRECT)
    assert pair(told, other) is not None


def test_reports_in_a_tweet_and_in_a_document_need_more_in_common() -> None:
    told = "the northern channel would be dredged before next winter at the expense of the council"
    other = "dredging of the northern channel was a matter for the winter and for its lawyers"
    same = pair(
        Said("Marta Oslington", told, INDIRECT, via=(ViaKind.SOCIAL, "a tweet")),
        Said("Oslington", other, INDIRECT, via=(ViaKind.SOCIAL, "on Twitter")),
    )
    apart = pair(
        Said("Marta Oslington", told, INDIRECT, via=(ViaKind.SOCIAL, "a tweet")),
        Said("Oslington", other, INDIRECT, via=(ViaKind.DOCUMENT, "a letter")),
    )
    assert same is not None
    assert apart is None or apart.score < same.score
