"""What the people of the population do: careers, and how articles word a post."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

UNSAID, VAGUE, TWO, REWORDED, CAPITALISED = 0.35, 0.07, 0.1, 0.4, 0.25
"""Shares of mentions without a role, with one that says nothing ("official"), with two; of roles that are worded
otherwise than usual, or written with capitals."""
_MINISTER = re.compile(r"^(deputy )?(?!prime )(\w+) minister$")


@dataclass(frozen=True, slots=True)
class Post:
    """An office held from one day to before another (ordinals), of a country or a body.

    `nation` is the country's adjective; "" where the place is a body.
    """

    office: str
    place: str
    nation: str
    since: int
    until: int


@cache
def stations() -> dict[str, Any]:
    """Careers, words and sorts of bodies, from `stations.toml`."""
    return tomllib.loads(Path(__file__).with_name("stations.toml").read_text(encoding="utf-8"))


@cache
def ladders(kind: str) -> list[list[str]]:
    """The careers in a country, or in a body of the kind, each from the lowest post up."""
    return [career.split("; ") for career in stations()["careers"][kind]]


def career(kind: str, woman: bool, dice: Random) -> list[str]:
    """One to three offices that follow one another."""
    ladder = dice.choice(ladders(kind))
    count = min(len(ladder), dice.choice((1, 1, 1, 2, 2, 3)))
    at = dice.randrange(len(ladder) - count + 1)
    portfolio = dice.choice(stations()["words"]["portfolios"].split("|"))
    return [office.format(portfolio=portfolio, man="woman" if woman else "man") for office in ladder[at : at + count]]


def titles(post: Post | None, dice: Random) -> list[str]:
    """What an article says of the one who holds the post: nothing, one role or two, in one of the usual wordings."""
    if post is None or dice.random() < UNSAID:
        return []
    if dice.random() < VAGUE / (1 - UNSAID):
        vague = dice.choice(stations()["words"]["vague_of_states" if post.nation else "vague_of_bodies"].split("|"))
        return [f"{post.nation} {vague}" if post.nation and dice.random() < 0.6 else vague]
    first = worded(post, dice)
    return [first, post.office] if first != post.office and dice.random() < TWO / (1 - UNSAID) else [first]


def worded(post: Post, dice: Random) -> str:
    """The post in one of the wordings that articles have for it."""
    office, place = post.office, post.place
    usual = f"{post.nation or place} {office}"
    if dice.random() < REWORDED:
        turned = _MINISTER.sub(r"\1minister of \2", office)
        at = "of" if post.nation else "at"
        usual = dice.choice((f"{turned} {at} {place}", f"{place}'s {office}", office, office, f"{turned} of {place}"))
    return _capitals(usual) if dice.random() < CAPITALISED else usual


def _capitals(title: str) -> str:
    return " ".join(w if w in ("of", "at", "for", "on") else w[0].upper() + w[1:] for w in title.split())
