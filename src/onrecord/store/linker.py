"""The linker: the four pure functions by which a store links articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.records import Findings, Links, Utterance


@dataclass(frozen=True, slots=True)
class Linker:
    """How articles are linked; pure functions, so that the order in which articles come changes nothing.

    `keys` gives the buckets an article falls in, `own` the edges that it draws alone, `pair` the edges between two
    articles that share a bucket (the smaller id first), `cluster` the utterances that edges between statements make.
    """

    keys: Callable[[Findings], tuple[str, ...]]
    own: Callable[[Findings], Links]
    pair: Callable[[Findings, Findings], Links]
    cluster: Callable[[Sequence[Findings], Links], tuple[Utterance, ...]]


def default_linker() -> Linker:
    """The linker of `onrecord.provenance`, loaded only now because it brings MinHash and edit distances along."""
    from onrecord.provenance.keys import link_keys
    from onrecord.provenance.linking import link, own_links
    from onrecord.provenance.utterances import cluster

    return Linker(link_keys, own_links, link, cluster)
