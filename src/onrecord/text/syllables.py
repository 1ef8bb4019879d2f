"""Latin letters for scripts that write syllables: Hangul, kana, Ethiopic, the scripts of South and South-East Asia."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LEADS = "k kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_TAILS = " k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p t".split(" ")
"""The parts of Hangul syllables in the order of Unicode, after the Revised Romanisation of 2000 (but ㄱ as k)."""
_HANGUL = range(0xAC00, 0xD7A4)

_KANA = {"si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu"}
_AFTER_HUSHING = re.compile(r"(sh|ch|j)i<y([auo])>")
_SMALL_KANA = re.compile(r"i<y([auo])>|[aiueo]<([aiueo])>|<tsu>")

_INDIC = frozenset(
    "DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA KHMER LAO MYANMAR "
    "TIBETAN".split()
)
_HELD = "\ufffe"
"""Stands behind a consonant for the vowel that the letter holds …"""
_TAKEN = "\uffff"
"""… and this before the sign that takes the vowel's place."""
_HELD_VOWEL = re.compile(r"(?<=[^aeiou])[ao]{1,2}$")
_LAST_HELD = re.compile(rf"{_HELD}(?![\w{_TAKEN}])")


def syllables(text: str) -> str:
    """The text with every sign of a syllabic script as Latin letters, by the sound in the sign's Unicode name.

    Other characters stay as they are.  The vowel that a consonant sign of an Indic script holds is dropped before a
    vowel sign and at the end of a word.
    """
    spelled = "".join(c if c.isascii() else _sign(c) for c in text)
    spelled = _LAST_HELD.sub("", spelled.replace(_HELD + _TAKEN, "")).replace(_HELD, "a").replace(_TAKEN, "")
    spelled = _AFTER_HUSHING.sub(r"\1\2", spelled)
    return _SMALL_KANA.sub(lambda m: f"y{m[1]}" if m[1] else m[2] or "", spelled)


@lru_cache(maxsize=4096)
def _sign(character: str) -> str:
    """Latin letters of one sign, with the marks for held and taken vowels; small kana in angle brackets."""
    if ord(character) in _HANGUL:
        lead, rest = divmod(ord(character) - _HANGUL.start, len(_VOWELS) * len(_TAILS))
        vowel, tail = divmod(rest, len(_TAILS))
        return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    script, _, sign = unicodedata.name(character, "").partition(" ")
    sound = sign.rpartition(" ")[2].lower()
    if script in _INDIC:
        return _indic(character, sign, sound)
    if script in ("HIRAGANA", "KATAKANA") and "LETTER" in sign:
        spelled = _KANA.get(sound, sound)
        return f"<{spelled}>" if "SMALL" in sign else spelled
    if script == "ETHIOPIC" and "SYLLABLE" in sign:
        return sound.replace("ee", "e")
    return "" if script == "KATAKANA-HIRAGANA" else character


def _indic(character: str, sign: str, sound: str) -> str:
    if "VOWEL SIGN" in sign:
        return _TAKEN + sound
    if sound in ("virama", "coeng", "asat"):
        return _TAKEN
    if unicodedata.category(character) == "Lo" and "LETTER" in sign:
        return _HELD_VOWEL.sub(_HELD, sound)
    return "" if unicodedata.category(character).startswith("M") else character
