"""Pairing of quotation marks, in any of the usual styles; never raises, whatever is missing or odd.

Marks pair inside a paragraph.  A quotation that is still open at the end of its paragraph runs to that end, and goes
on in the next paragraph where that one opens with the same mark (the newspaper convention).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from onrecord.records.spans import Span
from onrecord.text.segments import paragraphs

CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "‘": "’", "‚": "‘’", '"': '"', "'": "'"}
"""Opening mark → what may close it: English, German, French, Danish and straight marks."""

SINGLE = frozenset("‘‚'‹")
MARK = re.compile(r"[“”„«»‹›‘’‚\"'](?:(?<!['’])|(?<![^\W_].)|(?![^\W_]))")
"""Whatever may be a mark: not an apostrophe between letters or digits, which neither opens nor closes anything."""
ELISION = re.compile(
    r"['’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|round\b|bout\b|ve\b|s\b|re\b|ll\b|d\b)", re.IGNORECASE
)
BEFORE_OPENING = " \t\n\r\u00a0\u202f([{—–-/:“‘„«\"'"
PAD = "\x02"
DOUBLED = '"' + PAD
"""Typists' doubled marks (``…\'\') are read as straight ones that take two code points."""
MAX_SINGLE = 600
"""Single quotation marks look like apostrophes: a pair further apart than this (code points) is none."""


class Quotation(NamedTuple):
    """One quotation inside one paragraph.

    `span` has the marks, `inner` has not; an empty pair is no quotation.  `mark` is the opening one (`"` for doubled
    single ones).  `closed` is False where the paragraph ended
    first.  `outer` is the number of the quotation that this one is nested in, `continues` that of the quotation in
    the paragraph before that goes on here.
    """

    span: Span
    inner: Span
    mark: str
    closed: bool = True
    outer: int | None = None
    continues: int | None = None

    @property
    def is_single(self) -> bool:
        """Whether the marks are single ones."""
        return self.mark in SINGLE


@dataclass(slots=True)
class _Open:
    at: int
    mark: str


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations, sorted by where they start; the numbers in `outer` and `continues` index this tuple."""
    found: list[Quotation] = []
    last_open: int | None = None
    typed = text if PAD in text else text.replace("``", DOUBLED).replace("''", DOUBLED)
    every, k = [m.start() for m in MARK.finditer(typed)], 0
    for paragraph in paragraphs(text):
        first_mark = k
        while k < len(every) and every[k] < paragraph.end:
            k += 1
        here = _quotations(typed, paragraph, every[first_mark:k]) if first_mark < k else []
        base = len(found)
        if here and last_open is not None:
            first, before = here[0], found[last_open]
            if first.span.start == paragraph.start and first.mark == before.mark:
                here[0] = first._replace(continues=last_open)
        found += here
        last_open = next((base + i for i, q in enumerate(here) if not q.closed and not q.is_single), None)
    return _nested(found)


def _nested(found: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations with their `outer` filled in; they are sorted by start, and pairs never cross."""
    out: list[Quotation] = []
    stack: list[int] = []
    for i, quotation in enumerate(found):
        while stack and found[stack[-1]].span.end < quotation.span.end:
            stack.pop()
        out.append(quotation._replace(outer=stack[-1]) if stack else quotation)
        stack.append(i)
    return tuple(out)


def _quotations(text: str, paragraph: Span, marks: list[int]) -> list[Quotation]:
    """Quotations of one paragraph, whose marks these are, sorted by start."""
    if _take_turns(text, paragraph, marks):
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return [_between(text, opening, closing) for opening, closing in pairs if closing > _behind(text, opening)]
    out = _pair(text, paragraph, marks)
    out.sort(key=lambda q: (q.span.start, -q.span.end))
    return [q for i, q in enumerate(out) if not _crosses(q, out[max(0, i - 4) : i])]


def _take_turns(text: str, paragraph: Span, marks: list[int]) -> bool:
    """Whether an opening and a closing double mark of one kind take turns: most paragraphs are as plain as that."""
    kinds, half = "".join([text[at] for at in marks]), len(marks) // 2
    if kinds != '"' * 2 * half:
        return kinds == "“”" * half
    opened = all(_opens(text, at, '"', paragraph, []) for at in marks[::2])
    return opened and all(_can_close(text, at, '"', paragraph) for at in marks[1::2])


def _between(text: str, opening: int, closing: int) -> Quotation:
    return Quotation(Span(opening, _behind(text, closing)), Span(_behind(text, opening), closing), text[opening])


