"""A checker for every rule of derivations: it looks up in the articles what the edge claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from onrecord.provenance.near_copy import likeness, taken_over
from onrecord.provenance.outlets import outlet_key
from onrecord.provenance.retold import retold
from onrecord.records import CreditKind, Derivation, Evidence, Moment, Span, Spans, hull
from onrecord.text.content_words import word_list
from tests.provenance.evidence_versions import HOW_VERSIONS, VERSIONS
from tests.provenance.places import Places, is_long, parts, roots

CREDITS = {
    "wire_credit": CreditKind.WIRE,
    "outlet_credit": CreditKind.OUTLET,
    "hat_tip_credit": CreditKind.HAT_TIP,
    "republished_credit": CreditKind.REPUBLISHED,
}

Checker = Callable[[Places, Derivation], bool]
"""Whether the articles bear out what an edge claims."""


def _names(words: str, name: str) -> bool:
    """Whether words name a newsroom or go-between."""
    return outlet_key(words) == outlet_key(name) or set(word_list(name)) <= set(word_list(words))


def _credit(kind: CreditKind | None, places: Places, d: Derivation) -> bool:
    """The evidence is where a credit of the kind stands, and names the newsroom; of None, the credit gives an address.

    A desk's sign-off ("Editing by …") shows its agency by its form alone.
    """
    article = places.article(d.source)
    assert article is not None
    (shown,) = d.evidence
    scheme, _, name = d.target.partition(":")
    credits = [
        c for c in article.credits if (c.span, None if c.span else c.rule or "credits") == (shown.span, shown.field)
    ]
    if kind is None:
        fits = [c for c in credits if c.url and "based_on" in c.rule]
    else:
        fits = [c for c in credits if c.kind is kind]
    if not any(outlet_key(c.name) == outlet_key(name) for c in fits) or scheme not in ("wire", "outlet"):
        return False
    words = places.words(shown)
    if all(c.rule == "desk_sign_off" for c in fits):
        return "ing by" in words or "@" in words
    return any(_names(w, name) for w in words.split("; "))


def _via(places: Places, d: Derivation) -> bool:
    """The words are those of a go-between of the statement, of the kind that the rule says, and name the end."""
    statement, kind = places.statements[d.source], d.rule.removeprefix("via_")
    found = [v for v in statement.via if v.kind.value == kind and v.spans == _spans(d)]
    words = " ".join(places.words(e) for e in d.evidence)
    name = d.target.partition(":")[2]
    return any(_names(words, name) or (v.name and _names(v.name, name)) for v in found)


def _said_inside(places: Places, d: Derivation) -> bool:
    """The words are the whole inner statement; its attributing words, or where it has none its own, are the outer's."""
    inner, outer = places.statements.get(d.source), places.statements.get(d.target)
    if inner is None or outer is None:
        return False
    (shown,) = d.evidence
    reach = hull(outer.content)
    assert reach is not None
    inside = all(reach.covers(span) for span in (*inner.source, *inner.cue) or inner.content)
    return inner.parent == outer.id and inner.article == outer.article and shown.span == inner.extent and inside


def _points_to(places: Places, d: Derivation) -> bool:
    """A pointer of the statement stands there, and leads to the other; or whose saying and of when it is, fits that."""
    source, target = places.statements.get(d.source), places.statements.get(d.target)
    if source is None or target is None:
        return False
    for pointer in source.points_to:
        if pointer.spans == _spans(d):
            if pointer.statement is not None:
                return pointer.statement == target.id
            named = parts(places.agents.get(pointer.agent or "")) & parts(places.agents.get(target.agent or ""))
            return bool(named) and _meet(pointer.said, target.said) and source.article != target.article
    return False


def _points_to_a_saying(places: Places, d: Derivation) -> bool:
    name, _, day = d.target.removeprefix("saying:").partition(", ")
    return any(
        pointer.spans == _spans(d)
        and places.agents[pointer.agent or ""].name == name
        and (pointer.said.start or "" if pointer.said else "")[:10] == day
        for pointer in places.statements[d.source].points_to
    )


def _via_this_outlet(places: Places, d: Derivation) -> bool:
    """The words name the outlet of the other article, and the two statements are held for one utterance."""
    target = places.article(d.target)
    assert target is not None
    pair, statement = {d.source, d.target}, places.statements[d.source]
    held = [u for u in places.graph.links.utterances if {u.first, u.second} == pair and u.score == d.score]
    named = [v for v in statement.via if v.spans == _spans(d)]
    words = " ".join(places.words(e) for e in d.evidence)
    return bool(held) and any(outlet_key(n) == outlet_key(target.outlet) for v in named for n in (v.name or "", words))


