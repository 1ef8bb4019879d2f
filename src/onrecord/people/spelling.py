"""How a name sounds: one key for the usual spellings of the same transliterated word."""

from __future__ import annotations

import re
from functools import lru_cache

_SOUNDS = (
    (re.compile(r"[^\w]|_"), ""),
    (re.compile(r"sch|sh|tch|ch"), "c"),
    (re.compile(r"dzh|zh|dj"), "j"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"tz|ts"), "c"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"[yi]{1,3}(?=[aeou])|(?<=[aeou])[yi]{1,3}"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(?<=[aeou])i(?=[aeou])"), ""),
    (re.compile(r"ie(?=\w)"), "e"),
    (re.compile(r"(\w)\1+"), r"\1"),
    (re.compile(r"oo?v$"), "of"),
    (re.compile(r"ev$"), "ef"),
)
"""Rewrites in order: spellings that differ in nothing else come out alike (Kasym/Kassym, Tokaev/Tokayev)."""


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """The key of one folded word of a name; spellings with the same key are usually one name."""
    key = token
    for pattern, put in _SOUNDS:
        key = pattern.sub(put, key)
    return key or token
