"""Which statement is part of what another one says."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.cues import Form, reporting_verbs
from onrecord.records.labels import Modality
from onrecord.records.spans import Span, Spans, covered
from onrecord.statements.draft import Draft
from onrecord.statements.overlaps import Overlaps

FIRST_PERSON = frozenset({"i", "we"})
SECOND_PERSON = frozenset({"you", "your"})
MUSED = (Modality.BELIEVED, Modality.PERCEIVED, Modality.INTENDED)


def clipped(drafts: list[Draft]) -> list[Draft]:
    """The same drafts; one whose attributing words lie inside another's content says nothing beyond that content."""
    out = []
    around = Overlaps(drafts)
    for draft in drafts:
        parent = parent_of(draft, around)
        inside = _common(draft.content, parent.content) if parent else ()
        out.append(replace(draft, content=inside) if inside else draft)
    return out


def without_musings(text: str, drafts: list[Draft]) -> list[Draft]:
    """Without what a speaker only adds to the own words: inside a statement, "I think", "I'll tell you", "your view"
    attribute nothing; "I told him" does.
    """
    around = Overlaps(drafts)
    return [d for d in drafts if not (_is_musing(text, d) and parent_of(d, around) is not None)]


def _is_musing(text: str, draft: Draft) -> bool:
    source = draft.source[0].of(text).lower() if draft.source else ""
    if source in SECOND_PERSON:
        return True
    if source not in FIRST_PERSON:
        return False
    return draft.modality in MUSED or (draft.modality is Modality.ASSERTED and not _is_past(text, draft.cue))


def _is_past(text: str, cue: Spans) -> bool:
    """Whether a cue tells of an act of saying that is over: "told", "have said", "warned"."""
    words = [w.lower() for span in cue for w in span.of(text).split()]
    return any(w.endswith("ed") or reporting_verbs().get(w) is Form.PAST for w in words)


def parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the number of the draft it is nested in, the smallest one; None for an outermost one."""
    numbers = {id(d): i for i, d in enumerate(drafts)}
    around = Overlaps(drafts)
    found = (parent_of(d, around) for d in drafts)
    return [numbers[id(p)] if p is not None else None for p in found]


def parent_of(draft: Draft, drafts: Overlaps) -> Draft | None:
    """The draft with the shortest content that covers this one's source and cue (its content, where it has neither)."""
    anchor = draft.head or draft.content
    start, end = anchor[0].start, anchor[-1].end
    best: Draft | None = None
    # the latest and the cheap questions first: a line without an end may hold thousands
    for other in reversed(list(drafts.of(Span(start, end)))):
        if other is draft or other.extent.start > start or other.extent.end < end:
            continue
        if best is not None and (other.size, other.extent) >= (best.size, best.extent):
            continue
        if covered(anchor, other.content) and _may_hold(other, draft):
            best = other
    return best


def _may_hold(outer: Draft, inner: Draft) -> bool:
    """Never both ways round, and the same content twice, without attributing words, is no parent and child."""
    if outer.head and covered(outer.head, inner.content):
        return False
    return bool(inner.head) or inner.size < outer.size


def _common(spans: Spans, frames: Spans) -> Spans:
    cut = ((max(s.start, f.start), min(s.end, f.end)) for s in spans for f in frames if s.overlaps(f))
    return tuple(Span(start, end) for start, end in sorted(cut))
