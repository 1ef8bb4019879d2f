"""Houses: newsrooms with their habits, and the credits that they give."""

from __future__ import annotations

from dataclasses import dataclass

from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Credit, Draft, House
from evals.newsroom.stock import words


@dataclass(slots=True)
class Town:
    """All newsrooms of one cascade; each is opened once."""

    agencies: list[House]
    outlets: list[House]

    def agency(self) -> House:
        """An agency that has not been taken yet."""
        return self.agencies.pop()

    def outlet(self) -> House:
        """An outlet that has not been taken yet."""
        return self.outlets.pop()


def town(chance: Chance, *, unlisted: float) -> Town:
    """The newsrooms in an order by chance; `unlisted` is the chance of agencies that no list knows."""
    stock = words("newsrooms")
    agencies = stock["unlisted_agencies"] if chance.happens(unlisted) else stock["agencies"]
    names = [f"{town} {paper}" for town in stock["towns"] for paper in stock["papers"]]
    return Town(
        [_agency(name, chance) for name in chance.shuffled(agencies)],
        [_outlet(name, chance) for name in chance.some(names, 80)],
    )


def credit_for(parent: Draft, other: Draft | None, chance: Chance) -> Credit:
    """How a copy says whose it is: the parent's own credit passed on, else the parent's newsroom."""
    source = parent.credit.source if parent.credit else parent.house.name
    forms = words("newsrooms")["credits"]
    if other is not None:
        also = other.credit.source if other.credit else other.house.name
        return Credit("foot", chance.pick(forms["merged"]), source, also)
    if " " in source and source not in words("newsrooms")["unlisted_agencies"]:
        return Credit("foot", chance.pick(forms["reprint"]), source)
    place = chance.pick(("head", "byline", "foot"))
    return Credit(place, chance.pick(forms[place]), source)


def note_above(chance: Chance) -> tuple[str, str]:
    """What a newsroom writes above the second version of its report, and what it puts before the headline."""
    notes = words("newsrooms")["second_version"]
    kind = chance.pick(("updated", "updated", "corrected"))
    return chance.pick(notes[kind]), notes[f"{kind}_headline"]


def _agency(name: str, chance: Chance) -> House:
    head = chance.pick(words("newsrooms")["credits"]["head"]).replace("{source}", name)
    return House(name, True, ("“", "”"), head, "", "", chance.whole(1, 2), chance.whole(0, 1))


def _outlet(name: str, chance: Chance) -> House:
    stock = words("newsrooms")
    habits = stock["house"]
    opening, closing = chance.pick(stock["marks"]).split("|")
    byline = chance.pick(habits["byline"]).replace("{reporter}", chance.pick(words("people")["reporters"]))
    return House(
        name=name,
        agency=False,
        marks=(opening, closing),
        head=chance.pick(habits["head"]),
        byline=byline,
        foot=chance.pick(habits["foot"]),
        per_paragraph=chance.whole(1, 3),
        turn=chance.whole(0, 3),
    )
