"""Versions: what a newsroom's later text is to its earlier one: correction, update, replacement or withdrawal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.versions import (
    Version,
    bracket_pattern,
    head_pattern,
    mark_pattern,
    notice_pattern,
    number_pattern,
)
from onrecord.provenance.body_text import body
from onrecord.provenance.imprint import SHINGLE
from onrecord.provenance.metadata import TITLE
from onrecord.provenance.outlets import credited, outlet_key
from onrecord.provenance.prepared import Prepared
from onrecord.records import Article, CreditKind, Evidence, Span
from onrecord.text.content_words import spaced, word_list
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import sentences_in
from onrecord.text.word_runs import covered, numbered, share

HEAD = 600
"""Code points at the head of a text among which the marks of a running story are looked for."""
ADDED = 8
"""Words of a sentence that make a later version an update; a shorter one may be a line of the page."""
STRANGE = 0.3
"""A sentence is new where less of its words than this share stand in the earlier version."""
TITLE_WORDS = 4
"""Words of a headline by which a notice can name the text that it withdraws."""
REMEMBERED = 2048
OTHER_SOURCE = "other_source"
"""In the rule of an edge between two texts of one page that come from different newsrooms."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a text says of itself, with its folded words; no `span` where it stands in a headline that is metadata."""

    kind: Version
    words: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Change:
    """What the later of two versions is to the earlier one, and the characters that show it.

    `other_source`: the page had an agency's copy and has another text now, which is no version of that copy.
    """

    kind: Version
    evidence: tuple[Evidence, ...]
    other_source: bool = False

    @property
    def rule(self) -> str:
        """What the rule of the edge begins with."""
        return f"{self.kind.value}, {OTHER_SOURCE}" if self.other_source else self.kind.value


def change(later: Prepared, earlier: Prepared, *, copied: bool) -> Change | None:
    """What the later version is; None where neither its words nor its credits tell.

    What it says of itself counts first, as far as the earlier version does not say it too.  `copied`: most of one
    stands in the other; then a sentence that was added makes an update, and otherwise an agency's credit that is gone
    shows that the text was replaced.
    """
    mine, before = later.findings.article, earlier.findings.article
    said = news(mine, before)
    kind = min((notice.kind for notice in said), key=list(Version).index, default=None)
    replaced = None if copied or kind is Version.WITHDRAWN else _other_source(mine, before)
    if replaced is not None or (kind is None and not copied):
        return replaced
    if kind is not None:
        return Change(kind, tuple(Evidence(mine.id, n.span, None if n.span else TITLE) for n in said if n.kind is kind))
    added, dropped = _strange(later, earlier), _strange(earlier, later)
    more = sum(size for size, _ in added) > sum(size for size, _ in dropped)
    return Change(Version.UPDATE, (Evidence(mine.id, added[0][1]),)) if more else None


def news(article: Article, other: Article) -> tuple[Notice, ...]:
    """The notices of an article that the other does not have."""
    known = {notice.words for notice in _notices_of(other)}
    return tuple(notice for notice in _notices_of(article) if notice.words not in known)


def later_by_notice(a: Article, b: Article) -> Article | None:
    """Which of two versions is the later by its own account, whatever their dates; None where that does not tell."""
    mine, others = news(a, b), news(b, a)
    if bool(mine) != bool(others):
        return a if mine else b
    first, second = _number(mine), _number(others)
    return None if first == second else a if first > second else b


def withdraws(a: Article, b: Article) -> bool:
    """Whether one of the two withdraws the other, which it names by its headline; symmetric."""
    return any(
        notice.kind is Version.WITHDRAWN and _names(one, other)
        for one, other in ((a, b), (b, a))
        for notice in news(one, other)
    )


def same_sources(a: Article, b: Article) -> bool:
    """Whether both credit the same newsrooms."""
    return {outlet_key(c.name) for c in credited(a)} == {outlet_key(c.name) for c in credited(b)}


def version_of(rule: str) -> Version | None:
    """The version that the rule of an edge names ("correction, same_url, published later"), if it names one."""
    named = rule.partition(",")[0]
    return next((version for version in Version if version.value == named), None)


def _notices_of(article: Article) -> tuple[Notice, ...]:
    return notices(article.text, None if article.title_span else article.title)


@lru_cache(maxsize=REMEMBERED)
def notices(text: str, headline: str | None) -> tuple[Notice, ...]:
    """The notices of a text, in order, and those of a headline that is no part of it.

    What stands in quotation marks is said by somebody else.
    """
    quoted = [q.span for q in quotations(text) if q.outer is None]
    found = [n for n in _found(text) if n.span and not any(q.start <= n.span.start < q.end for q in quoted)]
    heads = head_pattern().finditer(headline or "")
    marks = mark_pattern().finditer(headline or "")
    found += [Notice(Version(str(match.lastgroup)), _folded(match[0]), None) for match in heads]
    found += [Notice(Version.REPLACED, _folded(match[0]), None) for match in marks]
    return tuple(found)


def _found(text: str) -> Iterator[Notice]:
    for match in notice_pattern().finditer(text):
        group = str(match.lastgroup)
        yield Notice(Version(group), _folded(match[group]), Span(*match.span(group)))
    for match in bracket_pattern().finditer(text):
        yield Notice(Version(str(match.lastgroup)), _folded(match[0]), Span(*match.span()))
    for match in mark_pattern().finditer(text, 0, HEAD):
        yield Notice(Version.REPLACED, _folded(match[0]), Span(*match.span()))


def _folded(words: str) -> str:
    return " ".join(word_list(words))


def _number(notices: tuple[Notice, ...]) -> int:
    """The highest number of an update or lead; 0 without one."""
    found = (match for notice in notices for match in number_pattern().finditer(notice.words))
    return max((int(match[1] or match[2]) for match in found), default=0)


def _names(notice: Article, other: Article) -> bool:
    title = word_list(other.title or "")
    return len(title) >= TITLE_WORDS and f" {' '.join(title)} " in f" {_folded(notice.text)} "


def _strange(article: Prepared, other: Prepared) -> list[tuple[int, Span]]:
    """The sentences that the other version does not have, each with the number of its words, the longest first."""
    text = article.findings.article.text
    parts = (s for part in body(article.findings.article) for s in sentences_in(text, part))
    found = ((numbered(spaced((span.of(text),))), span) for span in parts)
    alone = [
        (len(words), span)
        for words, span in found
        if len(words) >= ADDED and share(covered(words, other.imprint.known, SHINGLE)) < STRANGE
    ]
    return sorted(alone, key=lambda one: (-one[0], one[1].start))


def _other_source(later: Article, earlier: Article) -> Change | None:
    """Whether a page that had an agency's copy has something else now: its credits tell, they are the evidence."""
    was, now = _agencies(earlier), _agencies(later)
    if not was or was.keys() & {outlet_key(credit.name) for credit in credited(later)}:
        return None
    return Change(Version.REPLACED, (*was.values(), *now.values()), other_source=True)


def _agencies(article: Article) -> dict[str, Evidence]:
    """The agencies that an article credits, each with the credit."""
    wires = [c for c in credited(article) if c.kind is CreditKind.WIRE]
    return {outlet_key(c.name): Evidence(article.id, c.span) for c in reversed(wires)}
