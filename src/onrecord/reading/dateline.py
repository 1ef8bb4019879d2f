"""The dateline of a report: "WASHINGTON (AP) —", "LONDON, March 3 (Reuters) -", "MOSCOW, January 11. /TASS/."."""

from __future__ import annotations

import re

from onrecord.lexicon.wires import wire_named
from onrecord.reading.credited_names import pieces, wires_only
from onrecord.reading.dates import MONTH, day_near, to_iso
from onrecord.reading.lines import trimmed
from onrecord.records import Credit, CreditKind, Dateline, Span

_REACH = 160  # a dateline is over by then; it also keeps the patterns below from wandering

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĽĻŃŇŅŌŐŘŚŞŠŤŢŪŮŰŲŹŻŽА-ЯЁІЇЄҐ"
_WORD = rf"[{_CAPITAL}][\w.'’-]{{0,24}}"
_SMALL = r"(?:de|of|the|la|le|al|el|do|da|upon|on|di|du|sur|am|an|der)"
_REGION = rf",\s{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,3}}"
_PLACE = rf"{_WORD}(?:[ /]\s?(?:{_WORD}|{_SMALL})){{0,4}}(?:\s\[{_WORD}\])?(?:{_REGION}){{0,2}}"
_UPPER = rf"[{_CAPITAL}][{_CAPITAL}.'’-]{{1,24}}"
_SHORT_REGION = rf",\s{_WORD}(?:\s{_WORD})?"
_UPPER_PLACE = rf"{_UPPER}(?:[ /]{_UPPER}){{0,2}}(?:{_SHORT_REGION})?"
_YEAR = r"(?:,?\s(?P<year>20\d\d|19\d\d))?"
_DATE = rf"(?:(?P<month>{MONTH})\s(?P<day>[0-3]?\d)|(?P<day_first>[0-3]?\d)\s(?P<month_last>{MONTH})){_YEAR}"
_AGENCY = r"(?:(?P<round>\()|(?P<square>\[)|/)\s?(?P<agency>[^()\[\]\n]{2,50}?)\s?(?(round)\)|(?(square)\]|/))"
_DASH = r"\s{0,3}(?:—|―|–|--?|\.\.\.|:|\.)+(?=\s|$|[“\"‘(A-Z])"

_BRACKETED = re.compile(
    rf"(?:(?P<place>{_PLACE})(?:,?\.?\s(?:on\s)?(?={MONTH}|\d|[(\[/])|\s))?"
    rf"(?:{_DATE}[,.]?\s)?{_AGENCY}(?P<after>{_DASH})?"
)
_AGENCY_FIRST = re.compile(rf"{_AGENCY}\s?[-–—]\s(?P<place>{_PLACE}),\s{_DATE}(?P<after>\s?[-–—]+(?=\s))")
_COMMA = re.compile(
    rf"(?P<place>{_PLACE})[,.]\s(?:{_DATE}[,.]?\s(?:[-–—]+\s)?)?(?P<agency>{_WORD}(?:\s{_WORD}){{0,2}})"
    r"(?P<after>\s(?:—|―|–|--?)(?=\s))"
)
_PLAIN = re.compile(rf"(?P<place>{_UPPER_PLACE})(?:,?\s{_DATE})?(?P<after>\s?[—―]\s?|\s--\s?|\s[-–]\s)(?=\S)")
_NO_PLACE = frozenset(
    "UPDATE UPDATED BREAKING EXCLUSIVE WATCH VIDEO NOTE CORRECTION ANALYSIS OPINION COMMENTARY EDITORIAL READ NEW LIVE "
    "FACT QUESTION ANSWER MORE RELATED ALSO AND BUT PHOTO PHOTOS LISTEN UPDATES ALERT POLL "
    "CNN FOX MSNBC NBC ABC CBS BBC".split()
)


def find_dateline(text: str, paragraph: Span, published: str | None) -> tuple[Dateline, list[Credit]] | None:
    """The dateline at the head of a paragraph and the wire credits in it; None where there is none.

    `published` (ISO) gives the year to a day without one.
    """
    end = min(paragraph.end, paragraph.start + _REACH)
    for form in (_AGENCY_FIRST, _BRACKETED, _COMMA, _PLAIN):
        match = form.match(text, paragraph.start, end)
        found = _read(text, match, published) if match else None
        if found:
            return found
    return None


def _read(text: str, match: re.Match[str], published: str | None) -> tuple[Dateline, list[Credit]] | None:
    groups = match.groupdict()
    agency = Span(*match.span("agency")) if groups.get("agency") else None
    place = " ".join(groups["place"].split()) if groups["place"] else None
    place = place.rstrip(".") if place and place.count(".") == 1 and "," not in place else place  # "MOSCOW. Jan 11"
    credits = wires_only(text, agency, "dateline_agency") if agency else []
    if match.re is _PLAIN:
        if place is None or place.split()[0].strip(".,") in _NO_PLACE or len(place) < 3 or wire_named(place):
            return None
    elif not credits:
        credits = _outlet(text, match, agency, place)
        if not credits:
            return None
    elif not (groups["after"] or groups.get("month") or groups.get("day_first") or (place and place.isupper())):
        return None  # "Doe (AP) said": a name in brackets, without dash, date or capitals, heads no report
    span = trimmed(text, match.start(), match.end())
    assert span is not None  # a match holds a place or an agency
    named = credits[0].name if credits else None
    return Dateline(span, place, named, _day_of(groups, published)), credits


def _outlet(text: str, match: re.Match[str], agency: Span | None, place: str | None) -> list[Credit]:
    """The paper in "HARBOURTON (Harbour Post) —": only behind a place in capitals and before a dash."""
    if agency is None or match.re is not _BRACKETED or not match["after"] or not place:
        return []
    name = agency.of(text)
    if not place.split(",")[0].isupper() or not re.fullmatch(rf"(?:The\s)?{_WORD}(?:\s{_WORD}){{0,3}}", name):
        return []
    if len(list(pieces(text, agency))) > 1 or re.fullmatch(r"[DRI](?:-.*)?|\d+", name):
        return []
    return [Credit(CreditKind.OUTLET, name, agency, rule="dateline_outlet")]


def _day_of(groups: dict[str, str | None], published: str | None) -> str | None:
    month = groups.get("month") or groups.get("month_last")
    day = groups.get("day") or groups.get("day_first")
    if not month or not day:
        return None
    year = groups.get("year")
    return to_iso(f"{day} {month} {year}") if year else day_near(month, int(day), published)
