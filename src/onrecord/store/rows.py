"""Rows: records as the flat columns that people read with SQL, and how rows are written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from onrecord.records import Agent, Findings, Identity, Utterance, spans_text, to_json
from onrecord.store.editions import Edition, storable
from onrecord.store.naming import found_names

Row = dict[str, Any]
"""Column → value; all rows of one table have the same columns in the same order."""

_NUMBERED = frozenset({"article", "statement"})


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Adds the rows that are not there yet."""
    safe = [{c: storable(v) if isinstance(v, str) else v for c, v in row.items()} for row in rows]
    if not safe:
        return
    columns = [f'"{column}"' for column in safe[0]]
    values = [f":{column}" for column in safe[0]]
    if table in _NUMBERED:
        columns.append("number")
        values.append(f"(SELECT ifnull(max(number), 0) + 1 FROM {table})")
    connection.executemany(
        f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join(values)})",
        safe,
    )


def article_row(edition: Edition, now: str) -> Row:
    """One row of `article`; `now` is an ISO 8601 date-time in UTC."""
    article = edition.findings.article
    return {
        "id": article.id,
        "text_id": article.text_id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "byline": "; ".join(article.byline) or None,
        "language": article.language,
        "words": len(article.text.split()),
        "made_by": edition.findings.made_by,
        "text": article.text,
        "record": edition.record,
        "added_at": now,
    }


def credit_rows(findings: Findings) -> Iterator[Row]:
    """The rows of `credit`, in the order of the article's credits."""
    for position, credit in enumerate(findings.article.credits):
        yield {
            "article": findings.article.id,
            "position": position,
            "kind": credit.kind.value,
            "name": credit.name,
            "url": credit.url,
            "start": credit.span.start if credit.span else None,
            "end": credit.span.end if credit.span else None,
            "rule": credit.rule,
        }


def agent_rows(findings: Findings, card: Callable[[Agent, Findings], str]) -> Iterator[Row]:
    """The rows of `agent`, each with its card."""
    for agent in findings.agents:
        yield {
            "id": agent.id,
            "article": findings.article.id,
            "type": agent.type.value,
            "name": agent.name,
            "role": agent.role.title if agent.role else None,
            "affiliation": "; ".join(agent.affiliations) or None,
            "card": card(agent, findings),
        }


def agent_name_rows(findings: Findings) -> Iterator[Row]:
    """The rows of `agent_name`: all the forms of a name that find an agent."""
    for agent in findings.agents:
        for name in found_names(agent):
            yield {"name": name, "agent": agent.id}


def statement_rows(findings: Findings) -> Iterator[Row]:
    """The rows of `statement`, in the order of the text."""
    article = findings.article
    agents = {agent.id: agent for agent in findings.agents}
    for statement in findings.statements:
        agent = agents.get(statement.agent or "")
        yield {
            "id": statement.id,
            "article": article.id,
            "kind": statement.kind.value,
            "agent": statement.agent,
            "type": agent.type.value if agent else None,
            "speaker": agent.name if agent else None,
            "role": agent.role.title if agent and agent.role else None,
            "source": spans_text(article.text, statement.source),
            "cue": spans_text(article.text, statement.cue),
            "content": spans_text(article.text, statement.content),
            "title": article.title,
            "said_start": statement.said.start if statement.said else None,
            "said_end": statement.said.end if statement.said else None,
            "modality": statement.modality.value,
            "polarity": statement.polarity.value,
            "hand": statement.hand.value,
            "confidence": statement.confidence,
            "parent": statement.parent,
        }


def utterance_row(utterance: Utterance) -> Row:
    """One row of `utterance`."""
    return {
        "id": utterance.id,
        "agent": utterance.agent,
        "statements": len(utterance.statements),
        "wordings": len(utterance.wordings),
        "record": json.dumps(to_json(utterance), separators=(",", ":")),
    }


def identity_row(identity: Identity, name: str) -> Row:
    """One row of `identity`; the record leaves out the agents, which are its members."""
    data = to_json(identity)
    del data["agents"]
    return {
        "id": identity.id,
        "type": identity.type.value,
        "name": name,
        "agents": len(identity.agents),
        "record": json.dumps(data, separators=(",", ":")),
    }
