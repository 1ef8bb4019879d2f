"""Nested statements: found, and hung on the statement that a reader would hang them on."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import Article, Findings, Spans, Statement
from tests.statements.marked_cases import Case, Gold, load_cases

CASES = load_cases(Path(__file__).with_name("nested_cases.toml"))
FLOOR = 0.82
"""The share of the cases in which every inner statement must be found with the right parent; nobody lowers it."""


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 44
    assert all(case.inner for case in CASES)
    assert len({case.name for case in CASES}) == len({case.text for case in CASES}) == len(CASES)


def test_the_brackets_give_text_and_parents() -> None:
    case = next(c for c in CASES if c.name == "three levels")
    assert "[" not in case.text
    assert [(g.number, g.parent) for g in case.gold] == [(1, None), (2, 1), (3, 2)]
    assert [s.of(case.text) for s in case.gold[2].content] == ["the vote was unfair"]


def test_parents_are_right_in_most_cases() -> None:
    misses = [f"{case.name}: {why}" for case in CASES if (why := miss(case))]
    right = len(CASES) - len(misses)
    assert right >= FLOOR * len(CASES), f"{right} of {len(CASES)} right; missed:\n" + "\n".join(misses)


@pytest.mark.parametrize("name", ["an interrupted quotation", "over two paragraphs"])
def test_a_statement_inside_a_quotation_does_not_claim_the_quotation(name: str) -> None:
    assert miss(next(c for c in CASES if c.name == name)) is None


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_nested_statement_says_nothing_beyond_its_parent(case: Case) -> None:
    findings = found_in(case)
    by_id = {s.id: s for s in findings.statements}
    for statement in findings.statements:
        if statement.parent is not None:
            parent = by_id[statement.parent]
            assert characters(statement.content) <= characters(parent.content)
            assert characters(statement.cue) <= characters(parent.content)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_parents_never_run_in_a_circle(case: Case) -> None:
    findings = found_in(case)
    parents = {s.id: s.parent for s in findings.statements}
    for statement in parents:
        above = parents[statement]
        for _ in parents:
            above = parents[above] if above else None
        assert above is None


def found_in(case: Case) -> Findings:
    return analyse([Article.of(case.text)], labeller())[0]


def miss(case: Case) -> str | None:
    """Why the case counts as missed; None where each inner statement is there with the right parent."""
    statements = found_in(case).statements
    matches = {g.number: best_match(g, statements) for g in case.gold}
    for gold in case.inner:
        assert gold.parent is not None
        mine, parent = matches[gold.number], matches[gold.parent]
        if mine is None or parent is None:
            lost = gold.number if mine is None else gold.parent
            return f"statement {lost} not found among {[read(s, case.text) for s in statements]}"
        if mine.parent != parent.id:
            return f"statement {gold.number} has another parent"
    return None


def best_match(gold: Gold, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement with the same source and cue words, give or take some, and mostly the same content."""
    fitting = [s for s in statements if touch(s.cue, gold.cue) and touch(s.source, gold.source)]
    best = max(fitting, key=lambda s: likeness(s.content, gold.content), default=None)
    return best if best is not None and likeness(best.content, gold.content) >= 0.6 else None


def characters(spans: Spans) -> set[int]:
    return {at for span in spans for at in range(*span)}


def touch(one: Spans, other: Spans) -> bool:
    return (not one and not other) or bool(characters(one) & characters(other))


def likeness(one: Spans, other: Spans) -> float:
    """Intersection over union, in characters."""
    a, b = characters(one), characters(other)
    return len(a & b) / len(a | b)


def read(statement: Statement, text: str) -> str:
    roles = (statement.source, statement.cue, statement.content)
    return " | ".join(" … ".join(s.of(text) for s in spans) for spans in roles)
