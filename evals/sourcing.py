"""Sourced passages of documents on standard input, in the form that the sourcing scorer reads.

python -m evals.sourcing [--labeller NAME] < documents.jsonl > predictions.jsonl
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from evals.documents import answer, documents
from onrecord.answers.passages import passages
from onrecord.labelling import DEFAULT, labeller
from onrecord.pipeline.analyse import analyse


def predictions(lines: Iterable[bytes], name: str = DEFAULT) -> Iterator[str]:
    """One JSON line for each document: its id and the passages that an audit counts (offsets in code points)."""
    named = labeller(name)
    for doc, article in documents(lines):
        (findings,) = analyse([article], named)
        rows = []
        for passage in passages(findings):
            first, last = passage.spans[0], passage.spans[-1]
            text = " ".join(span.of(article.text) for span in passage.spans)
            rows.append({"text": text, "start": first.start, "end": last.end, **passage.to_json()})
        yield json.dumps({"article": doc, "statements": rows})


if __name__ == "__main__":
    answer(__doc__, predictions)
