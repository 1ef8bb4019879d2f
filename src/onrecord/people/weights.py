"""The numbers that decide when two names are one."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each difference between two names counts; scores and factors in [0, 1], 1 costs nothing.

    A name's score is the product of its parts' likenesses and of these factors, so that each difference counts whatever
    the rest says.
    """

    letters: float
    """Share of the letters in the cost of a slip; the rest is that of its consonants."""
    room: float
    """How much of a slip is measured against the whole name, and not the word it stands in."""
    further: float
    """Exponent of the cost of a slip, above 1: each further slip in one word costs more than the one before."""
    silence: float
    """Exponent of the share of words that both names have: how much it counts that one name says less."""
    conflict: float
    """Factor for a word in each name that the other lacks."""
    generic: float
    """Weight of a generic word ("group"), as an exponent, beside 1 for a word of its own."""
    number: float
    """Weight of a number."""
    equivalent: float
    """Likeness of two forms of one name ("Bill", "William")."""
    initial: float
    """Likeness of an initial and a name."""
    rough: float
    """Likeness of words whose consonants agree, where a script says no more."""


MATCH = 0.7
"""A score from here on is a match."""

PERSON = Weights(
    letters=0.5,
    room=0.2,
    further=1.2,
    silence=0.33,
    conflict=0.2,
    generic=1.0,
    number=1.0,
    equivalent=0.9,
    initial=0.85,
    rough=0.96,
)
ORGANISATION = replace(PERSON, silence=1.2, generic=0.4, number=0.2)
