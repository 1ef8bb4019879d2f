"""The archive as JSON Lines: one line an article, one an utterance, one an edge, one a full bucket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from onrecord.exports.article_json import article_json
from onrecord.exports.json_line import json_line
from onrecord.records import Graph, to_json


class JsonLines:
    """Every line says what it is in "record": article, utterance, derivation, same_utterance, identity or full_bucket.

    An article's line is that of `onrecord statements --json`; the others are the records' own JSON form.
    """

    name = "jsonl"

    def write(self, graph: Graph, out: IO[str]) -> None:
        """The whole graph, articles first."""
        for record in _records(graph):
            out.write(json_line(record) + "\n")


def _records(graph: Graph) -> Iterator[dict[str, Any]]:
    for findings in graph.findings:
        yield {"record": "article", **article_json(findings)}
    for utterance in graph.utterances:
        yield {"record": "utterance", **to_json(utterance)}
    for derivation in graph.links.derivations:
        yield {"record": "derivation", **to_json(derivation)}
    for same in graph.links.utterances:
        yield {"record": "same_utterance", **to_json(same)}
    for identity in graph.identities:
        yield {"record": "identity", **to_json(identity)}
    for bucket in graph.full_buckets:
        yield {"record": "full_bucket", **to_json(bucket)}
