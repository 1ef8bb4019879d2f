"""Time expressions of documents on standard input, in the form that the TIMEX3 scorer reads."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

from evals.documents import documents
from onrecord.statements.times.moments import find_moments


def predictions(lines: Iterable[bytes]) -> Iterator[str]:
    """One JSON line for each document: its id and its moments as the defaults find them (offsets in code points)."""
    for doc, article in documents(lines):
        moments = [
            {"start": m.span.start, "end": m.span.end, "type": m.type, "value": m.value}
            for m in find_moments(article)
            if m.span is not None
        ]
        yield json.dumps({"doc": doc, "moments": moments})


def main() -> None:
    """Read documents, write predictions."""
    for line in predictions(sys.stdin.buffer):
        print(line)


if __name__ == "__main__":
    main()
