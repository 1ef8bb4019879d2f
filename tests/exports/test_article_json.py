"""The JSON contract of `onrecord statements --json`: the keys are exactly those promised, and the offsets hold."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from onrecord.exports.article_json import article_json, match_json
from onrecord.exports.json_line import json_line
from onrecord.records import Article, Findings
from tests.exports.graphs import TEXT, filled
from tests.records.strategies import values

SAID = {"start", "end", "granularity", "span"}
PROMISED: dict[str, set[str]] = {
    "": set(
        "article doc path url title title_span outlet published language made_by text"
        " credits statements moments commitments".split()
    ),
    "credits": {"kind", "name", "span"},
    "statements": set(
        "id kind source cue content agent addressee question answers venue parent"
        " via points_to said hand polarity modality confidence".split()
    ),
    "statements.agent": {"id", "type", "name", "title", "title_span", "justification"},
    "statements.via": {"spans", "kind", "name"},
    "statements.points_to": {"spans", "statement", "agent", "said", "means"},
    "statements.said": SAID,
    "moments": set("span type value mod start end granularity anchor candidates".split()),
    "moments.anchor": {"kind", "span"},
    "moments.candidates": {"value", "weight", "start", "end"},
    "commitments": set("statement action strength condition begins due".split()),
    "commitments.begins": SAID,
    "commitments.due": SAID,
}
ADDED = {"": {"notes"}, "commitments": {"agent", "span"}}
"""Keys that came after the contract was first written."""


def keys_by_place(value: Any, place: str = "") -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    if isinstance(value, dict):
        found[place] = set(value)
        for key, inner in value.items():
            found |= keys_by_place(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            found |= keys_by_place(inner, place)
    return found


def test_the_keys_are_the_promised_ones() -> None:
    expected = {place: keys | ADDED.get(place, set()) for place, keys in PROMISED.items()}
    assert keys_by_place(article_json(filled())) == expected


def test_an_article_that_says_nothing_has_every_key_too() -> None:
    line = article_json(Findings(Article.of("Nothing is said here.")))
    assert set(line) == PROMISED[""] | ADDED[""]
    assert line["statements"] == line["credits"] == line["moments"] == line["commitments"] == []
    unknown = ("doc", "path", "url", "title", "title_span", "outlet", "published")
    assert [line[key] for key in unknown] == [None] * len(unknown)


def test_values_are_those_of_the_records() -> None:
    line = json.loads(json_line(article_json(filled())))
    (statement,) = line["statements"]

    def words(spans: list[list[int]]) -> str:
        return " … ".join(line["text"][start:end] for start, end in spans)

    assert line["text"] == TEXT
    assert words(statement["content"]) == '"It will sail by Monday if the wind drops,"'
    assert words(statement["source"]) == "harbour master Ida Holm"
    assert words([statement["agent"]["title_span"]]) == statement["agent"]["title"] == "harbour master"
    assert statement["agent"]["name"] == "Ida Holm"
    assert statement["agent"]["type"] == "named_person"
    assert statement["answers"] == words(statement["question"]) == "when the ferry would sail"
    assert (statement["kind"], statement["hand"], statement["polarity"]) == ("direct", "unknown", "positive")
    assert statement["said"]["start"] == statement["said"]["end"] == "2024-03-08"
    assert words([statement["said"]["span"]]) == "Friday"
    assert line["moments"][1]["anchor"] == {"kind": "said", "span": statement["said"]["span"]}
    assert line["moments"][1]["candidates"] == [
        {"value": "2024-03-11", "weight": 0.7, "start": "2024-03-11", "end": "2024-03-11"},
        {"value": "2024-03-18", "weight": 0.3, "start": None, "end": None},
    ]
    assert line["commitments"][0]["due"]["end"] == "2024-03-11"
    assert line["credits"][1] == {"kind": "author", "name": "Per Lund", "span": None}
    assert words([line["title_span"]]) == line["title"]


def test_an_unknown_agent_is_null() -> None:
    findings = filled()
    stranger = Findings(findings.article, findings.statements, ())
    assert article_json(stranger)["statements"][0]["agent"] is None


def test_a_statement_by_itself_brings_its_words_and_its_article() -> None:
    findings = filled()
    line = match_json(findings, findings.statements[0])
    assert line["text"] == '"It will sail by Monday if the wind drops,"'
    assert line["article"] == findings.article.id
    assert PROMISED["statements"] < set(line)


@given(findings=values(Findings))
def test_any_findings_make_one_line_of_json(findings: Findings) -> None:
    line = json_line(article_json(findings))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == findings.article.text
    line.encode("utf-8")
