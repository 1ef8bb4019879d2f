"""The title of a source as an audit writes it: what stands before the name, party and seat, and the office behind."""

from __future__ import annotations

import re

from onrecord.records import Agent, Role

SEAT = re.compile(r"\s\((?:R|D|I|L|Ind|Rep|Dem)\.?(?:[-–—,]\s?[A-Z][\w .'’-]{1,30})?\)")
"""Behind a politician's name: party and seat, "(R-Lakeland)"."""
OWNED = re.compile(r"(?P<noun>[a-z]{3,20})['’]s\s(?P<role>\S.*)")
"""An office of a body that is only called by what it is ("the nonprofit's director")."""
NAME = r"(?:[A-Z][\w&’'-]{0,30}[ ](?:of[ ]|for[ ]|the[ ]){0,2}){0,6}[A-Z][\w&’'-]{0,30}"
BASED = re.compile(r"\A(?:[A-Z]\w+[ ])*[A-Z]\w+-based[ ]")
"""In front of a body's name: where it sits ("Lake City-based")."""
REACH = 1000
"""How far (code points) before an office its body may have been introduced."""


def title_of(text: str, agent: Agent) -> str | None:
    """The fullest title in front of the name, and the fullest elsewhere ("Col., head of staff"); None without any."""
    starts = {m.start for m in agent.mentions}
    front: list[Role] = []
    elsewhere: list[Role] = []
    for role in agent.roles:
        is_front = role.span is not None and not starts.isdisjoint({role.span.end, role.span.end + 1})
        (front if is_front else elsewhere).append(role)
    seat = next((found[0] for m in agent.mentions if (found := SEAT.match(text, m.end))), "")
    first, second = ([_with_body(text, role) for role in roles[:1]] for roles in (front, elsewhere))
    if first and second and set(first[0].lower().split()) <= set(second[0].lower().split()):
        first, second = second, []
    return ", ".join([*(title + seat for title in first), *second]) or None


def _with_body(text: str, role: Role) -> str:
    """The office with the name of its body, where that was introduced before ("director of safety, Lake Fund")."""
    owned = OWNED.fullmatch(role.title)
    if owned is None or role.span is None:
        return role.title
    before = text[max(0, role.span.start - REACH) : role.span.start]
    bodies = re.findall(rf"(?:^|\s)({NAME}),\san?\s(?:[\w-]{{1,20}}\s){{0,3}}{owned['noun']}\b", before)
    return f"{owned['role']}, {BASED.sub('', bodies[-1])}" if bodies else role.title
