"""Independence: how many separate origins stand behind the reports of an utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.lexicon.wires import wire_named
from onrecord.provenance.copies import PARTIAL_RULE
from onrecord.provenance.disjoint_sets import DisjointSets
from onrecord.provenance.outlets import carriers, credited, outlet_key, via_name
from onrecord.records import (
    AgentType,
    Article,
    CreditKind,
    Derivation,
    Evidence,
    Findings,
    Graph,
    Hand,
    Statement,
)

PARTLY_THEIRS = frozenset({"contributed"})
"""Rules of credits for a part of a report, perhaps not the one that has the statement."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Why an article shares an origin with what `to` names: an article's id, or a newsroom's key.

    `rank` orders reasons by the strength of their evidence, the strongest first; a `sure` fold counts in both bounds.
    """

    article: str
    to: str
    rank: int
    reason: str
    evidence: tuple[Evidence, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles (ids, sorted) that have one origin, with the reason for people and the characters that show it."""

    articles: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """Independent origins: between `low` and `high`; `groups` are those of the high bound."""

    low: int
    high: int
    groups: tuple[OriginGroup, ...]
    doubts: tuple[str, ...] = ()


def origins(graph: Graph, statements: Iterable[str]) -> Origins:
    """The origins of the reports that these statements (ids) make; ids that are not in the graph are passed over.

    1 ≤ low ≤ high ≤ number of articles, or all 0 without any statement.
    """
    wanted = set(statements)
    reports = {f.article.id: [s for s in f.statements if s.id in wanted] for f in graph.findings}
    members = {f.article.id: f for f in graph.findings if reports[f.article.id]}
    folds = sorted(_folds(graph, members, reports), key=lambda f: (f.rank, f.article, f.to))
    sets = DisjointSets(members)
    for fold in folds:
        if fold.sure:
            sets.join(fold.article, fold.to)
    folds += list(_same_outlet(members, folds, sets))
    groups = tuple(_group(ids, members, folds) for ids in sets.groups(members))
    doubtful = [f for f in folds if not f.sure and not sets.together(f.article, f.to)]
    for fold in doubtful:
        sets.join(fold.article, fold.to)
    doubts = tuple(sorted({f.reason for f in doubtful if f.article in members}))
    return Origins(len(sets.groups(members)), len(groups), groups, doubts)


def _folds(graph: Graph, members: Mapping[str, Findings], reports: Mapping[str, list[Statement]]) -> Iterator[Fold]:
    known = {f.article.id: f.article for f in graph.findings}
    for article in known.values():
        yield from _credit_folds(article)
    for derivation in graph.links.derivations:
        if derivation.source in known and derivation.target in known:
            yield _copy_fold(derivation, known[derivation.source], known[derivation.target])
    by_text: dict[str, str] = {}
    for article_id in sorted(known):
        first = by_text.setdefault(known[article_id].text_id, article_id)
        if first != article_id:
            yield Fold(article_id, first, 2, f"same text as {_called(known[first])}")
    for article_id, findings in members.items():
        yield from _relay_folds(findings, reports[article_id], graph)


def _credit_folds(article: Article) -> Iterator[Fold]:
    for credit in credited(article):
        name = wire_named(credit.name) or credit.name
        wire = credit.kind is CreditKind.WIRE
        partly = credit.rule in PARTLY_THEIRS
        reason = f"same wire: {name}" if wire else f"credits {name}"
        yield Fold(
            article.id,
            outlet_key(credit.name),
            rank=0 if wire else 1,
            reason=f"{name} contributed to it" if partly else reason,
            evidence=(Evidence(article.id, credit.span),),
            sure=not partly,
        )


def _called(article: Article) -> str:
    return article.outlet or article.title or article.id


def _copy_fold(derivation: Derivation, copy: Article, original: Article) -> Fold:
    name = _called(original)
    share = f"{derivation.score:.0%}".replace("%", " %")
    sure = not derivation.rule.startswith(PARTIAL_RULE)
    if copy.text_id == original.text_id:
        reason = f"same text as {name}"
    elif derivation.rule.startswith("near_copy"):
        reason = f"near-copy of {name} ({share} of its words)"
    elif not sure:
        reason = f"shares passages with {name} ({share} of its words)"
    else:
        reason = f"credits {name}" if derivation.rule.startswith("credits") else f"version of {name}"
    return Fold(derivation.source, derivation.target, 2, reason, derivation.evidence, sure)


def _relay_folds(findings: Findings, statements: Iterable[Statement], graph: Graph) -> Iterator[Fold]:
    """What the statements themselves say of the newsroom that they were taken from."""
    article = findings.article
    newsrooms = {outlet_key(f.article.outlet) for f in graph.findings} - {"", outlet_key(article.outlet)}
    by_id = {s.id: s for s in findings.statements}
    for statement in statements:
        named = carriers(article, statement)
        for via, key in named:
            evidence = tuple(Evidence(article.id, span) for span in via.spans)
            yield Fold(article.id, key, 3, f"quotes it via {via_name(article, via)}", evidence)
        for teller in (statement, by_id.get(statement.parent or "")):
            agent = findings.agent_of(teller) if teller else None
            if agent is None or teller is None or agent.type is not AgentType.NAMED_ORGANIZATION or not agent.name:
                continue
            key = outlet_key(agent.name)
            if key in newsrooms or wire_named(agent.name, in_credit=False):
                evidence = tuple(Evidence(article.id, span) for span in teller.source)
                yield Fold(article.id, key, 3, f"quotes it via {wire_named(agent.name) or agent.name}", evidence)
        if statement.hand is Hand.RELAYED and not named and statement.parent is None:
            for other in newsrooms:
                yield Fold(article.id, other, 5, "relayed, by whom is not said", sure=False)


def _same_outlet(members: Mapping[str, Findings], folds: Iterable[Fold], sets: DisjointSets) -> Iterator[Fold]:
    """Join each outlet with its own reports: one newsroom is one origin, and so is who quotes it.

    An outlet that carries several wires is none of them: its copies stay with their wires.
    """
    taken = {f.article for f in folds if f.sure}
    by_outlet: defaultdict[str, list[str]] = defaultdict(list)
    for article_id, findings in members.items():
        by_outlet[outlet_key(findings.article.outlet)].append(article_id)
    for key, articles in sorted(by_outlet.items()):
        own = [a for a in articles if a not in taken]
        if not own and len({sets.find(a) for a in articles}) == 1:
            own = articles
        for article in own if key else ():
            sets.join(article, key)
            yield Fold(article, key, 4, f"same outlet: {members[article].article.outlet}")


def _group(articles: Iterable[str], members: Mapping[str, Findings], folds: Iterable[Fold]) -> OriginGroup:
    """The group with its reasons, the strongest first; "own report" where nothing was folded."""
    ids = tuple(sorted(articles))
    mine = [f for f in folds if f.sure and f.article in ids and (f.rank < 4 or len(ids) > 1)]
    strong = [f for f in mine if f.rank < 4]
    if not strong and len(ids) == 1:
        return OriginGroup(ids, "own report")
    chosen = strong or mine
    reasons = list(dict.fromkeys(f.reason for f in chosen))
    if len(ids) == 1:
        reasons = [r.replace("same wire:", "wire:") for r in reasons]
    evidence = tuple(dict.fromkeys(e for f in chosen for e in f.evidence))
    return OriginGroup(ids, "; ".join(reasons[:3]), evidence)
