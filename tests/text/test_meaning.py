"""Words are alike in meaning, symmetric and in bounds; whatever the word, nothing raises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.meaning import covered, likeness, telling

WORDS = st.lists(
    st.sampled_from("frontier border soaked wet jug carafe reporters zzyzx 2024 's don't".split())
    | st.text(max_size=8),
    min_size=1,
    max_size=6,
)


def alike(first: str, second: str) -> float:
    return float(likeness([first], [second])[0, 0])


def test_words_of_like_meaning_are_nearer_than_strangers() -> None:
    assert alike("soaked", "wet") > alike("soaked", "ballot")
    assert alike("journalists", "reporters") > 0.5
    assert alike("bridge", "banana") == 0


def test_forms_of_a_word_are_that_word_and_the_unknown_is_like_itself_alone() -> None:
    assert alike("suspends", "suspended") == 1
    assert alike("zzyzx", "zzyzx") == 1
    assert alike("zzyzx", "border") == 0


def test_a_rare_word_tells_more() -> None:
    common, rare, unknown = telling(["other", "carafe", "zzyzx"])
    assert 0 < common < rare <= unknown


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_in_bounds(first: list[str], second: list[str]) -> None:
    found = likeness(first, second)
    assert found.shape == (len(first), len(second))
    assert ((found >= 0) & (found <= 1)).all()
    assert (abs(found - likeness(second, first).T) < 1e-6).all()
    forth, back = covered(first, second)
    assert 0 <= forth <= 1.0001
    assert (forth, back) == covered(second, first)[::-1]


@given(WORDS)
def test_a_passage_covers_itself_whole(words: list[str]) -> None:
    assert covered(words, words)[0] > 0.99


def test_no_words_have_nothing_in_common() -> None:
    assert covered([], ["border"]) == (0.0, 0.0)
