"""Words by which a text says that it corrects, updates, replaces or withdraws an earlier one, from `versions.txt`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache

from onrecord.lexicon.word_lists import pairs, sections


class Version(StrEnum):
    """What a later version of an article is to the earlier one; of two that one text names the first here counts."""

    WITHDRAWN = "withdrawn"
    CORRECTION = "correction"
    REPLACED = "replaced"
    UPDATE = "update"


_START = (
    r"(?:^|(?<=[.!?:)\]]\s)|(?<=[.!?][”\"’]\s))[*_•\[–—\t ]{0,4}"
    r"(?:(?:Editor['’]?s?\s|EDITOR['’]?S?\s)?(?:[Nn]ote|NOTE)\s?:\s)?"
)
"""Where a line or a sentence starts, with "Editor's note:" before it."""
_DAY = r"(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_DATED = r"(?:\s?\([^()\n]{1,40}\)|,?\s(?=[^:\n]{0,40}\d)[^:\n]{1,40})?"
_TAIL = r"[^\n.!?]{0,300}[.!?]?"


@cache
def notice_pattern() -> re.Pattern[str]:
    """Finds notices at the start of lines and sentences; the group that matched is called after its Version."""
    return re.compile(_START + _by_kind(lambda kind: "|".join(_sentences(kind))), re.MULTILINE)


@cache
def bracket_pattern() -> re.Pattern[str]:
    """Finds notices in round brackets; the group that matched is called after its Version."""
    return re.compile(rf"\({_by_kind(lambda kind: _any_of(_words(kind, 'notes')))}\b[^()\n]{{0,300}}\)")


@cache
def head_pattern() -> re.Pattern[str]:
    """Finds what a headline opens with ("UPDATE 2-"); the group that matched is called after its Version."""
    return re.compile(rf"^\W{{0,4}}{_by_kind(_head)}")


@cache
def mark_pattern() -> re.Pattern[str]:
    """Finds the marks of a text that takes the place of an earlier one: "WRITETHRU", "2nd Ld"."""
    marks, leads = (_any_of(_words(Version.REPLACED, name)) for name in ("marks", "leads"))
    return re.compile(rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th)\s(?:{leads})(?:-\w{{1,20}})?|{marks})(?!\w)")


@cache
def number_pattern() -> re.Pattern[str]:
    """Finds which version it is, in the group that matched: "UPDATE 2", "2nd Ld"."""
    leads = _any_of(_words(Version.REPLACED, "leads"))
    return re.compile(rf"\b(?:UPDATE|Update|update)\s?(\d{{1,2}})\b|\b(\d{{1,2}})(?:st|nd|rd|th)\s(?i:{leads})\b")


def _by_kind(pattern: Callable[[Version], str]) -> str:
    return f"(?:{'|'.join(f'(?P<{kind.value}>{pattern(kind)})' for kind in Version)})"


def _sentences(kind: Version) -> Iterator[str]:
    """The patterns of a kind that stand at the start of a line or sentence."""
    texts, openings, done = _any_of(_words(kind, "texts")), _words(kind, "openings"), _any_of(_done(kind))
    yield rf"{_head(kind)}(?:[^\S\n]?{_TAIL})"
    yield _deeds(kind) + _TAIL
    if openings:
        yield rf"(?:{_any_of(openings)})\b{_TAIL}"
    if earlier := _words(kind, "versions"):
        yield rf"(?:{_any_of(earlier)})\s(?:{texts})\b{_TAIL}"
    if stamps := _words(kind, "stamps"):
        yield rf"(?:{_any_of(stamps)})(?:\s?:|\s(?:at\s|on\s)?(?={_DAY})){_TAIL}"
    if desk := _words(kind, "desk"):
        yield rf"(?:Eds|EDS)\b[^\n]{{0,120}}?\b(?:{_any_of(desk)})\b{_TAIL}"
    if kind is Version.WITHDRAWN:
        named = rf"The\s(?:{texts})\s(?:headlined|slugged|titled)\b[^\n]{{1,200}}?"
        yield rf"{named}\s(?:is|was|has\sbeen)\s(?:{done})\b{_TAIL}"


def _head(kind: Version) -> str:
    """A head with its number and its colon or dash; a bare hyphen counts behind capitals and numbers."""
    capitals = _any_of({word.upper() for word in _words(kind, "heads")})
    others = _any_of({word for word in _words(kind, "heads") if word != word.upper()})
    number = r"(?:\s\d{1,2})?"
    return (
        rf"(?:(?:{capitals})\b{number}(?:{_DATED}\s?:|\s?[-–—]|(?=\s\())"
        rf"|(?:{others})\b{number}(?:{_DATED}\s?:|\s[-–—]\s))"
    )


def _deeds(kind: Version) -> str:
    """ "This article has been corrected", "The headline of this story was amended", "This version corrects"."""
    texts, acts = _any_of(_words(kind, "texts")), _any_of(set(pairs(_words(kind, "deeds")).values()) - {""})
    subject = rf"(?:(?:The|A)\s(?:headline|caption|photo|date|day)\s(?:of|on|in|to)\sthis|This)\s(?:{texts})"
    return rf"{subject}\s(?:(?:has\s(?:since\s)?been|was|is)\s(?:{_any_of(_done(kind))})|{acts})\b"


def _done(kind: Version) -> set[str]:
    return set(pairs(_words(kind, "deeds")))


def _words(kind: Version, name: str) -> frozenset[str]:
    listed = sections("versions.txt")
    return listed["texts"] if name == "texts" else listed.get(f"{kind.value} {name}", frozenset())


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\-", r"[\s-]") for phrase in longest_first)
