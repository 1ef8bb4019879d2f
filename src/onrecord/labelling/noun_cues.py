"""Attributions by a noun or an adjective: "Ann's claim that …", "his call for …", "they are confident that …"."""

from __future__ import annotations

from onrecord.labelling.according_to import possessor
from onrecord.labelling.clauses import content_end
from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.noun_phrases import Range, phrase_behind, subject_before
from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.cues import Part
from onrecord.lexicon.function_words import function_words

MAX_OBJECT = 14


def noun_cues(scene: Scene) -> None:
    """Add every attribution by a noun or an adjective to the scene."""
    taken = {i for f in scene.found for first, behind in f.cue for i in range(first, behind)}
    for i in sorted(scene.cues):
        if i in taken:
            continue
        for match in scene.cues[i]:
            found = None
            if match.part is Part.NOUN:
                found = _by_noun(scene, match)
            elif match.part is Part.ADJECTIVE:
                found = _by_adjective(scene, match)
            if found is not None:
                scene.found.append(found)
                break


def _by_noun(scene: Scene, match: Match) -> Found | None:
    tokens = scene.tokens
    modifiers = match.first
    while modifiers and match.first - modifiers < 2 and _is_modifier(tokens[modifiers - 1]):
        modifiers -= 1
    source = possessor(tokens, match.first) or possessor(tokens, modifiers)
    start, by = match.behind, None
    if source is None and start < len(tokens) and tokens[start].lower in ("by", "from") and "that" in match.cue.frames:
        by = phrase_behind(tokens, start + 1, appositions=False)
        source, start = by, by[1] if by else start
    content = _noun_complement(scene, match, start)
    if source is None or content is None:
        return None
    return Found(
        cue=((modifiers if source[1] <= modifiers else match.first, match.behind),),
        content=(content,),
        source=source,
        modality=match.cue.modality,
        score=0.55,
        rule="noun",
    )


def _is_modifier(token: Token) -> bool:
    return token.kind is Kind.WORD and token.text.islower() and token.lower not in function_words("prepositions")


def _noun_complement(scene: Scene, match: Match, start: int) -> Range | None:
    tokens = scene.tokens
    if start >= len(tokens):
        return None
    token, frames = tokens[start], match.cue.frames
    if "np" in frames:
        if token.kind is Kind.QUOTE:
            return start, start + 1
        found = phrase_behind(tokens, start, appositions=False)
        return (start, min(found[1], start + MAX_OBJECT)) if found else None
    if (token.lower == "that" and "that" in frames) or (token.lower == "to" and "to" in frames) or token.text == ":":
        first = start + 1 if token.text == ":" else start
        end = content_end(tokens, first, scene.cues)
        return (first, end) if end > first + 1 else None
    return None


def _by_adjective(scene: Scene, match: Match) -> Found | None:
    tokens = scene.tokens
    first, negated = match.first, False
    while first and (
        tokens[first - 1].lower in function_words("adverbs")
        or tokens[first - 1].lower.endswith("ly")
        or tokens[first - 1].lower in function_words("negations")
        or tokens[first - 1].lower in ("so", "more", "less", "most", "too")
    ):
        first -= 1
        negated = negated or tokens[first].lower in function_words("negations")
    if not first or tokens[first - 1].lower not in function_words("copulas"):
        return None
    while first and (
        tokens[first - 1].lower in function_words("auxiliaries") or tokens[first - 1].lower in function_words("copulas")
    ):
        first -= 1
        negated = negated or tokens[first].lower.endswith("n't")
    source = subject_before(tokens, first)
    if (
        source is None
        or match.behind >= len(tokens)
        or tokens[source[0]].lower in ("it", "that", "there", "this", "which")
    ):
        return None
    content = _noun_complement(scene, match, match.behind)
    if content is None:
        return None
    return Found(
        ((first, match.behind),),
        (content,),
        source,
        modality=match.cue.modality,
        negated=negated,
        score=0.55,
        rule="adjective",
    )
