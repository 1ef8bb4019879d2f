"""What the rule labeller finds in a text, as strings, so that a test reads as prose."""

from typing import NamedTuple

from onrecord.labelling import labeller
from onrecord.records import Article, CueLabel, Labels, RoleLabel, spans_text


class Attribution(NamedTuple):
    """One cue label in words; several fragments are joined by " … "."""

    source: str
    cue: str
    content: str


def labels(text: str) -> Labels:
    return labeller("rules").label([Article.of(text)])[0]


def attributions(text: str) -> list[Attribution]:
    return [as_words(text, cue) for cue in labels(text).cues]


def as_words(text: str, cue: CueLabel) -> Attribution:
    return Attribution(words(text, cue.sources), spans_text(text, cue.spans), words(text, cue.contents))


def words(text: str, candidates: tuple[RoleLabel, ...]) -> str:
    return spans_text(text, candidates[0].spans) if candidates else ""


def cue(text: str, words_of_cue: str) -> CueLabel:
    """The label whose cue reads so."""
    return next(c for c in labels(text).cues if spans_text(text, c.spans) == words_of_cue)
