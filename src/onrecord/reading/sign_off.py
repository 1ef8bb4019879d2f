"""Desk sign-offs: "(Reporting by Jane Doe; Editing by John Roe)", "To contact the reporter on this story …"."""

from __future__ import annotations

import re

from onrecord.reading.credited_names import people_and_wires
from onrecord.records import Credit, CreditKind, Span

_REACH = 900  # a sign-off stands at the end of its paragraph
_DESK = re.compile(
    r"\(?\b(?P<lead>(?:(?:Additional|Further)\s)?(?:[Rr]eporting|[Ww]riting|[Cc]ompiled)(?:\sand\s(?:writing|editing|reporting))?"
    r"\sby)\s(?P<people>[^;()\n]{3,300})(?P<more>(?:;\s?[^;()\n]{3,200}){1,6})"
)
_PART = re.compile(
    r"(?:(?:Additional|Further)\s)?(?P<task>reporting|writing|compiled|editing)[^;]{0,30}?\sby\s(?P<people>[^;]{3,300})",
    re.IGNORECASE,
)
_BLOOMBERG = re.compile(r"To contact the (?:reporters?|editors?) [^\n]{0,200}?@(?P<name>bloomberg)\.net")


def find_sign_off(text: str, paragraph: Span) -> list[Credit]:
    """Reuters and the authors named by its desk line, or Bloomberg by its own; nothing where there is none.

    A desk line names a reporter or writer *and* an editor: the form that Reuters alone signs with.
    """
    start = max(paragraph.start, paragraph.end - _REACH)
    if contact := _BLOOMBERG.search(text, start, paragraph.end):
        return [Credit(CreditKind.WIRE, "Bloomberg", Span(*contact.span("name")), rule="desk_sign_off")]
    desk = _DESK.search(text, start, paragraph.end)
    if not desk or not re.search(r";\s?(?:and\s)?editing\s", desk["more"], re.IGNORECASE):
        return []
    found = [Credit(CreditKind.WIRE, "Reuters", Span(*desk.span("lead")), rule="desk_sign_off")]
    for part in _PART.finditer(text, desk.start("lead"), desk.end()):
        if part["task"].lower() != "editing":
            names = people_and_wires(text, Span(*part.span("people")), "desk_sign_off") or []
            found.extend(c for c in names if c.kind is CreditKind.AUTHOR)
    return found
