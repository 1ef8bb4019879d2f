"""The labeller as a whole: its name, its purity, any text at all, and its speed."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import LabellingError
from onrecord.labelling import labeller
from onrecord.records import Article, Labels, Span
from tests.labelling.reading import labels
from tests.pace import in_time

MARKS = "“ ” \" ' '' « » ‘ ’ , . : — ( ) ? U.S. 🌧 é 12 's \u00a0 \ud800".split(" ")
PHRASES = "said;told;that;he;She;according to;reporters;“It rained,”;was expected to;claim;on Monday;the spokesman;Ann"
MORE = "described;as;and added;saying;\n\n;denied;to;in her view;who;it;”;’s;Mr. Lee;reportedly;a report"
PIECES = st.sampled_from([*MARKS, *PHRASES.split(";"), *MORE.split(";")])
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200)


def spans_of(found: Labels) -> list[Span]:
    roles = [r for c in found.cues for r in (*c.sources, *c.contents, *c.addressees)]
    return [
        *(s for c in found.cues for s in c.spans),
        *(s for r in roles for s in r.spans),
        *(m.span for m in found.mentions),
        *(m.head for m in found.mentions if m.head),
    ]


@given(TEXTS)
def test_never_raises_and_every_span_lies_in_the_text(text: str) -> None:
    found = labels(text)
    assert all(span.end <= len(text) for span in spans_of(found))
    assert all(span.of(text) == span.of(text).strip() for c in found.cues for span in c.spans)


@given(TEXTS)
def test_every_cue_has_content_and_fragments_are_sorted_and_disjoint(text: str) -> None:
    for cue in labels(text).cues:
        assert cue.contents
        assert cue.contents[0].spans
        for role in (*cue.sources, *cue.contents, *cue.addressees):
            assert all(a.end <= b.start for a, b in zip(role.spans, role.spans[1:], strict=False))
        assert 0.0 < cue.score <= 1.0


@given(TEXTS)
def test_the_same_text_gives_the_same_labels(text: str) -> None:
    assert labels(text) == labels(text)


def test_one_labels_for_each_article_in_order() -> None:
    articles = [Article.of("Ann said it rained."), Article.of(""), Article.of("It rained, said Bo.")]
    found = labeller("rules").label(articles)
    assert [len(one.cues) for one in found] == [1, 0, 1]
    assert {one.version for one in found} == {"rules 1"}


def test_an_unknown_labeller_is_named_with_those_there_are() -> None:
    with pytest.raises(LabellingError, match=r"'oracle'.*rules"):
        labeller("oracle")


@pytest.mark.parametrize(
    "text",
    [
        '"a ' * 5000,
        "“he said " * 5000,
        "lorem ipsum dolor " * 55_000,
        "a-" * 500_000,
        "a'" * 500_000,
        "''a " * 50_000,
        "“‘" * 5000,
        "(" * 200_000,
    ],
    ids=["unmatched", "nested", "one line of 1 MB", "hyphens", "apostrophes", "doubled", "openers", "brackets"],
)
def test_odd_text_takes_little_time(text: str) -> None:
    started = time.process_time()
    labels(text)
    assert in_time(time.process_time() - started, 2.0)


def test_twenty_thousand_words_a_second(shared: Path) -> None:
    files = sorted((shared / "data" / "polnear" / "dev" / "text").glob("*.txt"))
    articles = [Article.of(f.read_text(encoding="utf-8")) for f in files]
    count = sum(len(a.text.split()) for a in articles)
    rules = labeller("rules")
    rules.label(articles[:1])
    started = time.process_time()
    rules.label(articles)
    assert in_time(time.process_time() - started, count / 20_000)
