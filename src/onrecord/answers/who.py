"""Who: what is known of one agent: spellings, titles, what it holds, and all that is attributed to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.answers.notebook import who_html
from onrecord.answers.persons import Group, id_of, name_of, persons, said_by
from onrecord.answers.positions import Position, positions
from onrecord.answers.title_history import SeenTitle, seen_titles
from onrecord.answers.views import Json, Report, reports
from onrecord.people.names import COMPATIBLE, same_name, same_organisation
from onrecord.records import Agent, AgentType, Findings, Graph, Span, Statement, spans_text

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody else who answers to the name; `why` is the rule that keeps the two apart, "" where none was needed."""

    name: str
    id: str
    why: str = ""

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {"name": self.name, "id": self.id, "why": self.why}


@dataclass(frozen=True, slots=True)
class Who:
    """One agent across articles; counts are of articles for names and roles, of statements for the rest.

    `id` is the identity's.  `described` are the words that stand for the agent where no name does; `types` the kinds of
    source that it is in its statements; `about` whom its statements name.  `first` and `latest` are the earliest and
    the latest report by publication; `also` others who answer to the same words.
    """

    name: str
    type: str | None
    id: str | None = None
    spellings: Counts = ()
    described: Counts = ()
    roles: Counts = ()
    titles: tuple[SeenTitle, ...] = ()
    types: Counts = ()
    kinds: Counts = ()
    modalities: Counts = ()
    addressees: Counts = ()
    about: Counts = ()
    articles: int = 0
    first: Report | None = None
    latest: Report | None = None
    positions: tuple[Position, ...] = ()
    statements: tuple[Report, ...] = ()
    also: tuple[Namesake, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return who_html(self)

    def to_json(self) -> Json:
        """The answer as JSON types."""
        return {
            "name": self.name,
            "type": self.type,
            "id": self.id,
            "spellings": dict(self.spellings),
            "described": dict(self.described),
            "roles": dict(self.roles),
            "titles": [title.to_json() for title in self.titles],
            "types": dict(self.types),
            "kinds": dict(self.kinds),
            "modalities": dict(self.modalities),
            "addressees": dict(self.addressees),
            "about": dict(self.about),
            "articles": self.articles,
            "first": self.first.to_json() if self.first else None,
            "latest": self.latest.to_json() if self.latest else None,
            "positions": [position.to_json() for position in self.positions],
            "statements": [r.to_json() for r in self.statements],
            "also": [namesake.to_json() for namesake in self.also],
        }


def who(graph: Graph, name: str) -> Who:
    """The agent that answers best to a name; of several, the one with the most statements.

    Where nobody answers to it, an answer under that name with no type and no statements.
    """
    found = answering(graph, name)
    if not found:
        return Who(name, None)
    people = sorted(persons(graph, found), key=lambda p: (-_score(p, name), -len(said_by(p)), [a.id for _, a in p]))
    return _who(graph, people[0], people[1:])


def answering(graph: Graph, name: str) -> list[tuple[Findings, Agent]]:
    """The agents that answer to a name, with where they stand."""
    return [(f, a) for f in graph.findings for a in f.agents if any(_answers(n, name, a.type) for n in a.names)]


def who_is(graph: Graph, agent_id: str) -> Who:
    """The agent with this whole id, which must be in the graph."""
    (group,) = persons(graph, [(f, a) for f in graph.findings for a in f.agents if a.id == agent_id])
    return _who(graph, group, [])


def _answers(name: str, asked: str, kind: AgentType) -> bool:
    if kind is AgentType.NAMED_PERSON:
        return same_name(name, asked) >= COMPATIBLE
    return same_organisation(name, asked) >= COMPATIBLE


def _score(group: Group, name: str) -> float:
    return max(same_name(n, name) for _, a in group for n in a.names)


def _who(graph: Graph, group: Group, others: Sequence[Group]) -> Who:
    said = said_by(group)
    views = reports(graph, (s.id for _, s in said))
    whom = (_one_line(spans_text(f.article.text, s.addressee)) for f, s in said if s.addressee)
    return Who(
        name=name_of(group),
        type=Counter(a.type.value for _, a in group).most_common(1)[0][0],
        id=id_of(graph, group),
        spellings=_counts(n for _, a in group for n in a.names),
        described=_counts(words for f, a in group for words in _descriptions(f, a.names, a.mentions)),
        roles=_counts(r.title for _, a in group for r in a.roles),
        titles=seen_titles(graph, group),
        types=_counts(a.type.value for f, s in said if (a := f.agent_of(s)) is not None),
        kinds=_counts(s.kind.value for _, s in said),
        modalities=_counts(s.modality.value for _, s in said),
        addressees=_counts(whom),
        about=_counts(name for f, s in said for name in _named_in(f, s)),
        articles=len({f.article.id for f, _ in group}),
        first=views[0] if views else None,
        latest=next((v for v in reversed(views) if v.published), None),
        positions=positions(graph, said),
        statements=views,
        also=_namesakes(graph, group, others),
    )


def _descriptions(findings: Findings, names: Sequence[str], mentions: Sequence[Span]) -> Iterable[str]:
    """The words for the agent that hold none of its names, nor are a pronoun: "the Kremlin spokesman"."""
    for mention in mentions:
        words = _one_line(mention.of(findings.article.text))
        if " " in words and not any(name in words or words in name for name in names):
            yield words


def _named_in(findings: Findings, statement: Statement) -> set[str]:
    """The other agents that the content names."""
    others = (a for a in findings.agents if a.name and a.id != statement.agent)
    return {a.name or "" for a in others if any(c.covers(m) for m in a.mentions for c in statement.content)}


def _namesakes(graph: Graph, group: Group, others: Sequence[Group]) -> tuple[Namesake, ...]:
    """Those who answer to the same words, with why they are others where the registry had to decide that."""
    identity = graph.identity(group[0][1].id)
    why = {apart.identity: apart.rule for apart in identity.apart} if identity else {}
    found = [Namesake(name, one, why.get(one, "")) for o in others if (name := name_of(o)) and (one := id_of(graph, o))]
    return tuple(found)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counts(words: Iterable[str]) -> Counts:
    """The commonest first, then by the alphabet."""
    return tuple(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
