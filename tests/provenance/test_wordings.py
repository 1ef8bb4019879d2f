"""Overlap and relation of two wordings, and what was changed word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.provenance.sayings import Saying, sayings
from onrecord.provenance.wordings import differences, overlap, relation, same_letters
from onrecord.records import WordingRelation
from tests.provenance.newsroom import Said, story

WORDS = st.lists(st.sampled_from("harbour channel the of storm dredged will before autumn".split()), max_size=14).map(
    tuple
)


@given(WORDS, WORDS)
def test_overlap_is_symmetric_and_bounded(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    found = overlap(a, b)
    assert found == overlap(b, a)
    assert 0.0 <= found.cover <= 1.0
    assert found.shared <= min(len(a), len(b))


@given(WORDS, st.integers(0, 13), st.integers(1, 14))
def test_a_piece_of_a_quotation_is_covered_and_clashes_with_nothing(a: tuple[str, ...], start: int, size: int) -> None:
    piece = a[start : start + size]
    found = overlap(a, piece)
    assert not found.clash
    assert found.shared == len(piece)


def test_a_word_put_in_left_out_or_exchanged_clashes() -> None:
    said = tuple("the northern channel will be dredged before the autumn storms arrive".split())
    for other in (
        "channel will soon be dredged before the autumn",
        "channel will dredged before the autumn",
        "channel will be dredged before the winter storms",
        "the northern channel will be dredged in spring they promise",
    ):
        assert overlap(said, tuple(other.split())).clash, other


def test_letters_are_the_same_whatever_the_punctuation() -> None:
    assert same_letters("“Good-will, Dr. Välimäki’s!”") == same_letters("goodwill dr valimaki's")


WHOLE = (
    "The northern channel will be dredged before the autumn storms, the pilots have asked for it every year, and "
    "nobody in this town will pay a new tariff"
)


def said(words: str) -> Saying:
    (saying,) = sayings(story(Said("Marta Oslington", words)))
    return saying


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (WHOLE, WordingRelation.IDENTICAL),
        ("the pilots have asked for it every year", WordingRelation.TRUNCATED),
        (WHOLE.replace("the pilots have asked for it every year, ", ""), WordingRelation.SPLICED),
        (WHOLE.replace("every year", "for years"), WordingRelation.ALTERED),
        (WHOLE.replace("every ", ""), WordingRelation.ALTERED),
        (
            "Dredging of the channel in the north starts ahead of autumn and its storms; each year our pilots demanded "
            "it; no resident is going to be charged more tariff",
            WordingRelation.RETRANSLATED,
        ),
        ("Twelve trawlers broke their moorings and two of them sank within the hour", WordingRelation.PARAPHRASE),
    ],
)
def test_how_the_words_of_two_quotations_relate(words: str, expected: WordingRelation) -> None:
    whole, other = said(WHOLE), said(words)
    assert relation(whole, other) is expected
    assert relation(other, whole) is expected


def test_a_misquotation_is_shown_word_by_word() -> None:
    other = said(WHOLE.replace("every year", "for many years").replace("nobody in", "hardly anybody in"))
    assert differences(said(WHOLE), other) == (("every year", "for many years"), ("nobody", "hardly anybody"))
    assert differences(said(WHOLE), said("the pilots have asked for it")) == ()
