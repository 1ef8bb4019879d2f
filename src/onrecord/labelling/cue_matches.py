"""Where the words of the cue lexicon stand in a stretch."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.cues import Cue, Form, Part, cue_forms


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` up to, and without, `behind` are a cue; `forms` are the forms the first word may be."""

    first: int
    behind: int
    cue: Cue
    forms: frozenset[Form]

    @property
    def part(self) -> Part:
        """The cue's part of speech."""
        return self.cue.part


def matches(tokens: list[Token]) -> list[Match]:
    """All cues, in order; at each token the longest of each part of speech."""
    index = cue_forms()
    out: list[Match] = []
    lowers = [t.lower for t in tokens]
    for i, token in enumerate(tokens):
        if token.kind is not Kind.WORD:
            continue
        seen: set[Part] = set()
        for form in index.get(token.lower, ()):
            behind = i + 1 + len(form.rest)
            if form.cue.part not in seen and tuple(lowers[i + 1 : behind]) == form.rest:
                seen.add(form.cue.part)
                out.append(Match(i, behind, form.cue, form.forms))
    return out
