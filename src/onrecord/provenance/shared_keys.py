"""What articles share that have a key in common, in words for people."""

from __future__ import annotations

from datetime import date

from onrecord.provenance.keys import PERIOD
from onrecord.provenance.sayings import SAME_NEWS

_SHARED = {"copy": "a likeness of their texts", "quote": "some quoted words", "url": "an address"}


def in_words(key: str) -> str:
    """What a key of `link_keys` stands for: "the name “vale” in the news of 2024-05-13 to 2024-05-17".

    Names are given as keys have them: a family name as it sounds, a body's name in one word or by its initials.
    """
    kind, _, rest = key.partition(":")
    name, _, period = rest.rpartition(":")
    if kind != "news" or not name:
        return _SHARED.get(kind, "a key")
    if not period.isdecimal():
        return f"the name “{name}” in undated news"
    first = int(period) * PERIOD - SAME_NEWS
    return f"the name “{name}” in the news of {_day(first)} to {_day(first + SAME_NEWS + PERIOD - 1)}"


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()
