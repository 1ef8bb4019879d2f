"""Words that one source has from another: "was quoted as saying by AFP", "said, quoting Vale", "citing TASS"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.records.spans import Span, Spans, disjoint
from onrecord.statements.draft import Draft
from onrecord.statements.pieces import minus, trimmed
from onrecord.text.segments import sentences

LETTER = r"(?:[\w&'’-]|\.(?=\w))"
CAPITAL = rf"[A-Z]{LETTER}{{0,30}}"
NAMED = rf"(?:the\s)?(?:(?:Mr|Mrs|Ms|Dr)\.\s)?{CAPITAL}(?:\s(?:of\s|the\s)?{CAPITAL}){{0,5}}"
PHRASE = rf"{LETTER}{{1,30}}(?:\s{LETTER}{{1,30}}){{0,8}}?"
PASSIVE = re.compile(
    rf"(?P<who>{PHRASE})\s(?P<cue>(?:was|were|is|are|has\sbeen|had\sbeen)\squoted)(?:\sby\s(?P<by>{NAMED}))?"
    rf"\sas\s(?:saying|telling)(?:\sby\s(?P<late>{NAMED}))?"
)
ACTIVE = re.compile(
    rf"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)\b(?P<cue>quote[sd]?)\s(?P<who>{PHRASE})\sas\s(?:saying|telling)\b"
)
QUOTING = re.compile(rf",\s(?P<cue>quoting)\s(?P<who>{NAMED})(?=[.,;:]|\sas\ssaying|$)")
CITING = re.compile(rf"\b(?P<cue>citing)\s(?P<who>{NAMED}|{PHRASE})(?=[.,;:)]|$)")
ANY = re.compile(r"\b(?:quote[sd]?|quoting|citing)\s")


def handed_on(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts; where one source hands on another's words they are the other's, and the first is their carrier.

    Who is only cited ("citing two officials") carries what the citing source says, and is no statement.
    """
    if ANY.search(text) is None:
        return drafts
    for sentence in (s for s in sentences(text) if ANY.search(text, *s)):
        here = [d for d in drafts if sentence.overlaps(d.extent)]
        changed = here
        for step in (_was_quoted, _quoted, _said_quoting, _citing):
            changed = step(text, sentence, changed)
        if changed is not here:
            kept = {id(d) for d in here}
            drafts = [*(d for d in drafts if id(d) not in kept), *changed]
    return sorted(drafts, key=lambda d: (d.content[0].start, d.extent.end))


def _was_quoted(text: str, sentence: Span, drafts: list[Draft]) -> list[Draft]:
    """ "…," Vale was quoted as saying by AFP."""
    for match in PASSIVE.finditer(text, *sentence):
        whole = Span(*match.span())
        touched = [d for d in drafts if any(whole.overlaps(s) for s in (*d.head, *d.content))]
        rests = [(_without(text, d.content, whole), d) for d in touched]
        content, best = max(rests, key=lambda pair: sum(map(len, pair[0])), default=((), None))
        if best is None or not content:
            continue
        carriers = tuple(Span(*match.span(name)) for name in ("by", "late") if match[name])
        made = replace(best, content=content, source=(_group(match, "who"),), cue=(_group(match, "cue"),))
        drafts = [*_others(drafts, touched), replace(made, carriers=disjoint((*best.carriers, *carriers)))]
    return drafts


def _quoted(text: str, sentence: Span, drafts: list[Draft]) -> list[Draft]:
    """AFP quoted Vale as saying that …"""
    for match in ACTIVE.finditer(text, *sentence):
        cue, said = _group(match, "cue"), Span(match.start("who"), match.end())
        own = next((d for d in drafts if any(cue.overlaps(s) for s in d.cue)), None)
        content = _without(text, own.content, said) if own else ()
        if own is None or not own.source or not content:
            continue
        carriers = disjoint((*own.carriers, *own.source))
        made = replace(own, content=content, source=(_group(match, "who"),), cue=(cue,), carriers=carriers)
        drafts = [*_others(drafts, [own]), made]
    return drafts


def _said_quoting(text: str, sentence: Span, drafts: list[Draft]) -> list[Draft]:
    """ "…," TASS said, quoting Vale."""
    for match in QUOTING.finditer(text, *sentence):
        who, cue = _group(match, "who"), _group(match, "cue")
        saying = _saying(drafts, cue, who)
        if saying is None:
            continue
        carriers = disjoint((*saying.carriers, *saying.source))
        made = replace(saying, source=(who,), cue=disjoint((*saying.cue, cue)), carriers=carriers)
        drafts = [*_others(drafts, [saying, *_named_only(drafts, cue, who)]), made]
    return drafts


def _citing(text: str, sentence: Span, drafts: list[Draft]) -> list[Draft]:
    """Interfax, citing two officials, reported that …"""
    for match in CITING.finditer(text, *sentence):
        who, cue = _group(match, "who"), _group(match, "cue")
        saying = _saying(drafts, cue, who)
        if saying is None:
            continue
        made = replace(saying, carriers=disjoint((*saying.carriers, who)))
        drafts = [*_others(drafts, [saying, *_named_only(drafts, cue, who)]), made]
    return drafts


def _saying(drafts: Iterable[Draft], cue: Span, who: Span) -> Draft | None:
    """The draft whose source it is that quotes or cites: the nearest that says something else than the name."""
    fitting = [
        d
        for d in drafts
        if d.source and d.cue and not any(s.overlaps(o) for s in (*d.head, *d.content) for o in (cue, who))
    ]
    return min(fitting, key=lambda d: min(abs(s.start - cue.start) for s in d.head), default=None)


def _named_only(drafts: Iterable[Draft], cue: Span, who: Span) -> list[Draft]:
    """The drafts that take the name of who is quoted for what is said."""
    return [d for d in drafts if any(cue.overlaps(s) for s in d.cue) and all(who.covers(s) for s in d.content)]


def _others(drafts: Iterable[Draft], gone: Iterable[Draft]) -> list[Draft]:
    without = {id(d) for d in gone}
    return [d for d in drafts if id(d) not in without]


def _without(text: str, spans: Spans, hole: Span) -> Spans:
    """The parts of the spans in front of the hole and behind it that have words."""
    left = (trimmed(text, s) for s in minus(spans, (hole,)))
    return tuple(s for s in left if s is not None)


def _group(match: re.Match[str], name: str) -> Span:
    return Span(*match.span(name))
