"""Families: reports of one owner's newsrooms may be one origin; with shared passages they are; a file adds families."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ReadingError
from onrecord.lexicon.families import bundled_families
from onrecord.provenance.families import Families, known_families
from onrecord.provenance.independence import Origins, origins
from onrecord.provenance.outlets import outlet_key
from onrecord.records import CreditKind, Findings, ViaKind
from tests.provenance.newsroom import BACKGROUND, DREDGING, OTHER_BACKGROUND, Said, graph, stories, story

HERS = Said("Marta Oslington", DREDGING)
TASS = ((CreditKind.WIRE, "TASS"),)
OPENING = BACKGROUND.split(". ")[0]


def families(folder: Path, *rows: str) -> Families:
    (folder / "mine.txt").write_text("# of our own\n\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return known_families(folder / "mine.txt")


@pytest.fixture
def ours(tmp_path: Path) -> Families:
    return families(tmp_path, "Brackwater Group | The Tidewater Post; Lorry Weekly; Quayside Radio")


def counted(known: Families, *found: Findings) -> Origins:
    everything = graph(*found)
    return origins(everything, [s.id for f in found for s in f.statements], known)


def test_own_reports_of_sisters_are_two_origins_or_one(ours: Families) -> None:
    found = counted(
        ours,
        story(HERS, outlet="The Tidewater Post", background=BACKGROUND),
        story(HERS, outlet="lorryweekly.com", background=OTHER_BACKGROUND),
    )
    assert (found.low, found.high) == (1, 2)
    assert found.doubts == ("same owner: Brackwater Group (Lorry Weekly, The Tidewater Post), by mine.txt line 3",)
    assert {g.reason for g in found.groups} == {"own report"}


def test_sisters_that_share_passages_are_one_origin_for_sure(ours: Families) -> None:
    reports = (
        story(HERS, outlet="The Tidewater Post", background=f"{OPENING}. {OTHER_BACKGROUND}"),
        story(HERS, outlet="Lorry Weekly", background=BACKGROUND + " Anglers on the pier have seen the sand move."),
    )
    found = counted(ours, *reports)
    assert (found.low, found.high, found.doubts) == (1, 1, ())
    (group,) = found.groups
    assert "shares passages with" in group.reason
    assert "same owner: Brackwater Group (Lorry Weekly, The Tidewater Post), by mine.txt line 3" in group.reason
    texts = {f.article.id: f.article.text for f in reports}
    assert {OPENING in e.span.of(texts[e.article]) for e in group.evidence if e.span} == {True}
    assert {e.article for e in group.evidence if e.span is None} == set(texts), "the outlets are metadata"
    assert counted({}, *reports).low == 1 < counted({}, *reports).high


def test_strangers_and_outlets_without_a_name_are_no_family(ours: Families) -> None:
    for other in ("Upland Herald", None, ""):
        found = counted(
            ours, story(HERS, outlet="Lorry Weekly"), story(HERS, outlet=other, background=OTHER_BACKGROUND)
        )
        assert (found.low, found.high, found.doubts) == (2, 2, ())


def test_a_sister_that_only_carries_an_agency_is_no_origin(ours: Families) -> None:
    found = counted(
        ours,
        story(HERS, outlet="The Tidewater Post", credits=TASS),
        story(HERS, outlet="Lorry Weekly", background=OTHER_BACKGROUND),
    )
    assert (found.low, found.high) == (2, 2)
    retold = story(Said("Oslington", DREDGING, via=(ViaKind.OUTLET, "The Tidewater Post")), outlet="A", background="—")
    found = counted(
        ours,
        story(HERS, outlet="The Tidewater Post", background=BACKGROUND, credits=TASS),
        story(HERS, outlet="Lorry Weekly", background=OTHER_BACKGROUND),
        retold,
    )
    assert (found.low, found.high) == (2, 2)


def test_what_was_taken_from_two_sisters_may_have_one_origin(ours: Families) -> None:
    found = counted(
        ours,
        story(Said("Oslington", DREDGING, via=(ViaKind.OUTLET, "Lorry Weekly")), outlet="A"),
        story(Said("Oslington", DREDGING, via=(ViaKind.OUTLET, "Quayside Radio")), outlet="B", background=BACKGROUND),
    )
    assert (found.low, found.high) == (1, 2)
    assert len(found.doubts) == 1


def test_three_sisters_are_one_doubt(ours: Families) -> None:
    found = counted(
        ours,
        story(HERS, outlet="The Tidewater Post", background=BACKGROUND),
        story(HERS, outlet="Lorry Weekly", background=OTHER_BACKGROUND),
        story(HERS, outlet="Quayside Radio"),
        story(HERS, outlet="Upland Herald", background="Rain fell on the hills, and the road was wet."),
    )
    assert (found.low, found.high) == (2, 4)
    assert len(found.doubts) == 1


def test_the_bundled_list_is_used_where_nothing_is_given() -> None:
    reports = story(HERS, outlet="thesun.co.uk"), story(HERS, outlet="The Times", background=OTHER_BACKGROUND)
    found = origins(graph(*reports), [s.id for f in reports for s in f.statements])
    assert (found.low, found.high) == (1, 2)
    assert found.doubts[0].startswith("same owner: News Corp (The Sun, The Times), by families.txt line ")


def test_two_agencies_of_one_state_are_a_family() -> None:
    known = known_families()
    assert known[outlet_key("RIA Novosti")].owner == known[outlet_key("ITAR-TASS")].owner
    assert outlet_key("Reuters") not in known


def test_no_outlet_of_the_bundled_list_is_known_by_a_common_word() -> None:
    keys = {outlet_key(outlet): outlet for family in bundled_families() for outlet in family.outlets}
    assert not keys.keys() & {"", "com", "international", "observer", "mercury", "post", "star", "herald", "daily"}
    assert not [outlet for key, outlet in keys.items() if len(key) < 2]


def test_a_row_of_a_file_takes_an_outlet_out_of_its_family(tmp_path: Path) -> None:
    known = families(tmp_path, "Bild | Bild", "news corp | Quayside Radio")
    assert known["bild"].owner == "bild"
    assert known[outlet_key("Politico")].owner == "axel springer"
    assert known[outlet_key("The Sun")].owner == known[outlet_key("Quayside Radio")].owner


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Brackwater Group", "with one “|”"),
        ("Brackwater | Lorry Weekly | 2024", "with one “|”"),
        (" | Lorry Weekly", "the owner has no name"),
        ("Brackwater |", "the owner has no outlets"),
        ("Brackwater | Lorry Weekly;; A", "an outlet has no name"),
        ("B | A\nC | The A", "“The A” is in the family B already, by line 3"),
    ],
)
def test_a_malformed_file_is_an_error_with_file_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    with pytest.raises(ReadingError) as raised:
        families(tmp_path, row)
    line = 3 + row.count("\n")
    assert str(raised.value).startswith(f"{tmp_path / 'mine.txt'} line {line}: ")
    assert reason in str(raised.value)


def test_a_file_that_cannot_be_read_is_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"none\.txt: No such file"):
        known_families(tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes(b"A | B\nC | Caf\xe9\n")
    with pytest.raises(ReadingError, match=r"latin\.txt line 2: is no UTF-8"):
        known_families(tmp_path / "latin.txt")


@settings(max_examples=60, deadline=None)
@given(st.lists(stories(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_families_lower_bounds_alone_raise_none_and_heed_no_order(found: list[Findings], chance: Random) -> None:
    known = {**known_families(), **{outlet_key(o): known_families()["sun"] for o in ("Quayside Radio", "TASS")}}
    first = {f.article.id: f for f in found}
    mixed = list(first.values())
    chance.shuffle(mixed)
    with_family, without = counted(known, *first.values()), counted({}, *first.values())
    assert with_family == counted(known, *mixed)
    assert with_family.low <= without.low
    assert with_family.high <= without.high
    assert with_family.low <= with_family.high
