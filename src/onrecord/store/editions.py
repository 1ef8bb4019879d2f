"""Editions: which findings of one article a store keeps when it is given several, and the JSON it keeps them as."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from onrecord.records import Findings, from_json, to_json

Mark = tuple[str, str]
"""What tells two editions of one article apart: the labeller's version and the JSON."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Findings as they are kept: without the place where the article was found, and with their JSON.

    `record` leaves out the article's text, which is kept beside it (but for a text that is no valid Unicode).
    """

    findings: Findings
    record: str

    @classmethod
    def of(cls, findings: Findings) -> Edition:
        """The edition that these findings make."""
        kept = replace(findings, article=replace(findings.article, doc=None, path=None))
        data = to_json(kept)
        if storable(kept.article.text) == kept.article.text:
            del data["article"]["text"]
        return cls(kept, json.dumps(data, separators=(",", ":")))

    @classmethod
    def restored(cls, record: str, text: str) -> Edition:
        """The edition that was kept as this JSON and text."""
        data = json.loads(record)
        data["article"].setdefault("text", text)
        return cls(from_json(Findings, data), record)

    @property
    def mark(self) -> Mark:
        """What tells this edition from others of its article."""
        return self.findings.made_by, self.record


def replaces(new: Mark, kept: Mark) -> bool:
    """Whether new findings take the place of those kept so far.

    Another labeller's do, whichever comes last.  The same labeller's differ only where pages with one text say
    different things about it: those that say more stay, so that the order in which they came does not matter.
    """
    if new[0] != kept[0]:
        return True
    return (len(new[1]), new[1]) > (len(kept[1]), kept[1])


def to_store(batch: Iterable[Findings], kept: Callable[[str], Mark | None]) -> dict[str, Edition]:
    """The editions that a batch adds or puts in the place of those `kept`, by article id."""
    before: dict[str, Mark | None] = {}
    now: dict[str, Edition] = {}
    for findings in batch:
        article, edition = findings.article.id, Edition.of(findings)
        if article not in before:
            before[article] = kept(article)
        old = now[article].mark if article in now else before[article]
        if old is None or replaces(edition.mark, old):
            now[article] = edition
    return {article: edition for article, edition in now.items() if edition.mark != before[article]}


Place = tuple[str | None, str | None]
"""Where a copy of an article was found: its path and its doc, of which one may be unknown."""


def places_of(findings: Findings) -> set[Place]:
    """The place these findings say, if they say any."""
    place = (findings.article.path or None, findings.article.doc or None)
    return {place} - {(None, None)}


def placed(findings: Findings, places: Iterable[Place]) -> Findings:
    """The findings with the first of the places where copies of their article were found: paths first, by alphabet."""
    path, doc = min(places, key=lambda p: (p[0] is None, p[0] or "", p[1] or ""), default=(None, None))
    return replace(findings, article=replace(findings.article, path=path, doc=doc))


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: a lone surrogate becomes "?"."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
