"""Quotations without a cue of their own: their source stands in a neighbouring sentence or paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.records import CueLabel, RoleLabel
from onrecord.text.quotation_marks import Quotation, quotations
from onrecord.text.segments import paragraphs, words

MIN_WORDS = 5
SPEECH_RULES = ("fronted", "inverted", "quote_behind", "quote_behind_adjunct", "that_clause", "bare_clause", "colon")


def lone_quotations(text: str, cues: Sequence[CueLabel]) -> list[CueLabel]:
    """A label for each quotation that fills a sentence and that no cue claims; the source is the last one that spoke.

    The last speaker of the same paragraph is surer than that of the one before; the one who speaks next in the
    paragraph ("He was calm. “…” ") is not guessed.
    """
    claimed = sorted((s.start, s.end) for c in cues for r in c.contents for s in r.spans)
    reach = _running_maximum(claimed)
    speakers = [c for c in cues if c.sources and c.rule in SPEECH_RULES and not _inside_quotation(text, c)]
    speakers.sort(key=_start)
    starts = [_start(c) for c in speakers]
    lines = paragraphs(text)
    line_starts = [p.start for p in lines]
    out: list[CueLabel] = []
    for quotation in quotations(text):
        if quotation.outer is not None or quotation.is_single or not _is_speech(text, quotation):
            continue
        k = bisect_right(claimed, (quotation.span.end, 0)) - 1
        if k >= 0 and reach[k] > quotation.span.start:
            continue
        here = bisect_right(line_starts, quotation.span.start) - 1
        k = bisect_right(starts, quotation.span.start) - 1
        if k < 0:
            continue
        speaker = speakers[k]
        there = bisect_right(line_starts, starts[k]) - 1
        if here - there > 1:
            continue
        score = 0.5 if here == there else 0.4
        out.append(
            CueLabel((), sources=speaker.sources[:1], contents=(RoleLabel((quotation.span,)),), score=score, rule="neighbour")
        )
    return out


def _start(cue: CueLabel) -> int:
    return cue.sources[0].spans[0].start


def _running_maximum(spans: list[tuple[int, int]]) -> list[int]:
    out: list[int] = []
    for _, end in spans:
        out.append(max(end, out[-1] if out else 0))
    return out


def _inside_quotation(text: str, cue: CueLabel) -> bool:
    at = _start(cue)
    found = quotations(text)
    k = bisect_right(found, at, key=lambda q: q.span.start) - 1
    return any(q.span.start <= at < q.span.end for q in found[max(0, k - 3) : k + 1])


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence of its own."""
    if len(words(text, quotation.inner)) < MIN_WORDS:
        return False
    before = text[: quotation.span.start][-3:].rstrip(" \u00a0")
    opens = not before or before[-1] in ".!?:\n”\""
    return opens and text[quotation.inner.start].isupper() or (opens and text[quotation.inner.start : quotation.inner.start + 1] in "[…'‘")
