"""The learned labeller: what the network reads in a text, joined by what the rules know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.labelling.encoder.beside_rules import joined
from onrecord.labelling.encoder.joined_mentions import joined_mentions
from onrecord.labelling.encoder.manifest import FOLDER, read_manifest
from onrecord.labelling.encoder.prose import prose, unread
from onrecord.labelling.rules import RuleLabeller
from onrecord.records import Article, Labels

if TYPE_CHECKING:
    from onrecord.labelling.encoder.reader import Reader


class EncoderLabeller:
    """Labels with the encoder.  Pure; threads: one labeller per thread or process.

    The files are checked at once, which raises LabellingError where one is missing or damaged; they are loaded, and
    NumPy and ONNX Runtime with them, when the first article with prose comes.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        manifest = read_manifest(folder)
        self._version = manifest.version
        self._knows_mentions = any(w.startswith("mentions.") for w in manifest.graphs.get("encoder", ()))

    @property
    def version(self) -> str:
        """What is stamped on every result: "encoder " and the hash of the weights."""
        return self._version

    def label(self, articles: Sequence[Article]) -> list[Labels]:
        """One Labels for each article, in order."""
        ruled = RuleLabeller().label(articles)
        return [self._joined(article.text, rules) for article, rules in zip(articles, ruled, strict=True)]

    def read(self, text: str) -> Labels:
        """What the network alone says of a text; it is not even loaded for one that has no prose."""
        return self._reader.read(text) if prose(text) else Labels(self.version)

    def _joined(self, text: str, rules: Labels) -> Labels:
        learned, left = self.read(text), unread(text)
        cues = joined(text, learned.cues, rules.cues, left)
        if not self._knows_mentions:  # weights that were not trained for mentions leave them to the rules
            return replace(rules, version=self.version, cues=cues)
        found, links = joined_mentions(learned.mentions, learned.links, rules.mentions, left)
        return Labels(self.version, cues, found, links)

    @cached_property
    def _reader(self) -> Reader:
        from onrecord.labelling.encoder.reader import Reader
        from onrecord.labelling.encoder.weights import read_weights

        return Reader(read_weights(self._folder))
