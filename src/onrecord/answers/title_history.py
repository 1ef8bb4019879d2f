"""Title history: who is given a title, from which day to which, as far as the articles have seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.answers.notebook import title_history_html
from onrecord.answers.persons import Group, id_of, name_of, persons
from onrecord.answers.views import Json, Quoted, quoted
from onrecord.people.posts import Post, is_held, post
from onrecord.records import Agent, Evidence, Findings, Graph, Role

Sight = tuple[Findings, Role, bool]
"""An article that gives a title, the role in it, and whether it is given as held."""


@dataclass(frozen=True, slots=True)
class SeenTitle:
    """One office of one person: its spellings, and the first and the last report that gives it.

    `first` and `latest` are ISO days of publication, None where no report has a date: the days on which the title was
    *seen*, never those on which it was taken or left.  `is_held` is false where the reports call it a former one.
    `evidence` are the words of the earliest and the latest report.
    """

    title: str
    spellings: tuple[tuple[str, int], ...]
    is_held: bool
    first: str | None
    latest: str | None
    articles: int
    evidence: tuple[Quoted, ...]

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {
            "title": self.title,
            "spellings": dict(self.spellings),
            "held": self.is_held,
            "first": self.first,
            "latest": self.latest,
            "articles": self.articles,
            "evidence": [words.to_json() for words in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is given the title: the best name, the identity's id, and when."""

    name: str
    id: str
    seen: SeenTitle

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {"name": self.name, "id": self.id, **self.seen.to_json()}


@dataclass(frozen=True, slots=True)
class TitleHistory:
    """Everybody who is given the title, by the first day on which it was seen."""

    asked: str
    holders: tuple[Holder, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return title_history_html(self)

    def to_json(self) -> Json:
        """The answer as JSON types."""
        return {"asked": self.asked, "holders": [holder.to_json() for holder in self.holders]}


def title_history(graph: Graph, title: str) -> TitleHistory:
    """Who held a title ("president of Ruritania"); nobody where it is no title or names no country or body."""
    asked = post(title)
    if asked is None or not asked.forms():
        return TitleHistory(title)
    found = [(f, a) for f in graph.findings for a in f.agents if a.name and _has(a, asked)]
    holders = [
        Holder(name_of(group), id_of(graph, group), seen)
        for group in persons(graph, found)
        for seen in _seen(graph, _sights(group, asked))
    ]
    return TitleHistory(
        title, tuple(sorted(holders, key=lambda h: (h.seen.first or "9999", h.name, not h.seen.is_held)))
    )


def seen_titles(graph: Graph, group: Group) -> tuple[SeenTitle, ...]:
    """Every office of one person, by the first day on which it was seen; what is no role stands by its words."""
    by_post: dict[object, list[Sight]] = {}
    for findings, role, held in _sights(group):
        by_post.setdefault(post(role.title) or role.title, []).append((findings, role, held))
    found = (seen for sights in by_post.values() for seen in _seen(graph, sights))
    return tuple(sorted(found, key=lambda s: (s.first or "9999", -s.articles, s.title)))


def _has(agent: Agent, asked: Post) -> bool:
    return any(held.is_one(asked) for role in agent.roles if (held := post(role.title)) is not None)


def _sights(group: Group, asked: Post | None = None) -> list[Sight]:
    return [
        (findings, role, is_held(findings.article.text, role))
        for findings, agent in group
        for role in agent.roles
        if asked is None or ((held := post(role.title)) is not None and held.is_one(asked))
    ]


def _seen(graph: Graph, sights: Iterable[Sight]) -> list[SeenTitle]:
    """One for the title as it is held, one for the former title."""
    made = []
    for is_now in (True, False):
        found = sorted((s for s in sights if s[2] is is_now), key=lambda s: (_day(s) or "9999", s[0].article.id))
        if found:
            days = [day for sight in found if (day := _day(sight))]
            spellings = Counter(role.title for _, role, _ in found)
            ends = dict.fromkeys(Evidence(f.article.id, role.span) for f, role, _ in (found[0], found[-1]))
            made.append(
                SeenTitle(
                    title=min(spellings, key=lambda t: (-spellings[t], -len(t), t)),
                    spellings=tuple(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
                    is_held=is_now,
                    first=min(days, default=None),
                    latest=max(days, default=None),
                    articles=len({f.article.id for f, _, _ in found}),
                    evidence=quoted(graph, ends),
                )
            )
    return made


def _day(sight: Sight) -> str | None:
    published = sight[0].article.published_on
    return published.isoformat() if published else None
