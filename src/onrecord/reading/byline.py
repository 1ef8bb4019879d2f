"""Bylines: "By JANE DOE, Associated Press", "Jane Doe and John Roe | Reuters", "By AFP"."""

from __future__ import annotations

import re

from onrecord.reading.credited_names import people_and_wires
from onrecord.reading.lines import trimmed
from onrecord.records import Credit, CreditKind, Span

_LEAD = re.compile(
    r"(?:(?:Story|Text|Words|Report|Reported|Reporting|Written|Posted|Published)\s+)?By:?\s+|(?:Authors?|Reporters?|Writers?):\s*",
    re.IGNORECASE,
)
_MAX = 200


def find_byline(text: str, line: Span, *, labelled: bool = False) -> list[Credit]:
    """The authors and agencies that a line names, when the whole line is a byline; else nothing.

    A line without "By" counts only where it names a person and an agency, or where the page itself calls it
    a byline (`labelled`).
    """
    if len(line) > _MAX:
        return []
    lead = _LEAD.match(text, line.start, line.end)
    names = trimmed(text, lead.end() if lead else line.start, line.end, ".|· ")
    if names is None:
        return []
    credits = people_and_wires(text, names, "byline") or []
    kinds = {c.kind for c in credits}
    if lead or labelled or kinds >= {CreditKind.AUTHOR, CreditKind.WIRE}:
        return credits
    return []
