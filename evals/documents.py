"""Documents on standard input, one JSON object a line, read as `onrecord statements -` reads them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from onrecord.labelling import DEFAULT
from onrecord.reading.assembly import Defaults
from onrecord.reading.jsonl import read_lines
from onrecord.records import Article


def documents(lines: Iterable[bytes]) -> Iterator[tuple[Any, Article]]:
    """Each document's "doc" as it was given, and its article; one without a text is an empty article.

    Other keys are "text", "title", "published" and "outlet"; all may be missing.  Raises ValueError for a line that is
    no JSON object.
    """
    for line in lines:
        if line.strip():
            document = json.loads(line)
            if not isinstance(document, dict):
                raise ValueError(f"no document: {line[:80]!r}")
            (article,) = read_lines([line], "standard input", Defaults())
            yield document.get("doc"), article if isinstance(article, Article) else Article.of("")


def answer(about: str, predictions: Callable[[Iterable[bytes], str], Iterator[str]]) -> None:
    """The command of an eval that takes `--labeller NAME`: documents in, predictions out; `about` is its docstring."""
    options = argparse.ArgumentParser(description=about.split("\n")[0])
    options.add_argument("--labeller", default=DEFAULT)
    for line in predictions(sys.stdin.buffer, options.parse_args().labeller):
        print(line)
