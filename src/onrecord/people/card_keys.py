"""Keys: the blocks in which cards meet; two cards that share none are never compared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.lexicon.name_equivalents import name_equivalents
from onrecord.people.cards import Card
from onrecord.people.parts import organisation_parts, person_parts
from onrecord.text.spelling import consonants, loose_consonants

_SOUNDS = str.maketrans("ckqwyjaeiou", "kkkvaaaaaaa")
"""First letters that one name may have in two spellings count as one; "a" stands for all vowels and y, j."""
_ACRONYM = range(3, 8)


def card_keys(card: Card) -> tuple[str, ...]:
    """The card's blocks, sorted: a pure function of the card.

    A pair of words of a name meets the same pair spelled otherwise by the consonants of one and the beginning, or the
    end, of the other's: one slip leaves a key whole.  A single word meets full names by the role beside it.
    """
    letter = "p" if card.is_person else "o"
    keys: set[str] = set()
    for name in card.names:
        words = _words(name, is_person=card.is_person)
        if card.is_person and words:
            keys.update(f"role:{_skeleton(word)}:{role}" for word in words[-1:] for role in card.context.roles)
        if len(words) > 1:
            keys.update(f"{letter}:{key}" for key in (_person_keys(words) if card.is_person else _body_keys(words)))
        elif words and not card.is_person:
            keys.update({f"o:{_skeleton(words[0])}", f"o:={words[0]}"})
    return tuple(sorted(keys))


def _words(name: str, *, is_person: bool) -> tuple[str, ...]:
    parts = person_parts(name) if is_person else organisation_parts(name)
    words = tuple(loose_consonants(w) or w for w in parts.words) if parts.rough else parts.words
    return words[:4] if is_person else words[:8]


def _person_keys(words: tuple[str, ...]) -> Iterator[str]:
    """Every two words that may be family and given name: the last one with each other, and the first two."""
    *others, last = words
    for other in others:
        yield from _pair_keys(other, last)
        if len(last) > 1:
            yield from (f"{_skeleton(last)}.{first}" for first in _firsts(other))
    if len(last) == 1:
        yield f"{_skeleton(words[0])}.{_firsts(last)[0]}"
    if len(words) > 2:
        yield from _pair_keys(*words[:2])


def _pair_keys(one: str, other: str) -> Iterator[str]:
    """Two words whose order is not known, each by its consonants with how the other begins."""
    if len(one) > 1 and len(other) > 1:
        yield from (f"{_skeleton(main)}:{_skeleton(beside)[:2]}-" for main, beside in ((one, other), (other, one)))


def _body_keys(words: tuple[str, ...]) -> Iterator[str]:
    first, last = _skeleton(words[0]), _skeleton(words[-1])
    yield from (f"{first}:{last[:2]}-", f"{first}:-{last[-2:]}", f"{last}:{first[:2]}-", f"{last}:-{first[-2:]}")
    if len(words) in _ACRONYM:
        yield "=" + "".join(word[0] for word in words)


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    return consonants(word) or word[:1]


@lru_cache(maxsize=65536)
def _firsts(word: str) -> tuple[str, ...]:
    """The first sounds of a word and of the names that stand for it ("bill": b, v)."""
    known = name_equivalents()
    same = _equivalents().get(word, frozenset({word})) if word in known else {word}
    return tuple(sorted({form[0].translate(_SOUNDS) for form in same}))


@lru_cache(maxsize=1)
def _equivalents() -> dict[str, frozenset[str]]:
    """A word → all the words that have a name in common with it."""
    groups: dict[int, set[str]] = {}
    for word, numbers in name_equivalents().items():
        for number in numbers:
            groups.setdefault(number, set()).add(word)
    return {word: frozenset().union(*(groups[n] for n in numbers)) for word, numbers in name_equivalents().items()}
