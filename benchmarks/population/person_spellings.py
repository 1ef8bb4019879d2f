"""Names of people as articles spell them: other letters, parts, orders and short forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from random import Random

from benchmarks.population.person_names import GENDERS, PersonName, tongues
from benchmarks.population.spellings import RATES, Spelled, Spelling, bare, chosen, in_script, with_slip
from onrecord.lexicon.given_names import given_names
from onrecord.lexicon.name_equivalents import name_equivalents
from onrecord.text.folding import fold

HONORIFICS = ("Mr.", "Mr", "Dr.", "President", "Minister", "Prof.", "Gen.", "Sir", "former President", "Senator")
_OF_WOMEN = {"Mr.": "Ms.", "Mr": "Mrs", "Sir": "Dame", "Sheikh": "Sheikha"}
_SECOND_RULE = 0.25
"""Share of the transliterations that differ in two respects."""
_AS_INITIAL = 0.5
"""Share of the second given names that stand as an initial."""
Way = Callable[[PersonName, Random], Spelled | None]


def spelled(name: PersonName, dice: Random) -> tuple[Spelling, Spelled]:
    """The name as one article has it, and what is done to it; plain where it does not allow for what was drawn."""
    way = chosen(RATES, dice)
    found = _WAYS[way](name, dice) if way in _WAYS else None
    return (way, found) if found and found.full != name.usual else (Spelling.PLAIN, Spelled(name.usual, name.family))


def _transliterated(name: PersonName, dice: Random) -> Spelled | None:
    given, family = name.given_as(name.joint), name.family
    fits = [rule for rule in _rules(name.tongue) if any(map(rule[0].search, f"{given} {family}".lower().split()))]
    if not fits:
        return None
    for pattern, put in dice.sample(fits, min(len(fits), 1 + (dice.random() < _SECOND_RULE))):
        given, family = (_rewritten(part, pattern, put) for part in (given, family))
    return Spelled(name.written(given, family, name.shown), family)


@cache
def _rules(tongue: str) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), put) for pattern, put in tongues()[tongue]["spelled"]]


def _rewritten(part: str, pattern: re.Pattern[str], put: str) -> str:
    """The words with the rule applied; capitals stay where they were."""
    words = []
    for word in part.split(" "):
        new = pattern.sub(put, word.lower())
        pieces = zip(new.split("-"), word.split("-"), strict=False)
        words.append("-".join(n[:1].upper() + n[1:] if w[:1].isupper() else n for n, w in pieces))
    return " ".join(words)


def _bare(name: PersonName, dice: Random) -> Spelled | None:
    umlauts = name.tongue in ("german", "nordic", "turkish") and dice.random() < 0.4
    return Spelled(bare(name.usual, umlauts), bare(name.family, umlauts))


def _middle(name: PersonName, dice: Random) -> Spelled | None:
    """The middle part put in, or dropped; of a given name of two parts only the first."""
    given = name.given_as(name.joint)
    if name.middle and not name.shown:
        as_initial = name.tongue in ("english", "indian") and dice.random() < _AS_INITIAL
        return Spelled(
            name.written(given, name.family, f"{name.middle[0]}." if as_initial else name.middle), name.family
        )
    if name.shown:
        return Spelled(name.written(given, name.family), name.family)
    if len(name.given) > 1 and not name.family_first:
        return Spelled(name.written(name.given[0], name.family), name.family)
    return None


def _initial(name: PersonName, dice: Random) -> Spelled | None:
    if name.family_first:
        return None
    letters = [part[0] for part in name.given]
    if len(letters) == 1 and name.middle and name.middle[0].isupper() and dice.random() < _AS_INITIAL:
        letters.append(name.middle[0])
    joint = dice.choice((". ", ".", ".-")) if len(letters) > 1 else ""
    return Spelled(name.written(joint.join(letters) + ".", name.family), name.family)


def _nickname(name: PersonName, dice: Random) -> Spelled | None:
    forms = _short_forms(name.tongue, name.given[0])
    return Spelled(name.written(dice.choice(forms), name.family), name.family) if forms else None


@lru_cache(maxsize=4096)
def _short_forms(tongue: str, given: str) -> tuple[str, ...]:
    """What people of the tongue are called for short; forms that another tongue's people bear are left out."""
    word, known = fold(given), name_equivalents()
    own = _bearers().get(word, frozenset())
    forms = []
    for form, numbers in known.items():
        if form == word or len(form) >= len(word) or known.get(word, frozenset()).isdisjoint(numbers):
            continue
        runs = any(word[at : at + 3] in form for at in range(len(word) - 2))
        others = _bearers().get(form, frozenset())
        if others & own if others else form[0] == word[0] or runs:
            forms.append(form.capitalize())
    return tuple(forms)


