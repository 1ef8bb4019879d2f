"""Credit lines: "Based on materials from TASS", "With AFP", "h/t …", "This article first appeared in …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.lexicon.wires import wire_named, wire_pattern
from onrecord.reading.credited_names import core_of, is_person, people_and_wires, wires_only
from onrecord.reading.lines import sentences_of, trimmed, unwrapped
from onrecord.records import Credit, CreditKind, Span

_MAX = 300
_THIS = r"(?:This|The)\s(?:report|article|story|piece|post|text|news|column|interview|analysis|dispatch|content)"
_ONE = (
    r"This\s(?:report|article|story|piece|post|text|column|essay|interview|op-ed|analysis|commentary|content|excerpt)"
)
_NAMES = r"(?P<names>\S[^\n]{1,140}?)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of credit line: `other` is what a credited name is that is no agency; None where only agencies count.

    `edge` rules hold only near the head and the end of a text, where a short line cannot be part of the report.
    """

    name: str
    form: re.Pattern[str]
    other: CreditKind | None = None
    edge: bool = False


def _rule(name: str, form: str, other: CreditKind | None = None, *, edge: bool = False) -> Rule:
    return Rule(name, re.compile(form, re.IGNORECASE), other, edge)


RULES: tuple[Rule, ...] = (
    _rule(
        "based_on",
        rf"(?:{_THIS}\s(?:is|was)\s)?(?:(?:prepared|compiled|written|reported|translated)\s(?:and\s\w{{1,15}}\s)?)?based\son\s(?:the\s)?"
        rf"(?:original\s)?(?:materials?|reports?|reporting|information|data|news|dispatch(?:es)?|copy)\s(?:from|by|of|provided\sby)\s{_NAMES}",
        CreditKind.HAT_TIP,
    ),
    _rule("based_on", rf"(?:compiled|adapted|rewritten)\sfrom\s{_NAMES}(?:\s(?:reports?|dispatches|copy|materials?))?"),
    _rule("based_on", rf"from\s{_NAMES}\s(?:reports?|dispatches|wires?|wire\s(?:reports?|services?))", edge=True),
    _rule(
        "based_on", rf"(?:по\s(?:материалам|информации|данным)|по\sсообщению)\s{_NAMES}", CreditKind.HAT_TIP, edge=True
    ),
    _rule(
        "used",
        rf"(?:materials?|information|reports?|reporting)\s(?:from|by)\s{_NAMES}\s(?:was|were)\sused\s[^\n]{{1,60}}",
    ),
    _rule("used", rf"information\sfrom:?\s{_NAMES}", CreditKind.HAT_TIP, edge=True),
    _rule(
        "with_material",
        r"(?:with|includes)\s(?:(?:additional|further|some)\s)?(?:agency\s)?(?:files?|inputs?|reporting|reports?|information|"
        rf"materials?|contributions?|copy)\s(?:from|by|of)\s{_NAMES}",
        CreditKind.AUTHOR,
    ),
    _rule("with_material", rf"(?:with|mit\sMaterial\svon|avec|con\sinformación\sde)\s{_NAMES}", edge=True),
    _rule(
        "additional",
        rf"additional\s(?:reporting|materials?|information|research)\s?(?::|by|from)\s{_NAMES}",
        CreditKind.AUTHOR,
    ),
    _rule(
        "reporting_by",
        rf"(?:reporting|reported|written|writing|compiled)\sby:?\s{_NAMES}",
        CreditKind.AUTHOR,
        edge=True,
    ),
    _rule(
        "contributed",
        rf"{_NAMES}\s(?:also\s)?contributed(?:\s(?:to\s(?:this|the)\s(?:report|story|article|piece|post|dispatch)|reporting|research|"
        r"from\s[^\n]{2,60}))?(?:\sfrom\s[^\n]{2,60})?",
        CreditKind.AUTHOR,
        edge=True,
    ),
    _rule("hat_tip", rf"(?:h/t/?|hat\stip|hat-tip|tip\sof\sthe\shat)(?:\sto\b)?[:\s]\s?{_NAMES}", CreditKind.HAT_TIP),
    _rule(
        "first_appeared",
        rf"(?:{_ONE}\s(?:was\s|is\s|has\s(?:been\s)?)?)?(?:also\s)?(?:first|originally|previously)\s"
        rf"(?:appeared|published|posted|ran|aired|released)\s(?:in|on|by|at|with)\s{_NAMES}",
        CreditKind.REPUBLISHED,
    ),
    _rule(
        "republished",
        rf"(?:{_ONE}\s(?:was|is|has\sbeen)\s)?(?:re-?published|reprinted|re-?posted|reproduced|cross-?posted|syndicated|excerpted)\s"
        rf"(?:here\s)?(?:with\s(?:the\s)?(?:kind\s)?permission\s)?(?:from|by|of|courtesy\sof)\s{_NAMES}",
        CreditKind.REPUBLISHED,
    ),
    _rule(
        "republished",
        rf"read\s(?:the|this)\s(?:original|full)\s(?:article|story|report|post|piece|version)?\s?(?:at|on|in|here\sat|from)\s{_NAMES}",
        CreditKind.REPUBLISHED,
    ),
    _rule(
        "produced_by",
        rf"(?:{_ONE}\swas\s)?(?:produced|provided|supplied|distributed)\s(?:to\s[^\n]{{2,40}}\s)?by\s{_NAMES}",
        CreditKind.REPUBLISHED,
        edge=True,
    ),
    _rule(
        "produced_by", rf"(?:(?:story|text|article)\s)?courtesy\s(?:of\s)?{_NAMES}", CreditKind.REPUBLISHED, edge=True
    ),
    _rule(
        "copyright",
        r"(?:(?:©|\(?c\)|copyright|copr\.)\s?){1,3}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s)?(?:by\s)?"
        rf"{_NAMES}(?:,?\s(?:19|20)\d\d)?(?:[.,;]?\s(?:all\srights|no\spart|this\smaterial|reproduction)[^\n]{{0,200}})?",
        CreditKind.OUTLET,
    ),
    _rule("source", rf"(?:news\s)?(?:sources?|agency|agencies|via|источник)\s?[:：]\s?{_NAMES}", edge=True),
    _rule("source", rf"via\s{_NAMES}", edge=True),
    _rule("agency_line", _NAMES, edge=True),
)
"""Every form, in the order tried; the first that fits a line decides."""

