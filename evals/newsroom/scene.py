"""Scene: the primary event of a cascade: who says what, where, when, and how it can be named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from evals.newsroom.chance import Chance
from evals.newsroom.phrases import capital, filled, spoken
from evals.newsroom.stock import EventKind, Forms, Topic, event_kinds, topics, words

EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
"""A Monday; events happen in the 100 weeks behind it, Mondays to Thursdays, from 7 to 16 hours UTC."""
POINTS = 3
"""Things that the speaker says in one event; a report carries one to three of them."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person with the spellings of both names, the usual one first, and a role with its short form."""

    given: Forms
    family: Forms
    role: str
    short: str

    def name(self, spelling: int = 0) -> str:
        """The full name; a number of a spelling that a name does not have is its usual one."""
        return f"{_at(self.given, spelling)} {self.family_name(spelling)}"

    def family_name(self, spelling: int = 0) -> str:
        """The family name alone."""
        return _at(self.family, spelling)

    @property
    def spellings(self) -> tuple[int, ...]:
        """The numbers of all spellings."""
        return tuple(range(max(len(self.given), len(self.family))))


@dataclass(frozen=True, slots=True)
class Scene:
    """One event.  `when` is in UTC; `host` is the newsroom that an interview was given to; the main point comes first.

    `translated`: the speaker used another language, so that every newsroom has its own translation.
    """

    topic: Topic
    kind: EventKind
    speaker: Speaker
    place: str
    when: datetime
    slots: Mapping[str, str]
    points: tuple[int, ...]
    host: str | None = None
    translated: bool = False

    def day_alone(self, sentence: str) -> bool:
        """Whether a sentence of the main point gives no more of the event than its day."""
        named = [self.fill(form) for form in self.kind.occasion]
        return not any(form in sentence or capital(form) in sentence for form in named)

    def fill(self, template: str) -> str:
        """The template with everything filled that the scene knows."""
        return spoken(filled(template, self.slots))


def scene(chance: Chance, *, translated: float, host: str) -> Scene:
    """An event by chance; `translated` is the chance of another language, `host` who has an interview."""
    topic = chance.pick(topics())
    kind = chance.pick([k for k in event_kinds() for _ in range(k.weight)])
    slots = {name: chance.pick(choices) for name, choices in topic.slots}
    people = words("people")
    place = chance.pick(people["place"])
    when = EPOCH + timedelta(weeks=chance.whole(0, 99), days=chance.whole(0, 3), minutes=chance.whole(7 * 60, 16 * 60))
    points = tuple(chance.some(range(len(topic.points) - 1), POINTS))
    speaker = _speaker(chance, chance.pick(topic.roles), slots, chance.pick(people["family"]))
    known = host if kind.name == "interview" else None
    return Scene(
        topic=topic,
        kind=kind,
        speaker=speaker,
        place=place,
        when=when,
        slots={**slots, **_event_slots(place, when, known)},
        points=points,
        host=known,
        translated=chance.happens(translated),
    )


def moved_to(scene: Scene, chance: Chance, *, days: int, points: tuple[int, ...], speaker: Speaker) -> Scene:
    """Another event of the same story, so many days later, in which this speaker says these points."""
    kind = chance.pick([k for k in event_kinds() if k.name != "interview"])
    place = chance.pick(words("people")["place"])
    when = scene.when + timedelta(days=days, minutes=chance.whole(-120, 120))
    slots = {**scene.slots, **_event_slots(place, when, None)}
    moved = replace(scene, kind=kind, place=place, when=when, slots=slots, host=None, translated=False)
    return replace(moved, speaker=speaker, points=points)


def namesake_of(scene: Scene, chance: Chance) -> Speaker:
    """Another person with the speaker's family name."""
    role = chance.pick(scene.topic.namesake_roles)
    while True:
        other = _speaker(chance, role, scene.slots, "|".join(scene.speaker.family))
        if other.given != scene.speaker.given:
            return other


def _speaker(chance: Chance, role: str, slots: Mapping[str, str], family: str) -> Speaker:
    title, short = filled(role, slots).split("|")
    given = chance.pick(words("people")["given"])
    return Speaker(tuple(given.split("|")), tuple(family.split("|")), title, short)


def _event_slots(place: str, when: datetime, host: str | None) -> dict[str, str]:
    return {
        "place": place,
        "PLACE": place.upper(),
        "weekday": f"{when:%A}",
        "month": f"{when:%B}",
        "day": str(when.day),
        **({"host": host} if host else {}),
    }


def occasion(scene: Scene, chance: Chance, *, day_alone: bool = False) -> dict[str, str]:
    """The slots that name the event (or its day alone) and the saying."""
    named = scene.fill("on {weekday}" if day_alone else chance.pick(scene.kind.occasion))
    return {
        "occasion": named,
        "occasion_cap": capital(named),
        "occasion_short": f"on {scene.slots['weekday']}",
        "said": scene.fill(chance.pick(scene.kind.said)),
    }


def _at(spellings: Forms, number: int) -> str:
    return spellings[number] if number < len(spellings) else spellings[0]