def _pair(text: str, paragraph: Span, marks: list[int]) -> list[Quotation]:
    """Quotations between any marks, in no order."""
    closers_ahead = _closers_ahead(text, marks)
    stack: list[_Open] = []
    out: list[Quotation] = []
    for k, at in enumerate(marks):
        mark = text[at]
        depth = _closes(text, at, mark, stack, paragraph, closers_ahead[k])
        if depth is not None:
            opened = stack[depth]
            del stack[depth:]
            if at > _behind(text, opened.at):
                out.append(_between(text, opened.at, at))
        elif _opens(text, at, mark, paragraph, stack):
            stack.append(_Open(at, mark))
    for opened in stack:
        inner = _behind(text, opened.at)
        if opened.mark not in SINGLE and paragraph.end > inner:
            span = Span(opened.at, paragraph.end)
            out.append(Quotation(span, Span(inner, paragraph.end), opened.mark, closed=False))
            break  # what opened later cannot be told from a stray mark
    return out


def _crosses(quotation: Quotation, before: list[Quotation]) -> bool:
    return any(b.span.start < quotation.span.start < b.span.end < quotation.span.end for b in before)


def _behind(text: str, at: int) -> int:
    """Where the mark ends: a doubled one takes two code points."""
    return at + 2 if text.startswith(PAD, at + 1) else at + 1


def _beside(text: str, at: int, paragraph: Span) -> tuple[str, str]:
    """The characters before and behind a mark; a space at the paragraph's edges."""
    end = _behind(text, at)
    return text[at - 1] if at > paragraph.start else " ", text[end] if end < paragraph.end else " "


def _closers_ahead(text: str, marks: list[int]) -> list[bool]:
    """For each mark: whether a ” stands behind it before another “ does."""
    out, ahead = [False] * len(marks), False
    for k in range(len(marks) - 1, -1, -1):
        out[k] = ahead
        if text[marks[k]] in "“”":
            ahead = text[marks[k]] == "”"
    return out


def _closes(text: str, at: int, mark: str, stack: list[_Open], paragraph: Span, curly_ahead: bool) -> int | None:
    """The position in the stack of what this mark closes; None where it closes nothing."""
    if not stack or not _can_close(text, at, mark, paragraph):
        return None
    for depth in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        opened = stack[depth]
        if mark in CLOSERS[opened.mark]:
            if opened.mark in SINGLE and at - opened.at > MAX_SINGLE:
                continue
            return depth
        if opened.mark == "“" and mark == '"' and not curly_ahead:
            return depth
        if opened.mark == '"' and mark == "”":
            return depth
        if opened.mark == "‘" and mark == "'" and not _is_apostrophe(text, at, paragraph):
            return depth
    return None


def _can_close(text: str, at: int, mark: str, paragraph: Span) -> bool:
    if mark in "’'":
        return not _is_apostrophe(text, at, paragraph) and not _is_possessive(text, at, paragraph)
    if mark == '"':
        before, after = _beside(text, at, paragraph)
        return not (before in " \t([—" and after.isalnum())
    return True


def _opens(text: str, at: int, mark: str, paragraph: Span, stack: list[_Open]) -> bool:
    if mark not in CLOSERS or _behind(text, at) >= paragraph.end:
        return False
    before, after = _beside(text, at, paragraph)
    if mark == "'":
        if ELISION.match(text, at):
            return False
        return before in BEFORE_OPENING and not after.isspace()
    if mark == "‘":
        return not ELISION.match("'" + text[at + 1 : at + 12])
    if mark == "»":
        return before in BEFORE_OPENING and not after.isspace()
    if mark == '"':
        if before.isdigit() and not any(o.mark == '"' for o in stack):
            return False  # an inch mark
        return not after.isspace()
    return True


def _is_apostrophe(text: str, at: int, paragraph: Span) -> bool:
    """Whether letters stand on both sides, or an elision begins here ("’em")."""
    before, after = _beside(text, at, paragraph)
    if before.isalnum() and after.isalnum():
        return True
    return before.isspace() and bool(ELISION.match(text, at))


def _is_possessive(text: str, at: int, paragraph: Span) -> bool:
    """Whether this looks like "the workers’ rights": an s before, a small letter behind."""
    before, _ = _beside(text, at, paragraph)
    return before in "sS" and at + 2 < paragraph.end and text[at + 1] == " " and text[at + 2].islower()
