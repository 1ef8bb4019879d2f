"""Copies: what newsrooms make of somebody else's report, each way a function from sentences to sentences.

What the words of a copy show is kept: a copy without any credit tells what only its line knows (a colour), in the
line's own phrasings, and adds nothing of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Draft, House, Sentence
from evals.newsroom.knobs import HEAVY_CHANGE, LIGHT_CHANGE, TRIM
from evals.newsroom.lines import Line
from evals.newsroom.measures import changed
from evals.newsroom.page import body_size, own_words
from evals.newsroom.phrases import filled
from evals.newsroom.phrasing import framed, reworded, said, told
from evals.newsroom.scene import Scene, occasion
from evals.newsroom.stock import words
from evals.newsroom.wordings import Wording

TRIES = 60
"""Attempts at a rewrite before the one that comes nearest is taken."""
Sentences = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Editor:
    """The editor at work: the scene, the line that the report goes back to, chances, house and spelling of the name."""

    scene: Scene
    line: Line
    chance: Chance
    house: House
    spelling: int

    @property
    def main(self) -> str:
        """The key of the main point, which no copy leaves out."""
        return f"point {self.scene.points[0]}"

    def change(self, parent: Draft, sentences: Sentences) -> float:
        """The share of the words outside quotations that a rewrite changed."""
        copy = replace(parent, sentences=sentences, house=self.house, spelling=self.spelling)
        return changed(*(own_words(draft, self.scene, self.scene.speaker) for draft in (parent, copy)))


def trimmed(editor: Editor, parent: Draft, size: int) -> Sentences:
    """Some sentences of the parent in its order, at most half of its `size` in words: main point and a colour stay."""
    target = editor.chance.between(0.6 * TRIM, TRIM) * size
    must = [s for s in parent.sentences if s.key == editor.main]
    must += [s for s in parent.sentences if s.key.startswith("colour")][:1]
    kept = list(must)
    for sentence in parent.sentences:
        more = [*kept, sentence]
        if sentence not in kept and body_size(_with(parent, more), editor.scene, editor.scene.speaker) <= target:
            kept = more
    return tuple(s for s in parent.sentences if s in kept)


def lightly(editor: Editor, parent: Draft, start: Sentences) -> Sentences:
    """Words exchanged here and there, and sentences moved, so that the change is within `LIGHT_CHANGE`."""
    low, high = LIGHT_CHANGE
    goal = editor.chance.between(low + 0.02, high - 0.03)
    current = list(start)
    for again in range(TRIES):
        place = editor.chance.whole(0, len(current) - 1)
        rephrase = _anew if again > TRIES // 2 else _touched
        attempt = [*current[:place], rephrase(editor, current[place]), *current[place + 1 :]]
        now = editor.change(parent, tuple(attempt))
        if now < high - 0.01:
            current = attempt
        if goal <= now < high:
            break
    return _moved(editor, current)


def rewritten(editor: Editor, parent: Draft, start: Sentences) -> Sentences:
    """Every sentence phrased anew, in another order, some left out, so that the change is `HEAVY_CHANGE` at least."""
    facts = [s for s in start if s.key.startswith("fact")]
    dropped = editor.chance.some(facts, len(facts) // 4)
    kept = [s for s in start if s not in dropped]
    return _most_changed(editor, parent, lambda: _moved(editor, [_anew(editor, s) for s in kept]))


def merged(editor: Editor, parent: Draft, other: Draft) -> Sentences:
    """Two thirds of one report with what another line's report adds to it: its facts and a colour."""
    mine = [s for s in parent.sentences if not s.key.startswith("fact")]
    facts = [s for s in parent.sentences if s.key.startswith("fact")]
    mine += facts[: max(1, len(facts) // 2)]
    have = {s.key for s in mine}
    theirs = [s for s in other.sentences if s.key not in have and s.wording is None and s.key.split()[0] != "witness"]
    colours = [s for s in theirs if s.key.startswith("colour")][:1]
    added = [*colours, *[s for s in theirs if s.key.startswith("fact")][:3]]
    return (*(s for s in parent.sentences if s in mine), *added)


def relayed(editor: Editor, parent: Draft, source: str) -> Sentences:
    """A short report in other words that names the newsroom it has the main point from."""
    forms = words("sentences")["relay"]
    (main,) = [s for s in parent.sentences if s.key == editor.main]
    assert main.wording is not None
    speech = "direct" if main.wording.indirect is None else "indirect"
    told_to = "told_" if editor.scene.host == source else ""
    slots = {**occasion(editor.scene, editor.chance), "source": _with_article(source)}
    quote = framed(editor.main, main.wording, [filled(f, slots) for f in forms[told_to + speech]], editor.chance)
    others = [s for s in parent.sentences if s.wording is None and s.key.split()[0] in ("fact", "colour")]
    told_on = [_anew(editor, s) for s in editor.chance.some(others, editor.chance.whole(2, 4))]
    return (quote, *told_on) if editor.chance.happens(0.5) else (*told_on[:1], quote, *told_on[1:])


def with_main(editor: Editor, sentences: Sentences, change: Callable[[Wording], Wording]) -> Sentences:
    """The sentences with another wording of the main point."""
    return tuple(
        reworded(editor.scene, s, change(s.wording), editor.chance) if s.key == editor.main and s.wording else s
        for s in sentences
    )


def unplaced(editor: Editor, sentences: Sentences) -> Sentences:
    """The sentences with the day of the event alone."""
    return tuple(
        said(editor.scene, s.key, s.wording, editor.chance, day_alone=True) if s.key == editor.main and s.wording else s
        for s in sentences
    )


def _most_changed(editor: Editor, parent: Draft, attempt: Callable[[], Sentences]) -> Sentences:
    best, most = parent.sentences, -1.0
    for _ in range(TRIES):
        found = attempt()
        now = editor.change(parent, found)
        if now > most:
            best, most = found, now
        if most >= HEAVY_CHANGE + 0.02:
            break
    return best


def _touched(editor: Editor, sentence: Sentence) -> Sentence:
    """The same phrasing with its free choices made anew."""
    if sentence.wording is not None or sentence.key.startswith("witness"):
        return sentence
    return told(editor.scene, sentence.key, sentence.form, editor.chance)


def _anew(editor: Editor, sentence: Sentence) -> Sentence:
    """Another phrasing of the line's own, or another way to attribute the same words."""
    if sentence.wording is not None:
        bare = sentence.key == editor.main and editor.scene.day_alone(sentence.text)
        return said(editor.scene, sentence.key, sentence.wording, editor.chance, avoid=sentence.form, day_alone=bare)
    forms = [f for f in editor.line.forms.get(sentence.key, ()) if f != sentence.form]
    if not forms:
        return _touched(editor, sentence)
    return told(editor.scene, sentence.key, editor.chance.pick(forms), editor.chance)


def _moved(editor: Editor, sentences: Sequence[Sentence]) -> Sentences:
    """The sentences with one of them carried forward by one to three places."""
    out = list(sentences)
    at = editor.chance.whole(1, len(out) - 1)
    out.insert(max(0, at - editor.chance.whole(1, 3)), out.pop(at))
    return tuple(out)


def _with(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    kept = [s for s in draft.sentences if s in sentences]
    return replace(draft, sentences=tuple(kept))


def _with_article(newsroom: str) -> str:
    return f"the {newsroom}" if " " in newsroom else newsroom
