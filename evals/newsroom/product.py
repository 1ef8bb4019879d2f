"""The product's claims: each cascade in an archive of its own, asked by the public API, read from the answers' JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.newsroom.cascade import Cascade
from evals.newsroom.claims import Claims, Place
from evals.newsroom.wordings import Relation
from onrecord import Archive, Findings
from onrecord.errors import NotFound
from onrecord.records import Span, Spans

Json = dict[str, Any]
REPORTS = 0.5
"""Share of a saying's characters from which on a statement is its report."""


def asked(cascade: Cascade, labeller: str) -> Claims:
    """What the product answers when it is asked for the main point in the words of a user."""
    with Archive.open(":memory:") as archive:
        _fill(archive, cascade, labeller)
        return Interview(archive, cascade).claims()


def _fill(archive: Archive, cascade: Cascade, labeller: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cascade.jsonl"
        lines = (json.dumps({**asdict(d), "language": "en"}, ensure_ascii=False) for d in cascade.documents)
        path.write_text("\n".join(lines), encoding="utf-8")
        archive.add(path, labeller=labeller)


@dataclass(frozen=True, slots=True)
class Located:
    """A statement of the product's that shares characters with a saying, and the share of the saying that it has."""

    place: Place
    statement: str
    share: float

    @property
    def reports(self) -> bool:
        """Whether it has enough of the saying to be its report; a smaller one is a statement inside it, or a piece."""
        return self.share >= REPORTS


class Interview:
    """The questions put to one archive."""

    def __init__(self, archive: Archive, cascade: Cascade) -> None:
        self._archive, self._cascade = archive, cascade
        findings = list(archive.statements())
        self._docs = {f.article.id: f.article.doc or "" for f in findings}
        self._homes = {s.id: f.article.doc or "" for f in findings for s in f.statements}
        self._located = _located(cascade, {f.article.doc or "": f for f in findings})

    def claims(self) -> Claims:
        """All answers together; nothing on origins and primary source where the main point is not known at all."""
        rest = Claims(relations=self._relations(), relays=self._relays(), mixed_up=self._mixed_up())
        origins = self._origins(self._cascade.asked)
        if origins is None:
            return rest
        primary = self._archive.trace(self._cascade.asked).to_json()["primary"]
        beside = [self._origins(event.asked) for event in self._cascade.truth.elsewhere]
        return replace(
            rest,
            groups=tuple(group for found in (origins, *beside) if found for group in self._groups(found)),
            low=origins["low"],
            high=origins["high"],
            what=primary["what"],
            who=primary["who"],
            when=primary["when"],
        )

    def _origins(self, words: str) -> Json | None:
        """The origins of what these words were said in; None where the product does not know them."""
        try:
            found: Json = self._archive.sources(words).to_json()["origins"]
        except NotFound:
            return None
        return found

    def _groups(self, origins: Json) -> Iterable[frozenset[str]]:
        return (frozenset(self._docs[article] for article in group["articles"]) for group in origins["groups"])

    def _relations(self) -> dict[Place, Relation]:
        """From the edges that `why` lists at the reference's statement, within its utterance.

        A statement that lies inside a saying, without being its report, says nothing of another report.
        """
        found: dict[Place, Relation] = {}
        for point, doc in self._cascade.truth.references:
            reference = self._report(doc, point)
            related = self._related(reference) if reference else {}
            for one in self._located:
                if one.reports and one.place[0] != doc and one.statement in related:
                    found.setdefault(one.place, related[one.statement])
            met = {one.statement for one in self._located}
            found |= {(self._homes[other], other): r for other, r in related.items() if other not in met}
        return found

    def _report(self, doc: str, point: str) -> str | None:
        """The statement that fits a saying best; None where none does."""
        return next((one.statement for one in self._located if one.place == (doc, point) and one.reports), None)

    def _related(self, reference: str) -> dict[str, Relation]:
        """Each other statement of the utterance with its relation; one of the same wording needs no edge."""
        wordings = [w["statements"] for w in self._archive.trace(reference).to_json()["wordings"]]
        together = {s for statements in wordings for s in statements}
        same: list[str] = next((w for w in wordings if reference in w), [])
        found = dict.fromkeys((s for s in same if s != reference), Relation.IDENTICAL)
        for edge in self._archive.why(reference).to_json()["edges"]:
            other = edge["to"] if edge["from"] == reference else edge["from"]
            kind, _, relation = edge["kind"].partition(", ")
            if kind == "same_utterance" and other in together:
                found[other] = Relation(relation.replace("-", ""))
        return found

    def _relays(self) -> frozenset[tuple[str, str]]:
        """The newsrooms but its own to which the chain of each report's main statement leads by a go-between."""
        main = self._cascade.truth.main
        reports = ((r.doc, self._report(r.doc, main)) for r in self._cascade.truth.reports)
        found = ((doc, name) for doc, statement in reports if statement for name in self._vias(statement))
        own = {d.doc: d.outlet for d in self._cascade.documents}
        return frozenset((doc, name) for doc, name in found if own[doc] not in name)

    def _vias(self, statement: str) -> Iterable[str]:
        for step in self._archive.trace(statement).to_json()["chain"]:
            if step["from"] == statement and step["to"].startswith(("wire:", "outlet:")):
                yield step["to"].partition(":")[2]

    def _mixed_up(self) -> frozenset[str]:
        """Reports of a namesake under the speaker's name, and the other way round."""
        truth = self._cascade.truth
        if not truth.namesakes:
            return frozenset()
        mine = self._reports_of(self._cascade.speaker) & set(truth.namesakes)
        theirs = set[str]().union(*(self._reports_of(name) for name in truth.namesake_names))
        return frozenset(mine | (theirs - set(truth.namesakes)))

    def _reports_of(self, name: str) -> set[str]:
        return {self._docs[r["article"]] for r in self._archive.who(name).to_json()["statements"]}


def _located(cascade: Cascade, findings: Mapping[str, Findings]) -> list[Located]:
    """For each saying the statements that meet it, the closest fit first."""
    out = []
    for saying in cascade.truth.sayings:
        found = findings.get(saying.doc)
        size = sum(map(len, saying.spans))
        shares = [(_common(s.content, saying.spans), s) for s in found.statements] if found else []
        meeting = sorted((-n, sum(map(len, s.content)), s.id) for n, s in shares if n)
        out += [Located((saying.doc, saying.point), statement, -n / size) for n, _, statement in meeting]
    return out


def _common(a: Spans, b: Spans) -> int:
    """Characters that both have."""
    return sum(_overlap(x, y) for x in a for y in b)


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
