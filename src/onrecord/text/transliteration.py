"""Latin letters for names in any script, as newspapers in English would spell them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from onrecord.lexicon.letters import han_readings, letters
from onrecord.text.syllables import syllables

_PAIR = re.compile("|".join(letter for letter in letters() if len(letter) == 2), re.IGNORECASE)
"""Two letters that are one sound."""
_BEFORE = (
    (re.compile(r"\bال(?=\w{3})"), "al-"),  # the Arabic article, written with the word
    (re.compile(r"[ก-ฮ][ิุ]?์"), ""),  # Thai letters that are not spoken
    (re.compile(r"([เแโไใ])([ก-ฮ])"), r"\2\1"),  # Thai vowels that stand before their consonant
    (re.compile("・"), " "),
    (
        re.compile(r"(?<![가-힣])([가-힣])(?=[가-힣]{2}(?![가-힣]))"),
        r"\1 ",
    ),  # a Korean family name before the given name
    (re.compile(r"(?<![가-힣])이 "), "yi "),  # one of them, which is no initial
)
_FIRST_OTHER = "\u0370"
"""Below it there are no letters but Latin ones."""
_FIRST_ROUGH = "\u0590"
_ROUGH = re.compile("[\u0590-\u109f\u1200-\u139f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Signs of scripts that write no short vowels, and those of syllables."""


def latin(text: str) -> str:
    """The text with letters of other scripts spelled in Latin letters; Latin text comes back as it is, accents too.

    Offsets do not survive.  Letter by letter for alphabets (Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew, Thai),
    by the sound of each sign for syllabic scripts, by a table of some 1,100 characters for Chinese; a character that
    none of them knows stays.  Short vowels that a script does not write are missing.  Never raises.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    if max(text, default="") < _FIRST_OTHER:
        return text
    if max(text) >= _FIRST_ROUGH:
        for pattern, put in _BEFORE:
            text = pattern.sub(put, text)
    text = _PAIR.sub(_pair, text).translate(_table())
    return text if max(text, default="") < _FIRST_OTHER else syllables(text)


@cache
def _table() -> dict[int, str]:
    """Every letter and character that has a spelling of its own, small and capital."""
    small = {letter: spelled for letter, spelled in letters().items() if len(letter) == 1}
    capitals = {letter.upper(): spelled.capitalize() for letter, spelled in small.items() if len(letter.upper()) == 1}
    return {ord(letter): spelled for letter, spelled in (han_readings() | capitals | small).items()}


def _pair(found: re.Match[str]) -> str:
    return _cased(letters().get(found[0].lower(), found[0]), found[0])


def _cased(spelled: str, original: str) -> str:
    return spelled.capitalize() if original[0].isupper() else spelled


def spells_roughly(text: str) -> bool:
    """Whether the text has letters of a script that writes few vowels, or spells foreign names by syllables.

    Arabic and Hebrew; kana, Hangul, Chinese, Thai, Khmer, the Indic scripts and Ethiopic: of their Latin spelling the
    consonants tell more than the vowels.
    """
    return not text.isascii() and _ROUGH.search(text) is not None
