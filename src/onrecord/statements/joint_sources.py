"""Sources that are several at once: "Nora Vale and Bo Dahl", "the mayor and her deputy"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.records.spans import Span
from onrecord.statements.role_phrases import front_of

NAME = "\x00"
"""Stands for a whole name, so that an "and" inside one is not seen."""
TITLED = rf"(?:(?!(?:of|for|at|on|in|from|with|to|by)\b)[\w.'’-]{{1,30}}\s){{0,5}}{NAME}"
LIST = re.compile(rf"{TITLED}(?:,\s{TITLED}){{1,8}},?\s(?:and|&)\s{TITLED}")
JOINT = re.compile(r",?\s(?:and|as\swell\sas)\s")
OPENER = re.compile(rf"(?:the|an?|his|her|its|their|our|my|other|some|several|many|two|three)\s|{NAME}", re.IGNORECASE)


def is_joint(text: str, source: Span, names: Iterable[Span]) -> bool:
    """Whether the source phrase joins two heads by "and"; `names` are the mentions of names inside it."""
    phrase, at = [], source.start
    for name in sorted(names):
        if name.start >= at:
            phrase += [text[at : name.start], NAME]
            at = name.end
    masked = "".join((*phrase, text[at : source.end]))
    if LIST.match(masked):
        return True
    left, *right = JOINT.split(front_of(masked), maxsplit=1)
    return bool(right) and (left.endswith(NAME) or OPENER.match(right[0]) is not None)
