"""Reports that no credit connects come from one where together they tell what it tells; two reporters' do not."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.people.disjoint_sets import DisjointSets
from onrecord.provenance.copies import RETOLD_RULE
from onrecord.provenance.descent import beyond_chance, joined_by_telling
from onrecord.provenance.independence import Origins, origins
from onrecord.provenance.tellings import MOST_REPORTS, Tellings
from onrecord.records import CreditKind, Findings
from tests.provenance.newsroom import Said, graph, story

QUOTE = "The screw was checked in March and was in good order, and we shall find out why it came off"
FIRST = (
    "A propeller came off beside the old lighthouse. Forty passengers sat for two hours in the unheated saloon. The "
    "cook handed out pea soup from a bucket. A tug from Lindholm towed the ferry to the quay. A parrot of the mate "
    "screamed all the way home. The engineer burned his left hand on a pipe. A wedding party missed its church by half "
    "a day. Two students played chess until the lamps failed."
)
AGAIN = (
    "By the old lighthouse the ferry lost its screw, and forty people shivered for two hours. Soup was ladled from a "
    "bucket by the cook. The parrot of the mate never stopped screaming. A bride wept, as her church waited half a day."
)
ONCE_MORE = (
    "Pea soup kept the travellers warm, and a bucket served as pot. A hot pipe hurt the hand of the engineer. Chess "
    "was played by two students while there was light. The bride had to put off her church for half a day, and the "
    "parrot of the mate shrieked."
)
OTHER = (
    "The company counts its third breakdown of this year. A diver found a fishing net around the bent shaft. Tickets "
    "are paid back until Friday at the counter. The harbour master demands a pilot on each boat in winter. Two buses "
    "drove to Osthaven instead. An insurance clerk photographed the hull."
)


THERE_TOO = (
    "Gulls followed the hull for an hour. The captain, who had been at sea since dawn, read the weather aloud twice.",
    "In Osthaven the market closed early. Fishermen mended their nets under the arches and drank coffee with rum.",
    "A choir that was to sing in Brenn sang on the pier. Its conductor fell into a coil of rope and laughed.",
    "Customs officers opened eleven crates. What they hoped for was whisky, and what they found was porcelain.",
)
"""What others saw who were there."""


def told(outlet: str, background: str, *, day: int = 14, credits: tuple[str, ...] = ()) -> Findings:
    wires = [(CreditKind.WIRE, name) for name in credits]
    said = Said("Marta Oslington", QUOTE)
    return story(said, outlet=outlet, background=background, published=f"2024-05-{day}", credits=wires)


def counted(*found: Findings) -> Origins:
    everything = graph(*found)
    (utterance,) = everything.utterances
    return origins(everything, utterance.statements)


LINE = (told("A", FIRST), told("B", AGAIN, day=15), told("C", ONCE_MORE, day=15))
WITNESSES = (told("D", OTHER), *(told(f"Post No. {n}", seen) for n, seen in enumerate(THERE_TOO)))


def test_rewritten_copies_are_known_by_what_they_tell_together() -> None:
    found = counted(*LINE, *WITNESSES)
    assert found.high == 1 + len(WITNESSES)
    line = next(g for g in found.groups if len(g.articles) == 3)
    assert "tells with other words what" in line.reason
    texts = {f.article.id: f.article.text for f in LINE}
    assert all(e.span and e.span.of(texts[e.article]).strip() for e in line.evidence)


@pytest.mark.parametrize("outlet", ["B2", "Another", "Post"])
def test_what_holds_a_group_together_is_told_beside_each_report(outlet: str) -> None:
    copy = told(outlet, AGAIN, day=16)
    found = counted(*LINE, copy, *WITNESSES)
    group = next(g for g in found.groups if copy.article.id in g.articles)
    reasons = [reason for _, reason in group.folded]
    assert {article for article, _ in group.folded} <= set(group.articles)
    assert "; ".join(dict.fromkeys(sorted(reasons))) == "; ".join(sorted(group.reason.split("; ")))
    assert sum(reason.startswith("same text as") for reason in reasons) == 1
    assert sum(reason.startswith("tells with other words") for reason in reasons) == 2


def test_no_two_of_them_alone_would_show_it() -> None:
    rules = {d.rule for d in graph(LINE[0], LINE[2]).links.derivations}
    assert not any(rule.startswith((RETOLD_RULE, "near_copy")) for rule in rules)


def test_of_a_few_reports_less_is_known_and_it_is_a_doubt() -> None:
    found = counted(*LINE[:2], told("D", OTHER))
    assert (found.low, found.high) == (2, 3)
    assert all(doubt.startswith("may tell with other words") for doubt in found.doubts)
    assert counted(*LINE, told("D", OTHER)).high == 2


def test_the_order_of_reports_changes_nothing() -> None:
    four = (*LINE, told("D", OTHER))
    assert len({counted(*some) for some in permutations(four)}) == 1


def test_of_many_sentences_one_is_alike_by_chance() -> None:
    talkative = " ".join(THERE_TOO)
    long = told("L", f"{talkative} {OTHER}")
    tellings = Tellings({f.article.id: (f, list(f.statements)) for f in (*LINE, long, told("D", OTHER))})
    first, again, alone = LINE[0].article.id, LINE[1].article.id, told("D", OTHER).article.id
    more = beyond_chance([again], [long.article.id], tellings) - tellings.cover([again], [long.article.id])
    less = beyond_chance([again], [alone], tellings) - tellings.cover([again], [alone])
    assert more < less
    assert beyond_chance([again], [first], tellings) == beyond_chance([first], [again], tellings)


def test_who_has_a_source_of_its_own_tells_nobody_elses_story() -> None:
    everything = graph(*LINE, *WITNESSES)
    members = {f.article.id: f for f in everything.findings}
    tellings = Tellings({a: (f, list(f.statements)) for a, f in members.items()})
    sourced = frozenset({LINE[1].article.id})
    with_it, without = (
        {
            frozenset((fold.article, fold.to))
            for fold in joined_by_telling(DisjointSets(members), members, frozenset(), some, tellings)
            if fold.sure
        }
        for some in (frozenset[str](), sourced)
    )
    assert any(sourced & pair for pair in with_it)
    assert not any(sourced & pair for pair in without)


def test_what_a_report_merged_from_two_lines_tells_joins_them_not() -> None:
    half, rest = (". ".join(text.split(". ")[:4]) + "." for text in (FIRST, OTHER))
    merged = told("M", f"{half} {rest}", day=16)
    found = counted(*LINE, told("D", OTHER), told("E", OTHER, day=15), merged)
    assert found.high == 2
    apart = {tuple(sorted(g.articles)) for g in found.groups}
    assert tuple(sorted(f.article.id for f in (told("D", OTHER), told("E", OTHER, day=15)))) in {
        tuple(a for a in group if a != merged.article.id) for group in apart
    }


def test_a_report_that_credits_two_agencies_joins_them_not() -> None:
    found = counted(
        told("TASS", FIRST), told("Reuters", OTHER), told("M", "It was foggy on the bay.", credits=("TASS", "Reuters"))
    )
    assert found.high == 2


@pytest.mark.parametrize("background", ["", "It rained.", FIRST])
def test_tellings_have_bounds_and_cover_themselves(background: str) -> None:
    found = [told(f"Post No. {n}", f"{background} Snow lay on quay number {n} of the harbour.") for n in range(3)]
    tellings = Tellings({f.article.id: (f, list(f.statements)) for f in found})
    one, *others = (f.article.id for f in found)
    assert tellings.cover([one], [one]) == pytest.approx(1, abs=1e-5)
    assert 0 <= tellings.cover([one], others) <= 1.0001
    assert tellings.cover([one], []) == 0


def test_of_too_many_reports_none_is_compared_and_that_is_said() -> None:
    many = [told(f"Post No. {n}", f"{FIRST} Boat {n} sailed.") for n in range(MOST_REPORTS + 1)]
    tellings = Tellings({f.article.id: (f, list(f.statements)) for f in many})
    assert tellings.size([f.article.id for f in many]) == 0
