"""News agencies: their names, other names, and the marks they leave in datelines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.word_lists import entries

_AGENCY = re.compile(r"\s(?:news\s)?agency$|^(?:state\s)?(?:news\s)?agency\s(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wire:
    """One agency of `wires.txt`.  `marks` mean it only inside a dateline or a credit ("PA", "CP")."""

    name: str
    aliases: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@cache
def wires() -> tuple[Wire, ...]:
    """Every agency that onrecord knows, in the order of the list."""
    return tuple(_wire(line) for line in entries("wires.txt"))


def wire_named(phrase: str, *, in_credit: bool = True) -> str | None:
    """The agency that a whole phrase names ("the Associated Press", "AP news agency": "AP"); None where it names none.

    `in_credit`: also count marks such as "PA", which mean the agency only where one is expected.
    """
    name = re.sub(r"^[Tt][Hh][Ee]\s+", "", phrase.strip(" \t\u00a0.,;:/*_[]()\"'“”‘’"))
    name = re.sub(r"\s+", " ", name)
    found = _by_name().get(name) or _by_name().get(_AGENCY.sub("", name))
    if found is None and in_credit:
        found = _by_mark().get(name)
    return found


def wire_at(site: str) -> str | None:
    """The agency whose site has this name, in lower case and without its ending: "tass" of tass.ru, "apnews"."""
    return _by_site().get(site.removesuffix("news").removesuffix("agency") or site)


@cache
def wire_pattern() -> re.Pattern[str]:
    """Every name that means an agency wherever it stands, as a pattern without groups."""
    names = sorted(_by_name(), key=len, reverse=True)
    choice = "|".join(re.escape(n).replace(r"\ ", r"\s") for n in names)
    return re.compile(rf"(?<![\w.@#/-])(?:{choice})(?![\w@]|\.\w|-\w)")


def _wire(line: str) -> Wire:
    name, aliases, marks, *_ = [*(cell.strip() for cell in line.split("|")), "", ""]
    return Wire(name, _cells(aliases), _cells(marks))


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split(";") if cell.strip())


@cache
def _by_site() -> dict[str, str]:
    return {re.sub(r"[\W_]", "", name).lower(): wire for name, wire in _by_name().items()}


@cache
def _by_name() -> dict[str, str]:
    table: dict[str, str] = {}
    for wire in wires():
        for name in (wire.name, *wire.aliases):
            if name not in wire.marks and not (name == wire.name and wire.name in wire.marks):
                table.setdefault(name, wire.name)
                if len(name) > 3:
                    table.setdefault(name.upper(), wire.name)
    return table


@cache
def _by_mark() -> dict[str, str]:
    return {mark: wire.name for wire in reversed(wires()) for mark in wire.marks}
