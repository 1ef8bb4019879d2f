"""Attributions by layout: "Peskov: Russia will not …", "Bridge to close in May: report"."""

from __future__ import annotations

from onrecord.labelling.found import Found, Scene
from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.labelling.word_classes import looks_like_verb
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.roles import role_words, source_words

MAX_SOURCE = 7
MAX_LEAD = 13
NAME_JOINTS = frozenset(("of", "the", "and", "'s", "&"))


def headline_cues(scene: Scene) -> None:
    """Add "Name: content" of a line that opens with a name, and "content: source" of the title."""
    tokens = scene.tokens
    colons = [i for i, t in enumerate(tokens[: MAX_LEAD + 40]) if t.text == ":"]
    if not colons or not scene.stretch.opens:
        return
    source = _source_in_front(tokens, colons[0], is_title=scene.stretch.is_title)
    if source is not None and _is_content(tokens, colons[0] + 1, len(tokens)):
        end = len(tokens)
        while tokens[end - 1].kind is Kind.PUNCT and tokens[end - 1].text not in "?!)":
            end -= 1
        scene.found.append(Found((), ((colons[0] + 1, end),), source, score=0.8, rule="headline"))
    elif scene.stretch.is_title and len(colons) == 1 and _is_content(tokens, 0, colons[0]):
        behind = _source_behind(tokens, colons[0] + 1)
        if behind is not None:
            scene.found.append(Found((), ((0, colons[0]),), behind, score=0.7, rule="headline_source_behind"))


def _source_in_front(tokens: list[Token], colon: int, *, is_title: bool) -> Range | None:
    """A name, or in a title a role, of a few words; "Ann on the budget:" has its source in front of "on"."""
    if not 0 < colon <= MAX_LEAD or any(t.kind is not Kind.WORD and t.text not in "()'’&," for t in tokens[:colon]):
        return None
    behind = next((i for i in range(1, colon) if tokens[i].lower in ("to", "on", "in", "at")), colon)
    words, no_source = tokens[:behind], name_words("no_sources_of_headlines")
    if behind > MAX_SOURCE or sum(len(t.text) for t in words) < 2:
        return None
    if words[0].lower in no_source or words[-1].lower in no_source | function_words("subject_pronouns"):
        return None
    joints = NAME_JOINTS | name_words("joints")
    no_part = function_words("prepositions") - {"of", "for"}
    named = words[0].is_capital and all((t.is_capital or t.lower in joints) and t.lower not in no_part for t in words)
    known = is_title and any(t.lower in role_words() or t.lower in source_words() for t in words)
    if words[0].lower in function_words("determiners") and not known:
        return None
    return (0, behind) if named or known else None


def _is_content(tokens: list[Token], first: int, behind: int) -> bool:
    """Whether the tokens hold a clause or a quotation."""
    part = tokens[first:behind]
    if any(t.kind is Kind.QUOTE and len(t.text) > 12 for t in part):
        return True
    if sum(t.kind is Kind.WORD for t in part) < 3:
        return False
    return any(looks_like_verb(t) or t.lower == "to" or (t.lower.endswith("s") and len(t.lower) > 3) for t in part)


def _source_behind(tokens: list[Token], first: int) -> Range | None:
    words = [t for t in tokens[first:] if t.kind is Kind.WORD]
    if not 0 < len(words) <= 4:
        return None
    last = words[-1].lower.rstrip(".")
    if last in name_words("sources_behind_headlines") or last in role_words():
        return first, first + len(words)
    return None
