"""Truth: what a careful reader of all texts of a cascade finds out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evals.newsroom.drafts import ORIGINS, Draft, Treatment
from evals.newsroom.page import Page
from evals.newsroom.scene import Scene
from evals.newsroom.wordings import Relation
from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the cascade: what was done to get it, from which reports, and the lines that it goes back to.

    The first of `lines` is where its main quotation comes from; a report that was merged from two has two, and belongs
    with either.  `body` is where its sentences stand, headline, dateline and credits aside.
    """

    doc: str
    treatment: Treatment
    lines: tuple[str, ...]
    parents: tuple[str, ...]
    credited: bool
    body: Span


@dataclass(frozen=True, slots=True)
class Saying:
    """One report of one point: where it stands (without quotation marks), and how its words relate to the reference."""

    doc: str
    point: str
    spans: tuple[Span, ...]
    relation: Relation


@dataclass(frozen=True, slots=True)
class Primary:
    """The primary source: every name that is right for what it is and who it was, and the ISO day (UTC)."""

    what: tuple[str, ...]
    who: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another event: what was said there, and its reports, which have one origin."""

    asked: str
    reports: frozenset[str]


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything known of one cascade.

    `main` is the point that every report carries; `references` maps each point to the report whose words the others
    are compared with: the first direct one of an origin.  `relays` are (report, newsroom that it cites as its source),
    `hosted` (report, newsroom that it names as having had the interview).
    `namesakes` are reports of another person with the speaker's family name; `elsewhere` the other events that reports
    in the archive quote somebody from, the namesakes' included.
    """

    reports: tuple[Report, ...]
    sayings: tuple[Saying, ...]
    main: str
    references: tuple[tuple[str, str], ...]
    primary: Primary
    relays: frozenset[tuple[str, str]]
    hosted: frozenset[tuple[str, str]]
    namesakes: tuple[str, ...]
    namesake_names: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def origins(self) -> int:
        """The independent origins of the main point."""
        return len(self.groups)

    @property
    def groups(self) -> tuple[frozenset[str], ...]:
        """The reports by origin, each under the line of its main quotation; sorted by line."""
        lines = sorted({r.lines[0] for r in self.reports})
        return tuple(frozenset(r.doc for r in self.reports if r.lines[0] == line) for line in lines)

    @property
    def undecided(self) -> frozenset[str]:
        """Reports that belong to two origins, so that no grouping of them is wrong."""
        return frozenset(r.doc for r in self.reports if len(r.lines) > 1)

    def saying(self, doc: str, point: str) -> Saying | None:
        """What a report has of a point; None where it has nothing."""
        return next((s for s in self.sayings if (s.doc, s.point) == (doc, point)), None)


def primary_of(scene: Scene) -> Primary:
    """The event as the primary source of what was said in it."""
    return Primary(
        what=tuple(scene.fill(answer) for answer in scene.kind.answers),
        who=tuple(scene.speaker.name(n) for n in scene.speaker.spellings),
        when=scene.when.date().isoformat(),
    )


def reports_of(drafts: list[Draft], pages: list[Page]) -> tuple[Report, ...]:
    """The tree of copies."""
    return tuple(
        Report(d.doc, d.treatment, d.lines, d.parents, d.credit is not None, p.body)
        for d, p in zip(drafts, pages, strict=True)
    )


def references_of(drafts: list[Draft]) -> dict[str, str]:
    """For each point the first report of an origin that has it directly, else the first that has it at all."""
    origins = sorted((d for d in drafts if d.treatment in ORIGINS), key=lambda d: (d.lines, d.doc))
    said = [(s.key, s.wording, d.doc) for d in origins for s in d.sentences if s.wording is not None]
    said.sort(key=lambda one: one[1].relation is not Relation.IDENTICAL)
    out: dict[str, str] = {}
    for point, _, doc in said:
        out.setdefault(point, doc)
    return dict(sorted(out.items()))


def relays_of(drafts: list[Draft]) -> frozenset[tuple[str, str]]:
    """Whom each relay cites."""
    return frozenset((d.doc, d.relayed_from) for d in drafts if d.relayed_from)


def hosted_of(drafts: list[Draft], scene: Scene) -> frozenset[tuple[str, str]]:
    """Who had the interview, for each report of another newsroom that says so where it has the main point."""
    host, main = scene.host, f"point {scene.points[0]}"
    if host is None:
        return frozenset()
    naming = (d.doc for d in drafts if any(s.key == main and host in s.text for s in d.sentences))
    own = {d.doc for d in drafts if d.house.name == host}
    return frozenset((doc, host) for doc in naming if doc not in own)


def sayings_of(drafts: list[Draft], pages: list[Page]) -> Iterator[Saying]:
    """Every report of every point; where the reference has a translation, it is not one of the others' changes."""
    references = references_of(drafts)
    spoken = {(d.doc, s.key): s.wording for d in drafts for s in d.sentences if s.wording}
    for draft, page in zip(drafts, pages, strict=True):
        for sentence, spans in page.sayings:
            wording, first = spoken[draft.doc, sentence.key], spoken[references[sentence.key], sentence.key]
            relation = replace(wording, retold=wording.retold is not first.retold).relation
            yield Saying(draft.doc, sentence.key, spans, relation)
