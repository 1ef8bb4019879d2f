"""The knobs hold: shares, word changes, trims and clocks, measured on what was generated."""

from __future__ import annotations

import re
from datetime import datetime
from statistics import fmean

import pytest
from evals.newsroom.cascade import Cascade, cascade, story
from evals.newsroom.drafts import ORIGINS, Draft, Treatment
from evals.newsroom.knobs import HEAVY_CHANGE, LIGHT_CHANGE, MEDIUM, PRESETS, TRIM, Knobs
from evals.newsroom.measures import changed, kept_size, moved
from evals.newsroom.page import CLOSE, OPEN, words_of
from evals.newsroom.truth import Saying
from evals.newsroom.wordings import Relation

from onrecord.records import Span

COUNT = 40
STORIES = [story(MEDIUM, seed=11, number=n) for n in range(COUNT)]
CASCADES = [cascade(MEDIUM, seed=11, number=n) for n in range(COUNT)]
NO_COPY = (*ORIGINS, Treatment.UPDATED)
COPIES = [d for told in STORIES for d in told.drafts if d.treatment not in NO_COPY]


def share(copies: list[Draft], treatment: Treatment) -> float:
    return sum(d.treatment is treatment for d in copies) / len(copies)


def test_medium_is_what_it_was_agreed_to_be() -> None:
    agreed = (20, 0.40, 0.30, 0.30, 0.10, 0.15, 1.0, 12.0)
    knobs = MEDIUM
    shares = (knobs.no_credit, knobs.trimmed, knobs.rewritten, knobs.altered, knobs.relayed)
    assert (knobs.articles, *shares, knobs.namesakes, knobs.clock_hours) == agreed
    assert (TRIM, HEAVY_CHANGE, LIGHT_CHANGE) == (0.5, 0.4, (0.15, 0.3))


@pytest.mark.parametrize("knobs", PRESETS.values(), ids=PRESETS)
def test_the_ways_of_copying_leave_nothing_over(knobs: Knobs) -> None:
    ways = (knobs.verbatim, knobs.trimmed, knobs.light, knobs.rewritten, knobs.merged, knobs.relayed)
    assert sum(ways) == pytest.approx(1)
    assert knobs.no_credit <= 1 - knobs.relayed


def test_cascades_have_as_many_reports_as_asked() -> None:
    assert {len(told.drafts) for told in STORIES} == {20}
    assert {sum(d.doc.startswith("b") for d in c.documents) for c in CASCADES} == {MEDIUM.distractors + 2}


def test_shares_of_copies() -> None:
    assert share(COPIES, Treatment.TRIMMED) == pytest.approx(MEDIUM.trimmed, abs=0.02)
    assert share(COPIES, Treatment.REWRITTEN) == pytest.approx(MEDIUM.rewritten, abs=0.02)
    assert share(COPIES, Treatment.RELAYED) == pytest.approx(MEDIUM.relayed, abs=0.02)
    assert share(COPIES, Treatment.LIGHT) == pytest.approx(MEDIUM.light, abs=0.02)
    bare = [d for d in COPIES if d.credit is None and d.relayed_from is None]
    assert len(bare) / len(COPIES) == pytest.approx(MEDIUM.no_credit, abs=0.02)


def test_share_of_altered_quotations() -> None:
    found = [relation(c, d.doc) for c, told in zip(CASCADES, STORIES, strict=True) for d in told.drafts if d in COPIES]
    assert found.count(Relation.ALTERED) / len(found) == pytest.approx(MEDIUM.altered, abs=0.03)


def test_trimmed_copies_keep_half_at_most() -> None:
    kept = [kept_size(*both) for both in pairs(Treatment.TRIMMED, quotes=True)]
    assert max(kept) <= TRIM
    assert fmean(kept) > 0.2


def test_heavy_rewrites_change_enough_words() -> None:
    measured = [changed(*both) for both in pairs(Treatment.REWRITTEN)]
    assert min(measured) >= HEAVY_CHANGE
    assert max(measured) < 0.95


def test_light_rewrites_change_some_words_and_the_order() -> None:
    measured = [changed(*both) for both in pairs(Treatment.LIGHT)]
    assert all(LIGHT_CHANGE[0] <= m <= LIGHT_CHANGE[1] for m in measured), sorted(measured)
    for told in STORIES:
        by_doc = {d.doc: d for d in told.drafts}
        for draft in told.drafts:
            if draft.treatment is Treatment.LIGHT:
                keys = [[s.key for s in d.sentences] for d in (by_doc[draft.parents[0]], draft)]
                assert moved(*keys)


def test_clocks_are_off_by_no_more_than_asked() -> None:
    off = [abs((d.published - d.made).total_seconds()) / 3600 for told in STORIES for d in told.drafts]
    assert max(off) <= MEDIUM.clock_hours
    assert sum(hours > 0 for hours in off) / len(off) == pytest.approx(MEDIUM.clock_off, abs=0.06)
    assert all(datetime.fromisoformat(d.published).tzinfo for c in CASCADES for d in c.documents)


def test_origins_are_spread_over_what_is_allowed() -> None:
    counts = {c.truth.origins for c in CASCADES}
    assert {1, 2, 3} <= counts <= {1, 2, 3, 4}


def relation(one: Cascade, doc: str) -> Relation:
    saying = one.truth.saying(doc, one.truth.main)
    assert saying is not None
    return saying.relation


def pairs(treatment: Treatment, *, quotes: bool = False) -> list[tuple[list[list[str]], list[list[str]]]]:
    """The words of the parent and of the copy, sentence by sentence, read from the finished texts."""
    found = []
    for one in CASCADES:
        texts = {d.doc: d.text for d in one.documents}
        said = {r.doc: [s for s in one.truth.sayings if s.doc == r.doc] for r in one.truth.reports}
        bodies = {r.doc: (r.body, texts[r.doc], said[r.doc]) for r in one.truth.reports}
        for report in one.truth.reports:
            if report.treatment is treatment:
                parent, copy = (sentences(*bodies[doc], quotes=quotes) for doc in (report.parents[0], report.doc))
                found.append((parent, copy))
    return found


def sentences(body: Span, text: str, said: list[Saying], *, quotes: bool) -> list[list[str]]:
    """The body cut at full stops; quotations are blanked out unless `quotes`."""
    characters = list(text)
    for saying in said:
        if not quotes and saying.relation is not Relation.PARAPHRASE:
            for span in saying.spans:
                characters[span.start : span.end] = " " * len(span)
    inside = "".join(characters)[slice(*body)]
    assert OPEN not in inside
    assert CLOSE not in inside
    return [words for part in re.split(r"\.[\"”’]?\s+", inside) if (words := words_of(part))]
