"""Stretches: the sentences of a text as tokens, where a whole quotation counts as one token."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from onrecord.records import Span
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import paragraphs, sentences

TOKEN = re.compile(
    r"['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-.&/]\w+|['’](?!(?:s|re|ve|ll|d|m)\b)\w+){0,40}|[^\w\s]", re.IGNORECASE
)
DOUBLED = re.compile(r"(?:''|``)(?=[^\s'])([^\n]{1,4000}?)''")
"""Two single marks for one double one, as some archives have it."""
ASKED = re.compile(r"[?!…,—-][\"'”’»“]{0,2}$")
MAX_TOKENS = 500
"""A sentence longer than this (tokens) is read in pieces of this length."""

Range = tuple[int, int]
"""Tokens from the first up to, and without, the second."""


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    QUOTE = "quote"
    PUNCT = "punct"


@dataclass(slots=True)
class Token:
    """A word, a punctuation mark or a whole quotation with its marks; offsets are code points of the text."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind

    @property
    def is_capital(self) -> bool:
        """Whether the first letter is a capital."""
        return self.text[:1].isupper()


@dataclass(slots=True)
class Stretch:
    """One sentence at one level of quotation.

    `quoted`: it stands inside a quotation.  `opens`: it opens a paragraph.  `is_title`: it is the first line.
    """

    tokens: list[Token]
    quoted: bool = False
    opens: bool = False
    is_title: bool = False

    def span(self, first: int, behind: int) -> Span:
        """The characters from token `first` up to, and without, token `behind`."""
        return Span(self.tokens[first].start, self.tokens[behind - 1].end)


def stretches(text: str) -> list[Stretch]:
    """Every sentence outside quotations and every sentence inside one, in the order of the text."""
    marks = _quotes(text)
    starts = [s.start for s in sentences(text)]
    lines = {p.start for p in paragraphs(text)}
    regions = [(p, False) for p in paragraphs(text)] + [(i, True) for m in marks if (i := _inner(text, *m)) is not None]
    out: list[Stretch] = []
    for region, quoted in regions:
        inside = _within(marks, region)
        cuts = starts[bisect_right(starts, region.start) : bisect_left(starts, region.end)]
        found = [t for t in _tokenised(text, region, inside, cuts) if t]
        out.extend(Stretch(t, quoted, opens=t[0].start in lines and not quoted) for t in found)
    out.sort(key=lambda s: s.tokens[0].start)
    if out:
        out[0].is_title = out[0].opens
    return out


def outer_quotations(text: str) -> list[Span]:
    """The quotations, marks included, that stand in no other one."""
    return [Span(*m) for p in paragraphs(text) for m in _within(_quotes(text), p)]


def _inner(text: str, start: int, end: int) -> Span | None:
    """What stands between the marks."""
    width = 2 if text.startswith(("''", "``"), start) else 1
    closed = text[end - 1] in "”\"’'«»“‘"
    inner_end = end - width if closed else end
    return Span(start + width, inner_end) if inner_end > start + width else None


@lru_cache(maxsize=8)
def _quotes(text: str) -> list[tuple[int, int]]:
    found = {(q.span.start, q.span.end) for q in quotations(text)}
    found |= {(m.start(), m.end()) for m in DOUBLED.finditer(text)}
    return sorted(found, key=lambda q: (q[0], -q[1]))


def _within(marks: list[tuple[int, int]], region: Span) -> list[tuple[int, int]]:
    """The outermost of the marks that lie in the region."""
    out: list[tuple[int, int]] = []
    for k in range(bisect_left(marks, (region.start, 0)), bisect_left(marks, (region.end, 0))):
        start, end = marks[k]
        if end <= region.end and (not out or start >= out[-1][1]):
            out.append((start, end))
    return out


def _tokenised(text: str, region: Span, marks: list[tuple[int, int]], cuts: list[int]) -> list[list[Token]]:
    """The tokens of each sentence of the region.

    A sentence end inside a quotation, or right behind one that may still get its "… she asked", is none.
    """
    out: list[list[Token]] = []
    tokens: list[Token] = []
    ends = iter([*cuts, region.end])
    cut = next(ends)
    at, k = region.start, 0
    while at < region.end:
        stop = min(marks[k][0] if k < len(marks) else region.end, region.end)
        while cut <= stop and cut < region.end:
            _words(text, at, cut, tokens)
            if not _goes_on(tokens):
                out.append(tokens)
                tokens = []
            at, cut = cut, next(ends)
        _words(text, at, stop, tokens)
        at = stop
        if k < len(marks) and stop == marks[k][0]:
            start, end = marks[k]
            tokens.append(Token(start, end, text[start:end], "", Kind.QUOTE))
            at, k = end, k + 1
            while cut < at and cut < region.end:
                cut = next(ends)
    out.append(tokens)
    return [t[i : i + MAX_TOKENS] for t in out for i in range(0, len(t), MAX_TOKENS)]


def _goes_on(tokens: list[Token]) -> bool:
    """Whether the tokens end in a quotation that may still get its '… she asked'."""
    return bool(tokens) and tokens[-1].kind is Kind.QUOTE and ASKED.search(tokens[-1].text[-4:]) is not None


def _words(text: str, start: int, end: int, into: list[Token]) -> None:
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        first = word[0]
        if first.isalnum() or first == "_" or (first in "'’" and len(word) > 1):
            into.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'"), Kind.WORD))
        elif (
            word == "."
            and into
            and into[-1].end == match.start()
            and into[-1].kind is Kind.WORD
            and _mid(text, match.end(), end)
        ):
            into[-1].end = match.end()
            into[-1].text += "."
        else:
            into.append(Token(match.start(), match.end(), word, word, Kind.PUNCT))


def _mid(text: str, at: int, end: int) -> bool:
    """Whether something follows on the same line: the full stop belongs to an abbreviation."""
    return bool(text[at : min(end, at + 3)].strip())
