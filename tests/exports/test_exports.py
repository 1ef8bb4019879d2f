"""What every exporter must do, and what JSON Lines and CSV must do beyond it."""

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
from tests.exports.graphs import GRAPHS, filled_graph
from tests.exports.test_article_json import PROMISED


@pytest.fixture(params=FORMATS, scope="module")
def each(request: pytest.FixtureRequest) -> Exporter:
    return exporter(request.param)


def written(form: Exporter, graph: Graph) -> str:
    out = io.StringIO(newline="")
    form.write(graph, out)
    return out.getvalue()


def rows(form: str, graph: Graph) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(exporter(form), graph), newline="")))


def test_an_exporter_is_found_by_its_name(each: Exporter) -> None:
    assert exporter(each.name) is each


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="jsonl, csv"):
        exporter("docx")


def test_the_same_graph_gives_the_same_text(each: Exporter) -> None:
    assert written(each, filled_graph()) == written(each, filled_graph())


def test_an_empty_graph_is_written_without_fuss(each: Exporter) -> None:
    assert len(written(each, Graph()).splitlines()) <= 1  # a line of column names at most


@given(graph=GRAPHS)
def test_any_graph_can_be_written(each: Exporter, graph: Graph) -> None:
    assert isinstance(written(each, graph), str)


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
    assert made is cell or made == f"'{cell}"
    assert not (isinstance(made, str) and made[:1] in set("=+-@\t\r\n"))


def test_every_table_has_the_columns_it_names() -> None:
    for table in TABLES:
        for row in table.rows(filled_graph()):
            assert set(row) == set(table.columns)
