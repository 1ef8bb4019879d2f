"""Names of people and organisations: their parts, their keys, and how far two of them agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from onrecord.lexicon.word_lists import sections
from onrecord.text.folding import fold
from onrecord.text.spelling import sound
from onrecord.text.transliteration import latin

SAME = 0.8
"""`same_name` from here on: two spellings of one full name.  Below it but above `COMPATIBLE`: not in conflict."""
COMPATIBLE = 0.5

_WORDS = sections("name_parts.txt")
HONORIFICS, SUFFIXES, GENERATIONS = _WORDS["honorifics"], _WORDS["suffixes"], _WORDS["generations"]
PARTICLES, FAMILY_FIRST, COMPANY_FORMS = _WORDS["particles"], _WORDS["family_first"], _WORDS["company_forms"]
FATHERS = frozenset({"bin", "bint", "ibn"})
"""Behind these the father's name follows, so that the order of the words tells two men apart."""

LONGISH = 6
"""Letters of a word that one slip, or another country's spelling, does not make another name."""
_ABROAD = ((re.compile(r"^ch(?=[aeiou])"), "kh"), (re.compile(r"rz"), "zh"))
"""Spellings of German or Dutch "Ch", Russian Х, and of Polish "rz", as English has them."""
_DOTS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def _words(name: str) -> list[str]:
    words = _WORD.findall(_DOTS.sub("", fold(latin(name)).replace("-", " ")))
    return [w[:-2] if w.endswith("'s") and len(w) > 3 else w.replace("'", "") for w in words]


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a person's name in western order, without honorifics and suffixes; () for an empty name.

    "TOKAYEV, Kassym-Jomart" and "President Kassym-Jomart Tokayev" give ("kassym", "jomart", "tokayev"); other scripts
    are spelled in Latin letters.
    """
    before, comma, behind = name.partition(",")
    turned = comma and behind.strip() and fold(behind).strip(" .") not in SUFFIXES
    words = _words(f"{behind} {before}" if turned else name)
    while len(words) > 1 and words[0] in HONORIFICS:
        del words[0]
    while len(words) > 1 and words[-1] in SUFFIXES:
        del words[-1]
    return tuple(words)


def _generation(name: str) -> str:
    """ "jr", "ii" … where the name ends so; "" for most."""
    words = _words(name)
    return words[-1] if len(words) > 2 and words[-1] in GENERATIONS else ""


def family_name(name: str) -> str:
    """The folded family name, as far as order and a short list of names that stand first tell; "" for no name."""
    parts = name_parts(name)
    return _family(parts) if parts else ""


def _family(parts: Sequence[str]) -> str:
    first_stands = len(parts) > 1 and parts[0] in FAMILY_FIRST and parts[-1] not in FAMILY_FIRST
    return parts[0] if first_stands and max(map(len, parts[1:])) <= 8 else parts[-1]


def name_key(name: str) -> str:
    """A key that spellings of one person's name share: the sound of the family name; "" for no name."""
    return sound(family_name(name)) if name_parts(name) else ""


@lru_cache(maxsize=65536)
def same_name(first: str, second: str) -> float:
    """How far two names of persons agree, in [0, 1]; symmetric, never raises.

    1.0 the same words in any order; at least `SAME` two spellings of one full name; at least `COMPATIBLE` one may be
    short for the other (a lone family name, initials); less where they conflict; 0.0 where either is empty.
    """
    a, b = sorted((name_parts(first), name_parts(second)))
    if not a or not b:
        return 0.0
    if _generation(first) != _generation(second):
        return min(0.7, _same_parts(a, b))
    return _same_parts(a, b)


