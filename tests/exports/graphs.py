"""A graph with every field filled in, and graphs of any content for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from onrecord.records import (
    Agent,
    AgentType,
    Anchor,
    AnchorKind,
    Article,
    Candidate,
    Commitment,
    Credit,
    CreditKind,
    Derivation,
    DerivationKind,
    Evidence,
    Findings,
    Graph,
    Links,
    Moment,
    Pointer,
    Role,
    Span,
    Spans,
    Statement,
    StatementKind,
    Strength,
    Utterance,
    Via,
    ViaKind,
    Wording,
)
from tests.records.strategies import values

TEXT = (
    "Ferry will sail again\n\n"
    "Asked when the ferry would sail, harbour master Ida Holm told reporters on Friday in Oster: "
    '"It will sail by Monday if the wind drops," as she had said before, TASS reported.\n'
)


def at(words: str) -> Span:
    """Where these words stand in TEXT."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def spans(*words: str) -> Spans:
    return tuple(at(some) for some in words)


def filled() -> Findings:
    """Findings in which nothing is empty."""
    article = Article.of(
        TEXT,
        title="Ferry will sail again",
        title_span=at("Ferry will sail again"),
        outlet="Oster Post",
        url="https://oster.example/ferry",
        published="2024-03-08",
        credits=(Credit(CreditKind.WIRE, "TASS", at("TASS")), Credit(CreditKind.AUTHOR, "Per Lund")),
        language="en",
        doc="ferry",
        path="news/ferry.txt",
        notes=("line 9 was cut",),
    )
    agent = Agent(
        "a" * 32,
        article.id,
        AgentType.NAMED_PERSON,
        names=("Ida Holm",),
        roles=(Role("harbour master", at("harbour master")),),
        justification=spans("harbour master"),
    )
    friday = Moment(
        at("Friday"), "DATE", "2024-03-08", None, "2024-03-08", "2024-03-08", "day", Anchor(AnchorKind.PUBLISHED)
    )
    monday = Moment(
        at("Monday"),
        *("DATE", "2024-03-11", "END", None, "2024-03-11", "day"),
        Anchor(AnchorKind.SAID, at("Friday")),
        (Candidate("2024-03-11", 0.7, "2024-03-11", "2024-03-11"), Candidate("2024-03-18", 0.3)),
    )
    statement = Statement(
        id="b" * 32,
        article=article.id,
        kind=StatementKind.DIRECT,
        content=spans('"It will sail by Monday if the wind drops,"'),
        source=spans("harbour master Ida Holm"),
        cue=spans("told"),
        agent=agent.id,
        addressee=spans("reporters"),
        question=spans("when the ferry would sail"),
        venue=spans("in Oster"),
        parent="c" * 32,
        via=(Via(spans("TASS"), ViaKind.WIRE, "TASS"),),
        points_to=(Pointer(spans("as she had said before")),),
        said=friday,
        confidence=0.97,
        made_by="rules 1",
    )
    commitment = Commitment(
        statement.id,
        spans("It will sail"),
        Strength.PROMISE,
        condition=spans("if the wind drops"),
        begins=friday,
        due=monday,
    )
    return Findings(article, (statement,), (agent,), (friday, monday), (commitment,), "rules 1")


def filled_graph() -> Graph:
    findings = filled()
    (statement,) = findings.statements
    words = statement.content[0].of(TEXT)
    utterance = Utterance(statement.id, (statement.id,), statement.agent, (Wording(words, (statement.id,)),))
    derivation = Derivation(
        findings.article.id,
        "wire:TASS",
        DerivationKind.DERIVATION,
        "wire_credit",
        evidence=(Evidence(findings.article.id, at("TASS")),),
    )
    return Graph((findings,), Links((derivation,)), (utterance,))


GRAPHS: st.SearchStrategy[Graph] = values(Graph)
"""Graphs of any content, far from what a store would give."""
