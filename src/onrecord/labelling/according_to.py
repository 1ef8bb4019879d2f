"""Attributions by a phrase: "according to Ann, …", "…, in her view", "it is said that …"."""

from __future__ import annotations

from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.noun_phrases import phrase_behind
from onrecord.labelling.possessors import possessor
from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.lexicon.cues import Part
from onrecord.lexicon.function_words import function_words

CLAUSE_MARKS = frozenset(".;?!:—–")
AT_EDGE = frozenset({"per", "as per"})
"""Phrases that are one only where a clause begins or a comma stands before."""
FRAMES = frozenset({"in", "by", "from"})
NOT_MORE = frozenset("who which while with when though although as".split())
MAX_CLAUSE = 120


def phrase_cues(scene: Scene) -> None:
    """Add every attribution by a phrase to the scene."""
    for matches in scene.cues.values():
        for match in matches:
            found = None
            if match.part is Part.BEFORE_SOURCE:
                found = _before_source(scene, match)
            elif match.part is Part.BEHIND_SOURCE:
                found = _behind_source(scene, match)
            elif match.part is Part.NO_SOURCE:
                found = _impersonal(scene, match)
            if found is not None:
                scene.found.append(found)


def _before_source(scene: Scene, match: Match) -> Found | None:
    tokens = scene.tokens
    at_edge = match.first == 0 or tokens[match.first - 1].kind is not Kind.WORD
    if match.cue.lemma in AT_EDGE and not at_edge:
        return None
    source = phrase_behind(tokens, match.behind)
    if source is not None and at_edge and tokens[min(source[1], len(tokens) - 1)].text != ",":
        source = phrase_behind(tokens, match.behind, appositions=False)
    if source is None:
        return None
    return _around(scene, match, (match.first, match.behind), (match.first, source[1]), source)


def _behind_source(scene: Scene, match: Match) -> Found | None:
    """ "In Ann's view", "by her own account"."""
    source = possessor(scene.tokens, match.first)
    if source is None or source[0] == 0 or scene.tokens[source[0] - 1].lower not in FRAMES:
        return None
    cue = (source[0] - 1, match.behind)
    return _around(scene, match, cue, cue, source)


def _around(scene: Scene, match: Match, cue: Range, phrase: Range, source: Range) -> Found | None:
    """The clause in front of the phrase, or behind it where the phrase opens the clause."""
    tokens = scene.tokens
    first, behind = phrase
    start = first
    while start > max(0, first - MAX_CLAUSE) and tokens[start - 1].text not in CLAUSE_MARKS:
        start -= 1
    front = first
    while front > start and tokens[front - 1].kind is Kind.PUNCT:
        front -= 1
    if front > start and tokens[front - 1].lower == "that":
        start = front  # "said that, according to Ann, …"
    goes_on = front > start and tokens[first - 1].text == "," and _goes_on(tokens, behind)
    if goes_on or front - start > 2 or (front > start and tokens[front - 1].kind is Kind.QUOTE):
        content = [(start, front)]
        if goes_on:
            content.append((behind + 1, scene.content_end(behind + 1)))
    else:
        while behind < len(tokens) and tokens[behind].text in (",", ":", "—"):
            behind += 1
        content = [(behind, scene.content_end(behind))]
    pieces = tuple(c for c in content if c[1] > c[0])
    if not pieces:
        return None
    return Found((cue,), pieces, source, modality=match.cue.modality, score=0.85, rule="according_to")


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether the clause goes on behind ", according to Ann,"."""
    if at + 1 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].kind is Kind.PUNCT:
        return False
    low = tokens[at + 1].lower
    return low not in function_words("coordinators") and low not in NOT_MORE


def _impersonal(scene: Scene, match: Match) -> Found | None:
    """ "It is said that …": a content without a source.  Adverbs ("reportedly") have no content of their own."""
    content = (match.behind, scene.content_end(match.behind))
    if match.behind == match.first + 1 or content[1] <= content[0]:
        return None
    cue = (match.first, match.behind)
    return Found((cue,), (content,), modality=match.cue.modality, score=0.6, rule="impersonal")
