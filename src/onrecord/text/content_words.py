"""The words of a text that carry its content, in a form that survives inflection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.text.folding import fold

_INITIALS = re.compile(r"\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")
"""The full stop of initials; the pattern starts with it, so that a search jumps from one full stop to the next."""

PART = "\x1f"
"""What parts texts that are folded together: no part of a word, and left alone by folding."""
_WORD = re.compile(r"\w+(?:'\w+)*")
_TYPED = {"’": "'", "“": " ", "”": " ", "–": " ", "—": " ", "\xa0": " "}
"""What printers set beyond ASCII around English words; without it most texts are plain ASCII."""
_BLANKED = bytes(code if chr(code).isalnum() or chr(code) in ("'", PART) else ord(" ") for code in range(128)) * 2
"""For each ASCII character what stands for it: a space for one that stands between words."""
_NO_APOSTROPHE = re.compile(r"'(?:(?<!\w')|(?!\w))")
"""One that does not stand inside a word; the pattern starts with it, so that a search jumps to the next."""
_SMALL_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_DIGITS = {word: str(n) for n, word in enumerate(_SMALL_NUMBERS) if n > 1}

ROOT = 6
"""Letters by which words of one family are known: fewer put strangers together, more keep kin apart."""

COMMON_WORDS = frozenset(
    """
    a an the this that these those some any each every all both such same own other another more most much many
    i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself
    it its itself they them their theirs themselves one who whom whose which what where when why how there here
    am is are was were be been being do does did doing done have has had having
    will would shall should can could may might must ought wont cant dont doesnt didnt isnt arent wasnt werent
    not no nor and or but if then else so than as because while although though until unless whether since
    of in on at by for with without about against between into through during before after above below to from
    up down out off over under again further once just only very too also even still already yet now ever
    said say says saying told tell tells according also get got going go let us like well really
    good great bad big best better right new news thing things way time people lot nothing mr mrs ms dr
    """.split()
)
"""English words that any two statements may share ("this is very good news"); forms without their apostrophe too."""


def word_list(text: str) -> list[str]:
    """The folded words of a text in order; "J.C.P.O.A." is one word, "nuclear-free" two."""
    return spaced((text,)).split()


def spaced(texts: Iterable[str]) -> str:
    """The words of the texts, as `word_list` has them, with spaces between them, and PART between two texts."""
    together = _folded(PART.join([text.replace(PART, " ") if PART in text else text for text in texts]))
    if together.isascii():  # to blank what is no word is faster than to look for words
        return _NO_APOSTROPHE.sub(" ", together.encode("ascii").translate(_BLANKED).decode("ascii"))
    return PART.join(" ".join(_WORD.findall(part)) for part in together.split(PART))


def _folded(text: str) -> str:
    """The text folded, with its initials in one piece and its words parted by more than underscores."""
    if not text.isascii():
        for mark, plain in _TYPED.items():
            text = text.replace(mark, plain)
    return _INITIALS.sub("", fold(text)).replace("_", " ")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its commonest English endings: "suspends", "suspended", "suspending" → "suspend"."""
    word = _DIGITS.get(word, word)
    word = word[:-2] if word.endswith("'s") else word.replace("'", "")
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""), ("ly", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us")):
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def root(stemmed: str) -> str:
    """What a stem shares with its family: its first ROOT letters ("conspiracy", "conspire" → "conspi")."""
    return stemmed[:ROOT] if stemmed.isalpha() else stemmed


def is_content(word: str) -> bool:
    """Whether a folded word carries content: not one that anybody uses at any time, and no lone letter."""
    return word.replace("'", "") not in COMMON_WORDS and (len(word) > 1 or word.isdigit())


def content_words(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of the content words among folded words (see `word_list`), in order, repeats kept."""
    return tuple(stem(word) for word in words if is_content(word))
