"""The ways in which articles spell a name, and how often each comes up."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from random import Random
from typing import NamedTuple


class Spelling(StrEnum):
    """What an article does to a name; one way a mention, so that each can be counted."""

    PLAIN = "plain"
    TRANSLITERATION = "transliteration"
    DIACRITICS = "diacritics dropped"
    MIDDLE = "middle name"
    INITIAL = "initial"
    NICKNAME = "nickname"
    ORDER = "order of words"
    HYPHEN = "hyphen or space"
    HONORIFIC = "honorific"
    LEGAL_FORM = "legal form"
    ACRONYM = "acronym"
    TYPO = "slip of the pen"
    SCRIPT = "other script"
    ALONE = "family name alone"


RATES = {
    Spelling.TRANSLITERATION: 0.1,
    Spelling.DIACRITICS: 0.2,
    Spelling.MIDDLE: 0.06,
    Spelling.INITIAL: 0.025,
    Spelling.NICKNAME: 0.04,
    Spelling.ORDER: 0.025,
    Spelling.HYPHEN: 0.07,
    Spelling.HONORIFIC: 0.035,
    Spelling.LEGAL_FORM: 0.1,
    Spelling.ACRONYM: 0.06,
    Spelling.TYPO: 0.015,
    Spelling.SCRIPT: 0.01,
}
"""Share of the mentions of a name, where the name allows for it; the rest is plain."""
ALONE_RATE = 0.05
"""Share of the mentions that have the family name, or the sort of body, alone."""
SHORT_BESIDE = 0.5
"""Share of the articles that have the family name alone beside the full name, as most news does on second mention."""


class Spelled(NamedTuple):
    """A full name as an article writes it, and the short one that stands for it further on; "" where there is none."""

    full: str
    short: str


_BARE = str.maketrans("ıİøØłŁđĐ", "iIoOlLdD") | {ord("ß"): "ss"}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def bare(name: str, umlauts: bool = False) -> str:
    """The name without diacritics; `umlauts`: with "ae" for "ä" and so on."""
    if umlauts:
        name = name.translate(_UMLAUTS)
    taken_apart = unicodedata.normalize("NFKD", name.translate(_BARE))
    return "".join(c for c in taken_apart if not unicodedata.combining(c))


_CYRILLIC = [pair.split(":") for pair in (
    "shch:щ zh:ж kh:х ts:ц ch:ч sh:ш yu:ю ya:я ye:е yo:ё th:т ph:ф a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:й k:к l:л m:м "
    "n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:кс y:и z:з"
).split()]  # fmt: skip
_GREEK = [pair.split(":") for pair in (
    "th:θ ph:φ ch:χ kh:χ ou:ου ps:ψ sh:σ a:α b:β c:κ d:δ e:ε f:φ g:γ h:χ i:ι j:ι k:κ l:λ m:μ n:ν o:ο p:π q:κ r:ρ s:σ "
    "t:τ u:ου v:β w:β x:ξ y:υ z:ζ"
).split()]  # fmt: skip


def in_script(name: str, greek: bool) -> str:
    """The name in Cyrillic or Greek letters."""
    name = bare(name).lower()
    for letters, other in _GREEK if greek else _CYRILLIC:
        name = name.replace(letters, other)
    return name.title()


def with_slip(name: str, dice: Random) -> str:
    """One letter left out, doubled, swapped with the next or mistaken, not the first of a word."""
    places = [at for at in range(1, len(name) - 1) if name[at - 1 : at + 2].isalpha()]
    if not places:
        return name
    at = dice.choice(places)
    here, behind = name[at], name[at + 1]
    put = dice.choice((behind, here + here + behind, behind + here, dice.choice("aeionrst") + behind))
    return name[:at] + put + name[at + 2 :]


def chosen(rates: dict[Spelling, float], dice: Random) -> Spelling:
    """One way of spelling; plain for what the rates leave."""
    at = dice.random()
    for spelling, rate in rates.items():
        at -= rate
        if at < 0:
            return spelling
    return Spelling.PLAIN
