"""Time expressions of documents on standard input, in the form that the TIMEX3 scorer reads."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

from onrecord.records import Article
from onrecord.statements.moments import find_moments


def predictions(lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each document: its id and its moments as the defaults find them (offsets in code points)."""
    for line in lines:
        document = json.loads(line)
        article = Article.of(
            document.get("text") or "",
            title=document.get("title"),
            outlet=document.get("outlet"),
            published=document.get("published"),
        )
        moments = [
            {"start": m.span.start, "end": m.span.end, "type": m.type, "value": m.value}
            for m in find_moments(article)
            if m.span is not None
        ]
        yield json.dumps({"doc": document.get("doc"), "moments": moments}, ensure_ascii=False)


def main() -> None:
    """Read documents, write predictions."""
    for line in predictions(sys.stdin):
        print(line)


if __name__ == "__main__":
    main()
