"""Families: newsrooms of one owner, whose reports may share copy, and what that says of their origins."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

from onrecord.errors import ReadingError
from onrecord.lexicon.families import Family, bundled_families, read_families
from onrecord.people.disjoint_sets import DisjointSets
from onrecord.provenance.folds import Fold, Rank
from onrecord.provenance.metadata import OUTLET
from onrecord.provenance.outlets import outlet_key
from onrecord.records import Evidence, Findings, Graph
from onrecord.text.folding import fold


@dataclass(frozen=True, slots=True)
class Sister:
    """An outlet of a family: its name and its owner's, as the row of the file spells them."""

    outlet: str
    family: Family

    @property
    def owner(self) -> str:
        """The key of the owner: rows that spell it alike are one family."""
        return fold(self.family.owner)


Families: TypeAlias = Mapping[str, Sister]
"""A newsroom's key → its family; a newsroom that is not there is a family of its own."""


def known_families(path: str | os.PathLike[str] | None = None) -> Families:
    """The families of the bundled list, and of a user's file, whose rows outrank it.  Raises ReadingError."""
    return _bundled() if path is None else {**_bundled(), **_by_key(read_families(path), os.fspath(path))}


def sister_copies(folds: Iterable[Fold], graph: Graph, families: Families) -> list[Fold]:
    """The folds, the strongest first, with those sure that rest on shared passages of two outlets of one family."""
    keys = {f.article.id: outlet_key(f.article.outlet) for f in graph.findings}
    found = [_between_sisters(one, keys, families) for one in folds]
    return sorted(found, key=lambda f: (f.rank, -f.share, f.article, f.to, f.reason))


def same_owner(
    members: Mapping[str, Findings], reasons: Sequence[Fold], sets: DisjointSets, families: Families
) -> Iterator[Fold]:
    """Doubts that join the groups of articles whose newsrooms are of one family.

    A newsroom counts where its own report or one that was taken from it is in a group: an outlet that only carries an
    agency's copy is no origin there, whoever owns it.
    """
    homes = {sets.find(article): article for article in sorted(members, reverse=True)}
    taken = {f.article for f in reasons if f.sure and f.rank < Rank.OUTLET}
    outlets = [(article, outlet_key(findings.article.outlet)) for article, findings in members.items()]
    own = {key for article, key in outlets if article not in taken}
    carriers = {key for article, key in outlets if article in taken} - own
    newsrooms = {f.to for f in reasons if f.sure and f.to in families and sets.find(f.to) in homes} - carriers
    by_owner: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(newsrooms):
        by_owner[families[key].owner].append(key)
    for _, keys in sorted(by_owner.items()):
        first, *others = sorted({homes[sets.find(key)] for key in keys})
        for article in others:
            evidence = tuple(Evidence(one, None, OUTLET) for one in (article, first))
            yield Fold(article, first, Rank.FAMILY, _reason(keys, families), evidence, sure=False)


def _between_sisters(found: Fold, keys: Mapping[str, str], families: Families) -> Fold:
    mine, other = keys.get(found.article, ""), keys.get(found.to, "")
    if found.sure or found.rank is not Rank.COPY or mine == other or not (mine in families and other in families):
        return found
    if families[mine].owner != families[other].owner:
        return found
    reason = f"{found.reason}, and {_reason((mine, other), families)}"
    said = tuple(Evidence(one, None, OUTLET) for one in (found.article, found.to))
    return replace(found, rank=Rank.FAMILY, sure=True, reason=reason, evidence=(*found.evidence, *said))


def _reason(keys: Iterable[str], families: Families) -> str:
    """Who owns which of them, and the rows that say so: "same owner: … (…, …), by families.txt line 12"."""
    sisters = [families[key] for key in keys]
    outlets = ", ".join(sorted({s.outlet for s in sisters}, key=str.casefold))
    rows = sorted({(s.family.file, s.family.line, s.family.where) for s in sisters})
    return f"same owner: {sisters[0].family.owner} ({outlets}), by {' and '.join(where for _, _, where in rows)}"


@cache
def _bundled() -> Families:
    return _by_key(bundled_families(), "families.txt")


def _by_key(rows: Iterable[Family], path: str) -> dict[str, Sister]:
    """The rows by newsroom; "The Sun" is "thesun.co.uk" too.  Raises ReadingError where two families claim one."""
    found: dict[str, Sister] = {}
    for row in rows:
        for outlet in row.outlets:
            sister = Sister(outlet, row)
            before = found.setdefault(outlet_key(outlet), sister)
            if before.owner != sister.owner:
                reason = f"“{outlet}” is in the family {before.family.owner} already, by line {before.family.line}"
                raise ReadingError(f"{path} line {row.line}", reason)
    for key, sister in list(found.items()):
        if sister.outlet.startswith("The "):
            found.setdefault(f"the{key}", sister)
    return found
