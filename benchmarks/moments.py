"""Words per second of time expressions found and anchored on one core, and the slowest of many made-up expressions.

    python -m benchmarks.moments FOLDER [--articles N] [--phrases N]

Speed stands beside a plain word split of the same texts: machines differ and are noisy, so quote the ratio.
Each figure is the best of three.  The expressions must raise nothing, invert no interval, and take less than 10 ms each
(the fastest of three tries, once the first took longer); anything else ends the run with exit code 1.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from datetime import date
from itertools import islice

from benchmarks.stages import best_of
from benchmarks.time_phrases import phrases
from onrecord.reading import read
from onrecord.records import Article, Moment
from onrecord.statements.times.moments import find_moments
from onrecord.text.segments import sentences

LIMIT = 0.010
"""Seconds that one expression may take."""


def find_afresh(articles: list[Article]) -> None:
    """The moments of all articles, with nothing remembered of their sentences."""
    sentences.cache_clear()
    for article in articles:
        find_moments(article)


def speed(articles: list[Article]) -> None:
    """Print words per second beside the word split."""
    count = sum(len(re.findall(r"\w+", a.text)) for a in articles)
    split = best_of(lambda: [re.findall(r"\w+", a.text) for a in articles])
    found = best_of(lambda: find_afresh(articles))
    print(f"{len(articles)} articles, {count} words")
    print(f"{'word split':20s} {count / split:12,.0f} words/s")
    print(f"{'found and anchored':20s} {count / found:12,.0f} words/s   {found / split:8.1f} x the word split")


def broken(moment: Moment) -> bool:
    """Whether an interval ends before it starts."""
    return bool(moment.start and moment.end and moment.start[:10] > moment.end[:10])


def fuzz(count: int) -> int:
    """How many of so many made-up expressions raise, come out inverted, or are slow; prints the slowest."""
    dice = random.Random(0)
    faults, slowest = 0, (0.0, "")
    for text in phrases(0, count):
        published = date.fromordinal(dice.randrange(1, date.max.toordinal())).isoformat()
        article = Article.of(text, published=published)
        try:
            start = time.process_time()
            found = find_moments(article)
            taken = time.process_time() - start
            if taken > LIMIT:  # once may be bad luck
                taken = best_of(lambda one=article: find_moments(one))  # type: ignore[misc]
        except Exception as error:  # what is looked for here
            print(f"{text!r} on {published}: {error!r}")
            faults += 1
            continue
        slowest = max(slowest, (taken, text))
        faults += taken > LIMIT or any(map(broken, found))
    seconds, text = slowest
    print(f"{count} made-up expressions: {faults} faults; the slowest took {seconds * 1000:.1f} ms: {text[:60]!r}")
    return faults


def main() -> int:
    """Measure and print; 1 where an expression is at fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="a folder of articles")
    parser.add_argument("--articles", type=int, default=500, help="how many of them")
    parser.add_argument("--phrases", type=int, default=1_000_000, help="how many made-up expressions")
    options = parser.parse_args()
    speed([a for a in islice(read(options.folder), options.articles) if isinstance(a, Article)])
    return 1 if fuzz(options.phrases) else 0


if __name__ == "__main__":
    sys.exit(main())
