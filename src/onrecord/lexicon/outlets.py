"""Words by which the name of a news outlet is known."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def is_outlet(name: str) -> bool:
    """Whether a capitalised name looks like a news outlet's ("Fox News", "the Harbour Gazette")."""
    return any(word in outlet_words() for word in re.findall(r"[\w-]+", name))


@cache
def outlet_words() -> frozenset[str]:
    """The words of `outlets.txt`, as written there."""
    text = files("onrecord.lexicon").joinpath("outlets.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())
