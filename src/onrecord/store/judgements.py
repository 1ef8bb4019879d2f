"""Judgements in an SQLite store: only ever added."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from onrecord.people.judgements import age
from onrecord.records import Judgement, Span, Spans, Target, Verdict, to_json
from onrecord.store.rows import Row, insert


def add_judgements(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> None:
    """Adds those that are not there yet."""
    insert(connection, "judgement", map(_row, judgements))


def all_judgements(connection: sqlite3.Connection) -> list[Judgement]:
    """Every judgement, the earliest first."""
    return sorted(_judgements(connection), key=age)


def _judgements(connection: sqlite3.Connection) -> Iterator[Judgement]:
    columns = "text_id, spans, verdict, made_by, made_at, other_text_id, other_spans, note"
    for text_id, spans, verdict, made_by, made_at, other_text_id, other_spans, note in connection.execute(
        f"SELECT {columns} FROM judgement"
    ):
        other = Target(other_text_id, _spans(other_spans)) if other_text_id is not None else None
        yield Judgement(Target(text_id, _spans(spans)), Verdict(verdict), made_by, made_at, other, note)


def _row(judgement: Judgement) -> Row:
    other = judgement.other
    return {
        "text_id": judgement.target.text_id,
        "spans": json.dumps(to_json(judgement.target.spans)),
        "verdict": judgement.verdict.value,
        "made_by": judgement.made_by,
        "made_at": judgement.made_at,
        "other_text_id": other.text_id if other else None,
        "other_spans": json.dumps(to_json(other.spans)) if other else None,
        "note": judgement.note,
    }


def _spans(text: str) -> Spans:
    return tuple(Span(start, end) for start, end in json.loads(text))