_REST = re.compile(
    r"\s(?:under|with\spermission|as\spart\sof|and\s(?:is|was|has|may)|which|where|who)\s.*"
    r"|\s(?:on|in)\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sep|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[12]\d|\d)\b.*"
    r"|,\s(?:(?:an?|the|on|in|and\sis)\b|\d).*|(?<=[\w”\"])[.;]\s.*|\s[(—–]\s?.*|\s-\s.*",
    re.DOTALL,
)
_CAPITALISED = re.compile(r"(?:the\s)?[\"“‘']?[A-ZÀ-ÖØ-ÞА-ЯЁ0-9@][^!?]{1,80}")
_INLINE_HAT_TIP = re.compile(r"[(\[](?:h/t|H/T|H/t|hat tip)[:\s]\s?(?P<names>[^()\[\]\n]{2,60})[)\]]")
_CLOSING = re.compile(
    r"[.!?…][”\"’']?\s{1,3}(?:[a-z]{2,4}(?:/[a-z]{2,4}){0,4}\s)?(?:\((?P<brackets>[^()\n]{2,60})\)|(?:—|–|--?)\s?(?P<dash>[^\s—–-][^—–\n]{1,30}))\.?$"
)


def find_credits(text: str, line: Span, *, edge: bool) -> list[Credit]:
    """What a whole line credits, or its sentences where it is a paragraph of credits; nothing for running text."""
    found = [*_hat_tips_within(text, line)]
    if len(line) <= _MAX:
        found += _of_phrase(text, line, edge=edge)
    if edge and not found:
        for sentence in sentences_of(text, line)[-4:]:
            if len(sentence) <= _MAX:
                found += [c for c in _of_phrase(text, sentence, edge=True) if c.rule != "agency_line"]
    return found


