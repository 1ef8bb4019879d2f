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


_CONSONANTS = (  # in order: longer ones first
    ("sch", "c"),
    ("tch", "c"),
    ("ch", "c"),
    ("sh", "c"),
    ("zh", "j"),
    ("dj", "j"),
    ("ck", "k"),
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ts", "s"),
    ("tz", "s"),
    ("x", "ks"),
)
_NEAR = dict(zip("qwzaeiouy'", ["k", "v", "s", *[""] * 7], strict=True))
_LOOSE = str.maketrans("lpfvdgzjchm", "rbbbtksss-n")


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of a folded word, one letter a sound: "zelenskyy" and "selenskyi" give the same."""
    for letters, sound in _CONSONANTS:
        if letters in word:
            word = word.replace(letters, sound)
    kept, last = "", ""
    for letter in word:
        if letter != last:
            kept += _NEAR.get(letter, letter)
        last = letter
    return kept


@lru_cache(maxsize=65536)
def loose_consonants(word: str) -> str:
    """`consonants`, but voice and breath do not count and l is r: what kana or Arabic keep of a name."""
    return consonants(word.replace("w", "").replace("ng", "n")).translate(_LOOSE).replace("-", "")
