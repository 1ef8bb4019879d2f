"""The learned labeller: windows of word pieces through the network, its cues joined by what the rules know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.labelling.encoder.beside_rules import joined
from onrecord.labelling.encoder.decoding import Settings
from onrecord.labelling.encoder.frame_labels import cue_labels, mentions, time_labels
from onrecord.labelling.encoder.frames import frames
from onrecord.labelling.encoder.joined_mentions import joined_mentions
from onrecord.labelling.encoder.mentions import Mention
from onrecord.labelling.encoder.network import Network
from onrecord.labelling.encoder.pieces import Pieces, pieces_of, prose, tokenizer, unread
from onrecord.labelling.encoder.weights import FOLDER, Weights, read_manifest, read_weights
from onrecord.labelling.rules import RuleLabeller
from onrecord.records import Article, CueLabel, Labels, LinkLabel, MentionLabel, Span, TimeLabel

if TYPE_CHECKING:
    from tokenizers import Tokenizer


class EncoderLabeller:
    """Labels with the encoder.  Pure; threads: one labeller per thread or process.

    The files are checked at once, which raises LabellingError where one is missing or damaged; they are loaded when the
    first article comes.
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
        if not prose(text):
            return Labels(self.version)
        pieces = pieces_of(text, self._tokens)
        cues: list[CueLabel] = []
        found: list[Mention] = []
        times: list[TimeLabel] = []
        for frame in frames(text, pieces, self._network):
            cues.extend(cue_labels(frame, self._network, self._settings))
            found.extend(mentions(frame, self._network, self._settings))
            times.extend(time_labels(frame))
        return Labels(self.version, tuple(cues), *_mention_labels(found, pieces), tuple(times))

    def _joined(self, text: str, rules: Labels) -> Labels:
        learned, left = self.read(text), unread(text)
        cues = joined(text, learned.cues, rules.cues, left)
        if not self._knows_mentions:  # weights that were not trained for mentions leave them to the rules
            return replace(rules, version=self.version, cues=cues)
        found, links = joined_mentions(learned.mentions, learned.links, rules.mentions, left)
        return Labels(self.version, cues, found, links)

    @cached_property
    def _weights(self) -> Weights:
        return read_weights(self._folder)

    @cached_property
    def _network(self) -> Network:
        return Network(self._weights)

    @cached_property
    def _settings(self) -> Settings:
        return Settings.of(self._weights.settings)

    @cached_property
    def _tokens(self) -> Tokenizer:
        return tokenizer(self._weights.vocabulary)


def _mention_labels(found: Sequence[Mention], pieces: Pieces) -> tuple[tuple[MentionLabel, ...], tuple[LinkLabel, ...]]:
    """The mentions in characters, in order, and their links by number; a link to what no window owned is dropped."""
    number = {mention.head[0]: k for k, mention in enumerate(found)}
    labels = tuple(
        MentionLabel(_span(m.extent, pieces), m.kind, m.form, _span(m.head, pieces), round(m.score, 3)) for m in found
    )
    links = tuple(
        LinkLabel(k, number[m.antecedent], round(m.link_score, 3))
        for k, m in enumerate(found)
        if m.antecedent is not None and m.antecedent in number
    )
    return labels, links


def _span(pieces_range: tuple[int, int], pieces: Pieces) -> Span:
    first, behind = pieces_range
    return Span(int(pieces.starts[first]), int(pieces.ends[behind - 1]))
