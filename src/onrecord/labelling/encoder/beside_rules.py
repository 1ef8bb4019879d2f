"""What the rules add to the encoder's cues: how a cue presents its content, and the statements inside a content.

The corpora that the encoder learns from mark outermost attributions only, and no modality.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.labelling.encoder.cues_by_place import ByPlace, content_of
from onrecord.labelling.encoder.nested_cues import LEAST, with_nested
from onrecord.labelling.encoder.ruled_quotations import with_ruled_quotations
from onrecord.labelling.encoder.whole_contents import with_whole_contents
from onrecord.lexicon.function_words import function_words
from onrecord.records import CueLabel, RoleLabel, Span, Spans, covered, disjoint
from onrecord.text.segments import sentence_at

LAYOUT = frozenset(("dash", "transcript", "headline", "headline_source_behind"))
"""Rules that read the layout of lines and paragraphs, of which the encoder sees little."""
LAST_WORD = re.compile(r"\w+\Z")
CLAUSE = re.compile(r"\b(?:when|who|which|where|because|whether)\s(?P<rest>[^,;:.\n]{0,80})\Z", re.IGNORECASE)
VERB = re.compile(r"\b(?:is|are|was|were|be|ha[sd]|have|do|does|did|will|would|can|could|should|may|might|must)\b|ed\b")
LEAD_IN = re.compile(r"(?:responding|replying|answering)\b", re.IGNORECASE)
SMALL_WORD = 6
"""Code points that a word like " as" takes, its space included."""


def joined(
    text: str, learned: Sequence[CueLabel], ruled: Sequence[CueLabel], unread: Spans = ()
) -> tuple[CueLabel, ...]:
    """The encoder's cues with the rules' modality and addressees, then what the encoder cannot know.

    That are the rules' cues of the layout, those inside a content, and those in what the encoder did not read.
    """
    if unread:
        alone = [covered([*c.spans, *content_of(c)][:1], unread) for c in ruled]
        read = [c for c, apart in zip(ruled, alone, strict=True) if not apart]
        return (*joined(text, learned, read), *(c for c, apart in zip(ruled, alone, strict=True) if apart))
    learned = with_whole_contents(text, with_ruled_quotations(learned, ruled))
    nearby = ByPlace(ruled)
    layout = [c for c in ruled if c.rule in LAYOUT]
    turns = ByPlace(layout)
    kept = [cue for cue in learned if not (_is_unlike_layout(cue, turns) or _leads_in(cue, text))]
    kept = with_nested(text, kept, ruled)
    claimed = ByPlace(kept)
    layout = [c for c in layout if c.spans or not any(claimed.touching(content_of(c)))]
    frames = ByPlace([*kept, *layout], whole=True)
    inner = [c for c in ruled if c.score >= LEAST and c.rule not in LAYOUT and _is_inner(c, claimed, frames)]
    return (*(_informed(cue, nearby, text) for cue in kept), *layout, *inner)


def _is_unlike_layout(cue: CueLabel, turns: ByPlace) -> bool:
    """Whether a mark of the layout is taken for another's cue, or several of them for part of what one says."""
    inside = list(turns.touching(content_of(cue)))
    return any(turns.touching(cue.spans)) or len({s for turn in inside for s in turn.spans}) > 1


def _leads_in(cue: CueLabel, text: str) -> bool:
    """Whether the cue only leads in to an answer ("Responding to a question about …, she said"): it says nothing."""
    return bool(cue.spans) and LEAD_IN.match(text, cue.spans[0].start) is not None


def _informed(cue: CueLabel, nearby: ByPlace, text: str) -> CueLabel:
    known = max(nearby.touching(cue.spans), key=lambda c: (_shared(c.spans, cue.spans), c.score), default=None)
    if known is None:
        return cue
    roles = (*cue.sources, *cue.contents)
    free = tuple(a for a in known.addressees if not any(s.overlaps(x) for s in a.spans for r in roles for x in r.spans))
    spans = known.spans if _goes_on(cue, known) else cue.spans
    contents = _finished(cue, text)
    return replace(cue, spans=spans, contents=contents, modality=known.modality, negated=known.negated, addressees=free)


def _finished(cue: CueLabel, text: str) -> tuple[RoleLabel, ...]:
    """A content that breaks off in the middle of a phrase or clause goes on to its next part, or its sentence's end."""
    mine = content_of(cue)
    others = (*cue.spans, *(s for r in cue.sources for s in r.spans))
    spans = disjoint(_to_the_end(text, span, others) if _breaks_off(text, span) else span for span in mine)
    return cue.contents if spans == mine else (replace(cue.contents[0], spans=spans), *cue.contents[1:])


def _to_the_end(text: str, content: Span, others: Spans) -> Span:
    """The content to the end of its sentence; unchanged where its cue or source stands in what would be added."""
    sentence = sentence_at(text, content.start)
    end = content.start + len(text[content.start : sentence.end].rstrip(" \t.!?…"))
    blocked = end <= content.end or any(content.end <= s.start < end for s in others)
    return content if blocked else Span(content.start, end)


def _breaks_off(text: str, content: Span) -> bool:
    """Whether the content ends behind a preposition or an article, or before the verb of a clause that it opens."""
    if not text[content.end : content.end + 2].strip()[:1].islower():
        return False
    tail = text[max(content.start, content.end - 80) : content.end]
    words = LAST_WORD.search(tail)
    small = words is not None and words[0].lower() in function_words("prepositions", "determiners")
    clause = CLAUSE.search(tail)
    return small or (clause is not None and VERB.search(clause["rest"]) is None)


def _goes_on(cue: CueLabel, known: CueLabel) -> bool:
    """Whether the rule's cue is the encoder's with a small word behind it that opens the content: "described as"."""
    if len(cue.spans) != 1 or len(known.spans) != 1 or known.spans[0].start > cue.spans[0].start:
        return False
    opens = {span.start for span in content_of(cue)}
    more = known.spans[0].end - cue.spans[0].end
    return 0 < more <= SMALL_WORD and any(cue.spans[0].end < start < known.spans[0].end for start in opens)


def _is_inner(cue: CueLabel, claimed: ByPlace, contents: ByPlace) -> bool:
    """Whether the cue's words and source stand inside what an encoder's cue attributes, and are none of its own."""
    head = tuple(sorted((*cue.spans, *(s for r in cue.sources[:1] for s in r.spans))))
    if not cue.spans or any(claimed.touching(cue.spans)):
        return False
    return any(covered(head, r.spans) for other in contents.touching(head) for r in other.contents[:1])


def _shared(one: Spans, other: Spans) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
