"""Attributions of documents on standard input, in the form that the attribution scorer reads."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

from evals.documents import documents
from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import to_json


def predictions(lines: Iterable[bytes]) -> Iterator[str]:
    """One JSON line for each document: its id and the attributions found by default (offsets in code points)."""
    default = labeller()
    for doc, article in documents(lines):
        (findings,) = analyse([article], default)
        attributions = [
            {"source": to_json(s.source), "cue": to_json(s.cue), "content": to_json(s.content)}
            for s in findings.statements
        ]
        yield json.dumps({"doc": doc, "attributions": attributions})


def main() -> None:
    """Read documents, write predictions."""
    for line in predictions(sys.stdin.buffer):
        print(line)


if __name__ == "__main__":
    main()
