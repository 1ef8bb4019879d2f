"""Attributions of documents on standard input, in the form that the attribution scorer reads.

python -m evals.attribution [--labeller NAME] < documents.jsonl > predictions.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from evals.documents import documents
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


def main() -> None:
    """Read documents, write predictions."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--labeller", default=DEFAULT)
    for line in predictions(sys.stdin.buffer, options.parse_args().labeller):
        print(line)


if __name__ == "__main__":
    main()
