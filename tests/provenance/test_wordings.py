"""Overlap and relation of two wordings."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.provenance.wordings import overlap, same_letters

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
