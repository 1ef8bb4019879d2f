"""What stands behind an edge: a checker for every rule, which looks up in the articles what the edge claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial

from onrecord.people.names import name_parts
from onrecord.provenance.near_copy import EVIDENCE_WORDS, likeness
from onrecord.provenance.outlets import outlet_key
from onrecord.provenance.prepared import Prepared, prepared
from onrecord.provenance.retold import retold
from onrecord.provenance.same_utterance import same_utterances
from onrecord.records import (
    Agent,
    Article,
    CreditKind,
    Derivation,
    Evidence,
    Graph,
    Identity,
    Moment,
    SameAgent,
    SameUtterance,
    Span,
    Spans,
    Statement,
    hull,
    spans_text,
)
from onrecord.text.content_words import content_words, root, word_list

CREDITS = {
    "wire_credit": CreditKind.WIRE,
    "outlet_credit": CreditKind.OUTLET,
    "hat_tip_credit": CreditKind.HAT_TIP,
    "republished_credit": CreditKind.REPUBLISHED,
}
UTTERANCES = {
    *("same_quote", "short_quote_same_news", "long_quote_other_agent", "same_quote_unsure_agent"),
    "same_content",
}
AGENTS = {
    *("same_name", "similar_name", "same_name_and_role", "similar_name_and_role", "family_name_and_role"),
    "a person's word",
}


class Places:
    """Where the records of a graph stand."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.findings = {f.article.id: f for f in graph.findings}
        self.statements = {s.id: s for f in graph.findings for s in f.statements}
        self.agents = {a.id: a for f in graph.findings for a in f.agents}

    def article(self, end: str) -> Article | None:
        """The article that an article's, statement's or agent's id belongs to."""
        record = self.statements.get(end) or self.agents.get(end)
        found = self.findings.get(record.article if record else end)
        return found.article if found else None

    def words(self, shown: Evidence) -> str:
        """The words that evidence stands on; of a field its value; "" where there is nothing there."""
        article = self.findings[shown.article].article
        if shown.span is not None:
            return shown.span.of(article.text)
        if shown.field == "url":
            return article.url or ""
        return "; ".join(c.name for c in article.credits if c.span is None and c.rule == shown.field)

    def ready(self, end: str) -> Prepared:
        article = self.article(end)
        assert article is not None
        return prepared(self.findings[article.id])


Checker = Callable[[Places, Derivation], bool]
"""Whether the articles bear out what an edge claims."""


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
    rule, _, how = d.rule.partition(", ")
    if rule not in CHECKERS:
        return "no checker knows this rule"
    target = places.article(d.target)
    if target is None and ":" not in d.target:
        return "it ends nowhere"
    if not 0 < d.score <= 1:
        return f"its score is {d.score}"
    ends = {article.id: article for article in (source, target) if article}
    if not all(e.article in ends and _stands(places, ends[e.article], e) for e in d.evidence):
        return "its evidence does not stand in one of its articles"
    if not d.evidence and not (rule in MEASURED and _is_long(places, d)):
        return "it has no evidence"
    if how and not HOWS[how](places, d):
        return f"not borne out: {how}"
    return None if CHECKERS[rule](places, d) else "its evidence does not show it"


def _stands(places: Places, article: Article, shown: Evidence) -> bool:
    if shown.span is not None:
        inside = 0 <= shown.span.start < shown.span.end <= len(article.text)
        return inside and shown.field is None and bool(shown.span.of(article.text).strip())
    return bool(places.words(shown).strip())


def _is_long(places: Places, d: Derivation) -> bool:
    """Whether an article is so long that the passage that shows a copy is not looked for in all of it."""
    return any(len(places.ready(end).all_words) > EVIDENCE_WORDS for end in (d.source, d.target))


def _names(words: str, name: str) -> bool:
    """Whether words name a newsroom or go-between."""
    return outlet_key(words) == outlet_key(name) or set(word_list(name)) <= set(word_list(words))


def _credit(kind: CreditKind | None, places: Places, d: Derivation) -> bool:
    """The evidence is where a credit of the kind stands, and names the newsroom; of None, the credit gives an address.

    A desk's sign-off ("Editing by …") shows its agency by its form alone.
    """
    article = places.article(d.source)
    assert article is not None
    (shown,) = d.evidence
    scheme, _, name = d.target.partition(":")
    credits = [
        c for c in article.credits if (c.span, None if c.span else c.rule or "credits") == (shown.span, shown.field)
    ]
    if kind is None:
        fits = [c for c in credits if c.url and "based_on" in c.rule]
    else:
        fits = [c for c in credits if c.kind is kind]
    if not any(outlet_key(c.name) == outlet_key(name) for c in fits) or scheme not in ("wire", "outlet"):
        return False
    words = places.words(shown)
    if all(c.rule == "desk_sign_off" for c in fits):
        return "ing by" in words or "@" in words
    return any(_names(w, name) for w in words.split("; "))


