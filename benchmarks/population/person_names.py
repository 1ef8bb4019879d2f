"""Names of the made-up people: family names put together from syllables, given names with their real frequencies."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.population.frequencies import Skewed
from onrecord.lexicon.given_names import given_names

GIVEN_SKEW, SYLLABLE_SKEW = 0.8, 0.6
FEWEST_FAMILIES = 40
WOMEN = 0.3
"""Their share in the news."""
DOUBLE_BARRELLED, TWO_GIVEN, WITH_MIDDLE, WITH_FATHER, WITH_PARTICLE = 0.04, 0.07, 0.4, 0.3, 0.06
"""Shares of the people whose tongue has the habit."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts.  `given` are the parts of the given name ("Kassym", "Jomart"), `joint` stands between them.

    `middle` is a second given name, a patronymic, a father's name or a second family name; `shown` what news usually
    has of it, mostly nothing.
    """

    tongue: str
    given: tuple[str, ...]
    joint: str
    family: str
    middle: str = ""
    shown: str = ""
    family_first: bool = False
    woman: bool = False

    def given_as(self, joint: str) -> str:
        """The given name with its parts joined so."""
        return joint.join([self.given[0], *(part if joint == " " else self._low(part) for part in self.given[1:])])

    def _low(self, part: str) -> str:
        return part.lower() if self.family_first else part

    @property
    def usual(self) -> str:
        """The name as most articles have it."""
        return self.written(self.given_as(self.joint), self.family, self.shown)

    def written(self, given: str, family: str, middle: str = "") -> str:
        """These parts in the order of the name."""
        words = [family, given] if self.family_first else [given, middle, family]
        if middle and self.tongue == "spanish":
            words = [given, family, middle]
        return " ".join(w for w in words if w)


@cache
def tongues() -> dict[str, Any]:
    """What names are made of, by tongue, from `tongues.toml`."""
    return tomllib.loads(Path(__file__).with_name("tongues.toml").read_text(encoding="utf-8"))


class Namer:
    """Gives names of one tongue to so many people."""

    def __init__(self, tongue: str, people: int, dice: Random) -> None:
        material = tongues()[tongue]
        self.tongue, self._dice, self._habits = tongue, dice, frozenset(material["habits"].split())
        self._skew = material["skew"]
        if "names" in material:
            self._families: Skewed[str] = Skewed(material["names"].split(), self._skew, flat=1)
            self._syllables = Skewed(material["syllables"].split(), SYLLABLE_SKEW)
        else:
            self._families = Skewed(list(self._made_up(material, people)), self._skew, flat=3)
            self._given = [Skewed(material[g].split() if g in material else _others(g), GIVEN_SKEW, 3) for g in GENDERS]

    def _made_up(self, material: dict[str, Any], people: int) -> Iterator[str]:
        """Different family names; one in some has a particle."""
        parts = [material["starts"].split(), material["middles"].split("|"), material["ends"].split()]
        wanted, seen = max(FEWEST_FAMILIES, round(people * material["families"])), set[str]()
        while len(seen) < wanted:
            syllables = [self._dice.choice(p) for p in parts]
            if len(seen) > wanted / 2 or not syllables[1]:
                syllables.insert(1, self._dice.choice(parts[1]))
            name = "".join(syllables).capitalize()
            if name not in seen and not _hard_to_say(name):
                seen.add(name)
                yield self._with_particle(name)

    def _with_particle(self, name: str) -> str:
        if "father" in self._habits:
            return f"al-{name}" if self._dice.random() < 0.5 else name
        if "particle" in self._habits and self._dice.random() < WITH_PARTICLE:
            return f"{'von' if self.tongue == 'german' else self._dice.choice(('de', 'Di', 'La', 'Del'))} {name}"
        return name[:2] + name[2:].capitalize() if name.startswith("O'") else name

    def name(self) -> PersonName:
        """The name of one more person."""
        if "family_first" in self._habits:
            return self._family_first()
        gender = self._dice.random() < WOMEN
        given = self._given[gender].draw(self._dice)
        family = self._families.draw(self._dice)
        if "feminine" in self._habits and gender:
            family = _feminine(family)
        if "hyphen" in self._habits and self._dice.random() < DOUBLE_BARRELLED:
            family = f"{family}-{self._families.draw(self._dice)}"
        parts: tuple[str, ...] = (given,)
        joint = " "
        if "compound" in self._habits and self._dice.random() < TWO_GIVEN:
            parts, joint = (given, self._second(given, gender)), " " if self.tongue == "spanish" else "-"
        middle, shown = self._middle(given, gender)
        return PersonName(self.tongue, parts, joint, family, middle, shown, woman=gender)

    def _family_first(self) -> PersonName:
        count = 1 if self.tongue == "chinese" and self._dice.random() < 0.1 else 2
        first, *rest = self._syllables.several(self._dice, count)
        joint = "" if self.tongue == "chinese" else self._dice.choice("- -")
        given = (first.capitalize(), *(part.capitalize() for part in rest))
        return PersonName(self.tongue, given, joint, self._families.draw(self._dice), family_first=True)

    def _second(self, first: str, gender: bool) -> str:
        """Another given name."""
        while (name := str(self._given[gender].draw(self._dice))) == first:
            pass
        return name

    def _middle(self, given: str, gender: bool) -> tuple[str, str]:
        """The middle part, and what of it is usually shown."""
        if "patronymic" in self._habits:
            return _patronymic(self._given[0].draw(self._dice), gender), ""
        if "second_family" in self._habits:
            family = self._families.draw(self._dice)
            return family, family if self._dice.random() < 0.15 else ""
        if "father" in self._habits and self._dice.random() < WITH_FATHER:
            father = f"{'bint' if gender else 'bin'} {self._given[0].draw(self._dice)}"
            return father, father if self._dice.random() < 0.5 else ""
        if "middle" in self._habits and self._dice.random() < WITH_MIDDLE:
            second = self._second(given, gender)
            return second, f"{second[0]}." if self._dice.random() < 0.15 else ""
        return "", ""


GENDERS = ("men", "women")


@cache
def _others(gender: str) -> list[str]:
    """The lexicon's given names that no tongue lists, in an order that no list suggests."""
    taken = {name for t in tongues().values() for g in GENDERS for name in t.get(g, "").split()}
    found = sorted(n for n, g in given_names().items() if g == gender[0].replace("w", "f") and n not in taken)
    Random(0).shuffle(found)
    return found


def _hard_to_say(name: str) -> bool:
    """Whether three letters in a row are one, or the name is longer than most."""
    low = name.lower()
    return len(low) > 14 or any(a == b == c for a, b, c in zip(low, low[1:], low[2:], strict=False))


def _patronymic(father: str, gender: bool) -> str:
    stem = father[:-1] if father[-1] in "aeiouy" else father
    return stem + ("ovna" if gender else "ovich") if father[-1] not in "iy" else stem + ("evna" if gender else "evich")


def _feminine(family: str) -> str:
    """The form that women of the family bear."""
    for man, woman in (("sky", "skaya"), ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("ský", "ská"), ("ski", "ska")):
        if family.endswith(man):
            return family.removesuffix(man) + woman
    return family
