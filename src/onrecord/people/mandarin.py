"""Chinese names in Pinyin and in Wade-Giles: one key for both romanisations of the same syllables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_INITIAL = "zh|ch|sh|hs|ts|tz|sz|ss|[bpmfdtnlgkhjqxrzcswy]"
_FINAL = (
    "iang|iung|iong|uang|ueng|iao|ian|ien|iai|ieh|uai|uan|uei|ueh|ang|eng|ing|ong|ung|ai|ei|ao|ou|an|en|in|un|"
    "ia|ie|iu|ua|uo|ui|ue|ih|eh|er|a|o|e|i|u"
)
_SYLLABLE = re.compile(rf"({_INITIAL})?({_FINAL})(?=(?:{_INITIAL})?[aeiou]|$)")
_INITIALS = {"zh": "c", "ch": "c", "ts": "c", "tz": "c", "hs": "s", "sh": "s", "sz": "s", "ss": "s"}
_INITIALS |= dict(zip("bdgjqzx", "ptkcccs", strict=True))
_FINALS = {
    "ung": "ong",
    "ien": "ian",
    "ieh": "ie",
    "uei": "ui",
    "ueh": "ue",
    "iung": "iong",
    "eh": "e",
    "ing": "in",
    "eng": "en",
}
_FINALS |= {"ih": "i", "uo": "o", "e": "o"}
_HISSED = {"co": "ci", "cu": "ci", "su": "si"}
MAX_LETTERS = 24
"""Longer words are no Chinese name."""


@lru_cache(maxsize=65536)
def mandarin_syllables(word: str) -> tuple[str, ...]:
    """The syllables of one folded word in a spelling of their own; () where it is not all syllables of Mandarin.

    Pinyin tells b from p by letters, Wade-Giles by an apostrophe that newspapers drop ("Chin-p'ing", "Jinping"), and
    the South does not tell -n from -ng: nor do these syllables, so two different names can share them.
    """
    if len(word) > MAX_LETTERS:
        return ()
    key, at = [], 0
    while at < len(word):
        syllable = _SYLLABLE.match(word, at)
        if syllable is None:
            return ()
        initial, final = syllable[1] or "", syllable[2]
        sound = _INITIALS.get(initial, initial) + _FINALS.get(final, final)
        key.append(_HISSED.get(sound, sound))
        at = syllable.end()
    return tuple(key)


def same_in_mandarin(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the folded words of two names are the same two to four syllables of Mandarin, in any order."""
    keys = []
    for words in (first, second):
        syllables: list[str] = []
        for word in words:
            mine = mandarin_syllables(word)
            if not mine:
                return False
            syllables.extend(mine)
        keys.append(sorted(syllables))
    return keys[0] == keys[1] and 2 <= len(keys[0]) <= 4
