"""Quotations without a cue of their own: they go on from the attribution before them, or borrow its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.labelling.tokens import Stretch, outer_quotations
from onrecord.records import CueLabel, RoleLabel, Span
from onrecord.text.segments import paragraphs, words

MIN_WORDS = 4
SPEECH = frozenset("fronted inverted quote_behind quote_behind_adjunct that_clause bare_clause colon".split())
QUOTED = frozenset("fronted inverted quote_behind quote_behind_adjunct".split())


@dataclass(slots=True)
class _Speaker:
    """A cue outside quotations: its number, where its first word stands, and where the sentence around it ends."""

    number: int
    start: int
    behind: int


def with_lone_quotations(text: str, cues: Sequence[CueLabel], around: Sequence[Stretch]) -> list[CueLabel]:
    """The cues, with every quotation that fills sentences of its own and that no cue claims.

    `around[i]` is the stretch that cue number i stands in.  Right behind a sentence that attributes a quotation, in
    the same paragraph, a quotation is one more fragment of that content.  Else it gets a label without cue words,
    whose source is that of the last one who spoke in its paragraph, or in the paragraph before.
    """
    out = list(cues)
    speakers = [
        _Speaker(i, c.sources[0].spans[0].start, around[i].tokens[-1].end)
        for i, c in enumerate(cues)
        if c.sources and c.rule in SPEECH and not around[i].quoted
    ]
    speakers.sort(key=lambda s: s.start)
    starts = [s.start for s in speakers]
    taken = _Taken(cues, around)
    line_starts = [p.start for p in paragraphs(text)]
    for quotation in outer_quotations(text):
        k = bisect_right(starts, quotation.start) - 1
        if k < 0 or taken.overlaps(quotation) or not _is_speech(text, quotation):
            continue
        speaker = speakers[k]
        lines = bisect_right(line_starts, quotation.start) - bisect_right(line_starts, speaker.start)
        if lines == 0 and out[speaker.number].rule in QUOTED and not text[speaker.behind : quotation.start].strip():
            out[speaker.number] = _longer(out[speaker.number], quotation)
            speaker.behind = quotation.end
        elif lines <= 1:
            content = RoleLabel((quotation,))
            score = 0.4 if lines else 0.5
            out.append(
                CueLabel((), sources=out[speaker.number].sources, contents=(content,), score=score, rule="neighbour")
            )
    return out


class _Taken:
    """Which characters are content of a cue outside quotations."""

    def __init__(self, cues: Sequence[CueLabel], around: Sequence[Stretch]) -> None:
        spans = sorted(s for i, c in enumerate(cues) if not around[i].quoted for r in c.contents for s in r.spans)
        self.starts = [s.start for s in spans]
        self.reach: list[int] = []
        for span in spans:
            self.reach.append(max(span.end, self.reach[-1] if self.reach else 0))

    def overlaps(self, span: Span) -> bool:
        k = bisect_right(self.starts, span.end - 1) - 1
        return k >= 0 and self.reach[k] > span.start


def _longer(cue: CueLabel, fragment: Span) -> CueLabel:
    best, *others = cue.contents
    return replace(cue, contents=(replace(best, spans=(*best.spans, fragment)), *others))


def _is_speech(text: str, quotation: Span) -> bool:
    """Whether the quotation is a sentence of its own: it follows the end of one, and opens like one."""
    inner = quotation.of(text).lstrip("“”\"'‘’«»„`…[ ")
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip(" \u00a0")
    opens = not before or before[-1] in ".!?:\n”’'\""
    return opens and inner[:1].isupper() and len(words(text, quotation)) >= MIN_WORDS
