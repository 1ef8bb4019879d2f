"""The stock that news is made of: topics, events, people and newsrooms, from the data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
Forms = tuple[str, ...]
"""One thing in several phrasings (see `evals.newsroom.phrases`)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to say: as it was said, as another translation has it, and in indirect speech."""

    said: str
    retold: str
    indirect: Forms


@dataclass(frozen=True, slots=True)
class Topic:
    """A story's matter.  The last point is a namesake's; `elsewhere` is what other stories of the topic tell.

    `roles` are "title|short form", `slots` the names and numbers that one story draws from.
    """

    name: str
    roles: Forms
    namesake_roles: Forms
    slots: tuple[tuple[str, Forms], ...]
    headlines: tuple[Forms, ...]
    facts: tuple[Forms, ...]
    points: tuple[Point, ...]
    elsewhere: tuple[Forms, ...]


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of primary event; see `data/events.toml` for what the fields mean."""

    name: str
    answers: Forms
    occasion: Forms
    said: Forms
    witness: Forms
    colours: tuple[Forms, ...]
    weight: int


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic, by the name of its file."""
    return tuple(_topic(_read(path)) for path in sorted((DATA / "topics").glob("*.toml")))


@cache
def event_kinds() -> tuple[EventKind, ...]:
    """Every kind of event, in the order of the file."""
    data = _read(DATA / "events.toml")
    return tuple(_event_kind(kind, data[kind["family"]]) for kind in data["kinds"])


@cache
def words(name: str) -> Any:
    """The tables of the file `name`.toml as they stand."""
    return _read(DATA / f"{name}.toml")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _topic(data: dict[str, Any]) -> Topic:
    return Topic(
        name=data["topic"],
        roles=tuple(data["role"]),
        namesake_roles=tuple(data["namesake_role"]),
        slots=tuple((name, tuple(choices)) for name, choices in data["slots"].items()),
        headlines=tuple(tuple(h["forms"]) for h in data["headlines"]),
        facts=tuple(tuple(f["phrasings"]) for f in data["facts"]),
        points=tuple(Point(p["said"], p["retold"], tuple(p["indirect"])) for p in data["points"]),
        elsewhere=tuple(tuple(f["phrasings"]) for f in data["elsewhere"]),
    )


def _event_kind(data: dict[str, Any], family: dict[str, Any]) -> EventKind:
    return EventKind(
        name=data["name"],
        answers=tuple(data["answers"]),
        occasion=tuple(data["occasion"]),
        said=tuple(data["said"]),
        witness=tuple(family["witness"]),
        colours=tuple(tuple(c["phrasings"]) for c in family["colours"]),
        weight=data["weight"],
    )
