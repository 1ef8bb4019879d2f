"""Names in a text, each with its kind: who and what stands with a capital, without the titles in front."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.labelling.name_runs import Run, name_runs
from onrecord.labelling.tokens import Kind, Stretch
from onrecord.lexicon.given_names import given_names
from onrecord.lexicon.name_words import name_words, places
from onrecord.lexicon.outlets import is_outlet
from onrecord.lexicon.roles import source_words
from onrecord.lexicon.wires import wire_named
from onrecord.records import MentionForm, MentionKind, MentionLabel, Span

PLURAL = re.compile(r"(?:[^d]ers|ists|ians|als|ites|ards)$")
"""How a word ends that names a group when nothing shows that it is a surname: "Millennials", "Loyalists"."""

MEMBER = re.compile(r"(?:[DRI]|Lab|Con)-[A-Z]\w{0,4}")
"""A member's party and state or seat, "R-Ohio": nobody's name."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole text tells of its names."""

    surnames: frozenset[str]
    given: frozenset[str]
    places: frozenset[str]
    small: frozenset[str]
    """Words that the text has without a capital too."""


def name_mentions(stretches: Sequence[Stretch], sources: Iterable[Span]) -> list[MentionLabel]:
    """Every name, with its kind, sorted.

    A single capitalised word is a name where a longer name ends in it, where a title stands before it, where it is a
    known place or body, or where it is the source of an attribution (`sources`), or opens one ("Holm, the pilot,").
    """
    speaking = frozenset(_ends(stretches, tuple(sources)))
    runs = _without_openers([run for stretch in stretches for run in name_runs(stretch, speaking)])
    known = _known(runs, stretches)
    out = []
    for run in runs:
        kind = _kind_of(run, known, speaks=run.tokens[-1].end in speaking)
        if kind is not None:
            span = Span(run.tokens[0].start, run.tokens[-1].end)
            head = Span(run.tokens[-1].start, run.tokens[-1].end)
            out.append(
                MentionLabel(span, kind, MentionForm.NAME, head, 0.9 if len(run.tokens) > 1 or run.titled else 0.7)
            )
    return sorted(out, key=lambda m: m.span)


def _ends(stretches: Sequence[Stretch], sources: Sequence[Span]) -> Iterator[int]:
    """Where the names of speakers may end: with the source, or before a comma and an article that tell who it is."""
    yield from (source.end for source in sources)
    starts = {source.start for source in sources}
    for stretch in stretches:
        for name, comma, article in zip(stretch.tokens, stretch.tokens[1:], stretch.tokens[2:], strict=False):
            if name.start in starts and comma.text == "," and article.lower in ("the", "a", "an"):
                yield name.end


def _without_openers(runs: list[Run]) -> list[Run]:
    """Without a word in front that is no part of the name: "Rival Nora Vale", where "Nora Vale" stands elsewhere."""
    names = {run.name for run in runs}
    out = []
    for run in runs:
        behind = replace(run, tokens=run.tokens[1:], before=run.tokens[0].lower)
        opens = len(run.tokens) > 2 or (len(run.tokens) == 2 and run.tokens[0].lower.endswith("ing"))
        extra = opens and behind.name in names
        extra |= run.before == "" and behind.name in places() and not _bears_given_name(run)
        extra &= _kind(run) is MentionKind.PERSON
        out.append(behind if extra else run)
    return out


def _known(runs: list[Run], stretches: Sequence[Stretch]) -> _Known:
    persons = [r for r in runs if not r.in_headline and not r.is_capitals and _kind(r) is MentionKind.PERSON]
    placed = {r.name for r in persons if r.placed and not _bears_given_name(r)}
    full = [r for r in persons if len(r.tokens) > 1 and r.name not in placed]
    surnames = {r.last for r in full if r.last not in places() or _bears_given_name(r)}
    surnames |= {r.last for r in runs if r.titled and len(r.tokens) == 1 and r.last not in places()}
    given = {r.tokens[0].text for r in full} & given_names().keys()
    small = {t.lower for s in stretches for t in s.tokens if t.kind is Kind.WORD and t.text.islower()}
    return _Known(
        frozenset(surnames), frozenset(given - places() - small), frozenset(placed - surnames), frozenset(small)
    )


def _bears_given_name(run: Run) -> bool:
    return run.titled or run.tokens[0].text in given_names()


def _kind_of(run: Run, known: _Known, *, speaks: bool) -> MentionKind | None:
    if MEMBER.fullmatch(run.name.rstrip(".")):
        return None
    if run.is_capitals:
        surname = run.last.capitalize()
        return MentionKind.PERSON if run.titled or surname in known.surnames else None
    if run.in_headline and not (run.titled or run.last in known.surnames or run.name in places()):
        is_person = speaks and 1 < len(run.tokens) < 4 and _kind(run) is MentionKind.PERSON
        return MentionKind.PERSON if is_person else None
    if len(run.tokens) > 1:
        if run.last in known.surnames and run.before != "the":
            return MentionKind.PERSON
        return MentionKind.PLACE if run.name in known.places else _kind(run)
    if run.last in known.surnames:
        return MentionKind.PERSON
    kind = _kind(run)
    if kind is not MentionKind.PERSON:
        return kind
    if run.name in known.places:
        return MentionKind.PLACE
    if run.titled or run.name in known.given:
        return MentionKind.PERSON
    is_common = run.last.lower() in known.small or run.last.lower() in source_words() or PLURAL.search(run.last)
    return MentionKind.PERSON if speaks and not is_common else None


def _kind(run: Run) -> MentionKind:
    """The kind by the words of the name alone; a person where nothing says otherwise."""
    if run.titled:
        return MentionKind.PERSON
    if _is_place(run):
        return MentionKind.PLACE
    section = source_words().get(run.last.lower())
    is_body = run.last in name_words("bodies") and not (section == "group" and len(run.tokens) == 1)
    if is_body or wire_named(run.name) is not None:
        return MentionKind.ORGANIZATION
    if section == "organization" or (section is not None and len(run.tokens) > 1):
        return MentionKind.ORGANIZATION
    if len(run.tokens) == 1 and is_outlet(run.name):
        return MentionKind.ORGANIZATION
    if len(run.tokens) == 1 and run.last.isupper() and len(run.last) > 1:
        return MentionKind.ORGANIZATION
    if run.before == "the" and not (1 < len(run.tokens) < 4 and run.tokens[0].text in given_names()):
        return MentionKind.ORGANIZATION
    if {"of", "and", "on", "for"} & {t.lower for t in run.tokens} or len(run.tokens) > 4:
        return MentionKind.ORGANIZATION
    return MentionKind.PERSON


def _is_place(run: Run) -> bool:
    name = run.name.rstrip(".")
    first, _, rest = name.partition(" ")
    is_site = rest and run.last in name_words("sites") and first not in given_names()
    return name in places() or bool(is_site) or (first in name_words("compass") and rest in places())
