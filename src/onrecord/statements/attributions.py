"""From labels to drafts: the best candidates, snapped to quotation marks, joined where one quotation is in pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.records.labels import CueLabel, Labels, RoleLabel
from onrecord.records.spans import Span, Spans, covered, disjoint
from onrecord.records.statement import StatementKind
from onrecord.statements.addressees import addressee
from onrecord.statements.draft import Draft, kind_of
from onrecord.statements.overlaps import Overlaps
from onrecord.statements.pieces import minus, trimmed
from onrecord.statements.quotations import continuations, follows_closely, is_speech, outermost
from onrecord.text.quotation_marks import Quotation


def drafts(text: str, labels: Labels, dateline: Span | None = None) -> list[Draft]:
    """One draft for each attribution in the labels, sorted by where its content starts; none twice.

    The `dateline` is nothing that anybody says.
    """
    apart = (dateline,) if dateline else ()
    made = [d for cue in labels.cues if (d := _draft(text, cue, apart)) is not None]
    kept = _without_rivals(_shared_out(text, _same_head_joined(made)))
    return sorted(_with_rests(text, kept), key=lambda d: (d.content[0].start, d.extent.end))


def _draft(text: str, cue: CueLabel, apart: Spans) -> Draft | None:
    contents, sources = _best(cue.contents), _best(cue.sources)
    if contents is None:
        return None
    taken = disjoint(cue.spans)
    source = minus(disjoint(sources.spans) if sources else (), taken)
    content = minus(_snapped(text, disjoint(contents.spans)), (*source, *taken, *apart))
    content = tuple(_bare(text, s) for span in content if (s := trimmed(text, span)) is not None)
    if not content:
        return None
    addressees = _best(cue.addressees)
    return Draft(
        content=content,
        source=source,
        cue=taken,
        addressee=disjoint(addressees.spans) if addressees else addressee(text, taken, (*source, *content)),
        modality=cue.modality,
        negated=cue.negated,
        score=cue.score * contents.score * (sources.score if sources else 1.0),
        rule=cue.rule,
    )


def _best(candidates: tuple[RoleLabel, ...]) -> RoleLabel | None:
    found = [c for c in candidates if c.spans]
    return max(found, key=lambda c: c.score) if found else None


def _snapped(text: str, spans: Spans) -> Spans:
    """A fragment that ends just inside a quotation's marks takes them in."""
    marks = outermost(text)
    out = []
    for span in spans:
        start, end = span
        for q in _touching(marks, span):
            if q.inner.start <= start <= q.inner.start + 1 and end >= q.inner.end - 1:
                start = q.span.start
            if q.inner.end - 1 <= end <= q.inner.end and start <= q.inner.start:
                end = q.span.end
        out.append(Span(start, end))
    return disjoint(out)


def _touching(sorted_marks: tuple[Quotation, ...], span: Span) -> list[Quotation]:
    """The outermost quotations that share a character with the span or touch it."""
    k = max(0, bisect_right(sorted_marks, span.start, key=lambda q: q.span.start) - 1)
    out = []
    while k < len(sorted_marks) and sorted_marks[k].span.start <= span.end:
        if sorted_marks[k].span.end >= span.start:
            out.append(sorted_marks[k])
        k += 1
    return out


def _bare(text: str, span: Span) -> Span:
    """Without a "that" in front where a quotation is all that follows it: the quotation is what was said."""
    lead = re.match(r"that,?\s+", span.of(text), re.IGNORECASE)
    if lead is None:
        return span
    rest = Span(span.start + lead.end(), span.end) if lead.end() < len(span) else span
    return rest if any(q.span == rest for q in _touching(outermost(text), rest)) else span


def _same_head_joined(made: list[Draft]) -> list[Draft]:
    """Drafts that share source and cue are one attribution whose content is in pieces."""
    by_head: dict[tuple[Spans, Spans], Draft] = {}
    out: list[Draft] = []
    for draft in made:
        if not draft.head:
            out.append(draft)
            continue
        key = (draft.source, draft.cue)
        twin = by_head.get(key)
        by_head[key] = draft if twin is None else _joined(twin, draft.content, draft.rule)
    return [*out, *by_head.values()]


