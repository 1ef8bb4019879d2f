"""Versions: corrections, updates, replaced copy and withdrawals are told apart, by the words that say so."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers.sources import sources
from onrecord.answers.trace import trace
from onrecord.lexicon.versions import Version
from onrecord.provenance.independence import origins
from onrecord.provenance.linking import link
from onrecord.provenance.versions import notices, version_of
from onrecord.records import Article, CreditKind, Derivation, DerivationKind, Evidence, Findings
from tests.provenance.newsroom import BACKGROUND, DREDGING, OTHER_BACKGROUND, Said, graph, stories, story

HERS = Said("Marta Oslington", DREDGING)
CORRECTION, UPDATE = Version.CORRECTION, Version.UPDATE
REPLACED, WITHDRAWN = Version.REPLACED, Version.WITHDRAWN

NOTES = [
    ("Correction: The channel is seven metres deep.", CORRECTION),
    ("CORRECTION: The channel is seven metres deep.", CORRECTION),
    ("CORRECTED-UPDATE 2-Sand closes the northern channel", CORRECTION),
    ("Correction (May 15): The channel is seven metres deep.", CORRECTION),
    ("Correction, May 15, 2024: The channel is seven metres deep.", CORRECTION),
    ("Clarification: The survey was paid for by the region.", CORRECTION),
    ("(Corrects spelling of harbour's name in second paragraph)", CORRECTION),
    ("(This version corrects the day of the survey)", CORRECTION),
    ("Corrects spelling of harbour's name.", CORRECTION),
    ("This article has been corrected to give the right depth.", CORRECTION),
    ("This story was amended on 15 May.", CORRECTION),
    ("Editor's note: This version corrects the depth.", CORRECTION),
    ("The headline of this article has been amended.", CORRECTION),
    ("An earlier version of this article misstated the depth.", CORRECTION),
    ("Eds: Corrects the name of the pilot.", CORRECTION),
    ("(Refiles to correct dateline)", CORRECTION),
    ("UPDATE 2-Sand closes the northern channel", UPDATE),
    ("Update: The channel is open again.", UPDATE),
    ("(Adds quotes, details)", UPDATE),
    ("(Updates with remarks by pilots)", UPDATE),
    ("(Recasts, adds background)", UPDATE),
    ("Updated at 14:30 GMT", UPDATE),
    ("Last updated: 15 May 2024", UPDATE),
    ("This article has been updated with remarks by pilots.", UPDATE),
    ("WRITETHRU", REPLACED),
    ("BC-Bay--Channel, 2nd Ld-Writethru", REPLACED),
    ("(2nd LD) Sand closes the northern channel", REPLACED),
    ("Eds: Updates with remarks by pilots.", REPLACED),
    ("(Refiles with the full text)", REPLACED),
    ("Replaces earlier story with remarks by pilots.", REPLACED),
    ("SUPERSEDES: all earlier reports on the channel", REPLACED),
    ("This story replaces the one of this morning.", REPLACED),
    ("KILL: Bay channel", WITHDRAWN),
    ("STORY REMOVED: Bay channel", WITHDRAWN),
    ("This story has been withdrawn.", WITHDRAWN),
    ("The story headlined Sand in the harbour mouth is withdrawn.", WITHDRAWN),
]

NO_NOTES = [
    "Correction officers said that the harbour was quiet.",
    "Correction officers at the port said: no comment.",
    "The Tidewater Post added a correction to its report on the channel.",
    "The Tidewater Post wrote that an earlier version of its story had been wrong.",
    "“This article has been corrected,” the Tidewater Post wrote below its report.",
    "Updated figures will be shown to the council.",
    "An earlier version of this plan had been turned down.",
    "This law has been amended twice.",
    "She took the 2nd lead in the play.",
    "The kill-switch law was withdrawn.",
    "Kill: the film of that name opens in May.",
    "A correction of the fairway will take until May.",
    "The ministry corrected the figures (and added others).",
]


def derivation(a: Findings, b: Findings) -> Derivation:
    (found,) = link(a, b).derivations
    assert link(b, a) == link(a, b)
    return found


def shown(evidence: tuple[Evidence, ...], *found: Findings) -> list[str]:
    texts = {f.article.id: f.article.text for f in found}
    return [e.span.of(texts[e.article]) for e in evidence if e.span and e.article in texts]


AT_HEAD = ("WRITETHRU", "BC-Bay--Channel, 2nd Ld-Writethru", "(2nd LD) Sand closes the northern channel")
"""Agencies mark a running story at its head."""


@pytest.mark.parametrize(
    ("note", "kind", "text"),
    [(note, kind, f"{note}\n\n{BACKGROUND}") for note, kind in NOTES]
    + [(note, kind, f"{BACKGROUND}\n\n{note}") for note, kind in NOTES if note not in AT_HEAD],
)
def test_a_later_version_says_what_it_is_and_those_words_are_the_evidence(note: str, kind: Version, text: str) -> None:
    first = story(background=BACKGROUND, published="2024-05-14")
    second = story(background=text, published="2024-05-15")
    found = derivation(first, second)
    assert (found.kind, found.source) == (DerivationKind.REVISION, second.article.id)
    assert found.rule == f"{kind.value}, near_copy_same_outlet, says so"
    assert version_of(found.rule) is kind
    first_words = shown(found.evidence, second)[0]
    assert first_words in note


@pytest.mark.parametrize("words", NO_NOTES)
def test_what_is_no_notice(words: str) -> None:
    assert notices(f"{words}\n\n{BACKGROUND}", None) == ()
    assert notices(f"{BACKGROUND} {words}", None) == ()


def test_a_report_on_another_newsrooms_correction_corrects_nothing() -> None:
    first = story(background=BACKGROUND, published="2024-05-14")
    told = f"{BACKGROUND} The Tidewater Post printed a correction: “This article has been amended,” it said there."
    found = derivation(first, story(background=told, published="2024-05-15"))
    assert version_of(found.rule) in (None, UPDATE)


def test_a_sentence_that_was_added_makes_an_update_and_is_the_evidence() -> None:
    added = "Anglers on the pier have seen the sand move since the spring, and call it the white snake."
    first = story(background=BACKGROUND, published="2024-05-14")
    second = story(background=f"{BACKGROUND} {added}", published="2024-05-15")
    found = derivation(first, second)
    assert found.rule == "update, near_copy_same_outlet, published later"
    assert shown(found.evidence, first, second)[0] == added


def test_a_version_that_only_loses_text_is_just_another_one() -> None:
    first = story(background=f"{BACKGROUND} {OTHER_BACKGROUND}", published="2024-05-14")
    second = story(background=BACKGROUND, published="2024-05-15")
    assert derivation(first, second).rule == "near_copy_same_outlet, published later"


def test_what_both_versions_say_is_no_news_in_the_later() -> None:
    note = "This article has been corrected to give the right depth."
    first = story(background=f"{BACKGROUND}\n\n{note}", published="2024-05-14")
    second = story(background=f"(Adds quotes)\n\n{BACKGROUND}\n\n{note}", published="2024-05-15")
    assert version_of(derivation(first, second).rule) is UPDATE
    again = story(background=f"{BACKGROUND}\n\n{note}", published="2024-05-15")
    assert version_of(derivation(first, again).rule) is None


@pytest.mark.parametrize("day", [None, "2024-05-14", "2024-05-16"])
def test_a_notice_tells_which_of_two_versions_is_the_later_and_beats_the_dates(day: str | None) -> None:
    plain = story(background=BACKGROUND, published=day)
    for note, kind in (("Correction: It is seven metres deep.", CORRECTION), ("UPDATE 1-Sand in the bay", UPDATE)):
        marked = story(background=f"{note}\n\n{BACKGROUND}")
        found = derivation(plain, marked)
        assert (found.source, found.rule) == (marked.article.id, f"{kind.value}, near_copy_same_outlet, says so")
    first, second = (
        story(background=f"UPDATE {n}-Sand in the bay\n\n{BACKGROUND}", published=when)
        for n, when in ((2, day), (10, "2024-05-14"))
    )
    assert derivation(first, second).source == second.article.id


def test_where_the_order_is_unknown_nothing_is_said_of_the_version() -> None:
    one, two = (story(background=f"{note}\n\n{BACKGROUND}") for note in ("(Adds quotes)", "(Adds details)"))
    assert derivation(one, two).rule == "near_copy_same_outlet, order unknown"


def test_a_headline_that_is_metadata_tells_too() -> None:
    first, second = (
        Findings(Article.of(BACKGROUND, title=f"{mark}Sand in the bay", outlet="A", published=day))
        for mark, day in (("", "2024-05-14"), ("CORRECTED-", "2024-05-15"))
    )
    found = derivation(first, second)
    assert version_of(found.rule) is CORRECTION
    assert found.evidence[0] == Evidence(second.article.id, None, "title")


def test_a_page_whose_agency_copy_gave_way_to_another_text_is_replaced_and_keeps_its_own_origin() -> None:
    url = "https://a.example/1"
    first = story(HERS, background=BACKGROUND, url=url, credits=[(CreditKind.WIRE, "TASS")])
    for credits in ((), ((CreditKind.WIRE, "Reuters"),)):
        second = story(HERS, background=OTHER_BACKGROUND, url=url, published="2024-05-15", credits=credits)
        found = derivation(first, second)
        assert found.rule == "replaced, other_source, same_url, published later"
        assert shown(found.evidence, first, second) == ["TASS", *(name for _, name in credits)]
        everything = graph(first, second)
        counted = origins(everything, [s.id for f in (first, second) for s in f.statements])
        assert (counted.low, counted.high) == (1, 2)
        assert counted.doubts == ("takes the place of a report by Quayside Radio",)
    same = story(HERS, background=OTHER_BACKGROUND, url=url, published="2024-05-15", credits=first_credits(first))
    assert derivation(first, same).rule == "same_url, published later"


def first_credits(found: Findings) -> list[tuple[CreditKind, str]]:
    return [(c.kind, c.name) for c in found.article.credits]


def test_a_notice_joins_versions_that_share_less_than_a_copy() -> None:
    opening = BACKGROUND.split(". ")[0]
    first = story(background=BACKGROUND + " Anglers on the pier have seen the sand move.", published="2024-05-14")
    second = story(background=f"UPDATE 3-Sand\n\n{opening}. {OTHER_BACKGROUND}", published="2024-05-15")
    assert derivation(first, second).rule == "update, shared_passages, says so"
    plain = story(background=f"{opening}. {OTHER_BACKGROUND}", published="2024-05-15")
    assert derivation(first, plain).rule == "shared_passages, published later"


def test_a_notice_withdraws_the_report_whose_headline_it_names() -> None:
    first = story(background=BACKGROUND, title="Sand closes the harbour of Ostrava Bay", published="2024-05-14")
    kill = "KILL: Please do not print our story headlined Sand closes the harbour of Ostrava Bay."
    second = story(background=f"{kill} No text will take its place today, we are sorry.", published="2024-05-15")
    found = derivation(first, second)
    assert found.rule == "withdrawn, names_it, says so"
    assert shown(found.evidence, second) == [kill]
    elsewhere = story(background=kill, outlet="B", published="2024-05-15")
    assert not link(first, elsewhere).derivations


def test_another_newsrooms_corrected_copy_is_a_copy() -> None:
    first = story(background=BACKGROUND, outlet="A")
    second = story(background=f"(Corrects the depth)\n\n{BACKGROUND}", outlet="B", published="2024-05-15")
    assert derivation(first, second).rule == "near_copy, published later"


def test_trace_and_sources_say_it_in_words() -> None:
    first = story(HERS, background=BACKGROUND, outlet="TASS", published="2024-05-14")
    note = "(Corrects the depth of the channel)"
    second = story(HERS, background=f"{note}\n\n{BACKGROUND}", outlet="TASS", published="2024-05-15")
    copy = story(HERS, background=BACKGROUND, outlet="A", published="2024-05-14", credits=[(CreditKind.WIRE, "TASS")])
    everything = graph(first, second, copy)
    (group,) = sources(everything, first.statements[0].id).origins
    assert "a corrected version of a report by TASS" in group.reason
    for told in (first, copy):
        (later,) = trace(everything, told.statements[0].id).versions
        assert (later.source, later.target) == (second.article.id, first.article.id)
        assert later.evidence[0].text == note
    assert trace(everything, second.statements[0].id).versions == ()


@settings(max_examples=60, deadline=None)
@given(stories(), stories(), st.sampled_from(NOTES))
def test_edges_between_versions_are_symmetric_and_their_evidence_stands(
    a: Findings, b: Findings, note: tuple[str, Version]
) -> None:
    marked = story(background=f"{note[0]}\n\n{a.article.text}", outlet=a.article.outlet, url=a.article.url)
    for one, two in ((a, b), (a, marked), (marked, b)):
        found = link(one, two)
        assert found == link(two, one)
        for edge in found.derivations:
            assert all(text.strip() for text in shown(edge.evidence, one, two))


HURT = [
    "Correction, ",
    "(Corrects ",
    "Eds ",
    "The story headlined ",
    "This article ",
    "2nd ",
    "UPDATE 2 ",
    "Updated at ",
    "[* ",
]


@pytest.mark.parametrize("words", HURT)
@pytest.mark.parametrize("end", ["", "\n"])
def test_long_texts_made_to_hurt_take_linear_time(words: str, end: str) -> None:
    text = (words + end) * (400_000 // len(words + end))
    begun = perf_counter()
    notices(text, None)
    assert perf_counter() - begun < 6
