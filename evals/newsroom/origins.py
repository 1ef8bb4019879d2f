"""Origins: first-hand reports of an event, and reports of a newsroom's own second witness."""

from __future__ import annotations

from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Sentence
from evals.newsroom.lines import Line
from evals.newsroom.phrases import capital, expanded, filled
from evals.newsroom.phrasing import framed, said, told
from evals.newsroom.scene import Scene, occasion
from evals.newsroom.stock import words
from evals.newsroom.wordings import Wording, paraphrased

INDIRECT = 0.4
"""Share of the lesser points that a first-hand report of the first two lines has in indirect speech."""
ENOUGH = 4
"""Facts that a first-hand report tells, where its line has so many."""


def first_hand(scene: Scene, line: Line, chance: Chance) -> tuple[Sentence, ...]:
    """A full report: the news, the main point, then facts, colours and the other points in turn.

    One fact is held back for a second version, where there are enough.
    """
    keys = line.keys("fact")
    facts = [told(scene, key, line.forms[key][0], chance) for key in keys[: max(ENOUGH, len(keys) - 1)]]
    colours = [told(scene, key, line.forms[key][0], chance) for key in line.keys("colour")]
    points = [_point(scene, line, point, chance) for point in line.points]
    lead = facts[:1] if chance.happens(0.6) else []
    rest = facts[len(lead) :]
    out = [*lead, points[0], *colours[:1], *rest[:2], *points[1:2], *rest[2:4], *colours[1:], *points[2:], *rest[4:]]
    return tuple(out)


def witnessed(scene: Scene, line: Line, outlet: str, chance: Chance) -> tuple[Sentence, ...]:
    """A report that has the main point, in indirect speech, from the outlet's own witness, and facts of its own."""
    forms = words("sentences")["witness"]
    witness = chance.pick(scene.kind.witness)
    slots = {
        **occasion(scene, chance),
        "outlet": outlet,
        "witness": witness,
        "witness_cap": capital(witness),
        "witness_short": "the " + witness.split(" who ")[0].partition(" ")[2],
    }
    main = f"point {scene.points[0]}"
    wording = paraphrased(Wording.of(scene.topic.points[scene.points[0]]), 1)
    heard = framed(main, wording, [filled(form, slots) for form in forms["forms"]], chance)
    more = Sentence("witness 0", 0, capital(filled(expanded(chance.pick(forms["more"]), chance), slots)))
    facts = [told(scene, key, line.forms[key][0], chance) for key in line.keys("fact")]
    return (*facts[:1], heard, more, *facts[1:])


def _point(scene: Scene, line: Line, point: int, chance: Chance) -> Sentence:
    wording = Wording.of(scene.topic.points[point], retold=line.retold)
    form = "AB".find(line.name)  # each of the two indirect forms belongs to one line
    if point != scene.points[0] and form >= 0 and chance.happens(INDIRECT):
        wording = paraphrased(wording, form)
    return said(scene, f"point {point}", wording, chance)
