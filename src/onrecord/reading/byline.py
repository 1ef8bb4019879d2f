"""Bylines: "By JANE DOE, Associated Press", "Jane Doe and John Roe | Reuters", "By AFP"."""

from __future__ import annotations

import re
from typing import Any

from onrecord.reading.credited_names import ROLE, people_and_wires
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
    title = kinds == {CreditKind.WIRE} and ROLE.search(names.of(text))  # "Associated Press Writer" under a name
    return credits if title else []


def authors_of(value: Any) -> tuple[tuple[str, ...], tuple[Credit, ...]]:
    """Authors' names in a metadata field, and credits without a span for them and for agencies named as author.

    `value`: a byline, a schema.org Person or Organization, or a list of them; anything else says nothing.
    """
    names: list[str] = []
    credits: list[Credit] = []
    for entry in value if isinstance(value, list) else [value]:
        phrase = entry.get("name") if isinstance(entry, dict) else entry
        if not isinstance(phrase, str) or not phrase.strip():
            continue
        phrase = " ".join(phrase.split())
        found = find_byline(phrase, Span(0, len(phrase)), labelled=True)
        if not found and isinstance(entry, dict) and entry.get("@type") == "Person":
            found = [Credit(CreditKind.AUTHOR, phrase)]
        names += [c.name for c in found if c.kind is CreditKind.AUTHOR]
        credits += [Credit(c.kind, c.name, rule="author_field") for c in found if c.kind is not CreditKind.OUTLET]
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(credits))