def _joined(draft: Draft, more: Spans, rule: str) -> Draft:
    content = minus(disjoint((*draft.content, *more)), draft.head)
    return replace(draft, content=content, joined=tuple(dict.fromkeys((*draft.joined, rule))))


def _shared_out(text: str, made: list[Draft]) -> list[Draft]:
    """Of a quotation that goes on in a new paragraph, the pieces that have an attribution of their own are not its."""
    goes_on = {span for spans in continuations(text).values() for span in spans}
    owned = {d.content[0]: d for d in made if len(d.content) == 1 and d.source and d.content[0] in goes_on}
    out = []
    for draft in made:
        rest = tuple(s for s in draft.content if s not in owned or owned[s].head == draft.head)
        out.append(replace(draft, content=rest) if rest and len(rest) < len(draft.content) else draft)
    return out


def _without_rivals(made: list[Draft]) -> list[Draft]:
    """Where two drafts claim mostly the same content and neither is nested in the other, the stronger stays."""
    strongest = sorted(made, key=lambda d: (-d.score, -len(d.cue), d.extent.start, -d.extent.end))
    kept: list[Draft] = []
    around = Overlaps()
    for draft in strongest:
        if not any(_rivals(draft, other) for other in around.of(draft.extent)):
            kept.append(draft)
            around.add(draft)
    return kept


def _rivals(one: Draft, other: Draft) -> bool:
    if _inside(one, other) or _inside(other, one):
        return False
    shared = _shared(one.content, other.content)
    return shared > 0 and shared >= 0.5 * min(one.size, other.size)


def _inside(inner: Draft, outer: Draft) -> bool:
    """Whether the attributing words of `inner` are part of what `outer` says."""
    return bool(inner.head) and covered(inner.head, outer.content)


def _shared(one: Spans, other: Spans) -> int:
    total = 0
    for a in one:
        for b in other:
            if a.start < b.end and b.start < a.end:
                total += min(a.end, b.end) - max(a.start, b.start)
    return total


def _touched(span: Span, claimed: Spans) -> bool:
    """Whether the span shares a character with one of the sorted, disjoint spans."""
    k = bisect_right(claimed, span.start, key=lambda c: c.end)
    return k < len(claimed) and claimed[k].start < span.end


def _with_rests(text: str, made: list[Draft]) -> list[Draft]:
    """Quotations that nobody is credited with yet join the one they go on from.

    Either the mark was re-opened in a new paragraph, or the attribution interrupts ('"…," she said. "…"').
    """
    later = continuations(text)
    goes_on = {span for spans in later.values() for span in spans}
    guesses: list[Draft] = []  # without a cue, over what only goes on: the re-opened mark knows better
    sure: list[Draft] = []
    for draft in made:
        (guesses if not draft.cue and goes_on.issuperset(draft.content) else sure).append(draft)
    claimed = _claimed(text, sure)
    out = [_with_continuations(d, later, claimed) for d in sure]
    claimed = _claimed(text, out)
    free = [q for q in outermost(text) if not _touched(q.span, claimed) and is_speech(text, q)]
    direct = ((i, d) for i, d in enumerate(out) if free and kind_of(text, d.content) is StatementKind.DIRECT)
    ends = sorted((d.extent.end, i) for i, d in direct)
    for quotation in free:
        k = bisect_right(ends, (quotation.span.start, len(out))) - 1
        if k >= 0:
            i = ends[k][1]
            if follows_closely(text, quotation, out[i].extent) and out[i].extent.end > out[i].content[-1].end:
                joined = _joined(out[i], (quotation.span,), "interrupted")
                out[i] = _with_continuations(joined, later, claimed)
    claimed = _claimed(text, out)
    return [*out, *(g for g in guesses if not any(_touched(span, claimed) for span in g.content))]


def _claimed(text: str, made: list[Draft]) -> Spans:
    """What somebody is credited with; an attribution inside a quotation does not claim the quotation it stands in."""
    marks = outermost(text)
    free = (d for d in made if not (d.head and any(q.inner.covers(d.extent) for q in _touching(marks, d.extent))))
    return disjoint(s for d in free for s in d.content)


def _with_continuations(draft: Draft, later: dict[int, list[Span]], claimed: Spans) -> Draft:
    more = tuple(s for piece in draft.content for s in later.get(piece.start, ()) if not _touched(s, claimed))
    return _joined(draft, more, "continued") if more else draft