@cache
def _bearers() -> dict[str, frozenset[str]]:
    """Folded given name → the tongues that have it."""
    found: dict[str, set[str]] = {}
    for tongue, material in tongues().items():
        for name in " ".join(material.get(gender, "") for gender in GENDERS).split():
            found.setdefault(fold(name), set()).add(tongue)
    for name in given_names():
        found.setdefault(fold(name), {"english"})
    return {name: frozenset(of) for name, of in found.items()}


def _other_order(name: PersonName, dice: Random) -> Spelled | None:
    given = " ".join(part for part in (name.given_as(name.joint), name.shown) if part)
    way = dice.randrange(3)
    if name.family_first and way:
        return Spelled(f"{given} {name.family}", name.family)
    if way == 0:
        return Spelled(f"{name.family}, {given}", name.family)
    return Spelled(f"{name.family.upper() if way == 1 else name.family} {given}", name.family)


def _hyphened(name: PersonName, dice: Random) -> Spelled | None:
    if len(name.given) > 1 and name.joint != " ":
        joint = dice.choice([j for j in ("", "-", " ") if j != name.joint])
        return Spelled(name.written(name.given_as(joint), name.family, name.shown), name.family)
    if "-" not in name.family:
        return None
    before, _, behind = name.family.partition("-")
    if before == "al":
        before, joint = dice.choice((("al", " "), ("Al", " "), ("Al", "-"), ("Al", ""), ("", "")))
        family = f"{before}{joint}{behind if joint or not before else behind.lower()}"
    else:
        family = f"{before} {behind}"
    return Spelled(name.written(name.given_as(name.joint), family, name.shown), family)


def _addressed(name: PersonName, dice: Random) -> Spelled | None:
    title = "Sheikh" if name.tongue == "arabic" and dice.random() < 0.3 else dice.choice(HONORIFICS)
    return Spelled(f"{_OF_WOMEN.get(title, title) if name.woman else title} {name.usual}", name.family)


def _slipped(name: PersonName, dice: Random) -> Spelled | None:
    family = with_slip(name.family, dice) if dice.random() < 0.7 else name.family
    if family != name.family:
        return Spelled(name.written(name.given_as(name.joint), family, name.shown), family)
    return Spelled(with_slip(name.usual, dice), name.family)


def _in_script(name: PersonName, dice: Random) -> Spelled | None:
    greek = name.tongue == "greek" or (name.tongue not in ("east_slavic", "central_asian") and dice.random() < 0.3)
    return Spelled(in_script(name.usual, greek), in_script(name.family, greek))


_WAYS: dict[Spelling, Way] = {
    Spelling.TRANSLITERATION: _transliterated,
    Spelling.DIACRITICS: _bare,
    Spelling.MIDDLE: _middle,
    Spelling.INITIAL: _initial,
    Spelling.NICKNAME: _nickname,
    Spelling.ORDER: _other_order,
    Spelling.HYPHEN: _hyphened,
    Spelling.HONORIFIC: _addressed,
    Spelling.TYPO: _slipped,
    Spelling.SCRIPT: _in_script,
}