def find_closing_agency(text: str, paragraph: Span) -> list[Credit]:
    """The agencies in brackets or behind a dash at the end of a text: "… he said. (AFP)", "… he said. — Reuters"."""
    start = max(paragraph.start, paragraph.end - 120)
    match = _CLOSING.search(text, start, paragraph.end)
    if not match:
        return []
    group = "brackets" if match["brackets"] else "dash"
    return wires_only(text, Span(*match.span(group)), "closing_agency")


def _hat_tips_within(text: str, line: Span) -> list[Credit]:
    marks = (
        _INLINE_HAT_TIP.finditer(text, line.start, line.end) if "/" in line.of(text) or "tip" in line.of(text) else ()
    )
    return [_other(text, Span(*m.span("names")), CreditKind.HAT_TIP, "hat_tip") for m in marks]


def _of_phrase(text: str, line: Span, *, edge: bool) -> list[Credit]:
    bare = unwrapped(text, line)
    if bare is None or text[line.end - 1] == ":" or re.match(r"[(\[](?:h/t|hat tip)", line.of(text), re.IGNORECASE):
        return []
    for rule in RULES:
        if rule.edge and not edge:
            continue
        match = rule.form.fullmatch(text, bare.start, bare.end)
        found = _named(text, Span(*match.span("names")), rule) if match else []
        if found:
            return found
    return []


def _named(text: str, names: Span, rule: Rule) -> list[Credit]:
    rest = _REST.search(text, names.start, names.end)
    kept = trimmed(text, names.start, rest.start() if rest and rest.start() > names.start else names.end, ",.;:")
    if kept is None:
        return []
    wires = wires_only(text, kept, rule.name) or wires_only(text, names, rule.name)
    if wires and rule.name == "hat_tip":  # a tip, not a copy
        return [replace(credit, kind=CreditKind.HAT_TIP) for credit in wires]
    if wires:
        return wires
    if rule.other is None:
        return []
    if rule.other is CreditKind.AUTHOR:
        people = people_and_wires(text, names, rule.name) or []
        return people if any(c.kind in (CreditKind.AUTHOR, CreditKind.WIRE) for c in people) else []
    return _places(text, kept, rule)


def _places(text: str, kept: Span, rule: Rule) -> list[Credit]:
    """The paper, site or agency of a republication, hat tip or copyright: one capitalised name."""
    assert rule.other is not None  # the caller has seen to agencies-only rules
    if not _CAPITALISED.fullmatch(kept.of(text)) or len(kept.of(text).split()) > 9:
        return []
    agency = wire_pattern().search(kept.of(text))
    if agency and rule.other is CreditKind.OUTLET and (name := wire_named(agency[0])):
        span = Span(kept.start + agency.start(), kept.start + agency.end())
        return [Credit(CreditKind.WIRE, name, span, rule=rule.name)]
    kind = CreditKind.AUTHOR if rule.other is CreditKind.OUTLET and is_person(kept.of(text)) else rule.other
    return [_other(text, kept, kind, rule.name)]


def _other(text: str, span: Span, kind: CreditKind, rule: str) -> Credit:
    bare = trimmed(text, span.start, span.end, ".,;: ") or span
    core = core_of(text, bare) or bare
    wire = wire_named(core.of(text), in_credit=False)
    if wire and kind is not CreditKind.HAT_TIP:
        return Credit(CreditKind.WIRE, wire, core, rule=rule)
    return Credit(kind, " ".join(bare.of(text).split()), bare, rule=rule)
