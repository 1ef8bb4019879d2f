"""Lines: the independent origins of a cascade, and which facts and phrasings are each one's own.

Two newsrooms that were both there tell partly the same facts, each in words of its own.  So a fact is dealt to two
lines at most, and its phrasings are divided between them; whatever a line's copies say is phrased from its own part.
Colours (what one reporter saw) belong to one line alone: they are what shows a copy that has no other word in common.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evals.newsroom.chance import Chance
from evals.newsroom.scene import Scene

FACTS_EACH = 6
"""Facts that a line tells, where there are enough."""
COLOURS_EACH = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One origin: `forms` are, for each key it may tell, the phrasings it may use; `points` what it has of the speech.

    `retold`: its quotations are a translation of its own; the others have that of the interpreter.
    """

    name: str
    forms: Mapping[str, tuple[int, ...]]
    points: tuple[int, ...]
    retold: bool

    def keys(self, kind: str) -> list[str]:
        """The keys of this kind ("fact", "colour"), by number."""
        return [key for key in self.forms if key.startswith(kind)]


def deal(scene: Scene, count: int, chance: Chance) -> list[Line]:
    """So many lines with nothing to phrase alike; the first has the speech as it was said."""
    facts = _facts(scene, count, chance)
    colours = _colours(scene, count, chance)
    lines = []
    for number in range(count):
        points = (scene.points[0], *chance.some(scene.points[1:], chance.whole(1, 2)))
        forms = {**facts[number], **colours[number]}
        retold = scene.translated and number == 1
        lines.append(Line("ABCDEFGH"[number], dict(sorted(forms.items())), points, retold))
    return lines


def _facts(scene: Scene, count: int, chance: Chance) -> list[dict[str, tuple[int, ...]]]:
    facts = chance.shuffled(range(len(scene.topic.facts)))
    second = max(0, min(len(facts), FACTS_EACH * count - len(facts))) if count > 1 else 0
    owners = {fact: [n % count] for n, fact in enumerate(facts)}
    for n, fact in enumerate(facts[:second]):
        owners[fact].append((n + 1) % count)
    dealt: list[dict[str, tuple[int, ...]]] = [{} for _ in range(count)]
    for fact, whose in sorted(owners.items()):
        forms = chance.shuffled(range(len(scene.topic.facts[fact])))
        share = len(forms) // len(whose)
        for n, owner in enumerate(whose):
            dealt[owner][f"fact {fact}"] = tuple(forms[n * share : (n + 1) * share])
    return dealt


def _colours(scene: Scene, count: int, chance: Chance) -> list[dict[str, tuple[int, ...]]]:
    colours = chance.shuffled(range(len(scene.kind.colours)))
    each = max(1, min(COLOURS_EACH, len(colours) // count))
    return [
        {f"colour {c}": tuple(range(len(scene.kind.colours[c]))) for c in colours[n * each : (n + 1) * each]}
        for n in range(count)
    ]
