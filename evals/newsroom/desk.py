"""Newsdesk: who reports first, who copies whom, how, when and with which credit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from evals.newsroom import copies
from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Draft, House, Treatment
from evals.newsroom.houses import Town, credit_for, note_above
from evals.newsroom.knobs import Knobs
from evals.newsroom.lines import Line, deal
from evals.newsroom.origins import first_hand, witnessed
from evals.newsroom.page import body_size
from evals.newsroom.phrasing import headline, told
from evals.newsroom.scene import Scene
from evals.newsroom.wordings import Relation, Wording, altered, paraphrased, retranslated, spliced, truncated

T = TypeVar("T")
Change = Callable[[Wording], Wording]
FULL = (Treatment.FIRST_HAND, Treatment.UPDATED, Treatment.VERBATIM, Treatment.LIGHT, Treatment.REWRITTEN)
"""Treatments that leave a full report of one line, which others can copy."""
OWN_REPORTER = 0.35
"""Share of the first-hand reports that are an outlet's and no agency's."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of one copy."""

    treatment: Treatment
    credited: bool
    respelled: bool
    unplaced: bool
    short_named: bool
    change: Change | None


class Newsdesk:
    """Everything that one event sets going; `drafts` is called once."""

    def __init__(self, scene: Scene, newsrooms: Town, knobs: Knobs, chance: Chance) -> None:
        self._scene, self._newsrooms, self._knobs, self._chance = scene, newsrooms, knobs, chance
        self._lines: dict[str, Line] = {}
        self._drafts: list[Draft] = []

    def drafts(self) -> list[Draft]:
        """All reports in the order in which they were made up; a parent comes before its copies."""
        self._report_first()
        copied = self._knobs.articles - len(self._drafts)
        if self._chance.happens(self._knobs.updated):
            self._update()
            copied -= 1
        for plan in self._plans(copied):
            self._copy(plan)
        return self._drafts

    def _report_first(self) -> None:
        count = 1 if self._scene.host else self._chance.whole(*self._knobs.origins)
        witness = self._chance.happens(self._knobs.second_sources)
        lines = deal(self._scene, count + witness, self._chance)
        self._lines = {line.name: line for line in lines}
        for line in lines[:count]:
            made = self._scene.when + timedelta(minutes=self._chance.whole(15, 120))
            sentences = first_hand(self._scene, line, self._chance)
            self._add(Treatment.FIRST_HAND, (line.name,), self._reporter(), sentences, made)
        if witness:
            made = self._scene.when + timedelta(hours=self._chance.between(10, 40))
            house = self._newsrooms.outlet()
            sentences = witnessed(self._scene, lines[count], house.name, self._chance)
            self._add(Treatment.WITNESS, (lines[count].name,), house, sentences, made)

    def _reporter(self) -> House:
        """Who is there: the host of an interview, else an agency or an outlet's own reporter."""
        if self._scene.host or (self._drafts and self._chance.happens(OWN_REPORTER)):
            return self._newsrooms.outlet()
        return self._newsrooms.agency()

    def _update(self) -> None:
        """A newsroom's second version of its own first-hand report, with a sentence more or a correction."""
        parent = self._chance.pick([d for d in self._drafts if d.treatment is Treatment.FIRST_HAND])
        line = self._lines[parent.lines[0]]
        told_before = {s.key for s in parent.sentences}
        more = [key for key in line.keys("fact") if key not in told_before]
        added = tuple(told(self._scene, key, line.forms[key][0], self._chance) for key in more[:1])
        made = parent.made + timedelta(minutes=self._chance.whole(30, 180))
        note, mark = note_above(self._chance)
        sentences = (*parent.sentences, *added)
        draft = self._add(Treatment.UPDATED, parent.lines, parent.house, sentences, made, parents=(parent.doc,))
        self._drafts[-1] = replace(draft, note=note, headline=mark + draft.headline)

    def _plans(self, copied: int) -> list[Plan]:
        """A plan for each copy, so that a cascade has the shares that the knobs ask for."""
        knobs, chance = self._knobs, self._chance
        ways = (Treatment.VERBATIM, Treatment.TRIMMED, Treatment.LIGHT, Treatment.REWRITTEN, Treatment.MERGED)
        shares = [knobs.verbatim, knobs.trimmed, knobs.light, knobs.rewritten, knobs.merged, knobs.relayed]
        treatments = chance.shuffled(shared_out((*ways, Treatment.RELAYED), shares, copied, chance))
        bare = chance.some([n for n, t in enumerate(treatments) if t is not Treatment.RELAYED], copied)
        bare = bare[: chance.rounded(knobs.no_credit * copied)]
        changes: list[Change | None] = list(chance.shuffled(self._changes(copied)))
        return [
            Plan(
                treatment=treatment,
                credited=n not in bare,
                respelled=chance.happens(knobs.respelled),
                unplaced=chance.happens(knobs.unplaced),
                short_named=chance.happens(knobs.short_named),
                change=changes[n],
            )
            for n, treatment in enumerate(treatments)
        ]

    def _changes(self, copied: int) -> list[Change | None]:
        """What happens to the main quotation of each copy; None where it is taken as it is."""
        knobs, chance = self._knobs, self._chance
        head, form = chance.happens(0.4), chance.whole(0, 1)
        kinds: tuple[Change | None, ...] = (
            altered,
            lambda w: truncated(w, head=head),
            spliced,
            None if self._scene.translated else retranslated,  # or it would look like another line's translation
            lambda w: paraphrased(w, form),
            None,
        )
        shares = [knobs.altered, knobs.truncated, knobs.spliced, knobs.retranslated, knobs.paraphrased]
        return shared_out(kinds, [*shares, 1 - sum(shares)], copied, chance)

    def _copy(self, plan: Plan) -> None:
        parent, chance = self._parent(), self._chance
        others = [d for d in self._drafts if d.treatment is Treatment.FIRST_HAND and d.lines != parent.lines]
        other = chance.pick(others) if plan.treatment is Treatment.MERGED and others else None
        treatment = Treatment.VERBATIM if plan.treatment is Treatment.MERGED and not other else plan.treatment
        relay = parent.house.name if treatment is Treatment.RELAYED else None
        both = (parent, other) if other else (parent,)
        spelling = chance.pick(self._scene.speaker.spellings) if plan.respelled else parent.spelling
        house = self._newsrooms.outlet()
        editor = copies.Editor(self._scene, self._lines[parent.lines[0]], chance, house, spelling)
        draft = self._add(
            treatment,
            tuple(line for d in both for line in d.lines),
            house,
            self._edited(editor, plan, parent, other),
            max(d.made for d in both) + timedelta(hours=chance.between(0.3, 12)),
            parents=tuple(d.doc for d in both),
        )
        self._drafts[-1] = replace(
            draft,
            credit=credit_for(parent, other, chance) if plan.credited and not relay else None,
            relayed_from=relay,
            spelling=spelling,
            short_named=plan.short_named or parent.short_named,
            headline=parent.headline if treatment is Treatment.VERBATIM and chance.happens(0.5) else draft.headline,
        )

    def _edited(self, editor: copies.Editor, plan: Plan, parent: Draft, other: Draft | None) -> copies.Sentences:
        """The copy's sentences: first another wording of the main point, then whatever else the plan asks for."""
        start = parent.sentences if plan.change is None else copies.with_main(editor, parent.sentences, plan.change)
        start = copies.unplaced(editor, start) if plan.unplaced else start
        base = replace(parent, sentences=start)
        match plan.treatment:
            case Treatment.TRIMMED:
                return copies.trimmed(editor, base, body_size(parent, self._scene, self._scene.speaker))
            case Treatment.LIGHT:
                return copies.lightly(editor, parent, start)
            case Treatment.REWRITTEN:
                return copies.rewritten(editor, parent, start)
            case Treatment.RELAYED:
                return copies.relayed(editor, base, parent.house.name)
        return copies.merged(editor, base, other) if other else start

    def _parent(self) -> Draft:
        """A first-hand report, or sometimes a full copy that still has the whole quotation."""
        first = [d for d in self._drafts if d.treatment in (Treatment.FIRST_HAND, Treatment.UPDATED)]
        full = [d for d in self._drafts if d.treatment in FULL and d not in first and self._quotes_whole(d)]
        chained = full and self._chance.happens(self._knobs.chained)
        return self._chance.pick(full if chained else first)

    def _quotes_whole(self, draft: Draft) -> bool:
        main = f"point {self._scene.points[0]}"
        whole = (Relation.IDENTICAL, Relation.RETRANSLATED)
        return any(s.key == main and s.wording and s.wording.relation in whole for s in draft.sentences)

    def _add(
        self,
        treatment: Treatment,
        lines: tuple[str, ...],
        house: House,
        sentences: copies.Sentences,
        made: datetime,
        *,
        parents: tuple[str, ...] = (),
    ) -> Draft:
        chance, knobs = self._chance, self._knobs
        off = chance.between(-knobs.clock_hours, knobs.clock_hours) if chance.happens(knobs.clock_off) else 0.0
        draft = Draft(
            doc=f"r{len(self._drafts):02d}",
            treatment=treatment,
            lines=lines,
            house=house,
            headline=headline(self._scene, chance),
            sentences=sentences,
            made=made,
            published=made + timedelta(hours=off),
            parents=parents,
        )
        self._drafts.append(draft)
        return draft


def shared_out(items: tuple[T, ...], shares: list[float], count: int, chance: Chance) -> list[T]:
    """`count` items by their shares: systematic sampling, so that no share is off by more than one item."""
    out: list[T] = []
    reached, start = 0.0, chance.between(0, 1)
    for item, share in zip(items, shares, strict=True):
        before = int(reached * count + start)
        reached += share
        out += [item] * (int(reached * count + start + 1e-9) - before)
    return [*out, *[items[0]] * count][:count]
