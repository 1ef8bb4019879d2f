"""The truth can be read: somebody who sees the texts alone, and knows when two phrasings say one thing, finds it."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from evals.newsroom.cascade import Cascade, cascades
from evals.newsroom.knobs import PRESETS, Knobs
from evals.newsroom.stock import event_kinds

NAME = r"(?:the )?((?:[A-Z]\w+ ?)+)"
CITED = re.compile(rf"(?:[Aa]ccording to|quoted as saying by|citing|told|interview with) {NAME}")
REPORTED = re.compile(rf", {NAME} reported")
Groups = set[frozenset[str]]


def colours_of(text: str) -> set[str]:
    """What the report tells of the room or the paper, whatever its words."""
    flat = " ".join(text.split())
    return {name for name, pattern in COLOURS.items() if pattern.search(flat)}


def pattern_of(phrasings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one_of(phrasing)})" for phrasing in phrasings), re.IGNORECASE)


def one_of(phrasing: str) -> str:
    parts = re.split(r"(\[[^\]]+\])", phrasing)
    return "".join(
        f"(?:{'|'.join(map(re.escape, part[1:-1].split('|')))})" if part.startswith("[") else re.escape(part)
        for part in parts
    )


COLOURS = {
    phrasings[0]: pattern_of(phrasings)
    for phrasings in dict.fromkeys(phrasings for kind in event_kinds() for phrasings in kind.colours)
}


def read(one: Cascade) -> Groups:
    """The reports by origin, from texts and outlets alone: shared colours first, then whom a report names."""
    told = {r.doc for r in one.truth.reports} - one.truth.undecided
    texts = {d.doc: d.text for d in one.documents if d.doc in told}
    outlet = {d.doc: d.outlet for d in one.documents if d.doc in told}
    group = {doc: {doc} for doc in texts}

    def join(a: str, b: str) -> None:
        if group[a] is not group[b]:
            group[a] |= group[b]
            for member in group[b]:
                group[member] = group[a]

    first: dict[str, str] = {}
    bare = []
    for doc, text in sorted(texts.items()):
        found = colours_of(text)
        for colour in sorted(found):
            join(doc, first.setdefault(colour, doc))
        if not found:
            bare.append(doc)
    newsrooms = defaultdict(list)
    for doc, name in outlet.items():
        newsrooms[name].append(doc)
    for doc in bare:
        if "confirmed to the" not in texts[doc]:  # an own witness
            named = [m.strip() for form in (CITED, REPORTED) for m in form.findall(texts[doc])]
            for source in (s for name in named for s in newsrooms if name.startswith(s) and s != outlet[doc]):
                join(doc, newsrooms[source][0])
    return {frozenset(members) for members in group.values()}


@pytest.mark.parametrize("knobs", PRESETS.values(), ids=PRESETS)
def test_a_careful_reader_finds_the_origins(knobs: Knobs) -> None:
    for one in cascades(knobs, count=25, seed=8):
        truth = {group - one.truth.undecided for group in one.truth.groups}
        assert read(one) == truth, one.asked


def test_such_a_reader_needs_what_each_line_alone_saw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.evals.newsroom.test_fairness.COLOURS", {})
    one = next(cascades(PRESETS["medium"], count=1, seed=8))
    assert read(one) != {group - one.truth.undecided for group in one.truth.groups}


def test_a_report_of_two_lines_shows_what_both_saw() -> None:
    for one in cascades(PRESETS["hard"], count=25, seed=8):
        texts = {d.doc: colours_of(d.text) for d in one.documents}
        first = {r.lines[0]: texts[r.doc] for r in one.truth.reports if not r.parents}
        for report in one.truth.reports:
            if report.doc in one.truth.undecided:
                assert all(texts[report.doc] & first[line] for line in report.lines)
