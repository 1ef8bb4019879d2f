"""Cascade: one event's news, from the first reports to the last copy, with everything that is true of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from evals.newsroom.bystanders import Bystander, bystanders
from evals.newsroom.chance import Chance
from evals.newsroom.desk import Newsdesk
from evals.newsroom.drafts import Draft
from evals.newsroom.houses import town
from evals.newsroom.knobs import Knobs
from evals.newsroom.page import Page, set_page
from evals.newsroom.scene import Scene, scene
from evals.newsroom.truth import (
    Elsewhere,
    Truth,
    hosted_of,
    primary_of,
    references_of,
    relays_of,
    reports_of,
    sayings_of,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A report as it reaches an archive; `published` is an ISO date-time in UTC, right or wrong."""

    doc: str
    title: str
    text: str
    outlet: str
    url: str
    published: str


@dataclass(frozen=True, slots=True)
class Cascade:
    """All reports in the archive of one cascade, bystanders included, by time of publication, and the truth.

    `asked` is the main point in the words of its reference: what a user would type; `speaker` the name asked for.
    """

    documents: tuple[Document, ...]
    truth: Truth
    asked: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Story:
    """The event, the drafts of its reports (a parent before its copies), and the bystanders."""

    event: Scene
    drafts: tuple[Draft, ...]
    others: tuple[Bystander, ...]


def cascades(knobs: Knobs, *, count: int, seed: int) -> Iterator[Cascade]:
    """So many cascades; each depends on the knobs, the seed and its own number alone."""
    for number in range(count):
        yield cascade(knobs, seed=seed, number=number)


def cascade(knobs: Knobs, *, seed: int, number: int) -> Cascade:
    """The cascade of this number."""
    told = story(knobs, seed=seed, number=number)
    pages = [set_page(draft, told.event, told.event.speaker) for draft in told.drafts]
    beside = [set_page(b.draft, b.scene, b.scene.speaker) for b in told.others]
    drafts = [*told.drafts, *(b.draft for b in told.others)]
    documents = [_document(d, p) for d, p in zip(drafts, [*pages, *beside], strict=True)]
    truth = _truth(told, pages, beside)
    return Cascade(
        documents=tuple(sorted(documents, key=lambda d: (d.published, d.doc))),
        truth=truth,
        asked=_asked(truth, {d.doc: d for d in documents}),
        speaker=told.event.speaker.name(),
    )


def story(knobs: Knobs, *, seed: int, number: int) -> Story:
    """The cascade of this number before it is set as text."""
    chance = Chance("newsroom", seed, number)
    newsrooms = town(chance, unlisted=knobs.unlisted)
    event = scene(chance, translated=knobs.translated, host=newsrooms.outlets[-1].name)
    drafts = Newsdesk(event, newsrooms, knobs, chance).drafts()
    return Story(event, tuple(drafts), tuple(bystanders(event, newsrooms, knobs, chance)))


def _document(draft: Draft, page: Page) -> Document:
    site = draft.house.name.lower().replace(" ", "")
    url = f"https://{site}.example/{draft.doc}"
    return Document(draft.doc, draft.headline, page.text, draft.house.name, url, _iso(draft.published))


def _truth(told: Story, pages: list[Page], beside: list[Page]) -> Truth:
    drafts, namesakes = list(told.drafts), [b for b in told.others if b.namesake]
    return Truth(
        reports=reports_of(drafts, pages),
        sayings=tuple(sayings_of(drafts, pages)),
        main=f"point {told.event.points[0]}",
        references=tuple(references_of(drafts).items()),
        primary=primary_of(told.event),
        relays=relays_of(drafts),
        hosted=hosted_of(drafts, told.event),
        namesakes=tuple(b.draft.doc for b in namesakes),
        namesake_names=tuple(dict.fromkeys(b.scene.speaker.name() for b in namesakes)),
        elsewhere=tuple(_elsewhere(told.others, beside)),
    )


def _elsewhere(others: tuple[Bystander, ...], pages: list[Page]) -> Iterator[Elsewhere]:
    """The bystanders that quote somebody, by event."""
    for _, group in groupby(zip(others, pages, strict=True), key=lambda pair: pair[0].event):
        reports = list(group)
        _, page = reports[0]
        if page.sayings:
            (_, spans), *_ = page.sayings
            yield Elsewhere(" ".join(s.of(page.text) for s in spans), frozenset(b.draft.doc for b, _ in reports))


def _asked(truth: Truth, documents: dict[str, Document]) -> str:
    doc = dict(truth.references)[truth.main]
    saying = truth.saying(doc, truth.main)
    assert saying is not None  # a reference is a report that has the point
    return " ".join(span.of(documents[doc].text) for span in saying.spans)


def _iso(when: datetime) -> str:
    """To the minute, as pages give it."""
    return when.replace(second=0, microsecond=0).isoformat()
