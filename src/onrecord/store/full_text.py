"""Full-text queries: from the words that somebody typed to FTS5, whatever these words are."""

from __future__ import annotations

import re
import sqlite3

from onrecord.records import Hit

MAX_WORDS = 64
"""Words of a query that are looked for; the rest is passed over."""
_WORD = re.compile(r"[^\W_]{1,200}")

_HITS = """
SELECT statement.id, statement.article, bm25(statement_fts, 2.0, 2.0, 1.0, 1.0, 0.5) AS rank
FROM statement_fts JOIN statement ON statement.number = statement_fts.rowid
WHERE statement_fts MATCH ? ORDER BY rank, statement.id LIMIT ?
"""


def hits(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """The statements that hold all the words, best first; where none does, those that hold some of them.

    `rank` is BM25 as SQLite's FTS5 gives it, content and speaker weighing most: smaller is better.
    """
    tokens = [f'"{word}"' for word in _WORD.findall(words)[:MAX_WORDS]]
    for joint in (" AND ", " OR "):
        if not tokens or limit < 1:
            break
        found = connection.execute(_HITS, (joint.join(tokens), limit)).fetchall()
        if found:
            return [Hit(*row) for row in found]
    return []
