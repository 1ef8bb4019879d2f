"""What the network alone says of a text: windows of word pieces in, labels out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.labelling.encoder.decoding import Settings
from onrecord.labelling.encoder.frame_labels import cue_labels, mentions, time_labels
from onrecord.labelling.encoder.frames import frames
from onrecord.labelling.encoder.mentions import Mention
from onrecord.labelling.encoder.network import Network
from onrecord.labelling.encoder.pieces import Pieces, pieces_of, tokenizer
from onrecord.labelling.encoder.weights import Weights
from onrecord.records import CueLabel, Labels, LinkLabel, MentionLabel, Span, TimeLabel

POSSESSIVE = re.compile(r"['’][sS]?\Z")


class Reader:
    """The network and its tokenizer, ready to read.  Threads: one reader per thread or process."""

    def __init__(self, weights: Weights) -> None:
        self._version = weights.version
        self._network = Network(weights)
        self._settings = Settings.of(weights.settings)
        self._tokens = tokenizer(weights.vocabulary)

    def read(self, text: str, *, linked: bool = True) -> Labels:
        """The labels of a text; antecedents of mentions only where they are `linked`, which takes a while."""
        pieces = pieces_of(text, self._tokens)
        cues: list[CueLabel] = []
        found: list[Mention] = []
        times: list[TimeLabel] = []
        for frame in frames(text, pieces, self._network):
            cues.extend(cue_labels(frame, self._network, self._settings))
            found.extend(mentions(frame, self._network, self._settings, linked=linked))
            times.extend(time_labels(frame))
        return Labels(self._version, tuple(cues), *_mention_labels(found, pieces, text), tuple(times))


def _mention_labels(
    found: Sequence[Mention], pieces: Pieces, text: str
) -> tuple[tuple[MentionLabel, ...], tuple[LinkLabel, ...]]:
    """The mentions in characters, in order, and their links by number; a link to what no window owned is dropped."""
    number = {mention.head[0]: k for k, mention in enumerate(found)}
    labels = []
    for m in found:
        extent, head = (without_possessive(_span(part, pieces), text) for part in (m.extent, m.head))
        labels.append(MentionLabel(extent, m.kind, m.form, head, round(m.score, 3)))
    links = tuple(
        LinkLabel(k, number[m.antecedent], round(m.link_score, 3))
        for k, m in enumerate(found)
        if m.antecedent is not None and m.antecedent in number
    )
    return tuple(labels), links


def without_possessive(span: Span, text: str) -> Span:
    """The span without the "'s" or the apostrophe at its end: whose it is, not the thing itself."""
    ending = POSSESSIVE.search(text[span.start : span.end])
    return Span(span.start, span.start + ending.start()) if ending and ending.start() else span


def _span(pieces_range: tuple[int, int], pieces: Pieces) -> Span:
    first, behind = pieces_range
    return Span(int(pieces.starts[first]), int(pieces.ends[behind - 1]))
