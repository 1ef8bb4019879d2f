"""Every exporter does what an exporter must, and JSON Lines and CSV what they promise beyond it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.exports import FORMATS, exporter
from onrecord.exports.csv_tables import TABLES, safe
from onrecord.exports.json_line import json_line
from onrecord.records import Article, Exporter, Findings, Graph
from tests.exports.conformance import ExporterConformance, written
from tests.exports.graphs import filled_graph
from tests.exports.test_article_json import PROMISED


class TestJsonLines(ExporterConformance):
    def make(self) -> Exporter:
        return exporter("jsonl")


class TestStatements(ExporterConformance):
    def make(self) -> Exporter:
        return exporter("csv")


class TestArticles(ExporterConformance):
    def make(self) -> Exporter:
        return exporter("csv-articles")


class TestUtterances(ExporterConformance):
    def make(self) -> Exporter:
        return exporter("csv-utterances")


def test_every_format_is_under_its_name() -> None:
    assert [exporter(name).name for name in FORMATS] == ["jsonl", "csv", "csv-articles", "csv-utterances"]


def rows(form: str, graph: Graph) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(exporter(form), graph), newline="")))


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="jsonl, csv"):
        exporter("docx")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_is_written_without_fuss(name: str) -> None:
    assert len(written(exporter(name), Graph()).splitlines()) <= 1  # a line of column names at most


def test_json_lines_say_what_they_are() -> None:
    lines = [json.loads(line) for line in written(exporter("jsonl"), filled_graph()).splitlines()]
    assert [line["record"] for line in lines] == ["article", "utterance", "derivation"]
    assert PROMISED[""] < set(lines[0])
    assert lines[2]["target"] == "wire:TASS"


@given(text=st.text())
def test_a_json_line_is_one_line_for_every_reader_and_comes_back(text: str) -> None:
    line = json_line({"text": text})
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"text": text}


def test_a_lone_surrogate_is_escaped() -> None:
    line = json_line({"text": "a\ud800b"})
    assert line.isascii()
    assert json.loads(line) == {"text": "a\ud800b"}


def test_the_table_of_statements() -> None:
    (row,) = rows("csv", filled_graph())
    assert row["speaker"] == "Ida Holm"
    assert row["speaker_title"] == "harbour master"
    assert row["content"] == '"It will sail by Monday if the wind drops,"'
    assert row["utterance"] == row["statement"] == "b" * 32
    assert row["outlet"] == "Oster Post"
    text = filled_graph().findings[0].article.text
    assert text[int(row["content_start"]) : int(row["content_end"])] == row["content"]


def test_the_tables_of_articles_and_utterances() -> None:
    (article,) = rows("csv-articles", filled_graph())
    assert (article["wires"], article["statements"]) == ("TASS", "1")
    (utterance,) = rows("csv-utterances", filled_graph())
    assert (utterance["speaker"], utterance["outlets"], utterance["wordings"]) == ("Ida Holm", "1", "1")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    payload = f"{start}HYPERLINK(1)"
    graph = Graph((Findings(Article.of("x", title=payload, outlet=payload)),))
    (row,) = rows("csv-articles", graph)
    assert row["title"] == row["outlet"] == f"'{payload}"


@given(cell=st.one_of(st.none(), st.integers(), st.floats(), st.text()))
def test_a_safe_cell_is_the_cell_or_the_cell_behind_an_apostrophe(cell: str | float | None) -> None:
    made = safe(cell)
    assert made in (cell, f"'{cell}") or made is cell
    assert not (isinstance(made, str) and made[:1] in set("=+-@\t\r\n"))


def test_every_table_has_the_columns_it_names() -> None:
    for table in TABLES:
        for row in table.rows(filled_graph()):
            assert set(row) == set(table.columns)
