"""What every Labeller must do: subclass `LabellerConformance` with a `make` and pytest runs the suite on yours."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.pipeline.analyse import analyse
from onrecord.records import Article, Labeller, Labels, Span, from_json, to_json
from tests.pace import in_time

PIECES = (
    *("“The ice is gone,” harbour master Ida Holm told reporters on Friday.", "She added that “nobody” sails.", "Yes."),
    *(
        "According to the ministry, ",
        "Berg: no ferry before Monday",
        "Asked whether it would snow, ",
        "TASS reported",
        "said",
    ),
    *(
        "\n\n",
        "\r\n",
        " ",
        "“",
        "”",
        '"',
        "'",
        "’s",
        "«",
        "—",
        "(",
        "…",
        "\u2028",
        "\x00",
        "𝒜gnes",
        "e\u0301",
        "👩‍🚀",
        "\ud800",
        "日本",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=200)
LONG = ('"a ' * 30_000, "“he said " * 10_000, "word " * 20_000, "a-" * 50_000, "'" * 100_000, "\n" * 100_000)
SECONDS = 10.0
"""Processor time for one text of 100,000 code points: far more than any labeller needs that is linear."""

inherited = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow])
"""Each labeller's class inherits the property tests; Hypothesis wants to be told that this is meant."""


class LabellerConformance:
    """The suite; `make` gives a labeller, and may give the same one every time."""

    def make(self) -> Labeller:
        raise NotImplementedError

    def labels(self, text: str) -> Labels:
        (found,) = self.make().label([Article.of(text)])
        return found

    def test_its_version_is_stamped_on_all_that_it_says(self) -> None:
        labeller = self.make()
        assert labeller.version == self.make().version != ""
        assert self.labels(PIECES[0]).version == labeller.version

    def test_no_articles_no_labels(self) -> None:
        assert self.make().label([]) == []

    def test_one_labels_for_each_article_in_order_whatever_stands_beside_it(self) -> None:
        articles = [Article.of(text) for text in (PIECES[0], "", "日本", PIECES[1], PIECES[0])]
        together = self.make().label(articles)
        assert together == [self.labels(article.text) for article in articles]
        assert together[0] == together[4] != together[1]

    def test_plain_speech_is_found_with_its_speaker(self) -> None:
        text = PIECES[0]
        (findings,) = analyse([Article.of(text)], self.make())
        assert [s.content[0].of(text) for s in findings.statements] == ["“The ice is gone,”"]
        assert [a.name for a in findings.agents] == ["Ida Holm"]

    def test_a_text_that_attributes_nothing_has_no_statements(self) -> None:
        (findings,) = analyse([Article.of("The ferry sails at nine and at noon.")], self.make())
        assert findings.statements == ()

    @inherited
    @given(text=TEXTS)
    def test_of_any_text_the_labels_are_sound(self, text: str) -> None:
        found = self.labels(text)
        for spans in fragments(found):
            assert all(span.end <= len(text) for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans)), "fragments are sorted and disjoint"
        assert all(0.0 <= score <= 1.0 for score in scores(found))
        for mention in found.mentions:
            assert mention.head is None or mention.span.covers(mention.head)
        for link in found.links:
            assert link.mention != link.antecedent
            assert {link.mention, link.antecedent} <= set(range(len(found.mentions)))
        assert {extent.type for extent in found.times} <= {"DATE", "TIME", "DURATION", "SET"}

    @inherited
    @given(text=TEXTS)
    def test_the_same_text_gives_the_same_labels(self, text: str) -> None:
        assert self.labels(text) == self.labels(text)

    @inherited
    @given(text=TEXTS)
    def test_labels_survive_their_json_form(self, text: str) -> None:
        found = self.labels(text)
        assert from_json(Labels, to_json(found)) == found

    @inherited
    @given(text=TEXTS)
    def test_any_labels_make_statements(self, text: str) -> None:
        article = Article.of(text)
        (findings,) = analyse([article], self.make())
        assert findings.article == article
        assert findings.made_by == self.make().version

    @pytest.mark.parametrize("text", LONG, ids=["marks", "nested", "words", "hyphens", "apostrophes", "lines"])
    def test_odd_text_takes_little_time(self, text: str) -> None:
        labeller, articles = self.make(), [Article.of(text)]
        started = time.process_time()
        labeller.label(articles)
        assert in_time(time.process_time() - started, SECONDS)


def fragments(labels: Labels) -> Iterator[Sequence[Span]]:
    """The fragments of every cue, role, mention and time."""
    for cue in labels.cues:
        yield cue.spans
        yield from (role.spans for role in (*cue.sources, *cue.contents, *cue.addressees))
    yield from ((mention.span,) for mention in labels.mentions)
    yield from ((extent.span,) for extent in labels.times)


def scores(labels: Labels) -> Iterator[float]:
    """Every score that the labeller gave."""
    for cue in labels.cues:
        yield cue.score
        yield from (role.score for role in (*cue.sources, *cue.contents, *cue.addressees))
    yield from (label.score for label in (*labels.mentions, *labels.links, *labels.times))
