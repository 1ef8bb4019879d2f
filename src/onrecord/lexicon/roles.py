"""Nouns for people by role, and nouns for sources that are no single person."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import entries


@cache
def role_words() -> dict[str, str]:
    """Word (lower case, singular and plural) → the usual word for that role."""
    out: dict[str, str] = {}
    for role in ";".join(entries("roles.txt")).split(";"):
        words = [w.split(":")[-1].replace("-", " ") for w in role.split()]
        for word in words:
            out.setdefault(word, words[0])
            out.setdefault(plural(word), words[0])
    return out


@cache
def role_genders() -> dict[str, str]:
    """Words that name a man ("m") or a woman ("f")."""
    out: dict[str, str] = {}
    for line in entries("roles.txt"):
        for entry in line.replace(";", " ").split():
            gender, colon, word = entry.partition(":")
            if colon:
                out[word] = gender
    return out


@cache
def source_words() -> dict[str, str]:
    """Word (lower case) → "group", "organization" or "document"."""
    out: dict[str, str] = {}
    section = ""
    for line in entries("sources.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            out.update((word, section) for word in line.split() if word not in out)
    return out


@cache
def portfolios() -> frozenset[str]:
    """Lower-case words that belong to the title they stand in front of ("transport minister")."""
    return frozenset(word for line in entries("portfolios.txt") for word in line.split())


def plural(word: str) -> str:
    """The regular English plural; "-man" becomes "-men"."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
