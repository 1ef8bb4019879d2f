"""Derivations between two articles: which is the copy, and by what evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from onrecord.provenance.metadata import address_evidence, credit_evidence
from onrecord.provenance.near_copy import Likeness, likeness, longest_run, taken_over
from onrecord.provenance.outlets import credited, outlet_key
from onrecord.provenance.prepared import Prepared
from onrecord.provenance.retold import Retold, retold
from onrecord.provenance.versions import change, later_by_notice, news, same_sources, withdraws
from onrecord.records import Article, Credit, Derivation, DerivationKind, Evidence

RETOLD_RULE = "retold"
"""The rule of an edge between two tellings of one story in other words."""
PARTIAL_RULE = "shared_passages"
"""The rule of an edge that does not show a copy, only that there may be one."""
SAME_URL, OWN_COPY, NAMED = "same_url", "near_copy_same_outlet", "names_it"
"""By what two texts are known as versions: an address, a newsroom's copy of its own, a notice that names the other."""
ORDER_UNKNOWN = "order unknown"


def article_derivations(a: Prepared, b: Prepared) -> Iterator[Derivation]:
    """At most one edge between two articles, from the later to the earlier; symmetric.

    Evidence in order: what the text says of itself (a credit, `isBasedOn`), then the words they share.  The direction
    in order: who credits whom, which version says so, who published first; else the smaller id counts as the earlier.
    The rule of a version says first what it is, where that can be told: "correction, same_url, published later".
    """
    based = based_on(a, b) or based_on(b, a)
    if based is not None:
        yield based
        return
    alike = likeness(a.imprint, b.imprint)
    again = None if alike.is_copy else retold(a, b)
    versions = _versions_by(a.findings.article, b.findings.article, alike, again)
    shown = _addresses(a, b) if versions == SAME_URL else again.evidence if again else ()
    if versions is not None:
        score = taken_over(a.imprint, b.imprint) if alike.is_copy else again.share if again else alike.own
        score = 1.0 if versions in (SAME_URL, NAMED) else score
        yield _version(_edge(a, b, versions, score, DerivationKind.REVISION, shown), a, b, alike)
    elif again is not None:
        yield _edge(a, b, RETOLD_RULE, again.share, DerivationKind.DERIVATION, shown)
    elif alike.is_partial:
        yield _edge(a, b, PARTIAL_RULE, alike.own, DerivationKind.DERIVATION)
    elif alike.is_copy:
        yield _edge(a, b, "near_copy", taken_over(a.imprint, b.imprint), DerivationKind.DERIVATION)


def shows_one_story(edge: Derivation) -> bool:
    """Whether an edge between two articles shows that one tells what the other does."""
    return not edge.rule.startswith((PARTIAL_RULE, "credits_url", "same_url"))


def _versions_by(a: Article, b: Article, alike: Likeness, again: Retold | None) -> str | None:
    """By what two texts are known as versions of one article; None where they are not.

    The address tells, and so does a newsroom's copy of its own; of less than a copy only a notice in one of them.
    """
    if _same_page(a, b) and a.text_id != b.text_id:
        return SAME_URL
    if not _same_newsroom(a, b):
        return None
    if alike.is_copy:
        return OWN_COPY
    if withdraws(a, b):
        return NAMED
    if (again or alike.is_partial) and same_sources(a, b) and (news(a, b) or news(b, a)):
        return RETOLD_RULE if again else PARTIAL_RULE
    return None


def _version(edge: Derivation, a: Prepared, b: Prepared, alike: Likeness) -> Derivation:
    """The edge between two versions with what the later one is, where their order is known and it can be told."""
    later, earlier = (a, b) if edge.source == a.id else (b, a)
    found = None if edge.rule.endswith(ORDER_UNKNOWN) else change(later, earlier, copied=alike.is_copy)
    if found is None:
        return edge
    shared = () if NAMED in edge.rule else edge.evidence
    return replace(edge, rule=f"{found.rule}, {edge.rule}", evidence=(*found.evidence, *shared))


def based_on(copy: Prepared, original: Prepared) -> Derivation | None:
    """The edge where one article names the other's address as what it is based on."""
    url = original.findings.article.url
    credit = next((c for c in copy.findings.article.credits if url and c.url == url), None)
    if credit is None or copy.findings.article.url == url:
        return None
    evidence = (credit_evidence(copy.findings.article, credit), address_evidence(original.findings.article))
    return Derivation(copy.id, original.id, DerivationKind.DERIVATION, "credits_url", 1.0, evidence)


def _edge(
    a: Prepared, b: Prepared, rule: str, score: float, kind: DerivationKind, shown: tuple[Evidence, ...] = ()
) -> Derivation:
    later, earlier, how, credit = _order(a, b)
    said = (credit_evidence(later.findings.article, credit),) if credit else ()
    return Derivation(
        source=later.id,
        target=earlier.id,
        kind=kind,
        rule=f"{rule}, {how}",
        score=round(score, 4),
        evidence=(*said, *(shown or longest_run(later, earlier))),
    )


def _order(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared, str, Credit | None]:
    """(later, earlier, how that is known, the credit that says so)."""
    mine, others = _credit_of(a, b), _credit_of(b, a)
    if mine and not others:
        return a, b, "credits it", mine
    if others and not mine:
        return b, a, "credits it", others
    one, two = a.findings.article, b.findings.article
    last = later_by_notice(one, two) if _same_newsroom(one, two) or _same_page(one, two) else None
    if last is not None:
        return (a, b, "says so", None) if last.id == a.id else (b, a, "says so", None)
    first = earlier_of(one, two)
    if first is not None:
        return (b, a, "published later", None) if first == a.id else (a, b, "published later", None)
    return (b, a, ORDER_UNKNOWN, None) if a.id < b.id else (a, b, ORDER_UNKNOWN, None)


def _credit_of(copy: Prepared, original: Prepared) -> Credit | None:
    outlet = outlet_key(original.findings.article.outlet)
    return next((c for c in credited(copy.findings.article) if outlet and outlet_key(c.name) == outlet), None)


def earlier_of(a: Article, b: Article) -> str | None:
    """The id of the article that was published first; None where the dates do not tell.

    Two instants with UTC offsets compare exactly; otherwise only the days do.
    """
    if not a.published or not b.published:
        return None
    try:
        x, y = datetime.fromisoformat(a.published), datetime.fromisoformat(b.published)
    except ValueError:
        return None
    if x.tzinfo and y.tzinfo:
        return None if x == y else (a.id if x < y else b.id)
    return None if x.date() == y.date() else (a.id if x.date() < y.date() else b.id)


def _addresses(a: Prepared, b: Prepared) -> tuple[Evidence, ...]:
    return tuple(address_evidence(p.findings.article) for p in sorted((a, b), key=lambda p: p.id))


def _same_newsroom(a: Article, b: Article) -> bool:
    return outlet_key(a.outlet) != "" and outlet_key(a.outlet) == outlet_key(b.outlet)


def _same_page(a: Article, b: Article) -> bool:
    return a.url is not None and a.url == b.url
