"""Origins: copies, shared wires and relays fold together; own reports stand alone; doubt shows as a range."""

from dataclasses import replace

import pytest

from onrecord.provenance.independence import Origins, origins
from onrecord.records import Agent, AgentType, Article, CreditKind, Findings, Hand, Span, ViaKind
from tests.provenance.newsroom import BACKGROUND, DREDGING, OTHER_BACKGROUND, Said, graph, story

HERS = Said("Marta Oslington", DREDGING)
LAST = Said("Oslington", DREDGING)
TASS = ((CreditKind.WIRE, "TASS"),)


def counted(*found: Findings) -> Origins:
    everything = graph(*found)
    (utterance,) = everything.utterances
    return origins(everything, utterance.statements)


def reasons(found: Origins) -> set[str]:
    return {g.reason for g in found.groups}


def test_two_own_reports_are_two_origins() -> None:
    found = counted(story(HERS, outlet="A"), story(LAST, outlet="B", background=OTHER_BACKGROUND))
    assert (found.low, found.high) == (2, 2)
    assert reasons(found) == {"own report"}


def test_articles_that_credit_one_wire_are_one_origin() -> None:
    found = counted(
        story(HERS, outlet="A", credits=TASS),
        story(LAST, outlet="B", credits=TASS, background=OTHER_BACKGROUND),
        story(HERS, outlet="TASS", background=BACKGROUND),
    )
    assert (found.low, found.high) == (1, 1)
    assert reasons(found) == {"same wire: TASS"}
    assert len(found.groups[0].evidence) == 2


def test_a_near_copy_folds_and_says_its_share() -> None:
    found = counted(
        story(HERS, outlet="A", background=BACKGROUND),
        story(HERS, outlet="B", background=BACKGROUND, title="Sand in the harbour mouth", published="2024-05-16"),
    )
    assert found.high == 1
    assert reasons(found) == {"near-copy of A (100 % of its words)"}


def test_the_same_text_folds() -> None:
    found = counted(story(HERS, outlet="A"), story(HERS, outlet="B", published="2024-05-16"))
    assert found.high == 1
    assert reasons(found) <= {"same text as A", "same text as B"}


def test_a_copy_of_wire_copy_shares_the_wire() -> None:
    found = counted(
        story(HERS, outlet="A", background=BACKGROUND, credits=TASS),
        story(HERS, outlet="B", background=BACKGROUND, published="2024-05-16"),
        story(LAST, outlet="C", background=OTHER_BACKGROUND, credits=TASS),
    )
    assert found.high == 1


@pytest.mark.parametrize("teller", ["Lorry Weekly", "lorryweekly.com", "The Lorry Weekly"])
def test_a_relay_folds_into_the_outlet_that_it_names(teller: str) -> None:
    found = counted(
        story(HERS, outlet="Lorry Weekly"),
        story(Said("Oslington", DREDGING, via=(ViaKind.OUTLET, teller)), outlet="B", background=OTHER_BACKGROUND),
        story(HERS, outlet="C", background=BACKGROUND),
    )
    assert (found.low, found.high) == (2, 2)
    assert reasons(found) == {f"quotes it via {teller}", "own report"}


def test_two_relays_of_an_outlet_that_is_not_here_are_one_origin() -> None:
    relay = Said("Oslington", DREDGING, via=(ViaKind.OUTLET, "Lorry Weekly"))
    found = counted(story(relay, outlet="A"), story(relay, outlet="B", background=OTHER_BACKGROUND))
    assert found.high == 1


def test_one_newsroom_twice_is_one_origin_unless_it_carries_two_wires() -> None:
    twice = counted(story(HERS, outlet="A"), story(LAST, outlet="A", background=OTHER_BACKGROUND))
    assert twice.high == 1
    assert reasons(twice) == {"same outlet: A"}
    wires = counted(
        story(HERS, outlet="A", credits=TASS),
        story(LAST, outlet="A", background=OTHER_BACKGROUND, credits=[(CreditKind.WIRE, "Reuters")]),
    )
    assert wires.high == 2


def test_what_a_newsroom_itself_reports_has_it_for_its_one_origin() -> None:
    theirs = Said("Lorry Weekly", DREDGING, type=AgentType.NAMED_ORGANIZATION)
    found = counted(
        story(theirs, outlet="A"),
        story(theirs, outlet="B", background=OTHER_BACKGROUND),
        story(outlet="Lorry Weekly", background=BACKGROUND),
    )
    assert found.high == 1


def test_shared_passages_and_nameless_relays_are_doubts() -> None:
    first = BACKGROUND.split(". ")[0]
    found = counted(
        story(HERS, outlet="A", background=f"{first}. {OTHER_BACKGROUND}"),
        story(HERS, outlet="B", background=BACKGROUND + " Anglers on the pier have seen the sand move."),
    )
    assert (found.low, found.high) == (1, 2)
    assert len(found.doubts) == 1
    relayed = counted(
        story(HERS, outlet="A"),
        story(Said("Oslington", DREDGING, hand=Hand.RELAYED), outlet="B", background=OTHER_BACKGROUND),
    )
    assert (relayed.low, relayed.high) == (1, 2)


def test_an_unknown_outlet_is_a_newsroom_of_its_own() -> None:
    found = counted(story(HERS, outlet=None), story(LAST, outlet=None, background=OTHER_BACKGROUND))
    assert found.high == 2


def test_a_report_merged_from_two_wires_is_no_bridge_between_them() -> None:
    afp = ((CreditKind.WIRE, "AFP"),)
    found = counted(
        story(HERS, outlet="A", credits=TASS),
        story(HERS, outlet="B", credits=afp, background=OTHER_BACKGROUND),
        story(HERS, outlet="C", credits=(*TASS, *afp)),
    )
    assert (found.low, found.high) == (2, 2)
    assert sorted(len(group.articles) for group in found.groups) == [1, 2]


def test_who_confirms_what_was_said_elsewhere_is_an_origin() -> None:
    heard = Said("Marta Oslington", DREDGING, via=(ViaKind.OUTLET, "Lorry Weekly"))
    host, other = story(HERS, outlet="Lorry Weekly"), story(heard, outlet="B", background=OTHER_BACKGROUND)
    assert counted(host, other).high == 1
    (said,) = other.statements
    for word, count in (("A clerk confirmed that", 2), ("A clerk repeated that", 1)):
        text = f"{other.article.text}\n\n{word} she had said so."
        article = Article.of(text, outlet="B", published="2024-05-14")
        at = len(other.article.text) + 2
        cue = Span(at + len("A clerk "), at + len(word) - len(" that"))
        clerk = Agent("clerk", article.id, AgentType.UNNAMED_PERSON, (), mentions=(Span(at, at + 7),))
        outer = replace(
            said, id="o" * 32, article=article.id, cue=(cue,), agent="clerk", via=(), content=(Span(at, at + 9),)
        )
        inner = replace(said, article=article.id, parent=outer.id)
        told = Findings(article, (outer, inner), (*other.agents, clerk), made_by="test 1")
        everything = graph(host, told)
        assert origins(everything, [host.statements[0].id, inner.id]).high == count
