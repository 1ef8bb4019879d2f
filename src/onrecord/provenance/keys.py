"""Keys: the buckets in which articles meet; two that share none are never compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from onrecord.people.agents import agent_keys
from onrecord.provenance.imprint import Imprint
from onrecord.provenance.prepared import prepared
from onrecord.provenance.sayings import SAME_NEWS, Saying
from onrecord.records import Findings
from onrecord.text.content_words import content_words
from onrecord.text.shingles import shingles, short_hash, winnow

PERMUTATIONS = 80
ROWS = 2
"""40 bands of 2 rows: texts of Jaccard 0.25 meet with probability 0.92, unrelated ones (0.001) with 0.00004."""
SEED = 20220111
MIN_BODY = 20
"""Words that a body needs before it can be somebody's copy."""

QUOTE_RUN = 4
"""Content words in a row that make a quotation findable; a shorter one is too common to be a key."""
QUOTE_WINDOW = 2

PERIOD = SAME_NEWS + 1
"""Days in a bucket of news: two articles that are SAME_NEWS days apart still share one."""


def link_keys(findings: Findings) -> tuple[str, ...]:
    """The article's keys, sorted: a pure function of the findings.

    "copy:" bands of a MinHash over the body; "quote:" runs of quoted content words; "news:" the names of those who
    speak, or are said to have spoken, with the days around publication; "url:" the article's address and those that
    it credits.
    """
    ready = prepared(findings)
    keys = set(_copy_keys(ready.imprint))
    for saying in ready.sayings:
        keys.update(_quote_keys(saying))
    keys.update(_news_keys(findings))
    keys.update(f"url:{short_hash(url)}" for url in _urls(findings))
    return tuple(sorted(keys))


def _urls(findings: Findings) -> Iterator[str]:
    article = findings.article
    if article.url:
        yield article.url
    yield from (credit.url for credit in article.credits if credit.url)


def _copy_keys(imprint: Imprint) -> Iterator[str]:
    if len(imprint.words) < MIN_BODY:
        return
    from rensa import RMinHash

    found = imprint.known_short.astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(found, [0, len(found)], PERMUTATIONS, SEED)
    (digest,) = matrix.to_rows()
    written = np.array(digest, ">u4").tobytes().hex()
    width = len(written) * ROWS // PERMUTATIONS
    for band in range(PERMUTATIONS // ROWS):
        yield f"copy:{band:02x}{written[band * width : (band + 1) * width]}"


def _news_keys(findings: Findings) -> Iterator[str]:
    """Some names are in the news every day, so each few days have a bucket of their own."""
    published = findings.article.published_on
    day = published.toordinal() if published else None
    periods = {"undated"} if day is None else {str(day // PERIOD), str((day + SAME_NEWS) // PERIOD)}
    speaking = {statement.agent for statement in findings.statements}
    speaking |= {pointer.agent for statement in findings.statements for pointer in statement.points_to}
    for agent in (a for a in findings.agents if a.id in speaking):
        for key in agent_keys(agent):
            yield from (f"news:{key}:{period}" for period in periods)


def _quote_keys(saying: Saying) -> Iterable[str]:
    for fragment in saying.quoted:
        stems = content_words(fragment)
        if len(stems) >= QUOTE_RUN:
            yield from (f"quote:{h}" for h in winnow(shingles(stems, QUOTE_RUN), QUOTE_WINDOW))
