"""The stream of articles: which figures each names, in which spelling, with which roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import NamedTuple

from benchmarks.population.bodies import BodyName, spelled_body
from benchmarks.population.figures import FIRST_DAY, LAST_DAY, Figure, Population
from benchmarks.population.frequencies import Skewed
from benchmarks.population.person_names import PersonName
from benchmarks.population.person_spellings import spelled
from benchmarks.population.spellings import ALONE_RATE, SHORT_BESIDE, Spelled, Spelling
from benchmarks.population.stations import titles
from onrecord.records import Agent, AgentType, Role
from onrecord.records.ids import content_id

FAME_SKEW, FAME_FLAT = 1.0, 3
"""How the articles are shared out over the figures: the best known have thousands of them."""
COMPANY = (0, 0, 0, 1, 1, 2, 3)
"""How many of its main figure's circle an article names beside it."""
WITH_AFFILIATION = 0.2


class Mention(NamedTuple):
    """One figure in one article: who it is, what the article gives, and what is done to the name."""

    truth: int
    agent: Agent
    spelling: Spelling


def mentions(population: Population, count: int) -> Iterator[Mention]:
    """So many mentions, article after article, in the order of their days; the same for the same population and count.

    Everybody is the main figure of one article, as far as the count allows; the other articles go to the well-known.
    """
    dice = Random(f"mentions {population.seed} {count}")
    sizes, left = list[int](), count
    while left > 0:
        sizes.append(min(left, 1 + dice.choice(COMPANY)))
        left -= sizes[-1]
    ids = range(len(population.figures))
    heads = dice.sample(ids, min(len(ids), len(sizes)))
    heads += Skewed(ids, FAME_SKEW, FAME_FLAT).several(dice, len(sizes) - len(heads))
    dice.shuffle(heads)
    for at, (head, size) in enumerate(zip(heads, sizes, strict=True)):
        day = FIRST_DAY + at * (LAST_DAY - FIRST_DAY) // len(heads)
        article = content_id("made-up article", str(population.seed), str(at))
        for number, one in enumerate(_named(population, head, size, dice)):
            yield _mention(population, population.figures[one], article, (number, day), dice)


def _named(population: Population, head: int, size: int, dice: Random) -> list[int]:
    """An article's main figure and some of its circle; anybody where that is too small."""
    circle = population.figures[head].circle
    named = [head, *dice.sample(circle, min(len(circle), size - 1))]
    while len(named) < min(size, len(population.figures)):
        other = dice.randrange(len(population.figures))
        named += [other] if other not in named else []
    return named


def _mention(population: Population, figure: Figure, article: str, place: tuple[int, int], dice: Random) -> Mention:
    """What the article says of the figure; `place` is its number there, and the day."""
    number, day = place
    spelling, name = _name(figure, dice)
    if spelling is Spelling.ALONE:
        names: tuple[str, ...] = (name.short,)
    else:
        beside = isinstance(figure.name, BodyName) or dice.random() < SHORT_BESIDE
        names = (name.full, name.short) if name.short and beside and name.short != name.full else (name.full,)
    seen, of_body = date.fromordinal(day).isoformat(), figure.body
    told = of_body is not None and dice.random() < WITH_AFFILIATION
    agent = Agent(
        id=content_id("agent", article, str(number)),
        article=article,
        type=AgentType.NAMED_PERSON if figure.kind == "person" else AgentType.NAMED_ORGANIZATION,
        names=names,
        roles=tuple(Role(title, None, seen) for title in titles(figure.post(day), dice)),
        affiliations=(population.figures[of_body].usual,) if told and of_body is not None else (),
    )
    return Mention(figure.id, agent, spelling)


def _name(figure: Figure, dice: Random) -> tuple[Spelling, Spelled]:
    name = figure.name
    alone = dice.random() < ALONE_RATE
    if isinstance(name, PersonName):
        return (Spelling.ALONE, Spelled("", name.family)) if alone else spelled(name, dice)
    return (Spelling.ALONE, Spelled("", name.short)) if alone and name.short else spelled_body(name, dice)
