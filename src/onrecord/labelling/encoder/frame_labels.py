"""What one window adds to the labels of its text: cues with their roles, mentions with their links, times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.labelling.encoder.decoding import Found, Settings, attributions, confidence, cue_units
from onrecord.labelling.encoder.frames import Frame
from onrecord.labelling.encoder.mentions import LABELS, Mention, antecedents, head_units, widened
from onrecord.labelling.encoder.network import Network
from onrecord.labelling.encoder.times import extents
from onrecord.labelling.encoder.units import unit_means
from onrecord.records import CueLabel, MentionForm, MentionKind, RoleLabel, Spans, TimeLabel, disjoint


def attributed(frame: Frame, network: Network, settings: Settings) -> list[Found]:
    """The attributions whose cue begins in what the window owns, in its units."""
    found = cue_units(frame.encoded.tags["cue"], frame.units, settings.cue)
    cues = [cue for cue in found if frame.owns(int(frame.units[cue[0][0]]))]
    if not cues:
        return []
    ends = [(int(frame.edges[a]), int(frame.edges[b]) - 1) for (a, b), _ in cues]
    scores = network.roles(frame.encoded, ends, frame.paragraphs)
    return attributions(cues, scores, frame.units, settings)


def cue_labels(frame: Frame, network: Network, settings: Settings) -> Iterator[CueLabel]:
    """The same as labels, in characters of the text."""
    for one in attributed(frame, network, settings):
        contents = _spans(frame, one.content)
        if contents:
            sources = _spans(frame, [one.source] if one.source else [])
            yield CueLabel(
                _spans(frame, [one.cue]),
                sources=(RoleLabel(sources),) if sources else (),
                contents=(RoleLabel(contents),),
                score=round(confidence(one, settings), 3),
                rule="encoder",
            )


def _spans(frame: Frame, ranges: Sequence[tuple[int, int]]) -> Spans:
    made = (frame.unit_span(units) for units in ranges)
    return disjoint(span for span in made if span is not None)


def mentions(frame: Frame, network: Network, settings: Settings, *, linked: bool = True) -> list[Mention]:
    """The mentions that the window owns, in pieces of the text.

    Where they are `linked`, their antecedents may stand anywhere in the window.
    """
    tags = frame.encoded.tags.get("head")
    heads = [] if tags is None else head_units(tags, frame.units, settings.mention)
    if not heads:
        return []
    places = frame.units[[unit for unit, _, _ in heads]]
    reach = network.extents(frame.encoded, places)
    links = antecedents(network.links(frame.encoded, places)) if linked else [(None, 0.0)] * len(heads)
    out = []
    for number, (unit, label, score) in enumerate(heads):
        place = int(places[number])
        if not frame.owns(place) or frame.unit_span((unit, unit + 1)) is None:
            continue
        extent = max(place - int(reach[number, 0]), 0), min(place + int(reach[number, 1]) + 1, int(frame.edges[-1]))
        earlier, chance = links[number]
        kind, form = LABELS[label]
        low, high = widened(extent, frame.edges)
        head = place + frame.first, int(frame.edges[unit + 1]) + frame.first
        antecedent = None if earlier is None else int(places[earlier]) + frame.first
        moved = low + frame.first, high + frame.first
        out.append(Mention(head, moved, MentionKind(kind), MentionForm(form), score, antecedent, chance))
    return out


def time_labels(frame: Frame) -> Iterator[TimeLabel]:
    """The time expressions that begin in what the window owns."""
    tags = frame.encoded.tags.get("time")
    if tags is None:
        return
    scores = np.log(unit_means(np.exp(tags)[None], frame.units)[0] + 1e-9)
    for first, behind, kind, chance in extents(scores):
        span = frame.unit_span((first, behind))
        if span is not None and frame.owns(int(frame.units[first])):
            yield TimeLabel(span, kind, round(chance, 3))
