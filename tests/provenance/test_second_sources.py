"""Who confirms what was said elsewhere is a second source of the newsroom that it is confirmed to, and of no other."""

import re
from dataclasses import replace

import pytest

from onrecord.provenance.independence import origins
from onrecord.provenance.second_sources import confirmation, second_sources
from onrecord.records import Agent, AgentType, Article, Findings, Span, Statement
from tests.provenance.newsroom import DREDGING, OTHER_BACKGROUND, Said, graph, story

HERS = Said("Marta Oslington", DREDGING)
HEARD = story(HERS, outlet="The Harbour Post", background=OTHER_BACKGROUND)


def confirmed(words: str, type: AgentType = AgentType.UNNAMED_PERSON) -> tuple[Findings, Statement]:
    """HEARD with a sentence behind it whose first word confirms what is said, and the statement confirmed."""
    text = f"{HEARD.article.text}\n\n{words}"
    article = Article.of(text, outlet="The Harbour Post", published="2024-05-14")
    source = Span(len(HEARD.article.text) + 2, len(HEARD.article.text) + 2 + len("Clerks"))
    verb = words.split()[1]
    cue = Span(source.end + 1, source.end + 1 + len(verb))
    to = re.search(r"(?<= to )(?:[Tt]he )?\w+ (?:Post|Courier)", words)
    told = (Span(source.start + to.start(), source.start + to.end()),) if to else ()
    (said,) = HEARD.statements
    clerk = Agent("clerk", article.id, type, (), mentions=(source,))
    outer = replace(said, id="o" * 32, article=article.id, source=(source,), cue=(cue,), agent="clerk", addressee=told)
    inner = replace(said, article=article.id, parent=outer.id)
    return Findings(article, (outer, inner), (*HEARD.agents, clerk), made_by="test 1"), inner


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("Clerks confirmed that she had said so.", ""),
        ("Clerks confirmed to the Harbour Post that she had said so.", ""),
        ("Clerks confirmed to The Quay Courier that she had said so.", "quaycourier"),
        ("Clerks confirmed to Quay Courier.", "quaycourier"),
    ],
)
def test_it_is_the_newsroom_that_it_is_confirmed_to(words: str, to: str) -> None:
    findings, inner = confirmed(words)
    found = confirmation(findings, inner)
    assert found is not None
    assert found.to == to
    assert [e.span.of(findings.article.text) for e in found.evidence if e.span] == ["confirmed"]
    assert bool(second_sources({findings.article.id: (findings, [inner])})) is (to == "")


@pytest.mark.parametrize(
    ("words", "type"),
    [
        ("Clerks repeated that she had said so.", AgentType.UNNAMED_PERSON),
        ("Clerks confirmed that she had said so.", AgentType.NAMED_ORGANIZATION),
    ],
)
def test_who_only_repeats_it_is_none_nor_is_an_organisation(words: str, type: AgentType) -> None:
    findings, inner = confirmed(words, type)
    assert confirmation(findings, inner) is None


def test_a_statement_that_stands_alone_is_confirmed_by_nobody() -> None:
    assert confirmation(HEARD, HEARD.statements[0]) is None


def test_what_another_newsroom_had_confirmed_is_that_newsrooms() -> None:
    other = story(HERS, outlet="The Quay Courier")
    for to, count in (("the Quay Courier", 1), ("the Harbour Post", 2)):
        findings, inner = confirmed(f"Clerks confirmed to {to} that she had said so.")
        assert origins(graph(other, findings), [other.statements[0].id, inner.id]).high == count
