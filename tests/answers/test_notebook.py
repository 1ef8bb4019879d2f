"""Answers in a notebook: what the figures say, and nothing of a text that is not escaped."""

from __future__ import annotations

import pytest

from onrecord.answers.sources import sources
from onrecord.answers.trace import trace
from onrecord.answers.who import who
from onrecord.records import Graph
from tests.answers.town import town
from tests.provenance.newsroom import Said, graph, story

PAYLOAD = "<script>alert('x')</script> & <img src=x onerror=1> is what we will never say"


@pytest.fixture(scope="module")
def news() -> Graph:
    return town()


def test_a_trace_shows_figures_origins_and_edges(news: Graph) -> None:
    statement = next(s.id for f in news.findings for s in f.statements if f.article.outlet == "The Tidewater Post")
    answer = trace(news, statement)
    shown = answer._repr_html_()
    assert f"outlets: {answer.outlets}" in shown.lower()
    assert all(origin.headline in shown for origin in answer.origins)
    assert all(reason in shown for origin in answer.origins for _, reason in origin.folded)
    assert shown.count("<tr>") == len(answer.chain) + 1


def test_sources_and_who_show_reports(news: Graph) -> None:
    shown = who(news, "Oslington")._repr_html_()
    assert "Marta Oslington" in shown
    assert "Lorry Weekly" in shown
    statement = news.findings[0].statements[0].id
    assert "origins: " in sources(news, statement)._repr_html_()


def test_every_text_is_escaped() -> None:
    hostile = graph(story(Said("Marta <b>Oslington</b>", PAYLOAD), outlet=PAYLOAD, title=PAYLOAD))
    (statement,) = hostile.findings[0].statements
    name = hostile.findings[0].agents[0].name
    assert name is not None
    for answer in (trace(hostile, statement.id), sources(hostile, statement.id), who(hostile, name)):
        shown = answer._repr_html_()
        assert "&lt;script" in shown
        assert not any(tag in shown for tag in ("<script", "<img", "<b>"))
