"""Linking is a pure, symmetric function of two articles; order changes nothing."""

from dataclasses import replace
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.provenance.independence import origins
from onrecord.provenance.keys import link_keys
from onrecord.provenance.linking import link, own_links
from onrecord.provenance.primary import primary_source
from onrecord.provenance.utterances import cluster
from onrecord.records import CreditKind, DerivationKind, Findings, Links, SameUtterance, ViaKind, WordingRelation
from tests.provenance.newsroom import BACKGROUND, DREDGING, STORM, Said, graph, linked, stories, story


def spans_hold(links: Links, *found: Findings) -> bool:
    texts = {f.article.id: f.article.text for f in found}
    return all(e.span is None or e.span.of(texts[e.article]).strip() for d in links.derivations for e in d.evidence)


@given(stories(), stories())
def test_link_is_symmetric_and_its_evidence_stands_in_the_texts(a: Findings, b: Findings) -> None:
    links = link(a, b)
    assert links == link(b, a)
    assert spans_hold(links, a, b)
    ids = {x.id for f in (a, b) for x in (f.article, *f.statements)}
    assert all(d.source in ids and d.target in ids and d.source != d.target for d in links.derivations)
    assert all(u.first < u.second for u in links.utterances)
    assert all(0.0 <= u.score <= 1.0 for u in links.utterances)


@given(stories())
def test_an_article_has_no_link_with_itself_and_own_links_start_in_it(a: Findings) -> None:
    assert link(a, a) == Links()
    own = own_links(a)
    ids = {a.article.id, *(s.id for s in a.statements)}
    assert all(d.source in ids for d in own.derivations)
    assert all(u.first in ids and u.second in ids for u in own.utterances)
    assert spans_hold(own, a)


@given(st.lists(stories(), min_size=1, max_size=4, unique_by=lambda f: f.article.id), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_edges_changes_nothing(found: list[Findings], random: object) -> None:
    links = linked(*found)
    once = cluster(found, links)
    for order in list(permutations(found))[:4]:
        again = linked(*order)
        assert {*again.derivations} == {*links.derivations}
        assert cluster(order, Links(utterances=tuple(reversed(again.utterances)))) == once


@given(st.lists(stories(), max_size=4, unique_by=lambda f: f.article.id))
def test_every_statement_is_in_one_utterance_that_its_smallest_id_names(found: list[Findings]) -> None:
    utterances = cluster(found, linked(*found))
    members = sorted(s for u in utterances for s in u.statements)
    assert members == sorted(s.id for f in found for s in f.statements)
    for utterance in utterances:
        assert utterance.id == min(utterance.statements)
        assert sorted(s for w in utterance.wordings for s in w.statements) == sorted(utterance.statements)


def test_who_only_attributes_a_report_has_no_wording_of_its_own() -> None:
    findings = story(Said("Marta Oslington", DREDGING), Said(None, STORM), outlet="B")
    inner, outer = findings.statements
    nested = replace(findings, statements=(replace(inner, parent=outer.id), outer))
    first, second = sorted((inner.id, outer.id))
    edge = SameUtterance(first, second, WordingRelation.IDENTICAL, "same_quote", 1.0)
    (utterance,) = cluster([nested], Links(utterances=(edge,)))
    assert set(utterance.statements) == {inner.id, outer.id}
    assert [wording.statements for wording in utterance.wordings] == [(inner.id,)]


@given(st.lists(stories(), max_size=4, unique_by=lambda f: f.article.id))
def test_origins_are_between_one_and_the_number_of_articles(found: list[Findings]) -> None:
    everything = graph(*found)
    for utterance in everything.utterances:
        counted = origins(everything, utterance.statements)
        articles = {f.article.id for f in found for s in f.statements if s.id in utterance.statements}
        assert 1 <= counted.low <= counted.high <= len(articles)
        assert sorted(a for g in counted.groups for a in g.articles) == sorted(articles)
        assert len(counted.groups) == counted.high
        assert all(g.reason for g in counted.groups)
        assert primary_source(everything, utterance).what
    assert origins(everything, []).high == 0


@given(st.lists(stories(), max_size=3, unique_by=lambda f: f.article.id))
def test_articles_of_one_address_share_a_key(found: list[Findings]) -> None:
    for a, b in combinations(found, 2):
        links = link(a, b)
        if any(d.rule.startswith(("same_url", "credits_url")) for d in links.derivations):
            assert {*link_keys(a)} & {*link_keys(b)}


@given(stories())
def test_keys_are_sorted_and_always_the_same(a: Findings) -> None:
    keys = link_keys(a)
    assert list(keys) == sorted(set(keys)) == list(link_keys(a))


def test_generic_phrases_make_no_key() -> None:
    thanks = story(Said("Marta Oslington", "Thank you all very much"), outlet="A")
    assert not [k for k in link_keys(thanks) if k.startswith("quote:")]


def test_a_truncated_quotation_shares_a_key_with_the_whole() -> None:
    whole = story(Said(None, DREDGING + " from the west"), outlet="A")
    cut = story(Said(None, "the northern channel will be dredged before the autumn storms"), outlet="B")
    assert [k for k in set(link_keys(whole)) & set(link_keys(cut)) if k.startswith("quote:")]


def test_credits_go_betweens_and_nesting_become_derivations_with_evidence() -> None:
    found = story(
        Said("Marta Oslington", DREDGING, via=(ViaKind.OUTLET, "Lorry Weekly")),
        Said("Marta Oslington", STORM, via=(ViaKind.SOCIAL, "a short post")),
        credits=[(CreditKind.WIRE, "TASS"), (CreditKind.HAT_TIP, "Berth & Bollard"), (CreditKind.PHOTO, "Ann Ode")],
    )
    edges = {(d.rule, d.target, d.kind): d for d in own_links(found).derivations}
    assert set(edges) == {
        ("wire_credit", "wire:TASS", DerivationKind.DERIVATION),
        ("hat_tip_credit", "outlet:Berth & Bollard", DerivationKind.DERIVATION),
        ("via_outlet", "outlet:Lorry Weekly", DerivationKind.DERIVATION),
        ("via_social", "social:a short post", DerivationKind.PRIMARY_SOURCE),
    }
    for (_, target, _), edge in edges.items():
        (evidence,) = edge.evidence
        assert evidence.span is not None
        assert evidence.span.of(found.article.text) == target.partition(":")[2]


def test_a_statement_via_an_outlet_derives_from_that_outlets_report() -> None:
    original = story(Said("Marta Oslington", DREDGING), outlet="Lorry Weekly", background=BACKGROUND)
    relayed = story(Said("Oslington", DREDGING, via=(ViaKind.OUTLET, "Lorry Weekly")), outlet="Quayside Radio")
    (edge,) = link(original, relayed).derivations
    assert (edge.source, edge.target) == (relayed.statements[0].id, original.statements[0].id)
    assert (edge.kind, edge.rule) == (DerivationKind.QUOTATION, "via_this_outlet")
