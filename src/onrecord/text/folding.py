"""One form for letters that are written in several ways: case, accents, apostrophes, ligatures."""

from __future__ import annotations

import unicodedata

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


def fold(text: str) -> str:
    """The text in lower case without accents; offsets do not survive.  Folding twice changes nothing."""
    if text.isascii():
        return text.lower().replace("`", "'")
    lowered = text.casefold().translate(_ALONE)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return unicodedata.normalize("NFKD", plain.casefold().translate(_ALONE))
