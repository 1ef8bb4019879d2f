"""Pace: limits of time are written for one machine; on a slower or busier one they grow as it is slower."""

from __future__ import annotations

import re
import time

USUAL = 0.09
"""CPU seconds that `work` takes on the machine that the limits are written for; slow ones have been seen to take .2."""


def work() -> None:
    """A fixed piece of work of the kind that onrecord does: words found, counted and sorted."""
    text = " ".join(f"word{n * n % 997} and, {n % 89} more." for n in range(8_000))
    for _ in range(8):
        counts = dict[str, int]()
        for match in re.finditer(r"\w+(?:['’]\w+)*", text):
            counts[match[0]] = counts.get(match[0], 0) + match.end() - match.start()
        sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def in_time(taken: float, seconds: float) -> bool:
    """Whether work took fewer CPU seconds than that, in proportion where this machine needs longer for anything now."""
    if taken < seconds:
        return True
    start = time.process_time()
    work()
    return taken < seconds * (time.process_time() - start) / USUAL
