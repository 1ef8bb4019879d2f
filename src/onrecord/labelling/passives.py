"""Attributions in the passive: "they were told that …", "it is expected to …", "the raid was condemned by Ann"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.fronted import fronted
from onrecord.labelling.noun_phrases import phrase_behind
from onrecord.labelling.tokens import Range, Token
from onrecord.labelling.verb_groups import VerbGroup
from onrecord.lexicon.function_words import function_words

RAISING = frozenset(
    "expect say believe think consider report know see view regard rumor allege deem describe accuse suspect".split()
)
"""Verbs whose passive subject is part of the content: "the bank is said to …"."""
QUOTING = frozenset(("quote", "cite"))
QUOTED = "quoted_as_saying"
"""The rule of a quotation in front of "was quoted as saying"."""
MAX_QUOTER = 8
"""How far (tokens) "as saying" may stand behind "was quoted": "by the paper" in between."""


def passive(scene: Scene, match: Match, group: VerbGroup, subject: Range | None) -> Found | None:
    """The attribution that a passive verb group makes; None where nothing is attributed."""
    tokens, after = scene.tokens, group.behind
    if subject is None or after >= len(tokens):
        return None
    saying = _as_saying(tokens, after) if match.cue.lemma in QUOTING else None
    if saying is not None:
        return _quoted(scene, match, group, subject, saying)
    low = tokens[after].lower
    cue, modality, negated = (group.first, group.behind), match.cue.modality, group.negated
    if low == "by":
        source = phrase_behind(tokens, after + 1, appositions=False)
        if source is None or tokens[source[0]].lower in function_words("relative_pronouns"):
            return None
        if not match.cue.frames & {"np", "that"}:
            return None
        cue = (group.first, after + 1)
        return Found((cue,), (subject,), source, modality=modality, negated=negated, score=0.45, rule="passive_by")
    content = (after, scene.content_end(after))
    if content[1] <= after:
        return None
    if "addressee" in match.cue.frames and (low == "that" or low in function_words("wh_words")):
        return Found(
            (cue,), (content,), None, subject, modality=modality, negated=negated, score=0.6, rule="passive_told"
        )
    if match.cue.lemma in RAISING and low in ("to", "as", "of"):
        return Found((cue,), (subject, content), modality=modality, negated=negated, score=0.45, rule="passive_raised")
    return None


def _as_saying(tokens: list[Token], at: int) -> int | None:
    """Where "as saying" ends behind "was quoted", or behind who quotes: "was quoted by the paper as saying"."""
    reach = MAX_QUOTER if tokens[at].lower == "by" else 1
    for i in range(at, min(len(tokens) - 1, at + reach)):
        if tokens[i].lower == "as" and tokens[i + 1].lower in ("saying", "telling"):
            return i + 2
    return None


def _quoted(scene: Scene, match: Match, group: VerbGroup, subject: Range, behind: int) -> Found | None:
    """ "…," Ann was quoted as saying; where the content stands behind, "saying" attributes it."""
    speech = replace(match, cue=replace(match.cue, frames=frozenset({"quote"})))
    found = fronted(scene, speech, replace(group, behind=behind), subject)
    if found is None:
        return None
    apart = behind > group.behind + 2  # who quotes stands in between
    return replace(found, cue=((group.first, group.behind if apart else behind),), rule=QUOTED)
