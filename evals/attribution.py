"""Attributions of documents on standard input, in the form that the attribution scorer reads."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import Article, Spans


def predictions(lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each document: its id and the attributions found by default (offsets in code points)."""
    default = labeller()
    for line in lines:
        document = json.loads(line)
        article = Article.of(
            document["text"],
            title=document.get("title"),
            outlet=document.get("outlet"),
            published=document.get("published"),
        )
        (findings,) = analyse([article], default)
        attributions = [
            {"source": _pairs(s.source), "cue": _pairs(s.cue), "content": _pairs(s.content)}
            for s in findings.statements
        ]
        yield json.dumps({"doc": document.get("doc"), "attributions": attributions}, ensure_ascii=False)


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def main() -> None:
    """Read documents, write predictions."""
    for line in predictions(sys.stdin):
        print(line)


if __name__ == "__main__":
    main()
