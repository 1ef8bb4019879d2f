"""Texts that carry their own gold: "[s1 Ann] [c1 said] [x1 it rained]." with source, cue and content in brackets."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from onrecord.records import Span, Spans, covered, disjoint

OPENING = re.compile(r"\[([scx])(\d) |\]")
ROLES = {"s": "source", "c": "cue", "x": "content"}


@dataclass(frozen=True, slots=True)
class Gold:
    """One statement that a reader would draw; `parent` is the number of the statement it is nested in."""

    number: int
    source: Spans
    cue: Spans
    content: Spans
    parent: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """One text with all its statements, sorted by number."""

    name: str
    text: str
    gold: tuple[Gold, ...]

    @property
    def inner(self) -> tuple[Gold, ...]:
        """The statements that are nested in another one."""
        return tuple(g for g in self.gold if g.parent is not None)


def load_cases(path: Path) -> list[Case]:
    """The cases of one TOML file; raises ValueError where brackets do not match."""
    return [_case(c["name"], c["text"]) for c in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def _case(name: str, marked: str) -> Case:
    text, spans = strip_marks(marked)
    roles = {n: {role: disjoint(spans.get((n, key), ())) for key, role in ROLES.items()} for n, _ in sorted(spans)}
    gold = []
    for number, found in roles.items():
        head = (*found["source"], *found["cue"])
        around = [n for n, other in roles.items() if n != number and covered(head, other["content"])]
        parent = min(around, key=lambda n: sum(map(len, roles[n]["content"])), default=None)
        gold.append(Gold(number, parent=parent, **found))
    return Case(name, text, tuple(gold))


def strip_marks(marked: str) -> tuple[str, dict[tuple[int, str], list[Span]]]:
    """The text without brackets, and the spans of each (number, role letter) in it."""
    out: list[str] = []
    length = at = 0
    stack: list[tuple[int, str, int]] = []
    spans: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for match in OPENING.finditer(marked):
        out.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[1]:
            stack.append((int(match[2]), match[1], length))
        elif stack:
            number, role, start = stack.pop()
            spans[number, role].append(Span(start, length))
        else:
            raise ValueError(f"a bracket too many: {marked!r}")
    if stack:
        raise ValueError(f"a bracket is missing: {marked!r}")
    out.append(marked[at:])
    return "".join(out), spans
