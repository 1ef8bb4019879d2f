"""The learned labeller: what the network reads in a text, joined by what the rules know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.labelling.encoder.apposed_names import apposed_names
from onrecord.labelling.encoder.beside_rules import joined
from onrecord.labelling.encoder.joined_mentions import joined_mentions
from onrecord.labelling.encoder.linked_names import linked_names
from onrecord.labelling.encoder.manifest import FOLDER, read_manifest
from onrecord.labelling.encoder.prose import prose, unread
from onrecord.labelling.rules import RuleLabeller
from onrecord.records import Article, Labels, MentionForm

if TYPE_CHECKING:
    from onrecord.labelling.encoder.reader import Reader


class EncoderLabeller:
    """Labels with the encoder.  Pure; threads: one labeller per thread or process.

    The files are checked at once, which raises LabellingError where one is missing or damaged; they are loaded, and
    NumPy and ONNX Runtime with them, when the first article with prose comes.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._version = read_manifest(folder).version

    @property
    def version(self) -> str:
        """What is stamped on every result: "encoder " and the hash of the weights."""
        return self._version

    def label(self, articles: Sequence[Article]) -> list[Labels]:
        """One Labels for each article, in order."""
        ruled = RuleLabeller().label(articles)
        return [self._joined(article.text, rules) for article, rules in zip(articles, ruled, strict=True)]

    def read(self, text: str, *, linked: bool = True) -> Labels:
        """What the network alone says of a text; it is not even loaded for one that has no prose."""
        return self._reader.read(text, linked=linked) if prose(text) else Labels(self.version)

    def mentions(self, articles: Sequence[Article]) -> list[Labels]:
        """The network's own mentions and links, one Labels for each article."""
        out = []
        for article, rules in zip(articles, RuleLabeller().label(articles), strict=True):
            learned = self.read(article.text)
            joined_up = joined_mentions(learned.mentions, learned.links, rules.mentions, unread(article.text))
            out.append(Labels(self.version, (), *joined_up))
        return out

    def _joined(self, text: str, rules: Labels) -> Labels:
        learned, left = self.read(text), unread(text)
        cues = joined(text, learned.cues, rules.cues, left)
        names = [m for m in rules.mentions if m.form is MentionForm.NAME]
        ruled = (*rules.mentions, *apposed_names(text, cues, names))
        mentions, links = linked_names(text, ruled, learned.mentions, learned.links, left)
        return replace(rules, version=self.version, cues=cues, mentions=mentions, links=links)

    @cached_property
    def _reader(self) -> Reader:
        from onrecord.labelling.encoder.reader import Reader
        from onrecord.labelling.encoder.weights import read_weights

        return Reader(read_weights(self._folder))
