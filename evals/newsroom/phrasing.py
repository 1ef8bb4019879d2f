"""Phrasing: keys to sentences, and the sentences that carry what somebody said."""

from __future__ import annotations

from collections.abc import Sequence

from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Sentence
from evals.newsroom.phrases import capital, expanded, filled
from evals.newsroom.scene import Scene, occasion
from evals.newsroom.stock import Forms, words
from evals.newsroom.wordings import Wording

SPLIT = 0.25
"""Share of the quotations, occasions aside, that their attribution interrupts."""


def told(scene: Scene, key: str, form: int, chance: Chance) -> Sentence:
    """A fact or colour in one of its phrasings."""
    kind, number = key.split()
    stock = {"fact": scene.topic.facts, "colour": scene.kind.colours, "elsewhere": scene.topic.elsewhere}[kind]
    return Sentence(key, form, capital(scene.fill(expanded(stock[int(number)][form], chance))))


def said(
    scene: Scene, key: str, wording: Wording, chance: Chance, *, avoid: int = -1, day_alone: bool = False
) -> Sentence:
    """A sentence for a wording; the main point's names the event.  `avoid` is the number of a form to leave out."""
    group = "occasion" if key == f"point {scene.points[0]}" else "plain"
    forms: Forms = tuple(words("sentences")["direct" if wording.indirect is None else "indirect"][group])
    if group == "plain" and wording.indirect is None and len(wording.parts) > 1 and chance.happens(SPLIT):
        forms = tuple(words("sentences")["direct"]["split"])
    slots = occasion(scene, chance, day_alone=day_alone)
    return framed(key, wording, [filled(form, slots) for form in forms], chance, avoid=avoid)


def framed(key: str, wording: Wording, forms: Sequence[str], chance: Chance, *, avoid: int = -1) -> Sentence:
    """A sentence for a wording in one of these forms; {who} and the words themselves stay open."""
    numbers = [n for n in range(len(forms)) if n != avoid] or [0]
    form = chance.pick(numbers)
    return Sentence(key, form, expanded(forms[form], chance), wording)


def reworded(scene: Scene, sentence: Sentence, wording: Wording, chance: Chance) -> Sentence:
    """The sentence with another wording; its form stays where that fits."""
    same_speech = sentence.wording is not None and (sentence.wording.indirect is None) == (wording.indirect is None)
    if same_speech and not ("{q1}" in sentence.text and len(wording.parts) < 2):
        return Sentence(sentence.key, sentence.form, sentence.text, wording)
    return said(scene, sentence.key, wording, chance)


def headline(scene: Scene, chance: Chance, *, other_than: str = "") -> str:
    """A headline of the story, another one than this where there is another."""
    all_of_them = [capital(scene.fill(form)) for forms in scene.topic.headlines for form in forms]
    return chance.pick([h for h in all_of_them if h != other_than])
