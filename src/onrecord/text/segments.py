"""Paragraphs, sentences and words of a text, as spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise

from onrecord.records.spans import Span

WORD = re.compile(r"\w+(?:['’\-.]\w+)*")
"""A word: letters and digits, joined by inner apostrophes, hyphens and full stops ("U.S", "Kassym-Jomart")."""

BLOCK = re.compile(r"\S[^\n\r]*(?:(?:\r\n|\n|\r)[^\S\n\r]*[^\s][^\n\r]*)*")
SENTENCE_END = re.compile(r"[.!?…]{1,6}[\"'”’»“)\]]{0,4}(?=\s|$)")
NEXT_START = re.compile(r"\s+[\"'“‘„«»(\[]{0,3}[^\W_]")

INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
"""The letters before a surname: "J.R.R"."""

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs gen col lt capt cmdr sgt maj adm rev hon st jr sr vs no nos inc corp "
    "co ltd dept dist atty pres sec supt messrs mme mlle fr ft mt jan feb mar apr jun jul aug sept sep oct nov dec "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo approx est fig vol ed eds al e.g i.e etc a.m p.m u.s u.k u.n d.c ph.d".split()
)
NEVER_LAST = frozenset("mr mrs ms dr prof sen sens rep reps gov govs gen col lt capt cmdr sgt maj adm rev hon".split())
"""Titles that stand before a name: a full stop behind one never ends a sentence."""

STARTERS = frozenset(
    "The He She It They We I But And In On At A An This That These Those If When While After Before His Her Its Their "
    "Our My You There As For With So Then However Meanwhile Still Yet".split()
)
"""Words that open a sentence when they follow an abbreviation with a capital: "in the U.S. The …"."""

WRAP_WIDTHS = range(50, 101)


def words(text: str, span: Span | None = None) -> list[Span]:
    """The words of the text, or of one span of it, in order."""
    found = WORD.finditer(text, *span) if span else WORD.finditer(text)
    return [Span(m.start(), m.end()) for m in found]


@lru_cache(maxsize=64)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Paragraphs without the white space around them.

    A line is a paragraph, except in hard-wrapped text, where blank lines part paragraphs.
    """
    if is_hard_wrapped(text):
        return tuple(_stripped(m[0], m.start()) for m in BLOCK.finditer(text))
    out, start = [], 0
    for line in text.replace("\r", "\n").split("\n"):
        if line and not line.isspace():
            out.append(_stripped(line, start))
        start += len(line) + 1
    return tuple(out)


def _stripped(part: str, start: int) -> Span:
    """The span of a part, which starts there, without the white space around it."""
    bare = part.strip()
    start += part.index(bare) if len(bare) < len(part) else 0
    return Span(start, start + len(bare))


def is_hard_wrapped(text: str) -> bool:
    """Whether line breaks were put in at a fixed width: most lines that another line follows directly are that long."""
    lines = text.splitlines()
    followed = [a.rstrip() for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(followed) < 3:
        return False
    wrapped = sum(len(line) in WRAP_WIDTHS for line in followed)
    unfinished = sum(not line.endswith((".", "!", "?", '"', "”")) for line in followed)
    return wrapped >= 0.8 * len(followed) and unfinished >= 0.5 * len(followed)


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Span, ...]:
    """Sentences in order; none crosses a paragraph, and every paragraph is covered but for white space."""
    return tuple(s for paragraph in paragraphs(text) for s in _split(text, paragraph))


def sentence_at(text: str, position: int) -> Span:
    """The sentence that holds a code point, or ends before it; the first one where none does.  The text has words."""
    every = sentences(text)
    return every[max(0, bisect_right(every, position, key=lambda s: s.start) - 1)]


def sentences_in(text: str, span: Span, longest: int | None = None) -> list[Span]:
    """The parts of sentences that lie in a span, in order; only of those that are not longer (code points)."""
    every = sentences(text)
    first = bisect_right(every, span.start, key=lambda s: s.end)
    last = bisect_left(every, span.end, key=lambda s: s.start)
    short = (s for s in every[first:last] if longest is None or len(s) <= longest)
    return [Span(max(s.start, span.start), min(s.end, span.end)) for s in short]


def _split(text: str, paragraph: Span) -> list[Span]:
    out: list[Span] = []
    start = paragraph.start
    for match in SENTENCE_END.finditer(text, start, paragraph.end):
        following = NEXT_START.match(text, match.end(), paragraph.end)
        if following is None or not _ends_sentence(text, start, match, following.end() - 1):
            continue
        out.append(Span(start, match.end()))
        start = match.end() + len(following[0]) - len(following[0].lstrip())
    if start < paragraph.end:
        out.append(Span(start, paragraph.end))
    return out


def _ends_sentence(text: str, start: int, end: re.Match[str], following: int) -> bool:
    """Whether the marks in `end` close a sentence; `following` is where the next word starts."""
    if text[following].islower():
        return False
    if not end[0].startswith(".") or len(end[0]) > 1:
        return True
    token = re.search(r"[\w.]{1,12}$", text[max(start, end.start() - 12) : end.start()])
    if token is None:
        return True
    word = token[0].lower().lstrip(".")
    if word in NEVER_LAST or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    if word in ("no", "nos"):
        return not text[following].isdigit()
    if word not in ABBREVIATIONS and not INITIALS.fullmatch(word):
        return True
    opener = WORD.match(text, following)
    return opener is not None and opener[0] in STARTERS
