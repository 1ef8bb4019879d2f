"""Commitments in the articles on standard input, in the form that the commitments scorer reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from evals.documents import answer, documents
from onrecord.archive import Analysis
from onrecord.engines import InProcess
from onrecord.records import Article, Commitment, Findings


def predictions(lines: Iterable[bytes], labeller: str) -> Iterator[str]:
    """One JSON line for each commitment; articles go by their document's id."""
    docs: dict[str, str] = {}
    articles: list[Article] = []
    for doc, article in documents(lines):
        docs.setdefault(article.id, doc)
        articles.append(article)
    for batch in Analysis(labeller).run(articles, InProcess()):
        for findings in (found for found in batch if isinstance(found, Findings)):
            for commitment in findings.commitments:
                yield json.dumps({"article": docs[findings.article.id], **_row(commitment)})


def _row(commitment: Commitment) -> dict[str, object]:
    due = commitment.due
    return {
        "spans": [list(commitment.extent)] if commitment.extent else [list(span) for span in commitment.action],
        "due": {"start": due.start, "end": due.end} if due else None,
        "strength": commitment.strength.value,
    }


if __name__ == "__main__":
    answer(__doc__, predictions)
