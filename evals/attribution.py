"""Attributions of documents on standard input, in the form that the attribution scorer reads.

python -m evals.attribution [--labeller NAME] < documents.jsonl > predictions.jsonl
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from evals.documents import answer, documents
from onrecord.labelling import DEFAULT, labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import Statement, to_json


def predictions(lines: Iterable[bytes], name: str = DEFAULT) -> Iterator[str]:
    """One JSON line for each document: its id and the attributions that the labeller finds (offsets in code points)."""
    named = labeller(name)
    for doc, article in documents(lines):
        (findings,) = analyse([article], named)
        attributions = [roles_of(s) for s in findings.statements]
        yield json.dumps({"doc": doc, "attributions": attributions})


def roles_of(statement: Statement) -> dict[str, Any]:
    """A statement as the scorer reads it: the spans of its roles, in code points."""
    return {"source": to_json(statement.source), "cue": to_json(statement.cue), "content": to_json(statement.content)}


if __name__ == "__main__":
    answer(__doc__, predictions)
