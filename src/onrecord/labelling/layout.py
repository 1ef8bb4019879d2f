"""Attributions by layout over whole paragraphs: a quotation with "― Name" behind it, and the turns of a transcript."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.records import CueLabel, RoleLabel, Span, Spans
from onrecord.text.quotation_marks import Quotation, quotations
from onrecord.text.segments import paragraphs

CAPITALISED = r"(?:[A-Z][\w.'’-]{0,30}|de|la|van|von|bin|al)"
SIGNED = re.compile(rf"\s{{0,3}}(?P<dash>[―—–]|--)\s{{0,3}}(?P<name>[A-Z][\w.'’-]{{0,30}}(?:\s{CAPITALISED}){{0,4}})")
SIGNED_END = re.compile(r"(?:,[^\n]{1,80})?[.\"”]{0,2}\s*\Z")
"""What may stand between a signature's name and the end of its paragraph: a description, a full stop."""
STOP = re.compile(r"[a-z]{3}\.\Z")
"""A full stop behind a name of more letters than an abbreviation has ends the sentence."""
TURN = re.compile(r"[\"“]?(?P<name>(?:[A-Z][A-Z.'’-]{1,30})(?:\s[A-Z][A-Z.'’-]{0,30}){0,3})(?P<colon>:)\s")
MIN_TURNS = 2
"""One line that opens "UPDATE:" is no transcript."""
NO_SPEAKERS = frozenset(
    "UPDATE UPDATED EXCLUSIVE BREAKING LIVE WATCH LISTEN READ SEE ALSO MORE RELATED CLICK SUBSCRIBE CONTACT "
    "PHOTO PHOTOS VIDEO AUDIO CREDIT SOURCE NOTE NOTES CORRECTION CORRECTED CLARIFICATION EDITOR EDITOR'S EDITOR’S "
    "FACTBOX ANALYSIS OPINION".split()
)
"""Words of the labels that pages put in front of links and notes: "ALSO SEE:"."""
SCORE = 0.9


def layout_cues(text: str) -> list[CueLabel]:
    """The signed quotations and the turns of a transcript, in order; the dash or the colon is the cue."""
    return sorted((*_signed(text), *_turns(text)), key=lambda c: c.spans)


def _signed(text: str) -> Iterator[CueLabel]:
    """'“…” ― Ann Lund' at the end of a paragraph."""
    blocks = paragraphs(text)
    for quotation in quotations(text):
        if quotation.outer is not None or not quotation.closed or quotation.is_single:
            continue
        block = blocks[bisect_right(blocks, quotation.span.start, key=lambda b: b.start) - 1]
        found = SIGNED.match(text, quotation.span.end, block.end)
        if found and SIGNED_END.match(text[found.end() : block.end]) and _alone(quotation, block):
            yield _cue(found, "dash", (quotation.span,))


def _alone(quotation: Quotation, block: Span) -> bool:
    """Whether the quotation opens its paragraph: a dash within a sentence signs nothing."""
    return quotation.span.start == block.start


def _turns(text: str) -> Iterator[CueLabel]:
    """'HOLM: Is that so?' in a text that has several such lines; what follows up to the next turn goes on with it."""
    blocks = paragraphs(text)
    opened = ((k, TURN.match(text, *block)) for k, block in enumerate(blocks))
    heads = [(k, m) for k, m in opened if m is not None and NO_SPEAKERS.isdisjoint(m["name"].split())]
    if len(heads) < MIN_TURNS:
        return
    for number, (k, head) in enumerate(heads):
        behind = heads[number + 1][0] if number + 1 < len(heads) else k + 1
        own = Span(head.end(), blocks[k].end) if head.end() < blocks[k].end else None
        content = (*((own,) if own else ()), *blocks[k + 1 : behind])
        if content:
            yield _cue(head, "transcript", content)


def _cue(found: re.Match[str], rule: str, content: Spans) -> CueLabel:
    mark = Span(*found.span("dash" if rule == "dash" else "colon"))
    start, end = found.span("name")
    end -= STOP.search(found["name"]) is not None
    source = RoleLabel((Span(start, end),))
    return CueLabel((mark,), sources=(source,), contents=(RoleLabel(content),), score=SCORE, rule=rule)
