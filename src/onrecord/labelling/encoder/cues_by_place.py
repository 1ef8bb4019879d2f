"""Cues by place: those whose words, or contents, touch some characters, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.records import CueLabel, Span, Spans

BLOCK = 400
"""Code points in a block of the text that cues are filed under."""


class ByPlace:
    """Cues by the blocks of text that their words (`whole`: their contents) touch."""

    def __init__(self, cues: Sequence[CueLabel], *, whole: bool = False) -> None:
        self._whole = whole
        self._blocks: dict[int, list[CueLabel]] = {}
        for cue in cues:
            for block in {b for span in self._places(cue) for b in _blocks(span)}:
                self._blocks.setdefault(block, []).append(cue)

    def _places(self, cue: CueLabel) -> Spans:
        return content_of(cue) if self._whole else cue.spans

    def touching(self, spans: Spans) -> Iterator[CueLabel]:
        """The cues that share a character with one of the spans, each once."""
        seen: set[int] = set()
        for span in spans:
            for block in _blocks(span):
                for cue in self._blocks.get(block, ()):
                    if id(cue) not in seen and any(span.overlaps(s) for s in self._places(cue)):
                        seen.add(id(cue))
                        yield cue


def _blocks(span: Span) -> range:
    return range(span.start // BLOCK, (span.end - 1) // BLOCK + 1)


def content_of(cue: CueLabel) -> Spans:
    """The spans of its likeliest content; () without one."""
    return cue.contents[0].spans if cue.contents else ()
