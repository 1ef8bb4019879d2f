"""Names in any spelling and script: one name matches itself however it is written, two names do not."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from evals.names import KINDS, figures, scored
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.people.matching import MATCH, NameKind, match_names
from onrecord.text.transliteration import latin
from tests.pace import in_time

PAIRS = Path(__file__).with_name("name_pairs.csv")
"""Written for this project: names of public figures and bodies in many scripts, labelled by a reader."""
PERSON, ORGANISATION, OTHER = NameKind

ANYTHING = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(), max_size=40),  # lone surrogates too
    st.text("abdul bin/.,'&%-1iⅣа́ה한あ字ﷺ\u200d\ud83d😀\ufffe", max_size=40),
)
WORDS = "Marta Oslington Ines Carrow Teodor Vasilenko Jalal Moussavi Hu Park Ostergaard Ewa".split()
ALPHABETS = {
    "Cyrillic": "абвгдежзийклмнопрстуфхцчшщыэюя",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψω",
    "Georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "Armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "Hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "Hangul": "김정은박문재인윤석열",
    "Kana": "アイウエオカキクケコサシスセソタチツテトナニヌネノマミムメモ",
    "Chinese": "习近平毛泽东李克强王毅邓小",
    "Devanagari": "कखगघचजटडतदनपबमयरलवसह",
}
IN_OTHER_SCRIPTS = st.sampled_from(sorted(ALPHABETS)).flatmap(
    lambda script: st.lists(st.text(ALPHABETS[script], min_size=3, max_size=9), min_size=1, max_size=4).map(" ".join)
)


@given(ANYTHING, ANYTHING, st.sampled_from(NameKind))
@example("", "", PERSON)
@example("Jan Lind Sr.", "Jan Lind Jr.", PERSON)
@example("A/B C/ alias /", "/", ORGANISATION)
@example("i 1 x", "i i i", OTHER)
def test_symmetric_bounded_and_never_raises(a: str, b: str, kind: NameKind) -> None:
    found = match_names(a, b, kind)
    assert found == match_names(b, a, kind)
    assert 0.0 <= found.score <= 1.0
    assert found.match is (found.score >= MATCH)


@given(ANYTHING, st.sampled_from(NameKind))
def test_a_name_matches_itself_and_nothing_matches_an_empty_one(name: str, kind: NameKind) -> None:
    assert match_names(name, name, kind).score == (1.0 if name.strip() else 0.0)
    assert not match_names(name, "", kind).match


@given(IN_OTHER_SCRIPTS, st.sampled_from(NameKind))
def test_a_name_and_its_transliteration_match(name: str, kind: NameKind) -> None:
    if latin(name).strip() and "aka" not in latin(name).split():  # in Latin letters it parts two names
        assert match_names(name, latin(name), kind).match
        assert match_names(name, latin(name).upper(), kind).match


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True).flatmap(
        lambda words: st.tuples(st.just(words), st.permutations(words))
    )
)
def test_the_order_of_the_words_of_a_persons_name_does_not_matter(words: tuple[list[str], list[str]]) -> None:
    name, turned = (" ".join(order) for order in words)
    assert match_names(name, turned).score == 1.0
    assert match_names(name, turned.upper()).score == 1.0


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True), st.sampled_from(WORDS))
def test_another_word_makes_no_better_match(words: list[str], other: str) -> None:
    """A word that only one of the names has never raises their score."""
    name = " ".join(words)
    assert match_names(name, f"{name} {other}").score <= match_names(name, name).score
    if other not in words:
        assert match_names(name, " ".join([*words[:-1], other])).score < match_names(name, name).score


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a ",
        "ab-",
        "a/b ",
        "Abdul ",
        "bin x ",
        "1 ",
        "я",
        "ﷺ",
        "字",
        "김",
        "é\u0301\u0316",
        "😀",
        "\ud800",
        "a alias ",
    ],
)
def test_long_names_take_bounded_time(unit: str) -> None:
    long = unit * 100_000
    start = time.process_time()
    for kind in NameKind:
        match_names(long, long + "x", kind)
        match_names(long, "Marta Oslington", kind)
        match_names(long, long[::-1], kind)
    assert in_time(time.process_time() - start, 1.0)


with PAIRS.open(encoding="utf-8", newline="") as _lines:
    LABELLED = list(scored(csv.DictReader(_lines)))


def test_names_of_many_scripts_and_spellings_are_told_apart() -> None:
    found = figures(LABELLED)
    assert found.precision >= 0.97
    assert found.recall >= 0.94


SURE = {"cyrillic", "georgian", "armenian", "korean", "typo", "nickname", "particle", "acronym", "number"}


@pytest.mark.parametrize(
    "row", [r for r in LABELLED if r["category"] in SURE], ids=lambda r: f"{r['name1']}={r['name2']}"
)
def test_what_must_not_go_wrong(row: dict[str, str]) -> None:
    found = match_names(row["name1"], row["name2"], KINDS.get(row["schema"], OTHER))
    assert found.match is (row["is_match"] == "true"), found


FATHERS = [("Salim bin Omar al-Harbi", "Omar bin Salim al-Harbi"), ("Jan Lind Sr.", "Jan Ove Lind Jr.")]


@pytest.mark.parametrize(("a", "b"), FATHERS)
def test_father_and_son_are_two(a: str, b: str) -> None:
    assert not match_names(a, b).match


def test_a_word_that_each_lacks_contradicts_and_silence_does_not() -> None:
    full = "Marta Ines Oslington"
    assert match_names(full, "Marta Oslington").match
    assert not match_names(full, "Marta Ewa Oslington").match
    assert match_names(full, "M. Oslington").match
    assert not match_names(full, "M. I.").match


def test_legal_forms_are_set_aside_and_a_word_of_its_own_is_not() -> None:
    assert match_names("Ode Shipping Ltd.", "Ode Shipping G.m.b.H.", ORGANISATION).score == 1.0
    assert match_names("ООО «Ода Шиппинг»", "Oda Shipping LLC", ORGANISATION).match
    assert match_names("大海船运有限公司", "Dahai Chuanyun Co., Ltd.", ORGANISATION).match
    assert not match_names("Ode Shipping Ltd.", "Ode Insurance Ltd.", ORGANISATION).match
    assert not match_names("Ode Shipping Ltd.", "Ode Shipping Norway Ltd.", ORGANISATION).match


def test_a_name_that_gives_alternatives_is_as_near_as_the_nearest() -> None:
    assert match_names("Harbour Union/Dockers League", "Dockers' League", ORGANISATION).score == 1.0
    assert match_names("Jan Lind a.k.a. Teodor Vasilenko", "Vasilenko, Teodor").match