def _same_parts(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    if a == b or "".join(a) == "".join(b):
        return 1.0
    if sorted(a) == sorted(b):
        return 0.3 if FATHERS.intersection(a) else 1.0
    if len(a) == 1 or len(b) == 1:
        return _lone(*sorted((a, b), key=len))
    family = _alike(_family(a), _family(b))
    if family < SAME:
        return _reordered(a, b)
    return _with_given(_given(a), _given(b), family)


def _given(parts: Sequence[str]) -> list[str]:
    rest = list(parts)
    rest.remove(_family(parts))
    return [p for p in rest if p not in PARTICLES] or rest


def _lone(short: Sequence[str], full: Sequence[str]) -> float:
    """A single word against a name: the family name alone is compatible; two single words are compared as they are."""
    (word,) = short
    if len(full) == 1:
        return _alike(word, full[0])
    family = _alike(word, _family(full))
    if family >= SAME:
        return 0.75 * family
    return 0.4 if any(_alike(word, part) >= SAME for part in full) else 0.0


def _with_given(a: Sequence[str], b: Sequence[str], family: float) -> float:
    """The family names agree; the given names decide."""
    if "".join(a) == "".join(b) or sound("".join(a)) == sound("".join(b)):
        return max(SAME, family)
    shorter, longer = sorted((a, b), key=lambda names: (len(names), list(names)))
    pairs = [max(_alike(x, y) for y in longer) for x in shorter]
    if min(pairs) >= SAME:
        missing = len(longer) - len(shorter)
        return max(SAME, family * sum(pairs) / len(pairs) - 0.05 * missing)
    if _initials(a, b) or _initials(b, a):
        return 0.7
    return 0.3 * family


def _initials(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether `short` ("V", "jr"; also "JF" in one word) can be the initials of `full`."""
    letters = "".join(short)
    if max(map(len, short)) > 2 or not letters:
        return False
    return all(x == y[0] for x, y in zip(letters, full, strict=False))


def _reordered(a: Sequence[str], b: Sequence[str]) -> float:
    """Names whose last words differ: still one where every word of the shorter has its like in the longer."""
    shorter, longer = sorted((a, b), key=len)
    left = list(longer)
    for word in shorter:
        best = max(left, key=lambda other: (_alike(word, other), other), default=None)
        if best is None or _alike(word, best) < SAME:
            return 0.0
        left.remove(best)
    return SAME if len(shorter) > 1 else 0.4


@lru_cache(maxsize=65536)
def _alike(a: str, b: str) -> float:
    """How alike two folded words of a name are: 1.0 equal, 0.95 the same sound, 0.85 one slip in a longish word.

    A longish "Chodorin" may be "Khodorin", and "Brzezin" "Bzhezin": 0.9.
    """
    if a == b:
        return 1.0
    if sound(a) == sound(b):
        return 0.95
    if min(len(a), len(b)) >= LONGISH and sound(_at_home(a)) == sound(_at_home(b)):
        return 0.9
    if min(len(a), len(b)) >= LONGISH and a[0] == b[0] and Indel.normalized_similarity(sound(a), sound(b)) >= 0.85:
        return 0.85
    return 0.0


def _at_home(word: str) -> str:
    for pattern, put in _ABROAD:
        word = pattern.sub(put, word)
    return word


@lru_cache(maxsize=65536)
def same_organisation(first: str, second: str) -> float:
    """How far two names of organisations agree, in [0, 1]: equal words 1.0, initials ("DNC") 0.9, a part of it 0.6."""
    a, b = sorted((_organisation(first), _organisation(second)))
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    short, full = sorted((a, b), key=lambda words: (len(words), words))
    if len(short) == 1 and len(short[0]) > 1 and short[0] == "".join(w[0] for w in full):
        return 0.9
    common = len(set(a) & set(b))
    return 0.6 if common == len(set(short)) else 0.3 * common / len(set(full))


def _organisation(name: str) -> tuple[str, ...]:
    words = [w for w in _words(name) if w not in ("the", "of", "and", "for", "in")]
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        del words[-1]
    return tuple(words)


def organisation_key(name: str) -> str:
    """A key that an organisation's full name and its initials share: the initials of two or more words, or the word."""
    words = _organisation(name)
    return "".join(w[0] for w in words) if len(words) > 2 else "".join(words)
