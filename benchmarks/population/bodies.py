"""Names of the made-up bodies: ministries and offices, companies, clubs, universities, associations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.population.frequencies import Skewed, weighted
from benchmarks.population.person_names import tongues
from benchmarks.population.spellings import RATES, Spelled, Spelling, bare, chosen, in_script, with_slip
from benchmarks.population.stations import stations

FORMS = "Ltd|LLC|GmbH|S.A.|Inc.|PLC|OOO|A.S.|Limited|Group|Corporation|AG"
PLACE_ENDS = "burg ton grad abad ville mouth pur stad ovo ino polis field bad ia ak"
STEM_SKEW, STEMS = 0.5, 0.4
"""Frequencies of the names of places and founders, and how many there are for each body."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's usual name, what else it is called, and the short name that many bodies share."""

    usual: str
    others: tuple[tuple[Spelling, str], ...] = ()
    short: str = ""


class BodyNamer:
    """Gives names to so many bodies."""

    def __init__(self, bodies: int, countries: Mapping[str, str], dice: Random) -> None:
        self._dice, self._countries = dice, countries
        material = list(tongues().values())
        makers = [m for m in material if "starts" in m]
        stems = dict.fromkeys(
            (dice.choice(m["starts"].split()) + dice.choice(m["middles"].split("|")) + dice.choice(m["starts"].split()))
            for m in dice.choices(makers, k=max(60, round(bodies * STEMS)))
        )
        self._stems: Skewed[str] = Skewed([s.replace("'", "").capitalize() for s in stems], STEM_SKEW, flat=3)
        self._taken = set[tuple[str, ...]]()

    def name(self, country: str) -> tuple[str, BodyName]:
        """The kind and the name of one more body of a country; a country has each of its offices once."""
        kind = weighted(stations()["bodies"]["weights"], self._dice)
        if kind == "state":
            found = self._office(country)
            if (found.usual,) not in self._taken:
                self._taken.add((found.usual,))
                return kind, found
            kind = "firm"
        make = {"firm": self._firm, "club": self._club, "university": self._university}
        return kind, make.get(kind, self._association)(country)

    def _office(self, country: str) -> BodyName:
        adjective, dice = self._countries[country], self._dice
        portfolios = stations()["words"]["portfolios"].split("|")
        if dice.random() < 0.6:
            portfolio = dice.choice(portfolios).capitalize()
            short, turned = f"{portfolio} Ministry", f"Ministry of {portfolio} of {country}"
        else:
            short = dice.choice(stations()["bodies"]["offices"].split("|"))
            turned = f"{short} of {country}"
        others = [(Spelling.ORDER, turned), (Spelling.ORDER, f"{country}'s {short}")]
        return BodyName(f"{adjective} {short}", tuple(others), short)

    def _firm(self, country: str) -> BodyName:
        stem = self._stems.draw(self._dice)
        trade, form = (self._dice.choice(of.split("|")) for of in (stations()["bodies"]["trades"], FORMS))
        usual = f"{stem} {trade}"
        if self._dice.random() < 0.2:
            return BodyName(f"{usual} {form}", ((Spelling.LEGAL_FORM, usual),), stem)
        return BodyName(usual, ((Spelling.LEGAL_FORM, f"{usual} {form}"),), stem)

    def _place(self) -> str:
        return self._stems.draw(self._dice) + self._dice.choice(PLACE_ENDS.split())

    def _club(self, country: str) -> BodyName:
        place = self._place()
        if self._dice.random() < 0.5:
            return BodyName(f"FC {place}", ((Spelling.ORDER, f"{place} FC"),), place)
        return BodyName(f"{place} {self._dice.choice(('United', 'City', 'Rovers', 'Dynamo', 'Athletic'))}", (), place)

    def _university(self, country: str) -> BodyName:
        place, sort = self._place(), self._dice.choice(("", "", "State ", "Technical ", "Medical "))
        turned = f"{sort}University of {place}"
        return BodyName(f"{place} {sort}University", ((Spelling.ORDER, turned),), f"{sort}University")

    def _association(self, country: str) -> BodyName:
        words = stations()["bodies"]
        sort, field = (self._dice.choice(words[of].split("|")) for of in ("sorts", "fields"))
        front = self._dice.choice((self._place(), self._place(), self._countries[country], "International"))
        if (front, sort, field) in self._taken:
            front = self._place()
        self._taken.add((front, sort, field))
        usual = f"{front} {sort.format(field)}"
        acronym = "".join(w[0] for w in usual.split() if w[0].isupper())
        return BodyName(usual, ((Spelling.ACRONYM, acronym), (Spelling.ACRONYM, f"{usual}|{acronym}")), acronym)


def spelled_body(name: BodyName, dice: Random) -> tuple[Spelling, Spelled]:
    """The name as one article has it, and what is done to it."""
    way, usual = chosen(RATES, dice), name.usual
    other = [written for of, written in name.others if of is way]
    short = ""
    if way is Spelling.DIACRITICS:
        written = bare(usual)
    elif way is Spelling.TYPO:
        written = with_slip(usual, dice)
    elif way is Spelling.SCRIPT:
        written = in_script(usual, greek=dice.random() < 0.2)
    else:
        written, _, short = dice.choice(other).partition("|") if other else (usual, "", "")
    return (Spelling.PLAIN if written == usual and not short else way), Spelled(written, short)
