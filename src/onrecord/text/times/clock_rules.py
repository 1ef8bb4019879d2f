"""Patterns of times of day: "10 p.m. EST", "0900 GMT", "four o'clock", "noon"."""

from __future__ import annotations

from typing import Final

from onrecord.text.times.pieces import ZONE, ZONE_NAME, Patterns

CLOCKS: Final[Patterns] = {
    "clock_12": (
        "0",
        r"(?:(?:about|around) )?(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?"
        r"(?P<half>[ap]\.m\b\.?|[ap]m\b)" + ZONE,
    ),
    "clock_24": (
        "00",
        rf"(?P<hour>[01]?\d|2[0-3])[:.]?(?P<minute>[0-5]\d) ?(?:hours\b|{ZONE_NAME})",
    ),
    "clock_hour": (
        "clock morning noon evening",
        r"(?P<hour>1[0-2]|[1-9])(?= o['’]clock\b| in the (?:morning|afternoon|evening)\b)"
        r"(?: o['’]clock)?(?: in the (?P<part>morning|afternoon|evening))?",
    ),
    "clock_word": ("noon night midday", r"(?P<word>noon|midnight|midday)\b" + ZONE),
}
