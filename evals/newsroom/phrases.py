"""The grammar of the data files: "[a|b]" is a free choice, "{name}" a slot, "<right|wrong>" a fallible word."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evals.newsroom.chance import Chance

_CHOICE = re.compile(r"\[([^\[\]]{1,200})\]")
_SLOT = re.compile(r"\{(\w{1,20})\}")
_FALLIBLE = re.compile(r"<([^<>|]{1,60})\|([^<>|]{1,60})>")


def expanded(template: str, chance: Chance) -> str:
    """The template with every free choice made; slots and fallible words stay."""
    return _CHOICE.sub(lambda m: chance.pick(m[1].split("|")), template)


def filled(template: str, slots: Mapping[str, str]) -> str:
    """The template with its slots filled; a slot that has no value stays as it is."""
    return _SLOT.sub(lambda m: slots.get(m[1], m[0]), template)


def spoken(template: str, *, wrong: bool = False) -> str:
    """The words as they were said, or with every fallible word gone wrong."""
    return _FALLIBLE.sub(lambda m: m[2] if wrong else m[1], template)


def clauses(template: str) -> tuple[str, ...]:
    """The parts of a saying at which it can be cut; they are marked by " / "."""
    return tuple(part.strip() for part in template.split(" / "))


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
