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
    tales = _tales(event, chance)
    spare = [n for n in range(len(event.topic.points) - 1) if n not in event.points]
    for pair in range((knobs.distractors + 1) // 2):
        days = chance.whole(5, 40) * (-1 if chance.happens(0.7) else 1)
        other = moved_to(event, chance, days=days, points=tuple(spare[pair : pair + 1]), speaker=event.speaker)
        out += _pair(other, tales[pair % (len(tales) - 1)], newsrooms, chance, len(out), namesake=False)
    out = out[: knobs.distractors]
    if chance.happens(knobs.namesakes):
        speaker = namesake_of(event, chance)
        last = (len(event.topic.points) - 1,)
        other = moved_to(event, chance, days=chance.whole(-1, 1), points=last, speaker=speaker)
        out += _pair(other, tales[-1], newsrooms, chance, len(out), namesake=True)
    return out


Tale = tuple[tuple[int, int], ...]
"""What a bystander tells beside the quotation: facts of elsewhere by number, each with its phrasing."""


def _tales(scene: Scene, chance: Chance) -> list[Tale]:
    """Two facts a tale; no two tales tell one fact in the same phrasing."""
    facts = chance.shuffled(range(len(scene.topic.elsewhere)))
    told_so = [(fact, form) for form in range(2) for fact in facts]
    return [tuple(told_so[at : at + 2]) for at in range(0, len(told_so), 2)]


def _pair(scene: Scene, tale: Tale, newsrooms: Town, chance: Chance, number: int, *, namesake: bool) -> list[Bystander]:
    made = scene.when + timedelta(minutes=chance.whole(20, 200))
    sentences = _story(scene, tale, chance)
    first = Draft(
        doc=f"b{number:02d}",
        treatment=Treatment.FIRST_HAND,
        lines=("elsewhere",),
        house=newsrooms.outlet(),
        headline=told(scene, *_key(tale[0]), chance).text.rstrip("."),
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


def _story(scene: Scene, tale: Tale, chance: Chance) -> tuple[Sentence, ...]:
    """The tale around the one thing that was said."""
    facts = [told(scene, *_key(one), chance) for one in tale]
    quotes = [said(scene, f"point {p}", Wording.of(scene.topic.points[p]), chance) for p in scene.points]
    return (*facts[:1], *quotes, *facts[1:])


def _key(one: tuple[int, int]) -> tuple[str, int]:
    return f"elsewhere {one[0]}", one[1]
