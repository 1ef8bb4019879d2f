"""Bystanders: reports in the same archive that share topic and names, but belong to other events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Draft, Sentence, Treatment
from evals.newsroom.houses import Town, credit_for
from evals.newsroom.knobs import Knobs
from evals.newsroom.phrasing import said, told
from evals.newsroom.scene import Scene, moved_to, namesake_of
from evals.newsroom.wordings import Wording


@dataclass(frozen=True, slots=True)
class Bystander:
    """A report with the event that it tells, by number; `namesake`: its speaker only shares the family name."""

    draft: Draft
    scene: Scene
    event: int
    namesake: bool


def bystanders(event: Scene, newsrooms: Town, knobs: Knobs, chance: Chance) -> list[Bystander]:
    """`distractors` reports of the speaker's other days, and two of a namesake's event in the same days.

    Every second report is a copy of the one before, so that a bystander is not known by being alone.  No two events
    share what is said; where nothing is left to say, the reports quote nobody.
    """
    out: list[Bystander] = []
    spare = [n for n in range(len(event.topic.points) - 1) if n not in event.points]
    for pair in range((knobs.distractors + 1) // 2):
        days = chance.whole(5, 40) * (-1 if chance.happens(0.7) else 1)
        other = moved_to(event, chance, days=days, points=tuple(spare[pair : pair + 1]), speaker=event.speaker)
        out += _pair(other, newsrooms, chance, len(out), namesake=False)
    out = out[: knobs.distractors]
    if chance.happens(knobs.namesakes):
        speaker = namesake_of(event, chance)
        last = (len(event.topic.points) - 1,)
        other = moved_to(event, chance, days=chance.whole(-1, 1), points=last, speaker=speaker)
        out += _pair(other, newsrooms, chance, len(out), namesake=True)
    return out


def _pair(scene: Scene, newsrooms: Town, chance: Chance, number: int, *, namesake: bool) -> list[Bystander]:
    made = scene.when + timedelta(minutes=chance.whole(20, 200))
    sentences = _story(scene, chance)
    first = Draft(
        doc=f"b{number:02d}",
        treatment=Treatment.FIRST_HAND,
        lines=("elsewhere",),
        house=newsrooms.outlet(),
        headline=_headline(scene, sentences, chance),
        sentences=sentences,
        made=made,
        published=made,
    )
    copy = replace(
        first,
        doc=f"b{number + 1:02d}",
        treatment=Treatment.VERBATIM,
        house=newsrooms.outlet(),
        published=made + timedelta(hours=chance.between(0.5, 9)),
        credit=credit_for(first, None, chance) if chance.happens(0.5) else None,
    )
    return [Bystander(first, scene, number, namesake), Bystander(copy, scene, number, namesake)]


def _story(scene: Scene, chance: Chance) -> tuple[Sentence, ...]:
    """What is told elsewhere, around the one thing that was said."""
    keys = chance.some(range(len(scene.topic.elsewhere)), 3)
    facts = [told(scene, f"elsewhere {k}", chance.whole(0, 1), chance) for k in keys]
    quotes = [said(scene, f"point {p}", Wording.of(scene.topic.points[p]), chance) for p in scene.points]
    return (*facts[:1], *quotes, *facts[1:])


def _headline(scene: Scene, sentences: tuple[Sentence, ...], chance: Chance) -> str:
    """The first fact in its other phrasing."""
    return told(scene, sentences[0].key, 1 - sentences[0].form, chance).text.rstrip(".")
