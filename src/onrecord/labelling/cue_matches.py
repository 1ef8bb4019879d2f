"""Where the words of the cue lexicon stand in a stretch."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.labelling.tokens import Kind, Token
from onrecord.labelling.word_classes import is_day
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


Cues = dict[int, list[Match]]
"""The matches of a stretch by the number of their first token."""


def matches(tokens: list[Token]) -> Cues:
    """All cues, in order; at each token the longest of each part of speech."""
    index = cue_forms()
    out: Cues = {}
    lowers = [t.lower for t in tokens]
    for i, token in enumerate(tokens):
        forms = index.get(token.lower) if token.kind is Kind.WORD else None
        if forms is None:
            continue
        seen: set[Part] = set()
        for form in forms:
            behind = i + 1 + len(form.rest)
            if form.rest[-1:] == ("on",) and behind < len(tokens) and is_day(tokens[behind]):
                continue  # "reported on Wednesday that …" has no "report on"
            if form.cue.part not in seen and tuple(lowers[i + 1 : behind]) == form.rest:
                seen.add(form.cue.part)
                out.setdefault(i, []).append(Match(i, behind, form.cue, form.forms))
    return out
