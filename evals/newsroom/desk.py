"""Newsdesk: who reports first, who copies whom, how, when and with which credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from evals.newsroom import copies
from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Draft, House, Treatment
from evals.newsroom.houses import Town, credit_for, note_above
from evals.newsroom.knobs import Knobs
from evals.newsroom.lines import Line, deal
from evals.newsroom.origins import first_hand, witnessed
from evals.newsroom.page import body_size
from evals.newsroom.phrasing import headline, told
from evals.newsroom.plans import CHANGES, ONE_LINE, Plan, plans
from evals.newsroom.scene import Scene
from evals.newsroom.wordings import Relation

FULL = (Treatment.FIRST_HAND, Treatment.UPDATED, Treatment.VERBATIM, Treatment.LIGHT, Treatment.REWRITTEN)
"""Treatments that leave a full report of one line, which others can copy."""
OWN_REPORTER = 0.35
"""Share of the first-hand reports that are an outlet's and no agency's."""


class Newsdesk:
    """Everything that one event sets going; `drafts` is called once."""

    def __init__(self, scene: Scene, newsrooms: Town, knobs: Knobs, chance: Chance) -> None:
        self._scene, self._newsrooms, self._knobs, self._chance = scene, newsrooms, knobs, chance
        self._lines: dict[str, Line] = {}
        self._drafts: list[Draft] = []
        self._owners: dict[str, str] = {}

    def drafts(self) -> list[Draft]:
        """All reports in the order in which they were made up; a parent comes before its copies."""
        self._report_first()
        copied = self._knobs.articles - len(self._drafts)
        if self._chance.happens(self._knobs.updated):
            self._update()
            copied -= 1
        for plan in plans(self._knobs, copied, self._chance):
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

    def _copy(self, plan: Plan) -> None:
        parent, chance = self._parent(self._owners.get(plan.change or "")), self._chance
        if plan.change in ONE_LINE:
            self._owners[plan.change] = parent.lines[0]
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
        change = None if self._scene.translated and plan.change == "retranslated" else plan.change
        start = copies.with_main(editor, parent.sentences, CHANGES[change]) if change else parent.sentences
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

    def _parent(self, line: str | None) -> Draft:
        """A first-hand report (of this line, if one is given), or sometimes a full copy with the whole quotation."""
        known = [d for d in self._drafts if line in (None, d.lines[0])]
        first = [d for d in known if d.treatment in (Treatment.FIRST_HAND, Treatment.UPDATED)]
        full = [d for d in known if d.treatment in FULL and d not in first and self._quotes_whole(d)]
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
