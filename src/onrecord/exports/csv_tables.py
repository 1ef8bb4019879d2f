"""The archive as CSV tables for spreadsheets: statements, articles, utterances."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from onrecord.records import Findings, Graph, Span, Statement
from onrecord.records.spans import hull, spans_text

Cell = str | int | float | None
Row = dict[str, Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(cell: Cell) -> Cell:
    """The cell as a spreadsheet shows it and never runs it: text that starts like a formula gets an apostrophe.

    A lone surrogate, which UTF-8 cannot carry, becomes "?".
    """
    if not isinstance(cell, str):
        return cell
    shown = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return shown.encode("utf-8", "replace").decode("utf-8")


def write_rows(rows: Iterable[Row], out: IO[str]) -> None:
    """Rows with the same keys as CSV (RFC 4180), under a line of column names; nothing where there are none."""
    every = list(rows)
    if every:
        writer = csv.DictWriter(out, tuple(every[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({column: safe(cell) for column, cell in row.items()} for row in every)


@dataclass(frozen=True, slots=True)
class CsvTable:
    """One table (RFC 4180, UTF-8, a line of column names); offsets are code points of the article's text."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Graph], Iterator[Row]]

    def write(self, graph: Graph, out: IO[str]) -> None:
        """The table of the whole graph; an unknown value is an empty cell."""
        writer = csv.DictWriter(out, self.columns, lineterminator="\r\n")
        writer.writeheader()
        for row in self.rows(graph):
            writer.writerow({column: safe(row[column]) for column in self.columns})


def _statements(graph: Graph) -> Iterator[Row]:
    utterances = {member: utterance.id for utterance in graph.utterances for member in utterance.statements}
    for findings in graph.findings:
        for statement in findings.statements:
            yield {**_statement(findings, statement), "utterance": utterances.get(statement.id)}


def _statement(findings: Findings, statement: Statement) -> Row:
    article, agent = findings.article, findings.agent_of(statement)
    reach: Span | None = hull(statement.content)
    return {
        "statement": statement.id,
        "article": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "article_title": article.title,
        "url": article.url,
        "path": article.path,
        "speaker": agent.name if agent else None,
        "speaker_title": agent.role.title if agent and agent.role else None,
        "speaker_type": agent.type.value if agent else None,
        "kind": statement.kind.value,
        "source": spans_text(article.text, statement.source),
        "cue": spans_text(article.text, statement.cue),
        "content": spans_text(article.text, statement.content),
        "addressee": spans_text(article.text, statement.addressee),
        "said_start": statement.said.start if statement.said else None,
        "said_end": statement.said.end if statement.said else None,
        "polarity": statement.polarity.value,
        "modality": statement.modality.value,
        "hand": statement.hand.value,
        "parent": statement.parent,
        "content_start": reach.start if reach else None,
        "content_end": reach.end if reach else None,
        "confidence": statement.confidence,
        "made_by": statement.made_by,
    }


def _articles(graph: Graph) -> Iterator[Row]:
    for findings in graph.findings:
        article = findings.article
        yield {
            "article": article.id,
            "text_id": article.text_id,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published,
            "url": article.url,
            "path": article.path,
            "language": article.language,
            "byline": "; ".join(article.byline),
            "wires": "; ".join(credit.name for credit in article.wires),
            "statements": len(findings.statements),
            "made_by": findings.made_by,
        }


def _utterances(graph: Graph) -> Iterator[Row]:
    homes = {s.id: f.article for f in graph.findings for s in f.statements}
    agents = {a.id: a for f in graph.findings for a in f.agents}
    for utterance in graph.utterances:
        agent = agents.get(utterance.agent or "")
        articles = [homes[member] for member in utterance.statements if member in homes]
        yield {
            "utterance": utterance.id,
            "speaker": agent.name if agent else None,
            "words": utterance.wordings[0].text if utterance.wordings else None,
            "statements": len(utterance.statements),
            "articles": len({article.id for article in articles}),
            "outlets": len({article.outlet for article in articles if article.outlet}),
            "wordings": len(utterance.wordings),
        }


TABLES = (
    CsvTable(
        "csv",
        (
            *("statement", "utterance", "article", "outlet", "published", "article_title", "url", "path"),
            *("speaker", "speaker_title", "speaker_type", "kind", "source", "cue", "content", "addressee"),
            *("said_start", "said_end", "polarity", "modality", "hand", "parent"),
            *("content_start", "content_end", "confidence", "made_by"),
        ),
        _statements,
    ),
    CsvTable(
        "csv-articles",
        (
            *("article", "text_id", "title", "outlet", "published", "url", "path", "language", "byline", "wires"),
            *("statements", "made_by"),
        ),
        _articles,
    ),
    CsvTable(
        "csv-utterances",
        ("utterance", "speaker", "words", "statements", "articles", "outlets", "wordings"),
        _utterances,
    ),
)
