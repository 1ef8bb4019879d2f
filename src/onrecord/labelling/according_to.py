"""Attributions by a phrase: "according to Ann, …", "…, in her view", "reportedly"."""

from __future__ import annotations

from onrecord.labelling.clauses import content_end
from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.noun_phrases import Range, phrase_behind
from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.cues import Part
from onrecord.lexicon.function_words import function_words

CLAUSE_MARKS = frozenset(".;?!:—–")
FRAMED = {"in", "by", "from"}


def phrase_cues(scene: Scene) -> None:
    """Add every attribution by a phrase to the scene."""
    for i in sorted(scene.cues):
        for match in scene.cues[i]:
            found = None
            if match.part is Part.BEFORE_SOURCE:
                found = _before_source(scene, match)
            elif match.part is Part.BEHIND_SOURCE:
                found = _behind_source(scene, match)
            elif match.part is Part.NO_SOURCE and len(match.cue.lemma.split()) > 1:
                found = _impersonal(scene, match)
            if found is not None:
                scene.found.append(found)


def _before_source(scene: Scene, match: Match) -> Found | None:
    tokens = scene.tokens
    if match.cue.lemma in ("per", "as per", "citing", "quoting") and not _at_edge(tokens, match.first):
        return None
    source = phrase_behind(tokens, match.behind)
    if source is None:
        return None
    return _around(scene, match, (match.first, match.behind), (match.first, source[1]), source)


def _behind_source(scene: Scene, match: Match) -> Found | None:
    """ "in Ann's view", "by her own account"."""
    tokens, i = scene.tokens, match.first
    source = possessor(tokens, i)
    if source is None or source[0] == 0 or tokens[source[0] - 1].lower not in FRAMED:
        return None
    opening = source[0] - 1
    cue = (opening, match.behind)
    return _around(scene, match, cue, cue, source)


def possessor(tokens: list[Token], at: int) -> Range | None:
    """The owner in front of a noun: "her", or the name before "'s"."""
    if not at:
        return None
    before = tokens[at - 1].lower
    if before in function_words("possessives"):
        return at - 1, at
    if before in ("'s", "'", "’") and at >= 2:
        first = at - 2
        while first and tokens[first - 1].is_capital and tokens[first - 1].kind is Kind.WORD:
            first -= 1
        if first and tokens[first - 1].lower == "the":
            first -= 1
        return first, at - 1
    return None


def _at_edge(tokens: list[Token], first: int) -> bool:
    return first == 0 or tokens[first - 1].kind is not Kind.WORD


def _around(scene: Scene, match: Match, cue: Range, phrase: Range, source: Range) -> Found | None:
    """The clause in front of the phrase, or behind it where the phrase opens the sentence."""
    tokens = scene.tokens
    first, behind = phrase
    start = first
    while start and tokens[start - 1].text not in CLAUSE_MARKS:
        start -= 1
    content: list[Range] = []
    front = first
    while front > start and tokens[front - 1].kind is Kind.PUNCT:
        front -= 1
    if front - start > 2:
        content = [(start, front)]
        after = behind + 1 if behind < len(tokens) and tokens[behind].text == "," else behind
        if (
            behind < len(tokens)
            and tokens[behind].text == ","
            and _goes_on(tokens, after)
            and tokens[first - 1].text == ","
        ):
            content.append((after, content_end(tokens, after, scene.cues)))
    else:
        after = behind
        while after < len(tokens) and tokens[after].text in (",", ":", "—"):
            after += 1
        content = [(after, content_end(tokens, after, scene.cues))]
    content = [c for c in content if c[1] > c[0]]
    if not content:
        return None
    return Found((cue,), tuple(content), source, modality=match.cue.modality, score=0.85, rule="according_to")


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether the clause goes on behind ", according to Ann,"."""
    if at >= len(tokens) or tokens[at].kind is Kind.PUNCT:
        return False
    low = tokens[at].lower
    return low not in function_words("coordinators") and low not in (
        "who",
        "which",
        "while",
        "with",
        "when",
        "though",
        "although",
        "as",
    )


def _impersonal(scene: Scene, match: Match) -> Found | None:
    """ "It is said that …": a content without a source."""
    end = content_end(scene.tokens, match.behind, scene.cues)
    if end <= match.behind:
        return None
    return Found(
        ((match.first, match.behind),),
        ((match.behind, end),),
        modality=match.cue.modality,
        score=0.6,
        rule="impersonal",
    )