def _credits_url(places: Places, d: Derivation) -> bool:
    """A credit of the copy has the address of the original, and so has the original itself."""
    copy, original = places.article(d.source), places.article(d.target)
    assert copy
    assert original
    said, address = d.evidence
    fields = [c.span or c.rule for c in copy.credits if c.url and c.url == original.url]
    return (said.span or said.field) in fields and address == Evidence(original.id, None, "url")


def _same_url(places: Places, d: Derivation) -> bool:
    """Both articles have one address, and it is shown for both."""
    later, earlier = places.article(d.source), places.article(d.target)
    assert later
    assert earlier
    shown = {e.article for e in d.evidence if e.field == "url"}
    return later.url == earlier.url and shown == {later.id, earlier.id} and later.text != earlier.text


def _copy(score: str, places: Places, d: Derivation) -> bool:
    """The score is what is measured, and the passage shown, if any, has the same words in both articles."""
    later, earlier = places.ready(d.source), places.ready(d.target)
    measured = likeness(later.imprint, earlier.imprint)
    share = taken_over(later.imprint, earlier.imprint) if score == "all" else measured.own
    if d.score != round(share, 4) or measured.is_copy is not (score == "all"):
        return False
    if d.rule.startswith("near_copy_same_outlet"):
        one, other = (p.findings.article.outlet for p in (later, earlier))
        if outlet_key(one) != outlet_key(other):
            return False
    run = [word_list(places.words(e)) for e in d.evidence[-2:] if e.article and e.span]
    return is_long(places, d) or (len(run) == 2 and run[0] == run[1] != [])


def _retold(places: Places, d: Derivation) -> bool:
    """The score is what is measured, and the two sentences have content words in common."""
    measured = retold(places.ready(d.source), places.ready(d.target))
    one, other = (roots(places.words(e)) for e in d.evidence[-2:])
    return measured is not None and measured.share == d.score and len(one & other) >= 2


CHECKERS: Mapping[str, Checker] = {
    **{rule: partial(_credit, kind) for rule, kind in CREDITS.items()},
    "is_based_on": partial(_credit, None),
    **{f"via_{kind}": _via for kind in ("wire", "outlet", "document", "social", "broadcast", "statement", "person")},
    "said_inside": _said_inside,
    "points_to": _points_to,
    "points_to_a_saying": _points_to_a_saying,
    "via_this_outlet": _via_this_outlet,
    "credits_url": _credits_url,
    "same_url": _same_url,
    "near_copy": partial(_copy, "all"),
    "near_copy_same_outlet": partial(_copy, "all"),
    "shared_passages": partial(_copy, "own"),
    "retold": _retold,
    **VERSIONS,
}
MEASURED = {"near_copy", "near_copy_same_outlet", "shared_passages"}
"""Rules of edges that a measured likeness shows even where the articles are too long for a passage to be found."""


def _credits_it(places: Places, d: Derivation) -> bool:
    original = places.article(d.target)
    assert original is not None
    shown = [places.words(e) for e in d.evidence if e.article == places.ready(d.source).id]
    return any(outlet_key(words) == outlet_key(original.outlet) for words in shown)


def _published_later(places: Places, d: Derivation) -> bool:
    return _difference(places, d) > 0


def _order_unknown(places: Places, d: Derivation) -> bool:
    """Neither is known to be later; the greater id counts as the later one."""
    return _difference(places, d) == 0 and d.source > d.target


HOWS: Mapping[str, Checker] = {
    "credits it": _credits_it,
    "published later": _published_later,
    "order unknown": _order_unknown,
    **HOW_VERSIONS,
}


def _difference(places: Places, d: Derivation) -> float:
    """How much later the source was published: seconds between instants, else days; 0 where nobody knows."""
    said = [article.published for end in (d.source, d.target) if (article := places.article(end)) and article.published]
    if len(said) < 2:
        return 0.0
    later, earlier = map(datetime.fromisoformat, said)
    if later.tzinfo and earlier.tzinfo:
        return (later - earlier).total_seconds()
    return later.toordinal() - earlier.toordinal()


def _spans(d: Derivation) -> Spans:
    return tuple(e.span for e in d.evidence if isinstance(e.span, Span))


def _meet(a: Moment | None, b: Moment | None) -> bool:
    if not a or not b or not a.start or not a.end or not b.start or not b.end:
        return False
    return a.start[:10] <= b.end[:10] and b.start[:10] <= a.end[:10]
