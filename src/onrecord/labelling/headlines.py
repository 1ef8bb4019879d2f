"""Attributions by layout: "Peskov: Russia will not …", "Bridge to close in May: report"."""

from __future__ import annotations

from onrecord.labelling.found import Found, Scene
from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.roles import role_words, source_words

MAX_SOURCE = 7
SOURCES_BEHIND = frozenset("report reports sources source poll survey study official officials says".split())
NO_SOURCE = frozenset(
    "breaking update updated exclusive video watch live opinion analysis photos photo review factbox explainer note correction "
    "editing reporting writing related read more topics tags category location date time where when what who how why".split()
)


def headline_cues(scene: Scene) -> None:
    """Add "Name: content" and "content: source" of a line that is a headline."""
    tokens = scene.tokens
    colons = [i for i, t in enumerate(tokens) if t.text == ":"]
    if not colons:
        return
    if (source := _source_in_front(tokens, colons[0])) is not None and _is_content(tokens, colons[0] + 1, len(tokens)):
        end = len(tokens)
        while tokens[end - 1].kind is Kind.PUNCT and tokens[end - 1].text not in "?!)":
            end -= 1
        scene.found.append(Found((), ((colons[0] + 1, end),), source, score=0.8, rule="headline"))
    elif len(colons) == 1 and _is_content(tokens, 0, colons[0]) and _is_source_behind(tokens[colons[0] + 1 :]):
        scene.found.append(Found((), ((0, colons[0]),), (colons[0] + 1, len(tokens)), score=0.7, rule="headline_source_behind"))


def _source_in_front(tokens: list[Token], colon: int) -> tuple[int, int] | None:
    """A name or a role of a few words; "Clinton to aides:" and "Ann on the budget:" have the source in front."""
    if not 0 < colon <= MAX_SOURCE + 6 or any(t.kind is not Kind.WORD and t.text not in "()'’&," for t in tokens[:colon]):
        return None
    behind = next((i for i in range(1, colon) if tokens[i].lower in ("to", "on", "in", "at")), colon)
    words = tokens[:behind]
    if behind > MAX_SOURCE or words[0].lower in NO_SOURCE or words[-1].lower in NO_SOURCE:
        return None
    named = words[0].is_capital and all(t.is_capital or t.lower in ("of", "the", "and", "'s", "de", "al") for t in words)
    known = any(t.lower in role_words() or t.lower in source_words() for t in words)
    if words[0].lower in function_words("determiners") and not known:
        return None
    return (0, behind) if named or known else None


def _is_content(tokens: list[Token], first: int, behind: int) -> bool:
    return sum(t.kind is Kind.WORD for t in tokens[first:behind]) >= 3 or any(
        t.kind is Kind.QUOTE and len(t.text) > 12 for t in tokens[first:behind]
    )


def _is_source_behind(tokens: list[Token]) -> bool:
    words = [t for t in tokens if t.kind is Kind.WORD]
    return 0 < len(words) <= 4 and (
        words[-1].lower in SOURCES_BEHIND or words[-1].lower in role_words() or words[-1].lower in source_words()
    )
