"""What a name is made of when names are compared: its words, how much each tells, and what they say of each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.legal_forms import joined_legal_forms, legal_forms, opening_legal_forms
from onrecord.lexicon.word_lists import pairs, sections
from onrecord.text.folding import fold
from onrecord.text.transliteration import latin, spells_roughly

MAX_WORDS = 24
"""A longer name is cut behind so many words."""

_NAMES = sections("name_parts.txt")
_TITLES = _NAMES["honorifics"] | _NAMES["titles"]
_SUFFIXES, _GENERATIONS = _NAMES["suffixes"], _NAMES["generations"]
_LINKS = _NAMES["particles"] | _NAMES["links"]
_FATHER_MARKS, _SERVANTS = _NAMES["father_marks"], _NAMES["servants"]
_JOINING = _LINKS | _SERVANTS

_BODIES = sections("organisation_words.txt")
_STOPWORDS, _GENERIC = _BODIES["stopwords"], _BODIES["generic"]
_ABBREVIATIONS, _NUMBERS, _NUMERALS = (pairs(_BODIES[s]) for s in ("abbreviations", "numbers", "numerals"))
_FORMS, _OPENING_FORMS = legal_forms(), opening_legal_forms()
_LONGEST_FORM = max(map(len, _FORMS))

_WORD = re.compile(r"[^\W_]+")
_DOT_INSIDE = re.compile(r"(?<=\w)\.(?=\w|$|[\s,)])")
_DIGITS_AS_LETTERS = str.maketrans("0134579", "oieastg")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name as it is compared: folded Latin words in order, and what is known of them.

    `fathers` are the words behind "bin"; `generation` is "jr", "ii" …; `generic` words and numbers tell little;
    `rough` where the script leaves out vowels or spells foreign names by syllables.
    """

    words: tuple[str, ...]
    fathers: frozenset[str] = frozenset()
    generation: str = ""
    generic: frozenset[str] = frozenset()
    rough: bool = False


@lru_cache(maxsize=65536)
def person_parts(name: str) -> Parts:
    """The parts of a person's name, without titles, particles and what joins names; no words for no name."""
    before, comma, behind = name.partition(",")
    if comma and behind.strip() and fold(behind).strip(" .") not in _SUFFIXES:
        name = f"{behind} {before}"
    words = _WORD.findall(fold(latin(name)).replace("'", ""))[:MAX_WORDS]
    if not all(map(str.isalpha, words)):
        words = [_spelled(w) for w in words]
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    generation = words[-1] if len(words) > 2 and words[-1] in _GENERATIONS else ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    return Parts(tuple(_bare(words)), _fathers(words), generation, frozenset(), spells_roughly(name))


def _spelled(word: str) -> str:
    """The word, with digits that stand for letters ("s3chin") read as these."""
    return word if word.isalpha() or word.isdecimal() else word.translate(_DIGITS_AS_LETTERS)


def _fathers(words: Sequence[str]) -> frozenset[str]:
    """The first word of each name behind a "bin"."""
    if _FATHER_MARKS.isdisjoint(words):
        return frozenset()
    behind = (words[at + 1 : at + 3] for at in range(1, len(words) - 1) if words[at] in _FATHER_MARKS)
    return frozenset(name for two in behind for name in [w for w in two if w not in _LINKS][:1])


def _bare(words: list[str]) -> list[str]:
    """The words without particles, "abd al-" joined with the word behind; all of them where nothing else is left."""
    if _JOINING.isdisjoint(words):
        return [_abd(w) if w.startswith("abd") else w for w in words]
    bare: list[str] = []
    servant = False
    for at, word in enumerate(words):
        if word in _SERVANTS and at < len(words) - 1:
            servant = True
        elif word not in _LINKS or (at == 0 and len(word) == 1):
            bare.append(f"abd{word}" if servant else word)
            servant = False
    return [_abd(w) for w in bare] or words


def _abd(word: str) -> str:
    """ "abdulrahman", "abdelrahman" as "abdrahman"."""
    if len(word) > 7 and word.startswith("abd") and word[4] == "l" and word[3] in "aeiou":
        return "abd" + word[5:]
    return word


@lru_cache(maxsize=65536)
def organisation_parts(name: str) -> Parts:
    """The parts of the name of an organisation or a thing, without legal forms; no words for no name."""
    for form in () if name.isascii() else joined_legal_forms():
        name = name.replace(form, " ")
    text = fold(latin(name)).replace("&", " and ").replace("+", " and ").replace("%", " percent")
    words = _WORD.findall(_DOT_INSIDE.sub("", text.replace("'", "")))[:MAX_WORDS]
    words = _without_forms(words)
    words = [full for w in words for full in _ABBREVIATIONS.get(w, w).split("+")]
    told = [w for w in words if w not in _STOPWORDS] or words
    told = _numbered(told)
    generic = frozenset(w for w in told if w in _GENERIC or w.isdecimal())
    return Parts(tuple(told), frozenset(), "", generic, spells_roughly(name))


def _without_forms(words: list[str]) -> list[str]:
    """The words without the legal forms at either end, the longest first; something is always left."""
    for size in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if tuple(words[-size:]) in _FORMS:
            return _without_forms(words[:-size])
        if tuple(words[:size]) in _FORMS and (size > 1 or words[0] in _OPENING_FORMS):
            return _without_forms(words[size:])
    return words


def _numbered(words: list[str]) -> list[str]:
    """Numbers as digits: "first", "1st", "i" at the end; "forty four" is one number."""
    numbered: list[str] = []
    for at, word in enumerate(words):
        last = at > 0 and at == len(words) - 1
        number = _NUMBERS.get(word) or (_NUMERALS.get(word) if last else None) or _ordinal(word)
        tens = numbered[-1] if numbered and number else ""
        if number and len(number) == 1 and tens.isdecimal() and len(tens) == 2 and tens[1] == "0":
            numbered[-1] = tens[0] + number
        else:
            numbered.append(number or word)
    return numbered


def _ordinal(word: str) -> str | None:
    """ "21st" as "21"; digits as they are; None for a word."""
    if not word[0].isdecimal():
        return None
    return word[:-2] if word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdecimal() else word
