"""The population: who there is, where, in which posts when, and with whom each is mentioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.population.bodies import BodyName, BodyNamer
from benchmarks.population.frequencies import weighted
from benchmarks.population.person_names import Namer, PersonName, tongues
from benchmarks.population.stations import Post, career, stations

PERSONS = 0.8
"""Share of persons; the rest are bodies."""
FIRST_DAY, LAST_DAY = date(2016, 1, 1).toordinal(), date(2025, 12, 31).toordinal()
ABROAD = 0.1
"""Share of the people who live in a country of another tongue."""
CIRCLE = 8
"""At most so many others with whom one is mentioned again and again."""
CROWDED = 3.5
"""The higher, the more often a circle is of the well-known."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody whom news knows: a person or a body.  The lower the id, the better known.

    `circle` are ids of those mentioned beside; `body` is the id of the body a person belongs to.
    """

    id: int
    country: str
    name: PersonName | BodyName
    kind: str
    posts: tuple[Post, ...] = ()
    body: int | None = None
    circle: tuple[int, ...] = ()

    @property
    def usual(self) -> str:
        """The name as most articles have it."""
        return self.name.usual

    def post(self, day: int) -> Post | None:
        """The post held on a day, as an ordinal."""
        return next((p for p in self.posts if p.since <= day < p.until), None)


class Population:
    """So many figures, four in five of them persons; the same for the same seed."""

    def __init__(self, count: int = 100_000, seed: int = 1) -> None:
        self.seed = seed
        self._dice = dice = Random(f"population {seed}")
        self._nations = {c: a for material in tongues().values() for c, a in material["countries"].items()}
        persons = [dice.random() < PERSONS for _ in range(count)]
        drafts = self._bodies(persons) | self._people(persons)
        at_home: dict[str, list[int]] = {country: [] for country in self._nations}
        for at in range(count):
            at_home[drafts[at][0]].append(at)
        self.figures: Sequence[Figure] = self._settled(drafts, at_home)

    def _bodies(self, persons: Sequence[bool]) -> dict[int, tuple[str, str, BodyName | PersonName]]:
        """By id: country, kind and name of each body."""
        ids = [at for at, person in enumerate(persons) if not person]
        namer, countries = BodyNamer(len(ids), self._nations, self._dice), list(self._nations)
        homes = ((at, self._dice.choice(countries)) for at in ids)
        return {at: (country, *namer.name(country)) for at, country in homes}

    def _people(self, persons: Sequence[bool]) -> dict[int, tuple[str, str, BodyName | PersonName]]:
        """By id: country, "person" and name of each person."""
        weights = {tongue: float(material["weight"]) for tongue, material in tongues().items()}
        speak = {at: weighted(weights, self._dice) for at, person in enumerate(persons) if person}
        namers = {t: Namer(t, many, self._dice) for t, many in sorted(Counter(speak.values()).items())}
        found: dict[int, tuple[str, str, BodyName | PersonName]] = {}
        for at, tongue in speak.items():
            homes = self._nations if self._dice.random() < ABROAD else tongues()[tongue]["countries"]
            found[at] = self._dice.choice(list(homes)), "person", namers[tongue].name()
        return found

    def _settled(
        self, drafts: dict[int, tuple[str, str, BodyName | PersonName]], at_home: dict[str, list[int]]
    ) -> list[Figure]:
        """Everybody with posts and a circle."""
        bodies: dict[tuple[str, str], list[int]] = {}
        for at, (country, kind, _) in drafts.items():
            bodies.setdefault((country, kind), []).append(at)
        figures = []
        for at in range(len(drafts)):
            country, kind, name = drafts[at]
            posts: tuple[Post, ...] = ()
            body: int | None = None
            if kind == "person":
                field = weighted(stations()["careers"]["weights"], self._dice)
                choice = bodies.get((country, field))
                body = self._dice.choice(choice) if choice else None
                place = None if body is None or field == "state" else drafts[body][2].usual
                woman = isinstance(name, PersonName) and name.woman
                posts = self._posts(career(field if place else "state", woman, self._dice), place, country)
            circle = self._circle(at, at_home[country], body)
            figures.append(Figure(at, country, name, kind, posts, body, circle))
        return figures

    def _posts(self, offices: Sequence[str], place: str | None, country: str) -> tuple[Post, ...]:
        """The offices one after the other, over all the years."""
        changes = sorted(self._dice.sample(range(FIRST_DAY + 90, LAST_DAY - 90), len(offices) - 1))
        since, until = [FIRST_DAY, *changes], [*changes, LAST_DAY + 1]
        nation = "" if place else self._nations[country]
        return tuple(Post(o, place or country, nation, a, b) for o, a, b in zip(offices, since, until, strict=True))

    def _circle(self, at: int, neighbours: Sequence[int], body: int | None) -> tuple[int, ...]:
        """Whom one is mentioned with: one's body, and people and bodies of the country, the well-known ones first."""
        drawn = (
            neighbours[int(len(neighbours) * self._dice.random() ** CROWDED)]
            for _ in range(self._dice.randrange(2, CIRCLE))
        )
        return tuple(dict.fromkeys(other for other in [body, *drawn] if other is not None and other != at))


def namesakes(population: Population) -> tuple[float, float]:
    """The share of persons who share their usual name with another, and of those who share their family name."""
    names = [f.name for f in population.figures if isinstance(f.name, PersonName)]
    full, family = Counter(n.usual for n in names), Counter(n.family for n in names)
    return (
        sum(full[n.usual] > 1 for n in names) / len(names),
        sum(family[n.family] > 1 for n in names) / len(names),
    )
