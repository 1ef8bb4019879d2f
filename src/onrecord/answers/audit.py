"""A source audit of many articles: who is heard, of which kind, how often, and in which articles alone.

Shares are of sourced passages (`passages.py`), as newsroom source audits count them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.answers.passages import Passage, passages
from onrecord.answers.views import Json
from onrecord.people.names import name_parts
from onrecord.records import AgentType, Article, Findings
from onrecord.text.folding import fold
from onrecord.text.spelling import sound

NAMED = frozenset({AgentType.NAMED_PERSON, AgentType.NAMED_ORGANIZATION})
MONTH = len("2022-01")
Source = tuple[AgentType, str]


@dataclass(slots=True)
class Tally:
    """The counts of one outlet in one month, or of everything; None where an article does not say."""

    outlet: str | None = None
    month: str | None = None
    articles: int = 0
    passages: int = 0
    single_source: int = 0
    types: Counter[AgentType] = field(default_factory=Counter)

    def share(self, *types: AgentType) -> float | None:
        """The share of the passages whose source is of one of these types; None without any passage."""
        return sum(self.types[t] for t in types) / self.passages if self.passages else None

    def to_json(self) -> Json:
        """The fields as JSON types; each type with its number of passages."""
        return {
            "outlet": self.outlet,
            "month": self.month,
            "articles": self.articles,
            "passages": self.passages,
            "single_source": self.single_source,
            **{t.value: self.types[t] for t in AgentType},
        }


@dataclass(slots=True)
class Heard:
    """One named source: its commonest name, its type, and how many passages in how many articles it has."""

    names: Counter[str]
    type: AgentType
    passages: int = 0
    articles: int = 0

    @property
    def name(self) -> str:
        """The commonest spelling; of equals the first in the alphabet."""
        return min(self.names, key=lambda n: (-self.names[n], n))

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {"name": self.name, "type": self.type.value, "passages": self.passages, "articles": self.articles}


class SourceAudit:
    """Counts articles one by one; what it says does not depend on their order."""

    def __init__(self) -> None:
        self.total = Tally()
        self.single_source: list[str] = []
        self._groups: dict[tuple[str, str], Tally] = {}
        self._heard: dict[Source, Heard] = {}

    def add(self, findings: Findings) -> None:
        """Count one article."""
        found = passages(findings)
        sources: defaultdict[Source, list[Passage]] = defaultdict(list)
        for passage in found:
            sources[_source(passage)].append(passage)
        for tally in (self.total, self._group(findings.article)):
            tally.articles += 1
            tally.passages += len(found)
            tally.types.update(p.source.type for p in found)
            tally.single_source += len(sources) == 1
        if len(sources) == 1:
            self.single_source.append(findings.article.id)
        for source, said in sources.items():
            names = Counter(p.source.name for p in said if p.source.name)
            if names and source[0] in NAMED:
                heard = self._heard.setdefault(source, Heard(Counter(), source[0]))
                heard.names.update(names)
                heard.passages += len(said)
                heard.articles += 1

    def groups(self) -> list[Tally]:
        """A tally for each outlet and month, in the order of both."""
        return [self._groups[key] for key in sorted(self._groups)]

    def most_quoted(self, most: int = 10) -> list[Heard]:
        """The named sources with the most passages, then articles, then by name."""
        ranked = sorted(self._heard.values(), key=lambda h: (-h.passages, -h.articles, h.name))
        return ranked[:most]

    def to_json(self) -> Json:
        """Everything as JSON types."""
        return {
            "total": self.total.to_json(),
            "groups": [tally.to_json() for tally in self.groups()],
            "most_quoted": [heard.to_json() for heard in self.most_quoted()],
            "single_source": sorted(self.single_source),
        }

    def _group(self, article: Article) -> Tally:
        month = article.published[:MONTH] if article.published else None
        return self._groups.setdefault((article.outlet or "", month or ""), Tally(article.outlet, month))


def _source(passage: Passage) -> Source:
    """What tells sources apart: a person's name as it sounds; somebody without name and title is another each time."""
    source = passage.source
    if source.name and source.type is AgentType.NAMED_PERSON:
        return source.type, " ".join(map(sound, name_parts(source.name)))
    return source.type, fold(source.name or source.title or passage.statements[0])


def rows(audit: SourceAudit) -> Iterator[Json]:
    """The rows of the audit's table: each outlet and month, and everything together last."""
    yield from (tally.to_json() for tally in audit.groups())
    yield audit.total.to_json()
