"""What stands behind the edges of a graph: the faults of those behind which there is nothing, or something else."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.people.agents import Affinity, affinity
from onrecord.people.names import name_parts
from onrecord.provenance.copies import article_derivations, shows_one_story
from onrecord.provenance.linking import link
from onrecord.provenance.same_utterance import same_utterances
from onrecord.records import (
    Article,
    Derivation,
    Evidence,
    Graph,
    Identity,
    SameAgent,
    SameUtterance,
    Statement,
    spans_text,
)
from tests.provenance.evidence_rules import CHECKERS, HOWS, MEASURED
from tests.provenance.places import Places, is_long, parts, roots

UTTERANCES = {
    *("same_quote", "short_quote_same_news", "long_quote_other_agent", "same_quote_unsure_agent"),
    *("same_content", "same_meaning"),
}
AGENTS = {
    *("same_name", "similar_name", "same_name_and_role", "similar_name_and_role", "family_name_and_role"),
    "a person's word",
}


def faults(graph: Graph) -> Iterator[str]:
    """Every edge of a whole archive behind which nothing stands, or not what its rule says."""
    places = Places(graph)
    for d in graph.links.derivations:
        reason = _fault(places, d)
        if reason:
            yield f"{d.rule} {d.source} → {d.target}: {reason}"
    for u in (*graph.links.utterances, *(u for one in graph.utterances for u in one.links)):
        if not _is_one_utterance(places, u):
            yield f"{u.rule} {u.first} = {u.second}"
    for identity in graph.identities:
        for e in identity.edges:
            if not _is_one_agent(places, identity, e):
                yield f"{e.rule} {e.first} = {e.second}"


def _fault(places: Places, d: Derivation) -> str | None:
    source = places.article(d.source)
    if source is None:
        return "it starts nowhere"
    claims = d.rule.split(", ")
    if not all(claim in CHECKERS or claim in HOWS for claim in claims):
        return "no checker knows this rule"
    target = places.article(d.target)
    if target is None and ":" not in d.target:
        return "it ends nowhere"
    if not 0 < d.score <= 1:
        return f"its score is {d.score}"
    ends = {article.id: article for article in (source, target) if article}
    if not all(e.article in ends and _stands(places, ends[e.article], e) for e in d.evidence):
        return "its evidence does not stand in one of its articles"
    if not d.evidence and not (claims[0] in MEASURED and is_long(places, d)):
        return "it has no evidence"
    borne_out = (checkers[claim](places, d) for claim in claims for checkers in (CHECKERS, HOWS) if claim in checkers)
    return None if all(borne_out) else "its evidence does not show it"


def _stands(places: Places, article: Article, shown: Evidence) -> bool:
    if shown.span is not None:
        inside = 0 <= shown.span.start < shown.span.end <= len(article.text)
        return inside and shown.field is None and bool(shown.span.of(article.text).strip())
    return bool(places.words(shown).strip())


def _is_one_utterance(places: Places, u: SameUtterance) -> bool:
    """Both ends stand in articles of the graph, have content words in common, and the score is what is measured."""
    ends = [places.statements.get(end) for end in (u.first, u.second)]
    if u.rule not in UTTERANCES or not 0 < u.score <= 1 or not all(ends):
        return False
    if u.rule == "same_meaning":
        return _is_one_meaning(places, u)
    one, other = (_said(places, s) for s in ends if s)
    if len(one & other) < 2:
        return False
    among = {s.statement: s for s in (*places.ready(u.first).sayings, *places.ready(u.second).sayings)}
    return u in same_utterances([(among[u.first], among[u.second])], [*among.values()])


def _is_one_meaning(places: Places, u: SameUtterance) -> bool:
    """One speaker, one occasion in both reports or one told after the other, and it is measured so."""
    articles = places.ready(u.first), places.ready(u.second)
    one, other = (next(s for a in articles for s in a.sayings if s.statement == end) for end in (u.first, u.second))
    again = any(shows_one_story(d) for d in article_derivations(*articles))
    if affinity(one.agent, other.agent) < Affinity.ROLE or not (again or one.occasion & other.occasion):
        return False
    return u in link(*(a.findings for a in articles)).utterances


def _said(places: Places, statement: Statement) -> frozenset[str]:
    """The families of the content words of a statement, all of which stand in its article."""
    text = places.findings[statement.article].article.text
    assert all(0 <= s.start < s.end <= len(text) for s in statement.content)
    return roots(spans_text(text, statement.content, " "))


def _is_one_agent(places: Places, identity: Identity, e: SameAgent) -> bool:
    """Both are of the identity, are named in their articles, and share a part of their names where the rule says so."""
    one, other = (places.agents.get(end) for end in (e.first, e.second))
    if one is None or other is None or e.rule not in AGENTS or not 0 < e.score <= 1:
        return False
    for agent in (one, other):
        text = places.findings[agent.article].article.text
        if agent.id not in identity.agents or not any(parts(agent) & {*name_parts(m.of(text))} for m in agent.mentions):
            return False
    return not e.rule.startswith("same_name") or bool({*map(name_parts, one.names)} & {*map(name_parts, other.names)})
