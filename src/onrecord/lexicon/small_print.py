"""Small print: what newsrooms put around every report, "Sign up for our newsletter"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.word_lists import sections

LONGEST = 220
"""Code points of a paragraph that can be small print."""


def is_small_print(paragraph: str) -> bool:
    """Whether a paragraph is a newsroom's standing matter rather than its report."""
    return len(paragraph) <= LONGEST and _pattern().search(" ".join(paragraph.lower().split())) is not None


@cache
def _pattern() -> re.Pattern[str]:
    listed = sections("small_print.txt")
    opens, holds = (
        "|".join(re.escape(phrase.replace("_", " ")) for phrase in sorted(listed[part])) for part in ("opens", "holds")
    )
    return re.compile(rf"^\W{{0,3}}(?:{opens})(?!\w)|(?<!\w)(?:{holds})(?!\w)")
