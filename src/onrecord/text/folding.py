"""One form for letters that are written in several ways: case, accents, apostrophes, ligatures."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALONE = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʹ": "'",
        "´": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
    }
)
"""Letters that Unicode does not decompose, and marks that stand for one another."""


_FOREIGN = re.compile(r"[^\x00-\x7f]+")
"""Characters beside one another of which a rule may look at several; none looks past an ASCII character."""


def fold(text: str) -> str:
    """The text in lower case without accents; offsets do not survive.  Folding twice changes nothing."""
    lowered = text.lower().replace("`", "'")
    return lowered if lowered.isascii() else _FOREIGN.sub(_run, lowered)


def _run(match: re.Match[str]) -> str:
    return _folded(match[0])


@lru_cache(maxsize=65536)
def _folded(run: str) -> str:
    lowered = run.casefold().translate(_ALONE)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return unicodedata.normalize("NFKD", plain.casefold().translate(_ALONE))
