"""The names inside a credit: "JANE DOE and John Roe, AP Political Writer" is two authors and one agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.lexicon.wires import wire_named, wire_pattern
from onrecord.reading.lines import trimmed
from onrecord.records import Credit, CreditKind, Span

_PARTICLE = r"(?:de|da|del|della|der|den|van|von|al|bin|ibn|la|le|di|du|el|ten|ter|dos|y|e)"
_NAME_WORD = rf"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][\w'’.-]{{0,30}}|{_PARTICLE}|(?:al|el)-[A-Z]\w{{0,30}})"
_PERSON = re.compile(rf"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][\w'’.-]{{0,30}}(?:\s{_NAME_WORD}){{1,4}}")
_PARTING = re.compile(r"\s*(?:[,;|·•/]\s*(?:and\s+|with\s+)?|\s(?:and|&|with|for|und|et|и)\s+)\s*", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:writers?|editors?|reporters?|correspondents?|journalists?|columnists?|contributors?|photographers?|staff|desk|"
    r"bureau|chief|analyst|producers?|newsroom|author|freelance|intern|fellow|team|service)\b",
    re.IGNORECASE,
)
"""Words for what somebody does in a newsroom: they tell a title from a name."""

_ORGANIZATION = re.compile(
    r"\b(?:Post|Times|News|Press|Herald|Tribune|Guardian|Journal|Agency|Media|Network|Radio|TV|Television|Magazine|"
    r"Daily|Today|Gazette|Chronicle|Courier|Observer|Review|Standard|Mail|Telegraph|Echo|Globe|Register|Mercury|"
    r"Dispatch|Bulletin|Examiner|Sentinel|Inquirer|Monitor|Reporter|Beacon|Argus|Ledger|Institute|Foundation|"
    r"University|Center|Centre|Associates|Wire|Group|Company|Inc|Ltd|LLC)\b|\.(?:com|org|net|co|info|news)\b"
)
_WHERE = re.compile(r"\s(?:in|at|from|on|reporting)\s.*", re.DOTALL)
_LABEL = re.compile(r"(?:the\s|our\s|additional\s|reporting\s(?:by|from)\s|by\s|from\s|words?\s+by\s)+", re.IGNORECASE)


def pieces(text: str, span: Span) -> Iterator[Span]:
    """The parts of a list of names: cut at commas, slashes, bars, "and", "for", "with"."""
    start = span.start
    for parting in _PARTING.finditer(text, span.start, span.end):
        if part := trimmed(text, start, parting.start()):
            yield part
        start = parting.end()
    if part := trimmed(text, start, span.end):
        yield part


def wires_only(text: str, span: Span, rule: str) -> list[Credit]:
    """One wire credit for each part, where every part names an agency; else nothing."""
    found = []
    for part in pieces(text, span):
        core = core_of(text, part)
        name = wire_named(core.of(text)) if core else None
        if name is None or core is None:
            return []
        found.append(Credit(CreditKind.WIRE, name, core, rule=rule))
    return found


def people_and_wires(text: str, span: Span, rule: str) -> list[Credit] | None:
    """Authors, agencies and outlets of a list of names, roles and places; None where it is no such list.

    A list holds capitalised parts only; roles ("Staff Writer") and places ("in Kyiv") are passed over.
    """
    found: list[Credit] = []
    for part in pieces(text, span):
        here = _WHERE.search(text, part.start, part.end)
        cut = core_of(text, Span(part.start, here.start()) if here and here.start() > part.start else part)
        if cut is None:
            continue
        credits = _credits_of(text, cut, rule)
        if credits is None:
            return None
        if not (found and credits and credits[0].kind is CreditKind.OUTLET and ROLE.search(cut.of(text))):
            found.extend(credits)
    return found if any(c.kind is not CreditKind.OUTLET for c in found) else None


def core_of(text: str, span: Span) -> Span | None:
    """A name without "the", "by" and punctuation around it."""
    bare = trimmed(text, span.start, span.end, '.,;:*_-–—()[]"“”')
    if bare is None:
        return None
    if lead := _LABEL.match(text, bare.start, bare.end):
        bare = trimmed(text, lead.end(), bare.end)
    return bare


def proper(name: str) -> str:
    """A person's name in usual capitals where it is printed in capitals alone: "JANE O'NEIL" is "Jane O'Neil"."""
    name = " ".join(name.split())
    if not name.isupper():
        return name
    words = [w if len(w.strip(".")) < 2 or w.count(".") > 1 else _capitalised(w) for w in name.split(" ")]
    return " ".join(words)


def is_person(phrase: str) -> bool:
    """Whether a phrase has the form of a person's name: two to five capitalised words and no organization's word."""
    return bool(_PERSON.fullmatch(phrase)) and not _ORGANIZATION.search(phrase.title() if phrase.isupper() else phrase)


def _capitalised(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
    word = re.sub(r"(?<=['’])S\b", "s", word)
    return re.sub(r"^Mc(\w)", lambda m: "Mc" + m[1].upper(), word)


def _credits_of(text: str, part: Span, rule: str) -> list[Credit] | None:
    phrase = part.of(text)
    if name := wire_named(phrase):
        return [Credit(CreditKind.WIRE, name, part, rule=rule)]
    agency = wire_pattern().search(phrase)
    if agency:
        return _around_agency(text, part, agency, rule)
    role = ROLE.search(phrase)
    if role:
        rest = trimmed(text, part.start + role.end(), part.end)
        return [_author(text, rest, rule)] if rest and is_person(rest.of(text)) else []
    if is_person(phrase):
        return [_author(text, part, rule)]
    if not re.match(r"[A-ZÀ-ÖØ-Þ0-9]", phrase) or len(phrase.split()) > 6:
        return None
    return [Credit(CreditKind.OUTLET, phrase, part, rule=rule)] if _ORGANIZATION.search(phrase) else []


def _around_agency(text: str, part: Span, agency: re.Match[str], rule: str) -> list[Credit] | None:
    """ "JANE DOE Associated Press", "AP Political Writer", "Associated Press writers Jane Doe"."""
    span = Span(part.start + agency.start(), part.start + agency.end())
    name = wire_named(agency[0])
    assert name is not None  # the pattern holds nothing else
    found = [Credit(CreditKind.WIRE, name, span, rule=rule)]
    before = trimmed(text, part.start, span.start, ",(")
    after = trimmed(text, span.end, part.end, ",)")
    if before:
        if not is_person(before.of(text)):
            return None
        found.insert(0, _author(text, before, rule))
    if after:
        role = ROLE.search(text, after.start, after.end)
        rest = trimmed(text, role.end(), after.end) if role else None
        if not role:
            return None
        if rest and is_person(rest.of(text)):
            found.append(_author(text, rest, rule))
    return found


def _author(text: str, span: Span, rule: str) -> Credit:
    return Credit(CreditKind.AUTHOR, proper(span.of(text)), span, rule=rule)
