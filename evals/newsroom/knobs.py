"""Knobs: how difficult the generated news is, and the presets that have names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Knobs:
    """What a cascade is like.

    `articles` counts the reports of one cascade; bystanders (`distractors`, and two reports of a namesake) come on top.
    The shares `verbatim` to `relayed` are of a cascade's copies (reports that somebody else's report is the source of,
    an agency's own updates aside) and leave 1 in all; `no_credit` and the wordings of the main quotation are shares of
    the same copies; `unplaced` is the share of them that give the day of the event alone, `short_named` of those that
    never give the speaker's given name.  `translated`,
    `second_sources`, `updated`, `unlisted` and `namesakes` are shares of cascades; `clock_off` is the share of reports
    whose published time is wrong, by up to `clock_hours` either way.
    """

    articles: int = 20
    origins: tuple[int, int] = (1, 3)
    verbatim: float = 0.10
    trimmed: float = 0.30
    light: float = 0.10
    rewritten: float = 0.30
    merged: float = 0.05
    relayed: float = 0.15
    no_credit: float = 0.40
    altered: float = 0.10
    truncated: float = 0.12
    spliced: float = 0.05
    retranslated: float = 0.05
    paraphrased: float = 0.10
    respelled: float = 0.10
    unplaced: float = 0.30
    short_named: float = 0.15
    translated: float = 0.20
    second_sources: float = 0.30
    updated: float = 0.50
    unlisted: float = 0.15
    clock_off: float = 0.30
    clock_hours: float = 12.0
    chained: float = 0.25
    namesakes: float = 1.0
    distractors: int = 6


MEDIUM = Knobs()
"""Fixed: figures on it are compared over time."""
EASY = Knobs(
    articles=10,
    origins=(1, 2),
    verbatim=0.40,
    trimmed=0.30,
    light=0.20,
    rewritten=0.0,
    merged=0.0,
    relayed=0.10,
    no_credit=0.15,
    altered=0.0,
    truncated=0.10,
    spliced=0.0,
    retranslated=0.0,
    paraphrased=0.05,
    respelled=0.0,
    unplaced=0.0,
    short_named=0.0,
    translated=0.0,
    second_sources=0.0,
    updated=0.25,
    unlisted=0.0,
    clock_off=0.0,
    chained=0.10,
    namesakes=0.0,
    distractors=3,
)
HARD = Knobs(
    articles=30,
    origins=(2, 4),
    verbatim=0.05,
    trimmed=0.25,
    light=0.05,
    rewritten=0.40,
    merged=0.10,
    relayed=0.15,
    no_credit=0.65,
    altered=0.20,
    truncated=0.15,
    spliced=0.10,
    retranslated=0.10,
    paraphrased=0.15,
    respelled=0.25,
    unplaced=0.50,
    short_named=0.30,
    translated=0.35,
    second_sources=0.50,
    updated=0.75,
    unlisted=0.30,
    clock_off=0.60,
    clock_hours=24.0,
    chained=0.40,
    namesakes=1.0,
    distractors=10,
)
PRESETS: Mapping[str, Knobs] = MappingProxyType({"easy": EASY, "medium": MEDIUM, "hard": HARD})

LIGHT_CHANGE = (0.15, 0.30)
"""Share of the words outside quotations that a light rewrite changes; its sentences come in another order too."""
HEAVY_CHANGE = 0.40
"""Share of the words outside quotations that a heavy rewrite changes at least."""
TRIM = 0.50
"""Share of its source's words that a trimmed copy keeps at most."""
