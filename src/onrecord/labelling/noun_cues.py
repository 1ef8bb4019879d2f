"""Attributions by a noun or an adjective: "Ann's claim that …", "his call for …", "they are confident that …"."""

from __future__ import annotations

from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.noun_phrases import phrase_behind
from onrecord.labelling.possessors import possessor
from onrecord.labelling.subjects import subject_before
from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.labelling.word_classes import is_manner_adverb
from onrecord.lexicon.cues import Part
from onrecord.lexicon.function_words import function_words

MAX_OBJECT = 14
MAX_MODIFIERS = 2
DEGREES = frozenset("so more less most too".split())
IMPERSONAL = frozenset("it that there this which".split())


def noun_cues(scene: Scene) -> None:
    """Add every attribution by a noun or an adjective, of words that are no verb cue, to the scene."""
    taken = {i for f in scene.found for first, behind in f.cue for i in range(first, behind)}
    for i, matches in scene.cues.items():
        for match in matches if i not in taken else ():
            found = None
            if match.part is Part.NOUN:
                found = _by_noun(scene, match)
            elif match.part is Part.ADJECTIVE:
                found = _by_adjective(scene, match)
            if found is not None:
                scene.found.append(found)
                break


def _by_noun(scene: Scene, match: Match) -> Found | None:
    tokens, first, start = scene.tokens, match.first, match.behind
    source = possessor(tokens, first)
    while source is None and first and match.first - first < MAX_MODIFIERS and _is_modifier(tokens[first - 1]):
        first -= 1
        source = possessor(tokens, first)
    if source is None and start < len(tokens) and tokens[start].lower in ("by", "from"):
        source = phrase_behind(tokens, start + 1, appositions=False)
        start = source[1] if source else start
    content = _complement(scene, match, start)
    if source is None or content is None:
        return None
    cue = (match.first, match.behind)
    return Found((cue,), (content,), source, modality=match.cue.modality, score=0.55, rule="noun")


def _is_modifier(token: Token) -> bool:
    return token.kind is Kind.WORD and token.text.islower() and token.lower not in function_words("prepositions")


def _complement(scene: Scene, match: Match, start: int) -> Range | None:
    """The content behind a noun or an adjective that ends before token `start`."""
    tokens, frames = scene.tokens, match.cue.frames
    if start >= len(tokens):
        return None
    token = tokens[start]
    if "np" in frames:
        if token.lower in function_words("other_pronouns", "subject_pronouns"):
            return None
        if token.kind is Kind.QUOTE:
            return start, start + 1
        found = phrase_behind(tokens, start, appositions=False)
        return (start, min(found[1], start + MAX_OBJECT)) if found else None
    if token.text == ":" or (token.lower in ("that", "to") and token.lower in frames):
        first = start + 1 if token.text == ":" else start
        end = scene.content_end(first)
        return (first, end) if end > first + 1 else None
    return None


def _by_adjective(scene: Scene, match: Match) -> Found | None:
    tokens, first = scene.tokens, match.first
    while first and (
        is_manner_adverb(tokens[first - 1])
        or tokens[first - 1].lower in function_words("adverbs", "negations")
        or tokens[first - 1].lower in DEGREES
    ):
        first -= 1
    if not first or tokens[first - 1].lower not in function_words("copulas"):
        return None
    while first and tokens[first - 1].lower in function_words("auxiliaries", "copulas"):
        first -= 1
    source = subject_before(tokens, first)
    content = _complement(scene, match, match.behind)
    if source is None or content is None or tokens[source[0]].lower in IMPERSONAL:
        return None
    words = [t.lower for t in tokens[first : match.first]]
    negated = any(w in function_words("negations") or w.endswith("n't") for w in words)
    cue = (first, match.behind)
    return Found((cue,), (content,), source, modality=match.cue.modality, negated=negated, score=0.55, rule="adjective")
