"""Reporting cues: the entries of `cues.tsv`, and an index of the word forms that may open one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.roles import plural
from onrecord.lexicon.word_lists import entries
from onrecord.records.labels import Modality

CONFIRMING = ("confirm", "corroborat", "verif", "attest")
"""How the verbs begin by which somebody confirms what another has said."""


class Part(StrEnum):
    """The part of speech of a cue, or where a phrase stands beside its source."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    BEFORE_SOURCE = "before source"
    BEHIND_SOURCE = "behind source"
    NO_SOURCE = "no source"


class Form(StrEnum):
    """A verb's form; a noun, adjective or phrase has the form BASE."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of `cues.tsv`: what the columns mean stands at the head of that file."""

    lemma: str
    part: Part
    modality: Modality
    frames: frozenset[str]
    irregular: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueForm:
    """One way to write a cue: `forms` are the forms its first word may be, `rest` the lower-case words behind it."""

    cue: Cue
    forms: frozenset[Form]
    rest: tuple[str, ...] = ()


@cache
def cues() -> tuple[Cue, ...]:
    """Every cue, in the order of the file."""
    return tuple(_cue(line) for line in entries("cues.tsv"))


@cache
def cue_forms() -> dict[str, tuple[CueForm, ...]]:
    """First word in lower case → the cues that it may open, the longest first."""
    index: dict[str, list[CueForm]] = {}
    for cue in cues():
        first, *rest = cue.lemma.split()
        for word, forms in _inflected(cue, first).items():
            index.setdefault(word, []).append(CueForm(cue, frozenset(forms), tuple(rest)))
    return {word: tuple(sorted(found, key=lambda f: -len(f.rest))) for word, found in index.items()}


@cache
def reporting_verbs() -> dict[str, Form]:
    """Present and past forms of one-word verbs that take a clause → that form, where the word is no plural noun too."""
    out: dict[str, Form] = {}
    nouns = function_words("plural_nouns")
    for cue in cues():
        if cue.part is Part.VERB and "that" in cue.frames and " " not in cue.lemma:
            forms = verb_forms(cue.lemma, cue.irregular)
            out |= {forms[f]: f for f in (Form.PRESENT, Form.PAST) if forms[f] not in nouns | {cue.lemma}}
    return out


def verb_forms(lemma: str, irregular: tuple[str, ...] = ()) -> dict[Form, str]:
    """The five forms of a verb's lemma; `irregular` gives past, participle and -ing form as far as they are."""
    past = irregular[0] if irregular else _with_ed(lemma)
    participle = irregular[1] if len(irregular) > 1 else past
    ing = irregular[2] if len(irregular) > 2 else _with_ing(lemma)
    present = "has" if lemma == "have" else plural(lemma) if not lemma.endswith("o") else lemma + "es"
    return {Form.BASE: lemma, Form.PRESENT: present, Form.PAST: past, Form.PARTICIPLE: participle, Form.ING: ing}


def _inflected(cue: Cue, first: str) -> dict[str, set[Form]]:
    if cue.part is Part.VERB:
        out: dict[str, set[Form]] = {}
        for form, word in verb_forms(first, cue.irregular).items():
            out.setdefault(word, set()).add(form)
        return out
    if cue.part is Part.NOUN:
        return {first: {Form.BASE}, plural(first): {Form.BASE}}
    return {first: {Form.BASE}}


def _cue(line: str) -> Cue:
    lemma, part, modality, frames, irregular, *_ = [*line.split("\t"), ""]
    return Cue(lemma, Part(part), Modality(modality), frozenset(frames.split()), tuple(irregular.split()))


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _with_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + "ing"
