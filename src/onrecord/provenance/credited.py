"""Derivations that an article states itself: credits, go-betweens, nesting, what a statement points at."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.lexicon.wires import wire_named
from onrecord.provenance.metadata import credit_evidence
from onrecord.provenance.outlets import CARRIERS, credited, via_name
from onrecord.records import CreditKind, Derivation, DerivationKind, Evidence, Findings, Statement, ViaKind, covered

RULES = {
    CreditKind.WIRE: "wire_credit",
    CreditKind.OUTLET: "outlet_credit",
    CreditKind.HAT_TIP: "hat_tip_credit",
    CreditKind.REPUBLISHED: "republished_credit",
}


def credit_derivations(findings: Findings) -> Iterator[Derivation]:
    """One edge from the article to each newsroom that it credits: "wire:TASS", "outlet:Daily Courier"."""
    article = findings.article
    for credit in credited(article):
        based_on = credit.url is not None and "based_on" in credit.rule
        yield Derivation(
            source=article.id,
            target=newsroom(credit.name, wire=credit.kind is CreditKind.WIRE),
            kind=DerivationKind.DERIVATION,
            rule="is_based_on" if based_on else RULES[credit.kind],
            evidence=(credit_evidence(article, credit),),
        )


def newsroom(name: str, *, wire: bool = False) -> str:
    """The end of an edge for a newsroom that is known by name alone."""
    known = wire_named(name)
    return f"wire:{known or name}" if wire or known else f"outlet:{name}"


def statement_derivations(findings: Findings) -> Iterator[Derivation]:
    """Edges from each statement: to its parent, to its go-betweens, to the statements it points at."""
    known = {s.id: s for s in findings.statements}
    for statement in findings.statements:
        article = statement.article
        if statement.parent in known and statement.parent is not None:
            yield Derivation(
                source=statement.id,
                target=statement.parent,
                kind=DerivationKind.QUOTATION,
                rule="said_inside",
                score=statement.confidence,
                evidence=(Evidence(article, statement.extent),),
            )
        yield from _go_betweens(findings, statement, known.get(statement.parent or ""))
        for pointer in statement.points_to:
            if pointer.statement and pointer.statement != statement.id:
                spans = tuple(Evidence(article, span) for span in pointer.spans)
                kind = DerivationKind.PRIMARY_SOURCE
                yield Derivation(statement.id, pointer.statement, kind, "points_to", statement.confidence, spans)


def _go_betweens(findings: Findings, statement: Statement, outer: Statement | None) -> Iterator[Derivation]:
    """One edge for each; none to a person in whose words it stands: an edge leads to that statement already."""
    told = outer.source if outer else ()
    for via in statement.via:
        if via.kind is ViaKind.PERSON and covered(via.spans, told):
            continue
        name = via_name(findings.article, via)
        carried = via.kind in CARRIERS
        passed_on = carried or via.kind is ViaKind.PERSON
        yield Derivation(
            source=statement.id,
            target=newsroom(name, wire=via.kind is ViaKind.WIRE) if carried else f"{via.kind}:{name}",
            kind=DerivationKind.DERIVATION if passed_on else DerivationKind.PRIMARY_SOURCE,
            rule=f"via_{via.kind}",
            evidence=tuple(Evidence(statement.article, span) for span in via.spans),
        )
