"""Folds: the reasons for which a report is no origin of its own: wires, credits, copies, relays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from onrecord.lexicon.versions import Version
from onrecord.lexicon.wires import wire_named
from onrecord.provenance.copies import PARTIAL_RULE, RETOLD_RULE
from onrecord.provenance.metadata import credit_evidence
from onrecord.provenance.outlets import carriers, credited, outlet_key, via_name
from onrecord.provenance.second_sources import confirmation
from onrecord.provenance.versions import OTHER_SOURCE, version_of
from onrecord.records import (
    AgentType,
    Article,
    CreditKind,
    Derivation,
    DerivationKind,
    Evidence,
    Findings,
    Graph,
    Hand,
    Statement,
)

PARTLY_THEIRS = frozenset({"contributed"})
"""Rules of credits for a part of a report, perhaps not the one that has the statement."""


VERSIONS = {
    None: "another version by {}",
    Version.CORRECTION: "a corrected version of a report by {}",
    Version.UPDATE: "an updated version of a report by {}",
    Version.REPLACED: "takes the place of a report by {}",
    Version.WITHDRAWN: "withdraws a report by {}",
}
"""What a newsroom's later text is to its earlier one."""


class Rank(IntEnum):
    """Reasons by the strength of their evidence, the strongest first."""

    WIRE = 0
    CREDIT = 1
    COPY = 2
    RELAY = 3
    TELLING = 4
    FAMILY = 5
    OUTLET = 6
    HEARSAY = 7


@dataclass(frozen=True, slots=True)
class Fold:
    """Why an article shares an origin with what `to` names: an article's id, or a newsroom's key.

    Of two reasons of one rank the greater `share` (of the words that were taken over) counts more.  A `sure` fold
    counts in both bounds, another in the lower alone.
    """

    article: str
    to: str
    rank: Rank
    reason: str
    evidence: tuple[Evidence, ...] = ()
    sure: bool = True
    share: float = 1.0


def folds(graph: Graph, reports: Mapping[str, tuple[Findings, list[Statement]]]) -> list[Fold]:
    """All folds among the graph's articles, the strongest first; `reports` are the statements asked about, by article.

    Credits and copies of other articles count too: a copy of a wire's copy is the wire's.
    """
    known = {f.article.id: f.article for f in graph.findings}
    found = [fold for article in known.values() for fold in _credits(article)]
    copies = (d for d in graph.links.derivations if d.source in known and d.target in known)
    found += [_copy(d, known[d.source], known[d.target]) for d in copies]
    found += _same_texts(known)
    newsrooms = {outlet_key(article.outlet) for article in known.values()} - {""}
    for findings, statements in reports.values():
        found += _relays(findings, statements, newsrooms - {outlet_key(findings.article.outlet)})
    return sorted(found, key=lambda f: (f.rank, -f.share, f.article, f.to, f.reason))


def _credits(article: Article) -> Iterator[Fold]:
    for credit in credited(article):
        name = wire_named(credit.name) or credit.name
        wire = credit.kind is CreditKind.WIRE
        partly = credit.rule in PARTLY_THEIRS
        yield Fold(
            article.id,
            outlet_key(credit.name),
            Rank.WIRE if wire else Rank.CREDIT,
            f"{name} contributed to it" if partly else f"same wire: {name}" if wire else f"credits {name}",
            (credit_evidence(article, credit),),
            sure=not partly,
        )


def _copy(derivation: Derivation, copy: Article, original: Article) -> Fold:
    name = _called(original)
    share = f"{derivation.score:.0%}".replace("%", " %")
    sure = not derivation.rule.startswith(PARTIAL_RULE) and OTHER_SOURCE not in derivation.rule
    if copy.text_id == original.text_id:
        reason = f"same text as {name}"
    elif derivation.kind is DerivationKind.REVISION:
        reason = VERSIONS[version_of(derivation.rule)].format(name)
    elif derivation.rule.startswith(RETOLD_RULE):
        reason = f"retells {name} in other words ({share} of its own are there)"
    elif derivation.rule.startswith("near_copy"):
        reason = f"near-copy of {name} ({share} of its words)"
    elif sure:
        reason = f"credits {name}"
    else:
        reason = f"shares passages with {name} ({share} of its words)"
    return Fold(copy.id, original.id, Rank.COPY, reason, derivation.evidence, sure, derivation.score)


def _same_texts(known: Mapping[str, Article]) -> Iterator[Fold]:
    first: dict[str, Article] = {}
    for _, article in sorted(known.items()):
        original = first.setdefault(article.text_id, article)
        if original is not article:
            yield Fold(article.id, original.id, Rank.COPY, f"same text as {_called(original)}")


def _relays(findings: Findings, statements: Iterable[Statement], newsrooms: set[str]) -> Iterator[Fold]:
    """What the statements themselves say of the newsroom that they were taken from.

    Where a second source confirms what somebody said elsewhere, the newsroom that it tells has it from that source.
    """
    article = findings.article
    by_id = {s.id: s for s in findings.statements}
    for statement in statements:
        confirmed = confirmation(findings, statement)
        if confirmed is not None:
            if confirmed.to in newsrooms:
                reason = "has it confirmed by a source of another newsroom's"
                yield Fold(article.id, confirmed.to, Rank.RELAY, reason, confirmed.evidence)
            continue
        named = carriers(article, statement)
        for via, key in named:
            evidence = tuple(Evidence(article.id, span) for span in via.spans)
            yield Fold(article.id, key, Rank.RELAY, f"quotes it via {via_name(article, via)}", evidence)
        for teller in (statement, by_id.get(statement.parent or "")):
            agent = findings.agent_of(teller) if teller else None
            if agent is None or teller is None or agent.type is not AgentType.NAMED_ORGANIZATION or not agent.name:
                continue
            wire = wire_named(agent.name, in_credit=False)
            if wire or outlet_key(agent.name) in newsrooms:
                evidence = tuple(Evidence(article.id, span) for span in teller.source)
                yield Fold(
                    article.id, outlet_key(agent.name), Rank.RELAY, f"quotes it via {wire or agent.name}", evidence
                )
        if statement.hand is Hand.RELAYED and not named and statement.parent is None:
            for other in sorted(newsrooms):
                yield Fold(article.id, other, Rank.HEARSAY, "relayed, by whom is not said", sure=False)


def _called(article: Article) -> str:
    return article.outlet or article.title or article.id
