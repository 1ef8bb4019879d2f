"""Speech told apart from scare quotes, nicknames and titles of works; fragments that belong together."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.statements.quotations import (
    continuations,
    follows_closely,
    is_nickname,
    is_speech,
    outermost,
)
from onrecord.text.quotation_marks import Quotation, quotations

ODD_TEXT = st.text(alphabet=st.sampled_from("“”‘’\"'«» aB,.\n"), max_size=100)


def only(text: str) -> Quotation:
    (found,) = outermost(text)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the pier,” she said.",
        '"We will rebuild the pier," she said.',
        "‘We will rebuild the pier,’ she said.",
        "„We will rebuild the pier“, she said.",
        "“Never again!” the crowd shouted.",
        "“Why us?” she asked.",
        "She called it “a day that nobody on this island will forget”.",
        "She said the pier “will be rebuilt” soon.",
        "She said they “don’t want it”.",
    ],
)
def test_speech(text: str) -> None:
    assert is_speech(text, only(text))


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” stayed away.",
        "Their “peace plan” came to nothing.",
        "He played in “Harbour Lights” last year.",
        "The word “austerity” was not used.",
        "They met the ‘night watch’ of the port.",
        "Boxer Leo “The Anvil” Marsh won again.",
        'Boxer Leo "Kid" Marsh won again.',
    ],
)
def test_scare_quotes_titles_and_nicknames_are_no_speech(text: str) -> None:
    assert not is_speech(text, only(text))


def test_a_nickname_stands_between_capitalised_words() -> None:
    name = "Boxer Leo “The Anvil” Marsh won again."
    assert is_nickname(name, only(name))
    speech = "Leo Marsh said “no way” to them."
    assert not is_nickname(speech, only(speech))


def test_an_empty_or_wordless_quotation_is_no_speech() -> None:
    text = "He wrote “…” and left."
    assert not is_speech(text, only(text))


def test_outermost_leaves_nested_ones_out() -> None:
    text = "“She told me, ‘Come back,’ and I came,” he said. “I did.”"
    assert [q.inner.of(text)[:4] for q in outermost(text)] == ["She ", "I di"]


def test_continuations_list_the_later_paragraphs_of_a_quotation() -> None:
    text = "He said: “It was dark.\n\n“It was cold.\n\n“It was over.”\n\n“Not mine,” she said."
    start = text.index("“")
    assert [s.of(text) for s in continuations(text)[start]] == ["“It was cold.", "“It was over.”"]
    assert list(continuations(text)) == [start]


def test_a_quotation_follows_closely_after_a_sentence_end_only() -> None:
    text = "“It was dark,” he said. “It was cold.”"
    after = Span(0, text.index(". ") + 0)
    assert follows_closely(text, outermost(text)[1], after)
    apart = "“It was dark,” he said, then left. “It was cold.”"
    assert not follows_closely(apart, outermost(apart)[1], Span(0, apart.index(", then")))
    broken = "“It was dark,” he said.\n“It was cold.”"
    assert not follows_closely(broken, outermost(broken)[1], Span(0, broken.index(".\n")))


@given(ODD_TEXT)
def test_any_text_is_judged_without_error(text: str) -> None:
    for quotation in quotations(text):
        assert is_speech(text, quotation) in (True, False)
    top = outermost(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(top))
    starts = {q.span.start for q in quotations(text)}
    assert set(continuations(text)) <= starts
