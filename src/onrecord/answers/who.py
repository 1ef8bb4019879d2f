"""Who: what is known of one agent: spellings, roles, and all that is attributed to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.answers.notebook import who_html
from onrecord.answers.views import Json, Report, best_name, reports
from onrecord.people.disjoint_sets import DisjointSets
from onrecord.people.names import COMPATIBLE, family_name, name_parts, same_name, same_organisation
from onrecord.records import Agent, AgentType, Findings, Graph, Statement, spans_text

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Who:
    """One agent across articles; counts are of articles for names and roles, of statements for the rest.

    `first` and `latest` are the earliest and the latest report by publication; `also` names others who answer to
    the same words.
    """

    name: str
    type: str | None
    spellings: Counts = ()
    roles: Counts = ()
    kinds: Counts = ()
    modalities: Counts = ()
    addressees: Counts = ()
    articles: int = 0
    first: Report | None = None
    latest: Report | None = None
    statements: tuple[Report, ...] = ()
    also: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return who_html(self)

    def to_json(self) -> Json:
        """The answer as JSON types."""
        return {
            "name": self.name,
            "type": self.type,
            "spellings": dict(self.spellings),
            "roles": dict(self.roles),
            "kinds": dict(self.kinds),
            "modalities": dict(self.modalities),
            "addressees": dict(self.addressees),
            "articles": self.articles,
            "first": self.first.to_json() if self.first else None,
            "latest": self.latest.to_json() if self.latest else None,
            "statements": [r.to_json() for r in self.statements],
            "also": list(self.also),
        }


def who(graph: Graph, name: str) -> Who:
    """The agent that answers best to a name; of several, the one with the most statements.

    Where nobody answers to it, an answer under that name with no type and no statements.
    """
    found = [(f, a) for f in graph.findings for a in f.agents if any(_answers(n, name, a.type) for n in a.names)]
    if not found:
        return Who(name, None)
    people = sorted(_people(graph, found), key=lambda p: (-_score(p, name), -_said(p), [a.id for _, a in p]))
    first, *rest = people
    names = [best_name(n for _, a in group for n in a.names) for group in rest]
    return _who(graph, first, tuple(n for n in names if n))


def _answers(name: str, asked: str, kind: AgentType) -> bool:
    if kind is AgentType.NAMED_PERSON:
        return same_name(name, asked) >= COMPATIBLE
    return same_organisation(name, asked) >= COMPATIBLE


Group = list[tuple[Findings, Agent]]


def _people(graph: Graph, found: Group) -> list[Group]:
    """The agents by identity; a lone family name belongs to the only person here who has it."""
    home = {agent: identity.id for identity in graph.identities for agent in identity.agents}
    wanted = {home.get(agent.id, agent.id) for _, agent in found}
    found = [(f, a) for f in graph.findings for a in f.agents if home.get(a.id, a.id) in wanted]
    sets = DisjointSets(a.id for _, a in found)
    for _, agent in found:
        sets.join(agent.id, home.get(agent.id, agent.id))
    full = [a for _, a in found if len(name_parts(a.name or "")) > 1]
    for _, agent in found:
        if agent.type is AgentType.NAMED_PERSON and len(name_parts(agent.name or "")) == 1:
            bearers = [a for a in full if family_name(a.name or "") == family_name(agent.name or "")]
            if bearers and len({sets.find(a.id) for a in bearers}) == 1:
                sets.join(agent.id, bearers[0].id)
    by_id = {a.id: (f, a) for f, a in found}
    return [[by_id[i] for i in group] for group in sets.groups(by_id)]


def _score(group: Group, name: str) -> float:
    return max(same_name(n, name) for _, a in group for n in a.names)


def _said(group: Group) -> int:
    return len(_statements(group))


def _statements(group: Group) -> list[tuple[Findings, Statement]]:
    return [(f, s) for f, a in group for s in f.statements if s.agent == a.id]


def _who(graph: Graph, group: Group, also: tuple[str, ...]) -> Who:
    said = _statements(group)
    views = reports(graph, (s.id for _, s in said))
    whom = (_one_line(spans_text(f.article.text, s.addressee)) for f, s in said if s.addressee)
    return Who(
        name=best_name(n for _, a in group for n in a.names) or "",
        type=Counter(a.type.value for _, a in group).most_common(1)[0][0],
        spellings=_counts(n for _, a in group for n in a.names),
        roles=_counts(r.title for _, a in group for r in a.roles),
        kinds=_counts(s.kind.value for _, s in said),
        modalities=_counts(s.modality.value for _, s in said),
        addressees=_counts(whom),
        articles=len({f.article.id for f, _ in group}),
        first=views[0] if views else None,
        latest=_latest(views),
        statements=views,
        also=also,
    )


def _latest(views: Sequence[Report]) -> Report | None:
    dated = [v for v in views if v.published]
    return dated[-1] if dated else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counts(words: Iterable[str]) -> Counts:
    """The commonest first, then by the alphabet."""
    return tuple(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
