"""The most memory that one process takes from texts to statements.  `python -m benchmarks.memory FOLDER [--articles N]`

Where the folder has fewer articles than asked for, they come again with another first line, so that none is known yet.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Iterator
from itertools import count, islice

from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.reading import read
from onrecord.records import Article


def endless(folder: str) -> Iterator[Article]:
    """The folder's articles, over and over, each time with another first line."""
    for turn in count():
        some = False
        for article in (a for a in read(folder) if isinstance(a, Article)):
            some = True
            yield Article.of(f"Edition {turn}\n\n{article.text}") if turn else article
        if not some:
            return


def megabytes() -> float:
    """The most memory that this process has taken."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Analyse article by article, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="a folder of articles")
    parser.add_argument("--articles", type=int, default=1000, help="how many of them")
    options = parser.parse_args()
    model, done, statements = labeller("encoder"), 0, 0
    for article in islice(endless(options.folder), options.articles):
        (findings,) = analyse([article], model)
        done, statements = done + 1, statements + len(findings.statements)
        if done in (1, 10, 100) or done == options.articles:
            print(f"{done:6d} articles, {statements:7d} statements: {megabytes():.0f} MB", flush=True)


if __name__ == "__main__":
    main()