def _via(places: Places, d: Derivation) -> bool:
    """The words are those of a go-between of the statement, of the kind that the rule says, and name the end."""
    statement, kind = places.statements[d.source], d.rule.removeprefix("via_")
    found = [v for v in statement.via if v.kind.value == kind and v.spans == _spans(d)]
    words = " ".join(places.words(e) for e in d.evidence)
    name = d.target.partition(":")[2]
    return any(_names(words, name) or (v.name and _names(v.name, name)) for v in found)


def _said_inside(places: Places, d: Derivation) -> bool:
    """The words are the whole inner statement, and stand in the content of the outer one."""
    inner, outer = places.statements.get(d.source), places.statements.get(d.target)
    if inner is None or outer is None:
        return False
    (shown,) = d.evidence
    reach = hull(outer.content)
    assert reach is not None
    inside = all(reach.start <= s.start and s.end <= reach.end for s in inner.content)
    return inner.parent == outer.id and inner.article == outer.article and shown.span == inner.extent and inside


def _points_to(places: Places, d: Derivation) -> bool:
    """A pointer of the statement stands there, and leads to the other; or whose saying and of when it is, fits that."""
    source, target = places.statements.get(d.source), places.statements.get(d.target)
    if source is None or target is None:
        return False
    for pointer in source.points_to:
        if pointer.spans == _spans(d):
            if pointer.statement is not None:
                return pointer.statement == target.id
            named = _parts(places.agents.get(pointer.agent or "")) & _parts(places.agents.get(target.agent or ""))
            return bool(named) and _meet(pointer.said, target.said) and source.article != target.article
    return False


def _points_to_a_saying(places: Places, d: Derivation) -> bool:
    name, _, day = d.target.removeprefix("saying:").partition(", ")
    return any(
        pointer.spans == _spans(d)
        and places.agents[pointer.agent or ""].name == name
        and (pointer.said.start or "" if pointer.said else "")[:10] == day
        for pointer in places.statements[d.source].points_to
    )


def _via_this_outlet(places: Places, d: Derivation) -> bool:
    """The words name the outlet of the other article, and the two statements are held for one utterance."""
    target = places.article(d.target)
    assert target is not None
    pair, statement = {d.source, d.target}, places.statements[d.source]
    held = [u for u in places.graph.links.utterances if {u.first, u.second} == pair and u.score == d.score]
    named = [v for v in statement.via if v.spans == _spans(d)]
    words = " ".join(places.words(e) for e in d.evidence)
    return bool(held) and any(outlet_key(n) == outlet_key(target.outlet) for v in named for n in (v.name or "", words))


def _credits_url(places: Places, d: Derivation) -> bool:
    """A credit of the copy has the address of the original, and so has the original itself."""
    copy, original = places.article(d.source), places.article(d.target)
    assert copy
    assert original
    said, address = d.evidence
    fields = [c.span or c.rule for c in copy.credits if c.url and c.url == original.url]
    return (said.span or said.field) in fields and address == Evidence(original.id, None, "url")


def _same_url(places: Places, d: Derivation) -> bool:
    """Both articles have one address, and it is shown for both."""
    later, earlier = places.article(d.source), places.article(d.target)
    assert later
    assert earlier
    shown = {e.article for e in d.evidence if e.field == "url"}
    return later.url == earlier.url and shown == {later.id, earlier.id} and later.text != earlier.text


def _copy(score: str, places: Places, d: Derivation) -> bool:
    """The score is what is measured, and the passage shown, if any, has the same words in both articles."""
    later, earlier = places.ready(d.source), places.ready(d.target)
    measured = likeness(later, earlier)
    if d.score != round(getattr(measured, score), 4) or measured.is_copy is not (score == "all"):
        return False
    if d.rule.startswith("near_copy_same_outlet"):
        one, other = (p.findings.article.outlet for p in (later, earlier))
        if outlet_key(one) != outlet_key(other):
            return False
    run = [word_list(places.words(e)) for e in d.evidence[-2:] if e.article and e.span]
    return _is_long(places, d) or (len(run) == 2 and run[0] == run[1] != [])


