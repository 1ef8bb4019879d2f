"""Folding, content words and shingles: pure functions of a text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.text.content_words import PART, content_words, spaced, stem, word_list
from onrecord.text.folding import fold
from onrecord.text.shingles import winnow

WORDS = st.lists(st.sampled_from("sand gale pilot berth storm pier".split()), max_size=30)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("“It’s”", "“it's”"), ("ÉCOLE e\u0301", "ecole e"), ("Ørsted, ŁÓDŹ", "orsted, lodz"), ("ΟΔΟΣ `a´", "οδοσ 'a'")],
)
def test_a_letter_folds_alike_whatever_stands_beside_it(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(f"Ab {text} c.") == f"ab {folded} c."


@given(st.text())
def test_words_and_stems_never_raise(text: str) -> None:
    assert all(word for word in content_words(word_list(text)))


@pytest.mark.parametrize(
    ("a", "b"),
    [("suspends", "suspended"), ("suspending", "suspend"), ("parties", "party"), ("five", "5"), ("pier's", "piers")],
)
def test_inflected_forms_share_a_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


def test_initials_are_one_word_and_compounds_several() -> None:
    assert word_list("The J.C.P.O.A. is sand-free; Ørsted’s") == ["the", "jcpoa", "is", "sand", "free", "orsted's"]


def test_words_that_anybody_uses_carry_no_content() -> None:
    assert content_words(word_list("This is very good news, he said to them")) == ()


@given(WORDS, WORDS, WORDS, st.integers(1, 5))
def test_winnowed_samples_meet_wherever_a_window_is_shared(
    before: list[str], same: list[str], behind: list[str], window: int
) -> None:
    if len(same) >= window:
        assert winnow([*before, *same], window) & winnow([*same, *behind], window)


ODD = st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("Σσ.J_\x1f’'`“”–—\xa0ab\u0301 "))


@given(ODD)
@example("'tis 'n' rock''n'' the dogs' U.S.'s a_b'c")
@example("“’ab’” the U.“S.” a—b’s\xa0’d")
def test_words_are_runs_of_letters_and_digits_with_apostrophes_inside(text: str) -> None:
    initials = re.sub(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)", "", fold(text.replace("\x1f", " ")))
    assert word_list(text) == re.findall(r"[^\W_]+(?:'[^\W_]+)*", initials)


@given(st.lists(ODD, max_size=6))
def test_words_of_several_texts_are_those_of_each(texts: list[str]) -> None:
    parts = spaced(texts).split(PART) if texts else []
    assert [part.split() for part in parts] == [word_list(text) for text in texts]
