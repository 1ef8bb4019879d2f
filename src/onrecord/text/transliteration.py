"""Latin letters for names in any script, as newspapers in English would spell them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from onrecord.lexicon.letters import han_readings, letters
from onrecord.text.syllables import syllables

_PAIR = re.compile(r"[αεο][υύ]|μπ|ντ|γκ|γγ|τζ|ու", re.IGNORECASE)
"""Two letters that are one sound; their spelling stands in `letters.txt`."""
_BEFORE = (
    (re.compile(r"\bال(?=\w{3})"), "al-"),  # the Arabic article, written with the word
    (re.compile(r"[ก-ฮ][ิุ]?์"), ""),  # Thai letters that are not spoken
    (re.compile(r"([เแโไใ])([ก-ฮ])"), r"\2\1"),  # Thai vowels that stand before their consonant
    (re.compile("・"), " "),
)
_FIRST_OTHER = "\u0370"
"""Below it there are no letters but Latin ones."""
_VOWELLESS = re.compile(r"[\u0590-\u08ff]")
_VOWELS_LOOSE = re.compile(r"[\u0900-\u109f\u1200-\u139f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def latin(text: str) -> str:
    """The text with letters of other scripts spelled in Latin letters; Latin text comes back as it is, accents too.

    Offsets do not survive.  Letter by letter for alphabets (Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew, Thai), by
    the sound of each sign for syllabic scripts, by a table of some 1,100 characters for Chinese; a character that none of
    them knows stays.  Short vowels that a script does not write are missing.  Never raises.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    if max(text, default="") < _FIRST_OTHER:
        return text
    for pattern, put in _BEFORE:
        text = pattern.sub(put, text)
    text = _PAIR.sub(lambda m: _cased(letters()[m[0].lower()], m[0]), text).translate(_table())
    return text if max(text, default="") < _FIRST_OTHER else syllables(text)


@cache
def _table() -> dict[int, str]:
    """Every letter and character that has a spelling of its own, small and capital."""
    small = {letter: spelled for letter, spelled in letters().items() if len(letter) == 1}
    capitals = {letter.upper(): spelled.capitalize() for letter, spelled in small.items() if len(letter.upper()) == 1}
    return {ord(letter): spelled for letter, spelled in (han_readings() | capitals | small).items()}


def _cased(spelled: str, original: str) -> str:
    return spelled.capitalize() if original[0].isupper() else spelled


def leaves_out_vowels(text: str) -> bool:
    """Whether the text has letters of a script that writes few or no vowels: Arabic, Hebrew, Syriac."""
    return not text.isascii() and _VOWELLESS.search(text) is not None


def spells_by_syllables(text: str) -> bool:
    """Whether the text has signs for syllables, which spell foreign names only roughly: kana, Chinese, Khmer …"""
    return not text.isascii() and _VOWELS_LOOSE.search(text) is not None