def _retold(places: Places, d: Derivation) -> bool:
    """The score is what is measured, and the two sentences have content words in common."""
    later, earlier = places.article(d.source), places.article(d.target)
    assert later
    assert earlier
    measured = retold(later, earlier)
    one, other = (_roots(places.words(e)) for e in d.evidence[-2:])
    return measured is not None and measured.share == d.score and len(one & other) >= 2


CHECKERS: Mapping[str, Checker] = {
    **{rule: partial(_credit, kind) for rule, kind in CREDITS.items()},
    "is_based_on": partial(_credit, None),
    **{f"via_{kind}": _via for kind in ("wire", "outlet", "document", "social", "broadcast", "statement", "person")},
    "said_inside": _said_inside,
    "points_to": _points_to,
    "points_to_a_saying": _points_to_a_saying,
    "via_this_outlet": _via_this_outlet,
    "credits_url": _credits_url,
    "same_url": _same_url,
    "near_copy": partial(_copy, "all"),
    "near_copy_same_outlet": partial(_copy, "all"),
    "shared_passages": partial(_copy, "own"),
    "retold": _retold,
}
MEASURED = {"near_copy", "near_copy_same_outlet", "shared_passages"}
"""Rules of edges that a measured likeness shows even where the articles are too long for a passage to be found."""


def _credits_it(places: Places, d: Derivation) -> bool:
    original = places.article(d.target)
    assert original is not None
    shown = [places.words(e) for e in d.evidence if e.article == places.ready(d.source).id]
    return any(outlet_key(words) == outlet_key(original.outlet) for words in shown)


def _published_later(places: Places, d: Derivation) -> bool:
    return _difference(places, d) > 0


def _order_unknown(places: Places, d: Derivation) -> bool:
    """Neither is known to be later; the greater id counts as the later one."""
    return _difference(places, d) == 0 and d.source > d.target


HOWS: Mapping[str, Checker] = {
    "credits it": _credits_it,
    "published later": _published_later,
    "order unknown": _order_unknown,
}


def _difference(places: Places, d: Derivation) -> float:
    """How much later the source was published: seconds between instants, else days; 0 where nobody knows."""
    said = [article.published for end in (d.source, d.target) if (article := places.article(end)) and article.published]
    if len(said) < 2:
        return 0.0
    later, earlier = map(datetime.fromisoformat, said)
    if later.tzinfo and earlier.tzinfo:
        return (later - earlier).total_seconds()
    return later.toordinal() - earlier.toordinal()


def _is_one_utterance(places: Places, u: SameUtterance) -> bool:
    """Both ends stand in articles of the graph, have content words in common, and the score is what is measured."""
    ends = [places.statements.get(end) for end in (u.first, u.second)]
    if u.rule not in UTTERANCES or not 0 < u.score <= 1 or not all(ends):
        return False
    one, other = (_said(places, s) for s in ends if s)
    if len(one & other) < 2:
        return False
    among = {s.statement: s for s in (*places.ready(u.first).sayings, *places.ready(u.second).sayings)}
    return u in same_utterances([(among[u.first], among[u.second])], [*among.values()])


def _said(places: Places, statement: Statement) -> frozenset[str]:
    """The families of the content words of a statement, all of which stand in its article."""
    text = places.findings[statement.article].article.text
    assert all(0 <= s.start < s.end <= len(text) for s in statement.content)
    return _roots(spans_text(text, statement.content, " "))


def _is_one_agent(places: Places, identity: Identity, e: SameAgent) -> bool:
    """Both are of the identity, are named in their articles, and share a part of their names where the rule says so."""
    one, other = (places.agents.get(end) for end in (e.first, e.second))
    if one is None or other is None or e.rule not in AGENTS or not 0 < e.score <= 1:
        return False
    for agent in (one, other):
        text = places.findings[agent.article].article.text
        if agent.id not in identity.agents or not any(
            _parts(agent) & {*name_parts(m.of(text))} for m in agent.mentions
        ):
            return False
    return not e.rule.startswith("same_name") or bool({*map(name_parts, one.names)} & {*map(name_parts, other.names)})


def _roots(words: str) -> frozenset[str]:
    return frozenset(root(stem) for stem in content_words(word_list(words)))


def _parts(agent: Agent | None) -> set[str]:
    return {part for name in (agent.names if agent else ()) for part in name_parts(name)}


def _spans(d: Derivation) -> Spans:
    return tuple(e.span for e in d.evidence if isinstance(e.span, Span))


def _meet(a: Moment | None, b: Moment | None) -> bool:
    if not a or not b or not a.start or not a.end or not b.start or not b.end:
        return False
    return a.start[:10] <= b.end[:10] and b.start[:10] <= a.end[:10]
