"""Checkers of what an edge says of two versions: a correction, an update, a replaced copy, a withdrawal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from onrecord.lexicon.versions import Version
from onrecord.provenance.metadata import TITLE
from onrecord.provenance.outlets import credited, outlet_key
from onrecord.provenance.versions import notices
from onrecord.records import Article, CreditKind, Derivation
from onrecord.text.content_words import word_list
from tests.provenance.places import Places

ADDED = 8
"""Words that a sentence which makes an update has at least."""


def _ends(places: Places, d: Derivation) -> tuple[Article, Article]:
    later, earlier = places.article(d.source), places.article(d.target)
    assert later
    assert earlier
    return later, earlier


def _words(article: Article) -> set[str]:
    """The folded words of every notice in an article's text or in its headline, each notice as one."""
    return {n.words for n in notices(article.text, article.title)}


def _is(kind: Version, places: Places, d: Derivation) -> bool:
    """A notice of this kind is shown that only the later has; or a sentence that was added, or the credits of both."""
    later, earlier = _ends(places, d)
    if "other_source" in d.rule:
        return kind is Version.REPLACED
    known = {(n.span, None) if n.span else (None, TITLE) for n in notices(later.text, later.title) if n.kind is kind}
    if any(e.article == later.id and (e.span, e.field) in known for e in d.evidence):
        return bool(_words(later) - _words(earlier))
    (first, *_) = [places.words(e) for e in d.evidence if e.article == later.id and e.span]
    return kind is Version.UPDATE and len(word_list(first)) >= ADDED and first not in earlier.text


def _other_source(places: Places, d: Derivation) -> bool:
    """An agency that the earlier credits, as is shown, is credited no more."""
    later, earlier = _ends(places, d)
    shown = {e.span for e in d.evidence if e.article == earlier.id}
    agencies = [c for c in earlier.credits if c.kind is CreditKind.WIRE and c.span in shown]
    still = {outlet_key(c.name) for c in credited(later)}
    return bool(agencies) and not {outlet_key(c.name) for c in agencies} & still


def _names_it(places: Places, d: Derivation) -> bool:
    later, earlier = _ends(places, d)
    return bool(earlier.title) and " ".join(word_list(earlier.title or "")) in " ".join(word_list(later.text))


def _says_so(places: Places, d: Derivation) -> bool:
    later, earlier = _ends(places, d)
    return bool(_words(later) - _words(earlier))


VERSIONS: Mapping[str, Callable[[Places, Derivation], bool]] = {
    **{kind.value: partial(_is, kind) for kind in Version},
    "other_source": _other_source,
    "names_it": _names_it,
}
HOW_VERSIONS: Mapping[str, Callable[[Places, Derivation], bool]] = {"says so": _says_so}
