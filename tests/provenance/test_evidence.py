"""No edge without evidence: behind each one are characters, a field or a measure, and they show what its rule says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from evals.newsroom.cascade import cascade
from evals.newsroom.knobs import PRESETS
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Archive
from onrecord.answers.trace import trace
from onrecord.answers.views import Quoted
from onrecord.answers.why import why
from onrecord.people.identities import BY_WORD
from onrecord.people.names import name_parts, organisation_key
from onrecord.reading.sources import read_bytes
from onrecord.records import (
    AgentType,
    Article,
    CreditKind,
    Derivation,
    Evidence,
    Findings,
    Graph,
    Links,
    Pointer,
    Span,
    ViaKind,
)
from tests.provenance.evidence import AGENTS, UTTERANCES, faults
from tests.provenance.evidence_rules import CHECKERS, HOWS
from tests.provenance.newsroom import (
    BACKGROUND,
    DREDGING,
    INDIRECT,
    MIXED,
    OTHER_BACKGROUND,
    STORM,
    TARIFF,
    Said,
    graph,
    stories,
    story,
)
from tests.provenance.test_copies import REWRITE
from tests.provenance.test_pointing import pointing
from tests.provenance.test_pointing import report as pointed_at
from tests.provenance.test_retold import AGAIN, TOLD
from tests.provenance.test_same_meaning import FROST, ICE
from tests.test_seed import GOLDEN
from tests.test_seed_trace import AGENCY, BARE, CREDITED

PAGES = Path(__file__).parents[1] / "reading" / "pages"


def answers(graph: Graph) -> Iterator[tuple[str, tuple[Quoted, ...]]]:
    """Every step and every edge that `trace` and `why` show, with its evidence."""
    for utterance in graph.utterances:
        for step in trace(graph, utterance.id).chain:
            yield f"trace of {utterance.id}: {step.rule}", step.evidence
    records = [
        i for f in graph.findings for i in (f.article.id, *(s.id for s in f.statements), *(a.id for a in f.agents))
    ]
    for record in [*records, *(u.id for u in graph.utterances)]:
        for edge in why(graph, record).edges:
            yield f"why {record}: {edge.kind}, {edge.rule}", edge.evidence


def unanswered(graph: Graph) -> list[str]:
    """The steps and edges that are shown without any words or any field's value, or with blank ones."""
    return [place for place, shown in answers(graph) if not shown or not all(e.text and e.text.strip() for e in shown)]


def unnamed(graph: Graph) -> list[str]:
    """The primary sources that are somebody's own words, and no words shown for that name them, initials included."""
    steps = [step for utterance in graph.utterances for step in trace(graph, utterance.id).chain]
    own = [step for step in steps if step.rule == "whom the reports name" and step.target.startswith("own words: ")]
    return [step.target for step in own if not any(_is_of(e.text or "", step.target) for e in step.evidence)]


def _is_of(words: str, goal: str) -> bool:
    name = goal.partition(": ")[2]
    return not {*name_parts(words)}.isdisjoint(name_parts(name)) or organisation_key(words) == organisation_key(name)


def check(graph: Graph) -> None:
    assert list(faults(graph)) == []
    assert unanswered(graph) == []
    assert unnamed(graph) == []


def archived(sources: Sequence[str | Path | Article], labeller: str = "rules") -> Graph:
    with Archive.open(":memory:") as archive:
        archive.add(sources, labeller=labeller)
        return archive.graph()


# Archives of news


def test_the_seed_article_and_its_follow_ups(shared: Path, tmp_path: Path) -> None:
    seed = shared.parent / "shared" / GOLDEN["file"]
    said = next(s["content"][0] for s in GOLDEN["statements"] if len(s["content"]) == 1)
    rows = [
        {"text": AGENCY, "outlet": "TASS", "published": "2022-01-11"},
        {"text": CREDITED, "outlet": "Harbour Herald", "published": "2022-01-11"},
        {"text": BARE, "outlet": "Lakeside Gazette", "published": "2022-01-12"},
    ]
    quote = seed.read_text(encoding="utf-8")[slice(*said)]
    follow_ups = tmp_path / "news.jsonl"
    follow_ups.write_text("\n".join(json.dumps({**r, "text": r["text"].format(isolated=quote)}) for r in rows), "utf-8")
    found = archived([seed, follow_ups], labeller="encoder")
    assert {"wire_credit", "points_to", "points_to_a_saying"} <= {d.rule for d in found.links.derivations}
    check(found)


@pytest.mark.parametrize("labeller", ["rules", "encoder"])
def test_the_bundled_sample(labeller: str) -> None:
    check(archived([str(files("onrecord").joinpath("samples"))], labeller))


def test_saved_pages_and_feeds() -> None:
    pages = sorted(p for p in PAGES.iterdir() if p.suffix != ".toml")
    articles = [a for p in pages for a in read_bytes(p.read_bytes(), p.name) if isinstance(a, Article)]
    found = archived(articles)
    fields = {e.field for d in found.links.derivations for e in d.evidence if e.field}
    assert {"feed_source", "json_ld_is_based_on", "canonical_url"} <= fields
    check(found)


@settings(max_examples=12)
@given(
    level=st.sampled_from(sorted(PRESETS)), seeds=st.lists(st.integers(0, 9_999), min_size=1, max_size=3, unique=True)
)
def test_generated_cascades(level: str, seeds: list[int]) -> None:
    knobs = replace(PRESETS[level], articles=6, distractors=1, origins=(1, 2))
    documents = [d for seed in seeds for d in cascade(knobs, seed=seed, number=0).documents]
    made = [read_again(asdict(d)) for d in documents]
    check(archived(made))


def read_again(document: dict[str, str]) -> Article:
    (article,) = read_bytes(json.dumps({**document, "language": "en"}).encode(), "cascade.jsonl")
    assert isinstance(article, Article)
    return article


@given(st.lists(stories(), min_size=1, max_size=4, unique_by=lambda f: f.article.id))
def test_any_articles_of_a_small_town(found: list[Findings]) -> None:
    check(graph(*found))


# One archive in which every rule draws an edge


def nested() -> Findings:
    """What Carrow says that Oslington said."""
    found = story(Said("Ines Carrow", f"Oslington promised that {TARIFF}", INDIRECT), outlet="Gull Weekly")
    (outer,) = found.statements
    at = found.article.text.index(TARIFF)
    inner = replace(outer, id="0" * 32, content=(Span(at, at + len(TARIFF)),), source=(), agent=None, parent=outer.id)
    return replace(found, statements=(outer, inner))


def repeating() -> Findings:
    """The second statement points at the first."""
    found = story(Said("Ines Carrow", STORM), Said("Ines Carrow", "As I said before"), outlet="Pier Post")
    first, second = found.statements
    pointer = Pointer(second.content, statement=first.id)
    return replace(found, statements=(first, replace(second, points_to=(pointer,))))


def every_way() -> Iterator[Findings]:
    """Articles between which every rule draws an edge."""
    lead = BACKGROUND.split(". ")[0]
    kinds = [
        (CreditKind.WIRE, "TASS"),
        (CreditKind.OUTLET, "The Tidewater Post"),
        (CreditKind.HAT_TIP, "Berth & Bollard"),
    ]
    yield story(Said("Marta Oslington", DREDGING, whom="reporters"), outlet="TASS", background=BACKGROUND)
    yield story(outlet="A Post", background=REWRITE, credits=[*kinds, (CreditKind.REPUBLISHED, "Lorry Weekly")])
    yield story(outlet="B Post", background=BACKGROUND, published="2024-05-15", url="https://b.example/1")
    yield story(outlet="B Post", background=f"Anglers saw it too. {BACKGROUND}", published="2024-05-16")
    yield story(outlet="C Post", background=f"{lead}. {OTHER_BACKGROUND}", published=None)
    yield story(outlet="D Post", background=AGAIN, published="2024-05-15")
    yield story(outlet="E Post", background=TOLD, credit_urls=["https://b.example/1"])
    yield story(
        outlet="F Post", background="Now for something else.", url="https://b.example/1", published="2024-05-17"
    )
    for number, kind in enumerate(ViaKind):
        said = Said("Oslington", DREDGING, via=(kind, f"the {kind.value} of Brenn"), day="2024-05-13")
        yield story(said, outlet=f"Gazette No. {number}", published="2024-05-20")
    yield story(Said("Oslington", DREDGING, via=(ViaKind.OUTLET, "Lorry Weekly")), outlet="Quayside Radio")
    yield story(Said("Marta Oslington", DREDGING, role="harbour master"), outlet="Lorry Weekly")
    yield story(
        Said("Marta Oslington", "storms in autumn will come after the dredging of the channel", INDIRECT), outlet="H"
    )
    yield story(Said("Märta Oslingtom", "“dredged before the autumn storms arrive” was the plan", MIXED), outlet="I")
    yield story(Said("harbour official", DREDGING), Said("Jon Brill", DREDGING), outlet="J")
    yield story(Said(None, DREDGING, role="the harbour master of Ostrava Bay"), outlet="K")
    yield story(Said("the inquiry’s report", f"{STORM} before dawn", type=AgentType.DOCUMENT), outlet="L")
    yield story(Said("Ines Carrow", f"{STORM} before dawn"), Said("Jon Brill", "We dredge or we drown"), outlet="M")
    yield story(Said("Jon Brill", "We dredge or we drown"), outlet="N")
    reeds = (("Tomas", "president of Norway"), ("Tomas", "chairman and president of Norway"), ("Tomás", "president"))
    for number, (first, role) in enumerate((*reeds, ("Tomass", "president of Norway"), ("", "president of Norway"))):
        name = f"{first} Reed".strip()
        yield story(Said(name, TARIFF, role=role), outlet=f"Fjord Post No. {number}")
    page = "https://p.example/1"
    yield story(outlet="P Post", background=TOLD, url=page, credits=[(CreditKind.WIRE, "Reuters")])
    yield story(outlet="P Post", background="The council meets today.", url=page, published="2024-05-15")
    yield story(outlet="Q Post", background=BACKGROUND, title="Sand closes the harbour of Ostrava Bay")
    for note in ("(Corrects the depth)", "(Refiles with the full text)", "(Adds quotes, details)"):
        yield story(outlet="Q Post", background=f"{note}\n\n{BACKGROUND}", published="2024-05-15")
    kill = "KILL: Please do not print our story headlined Sand closes the harbour of Ostrava Bay."
    yield story(outlet="Q Post", background=f"{kill} No other will take its place today.", published="2024-05-16")
    letter = (ViaKind.DOCUMENT, "a letter to the harbour council")
    for outlet, words in (("Skerry Post", ICE), ("Skerry Radio", FROST)):
        yield story(Said("Nora Quist", words, via=letter), outlet=outlet)
    yield from (nested(), repeating(), pointing("2024-05-13"), pointed_at())


@cache
def everything() -> Graph:
    return graph(*every_way())


def test_every_rule_draws_an_edge_and_each_is_shown() -> None:
    check(everything())
    rules = {claim for d in everything().links.derivations for claim in d.rule.split(", ")}
    assert rules == {*CHECKERS, *HOWS}
    assert {u.rule for u in everything().links.utterances} == UTTERANCES
    assert {e.rule for i in everything().identities for e in i.edges} | {BY_WORD} == AGENTS


# The checkers can fail


def spoiled(edge: Derivation, other: str) -> Iterator[Derivation]:
    """The edge in ways in which nothing, or not the right thing, stands behind it; `other` is some other article."""
    yield replace(edge, evidence=())
    yield replace(edge, rule="it was felt")
    yield replace(edge, score=0.0)
    yield replace(edge, source=other)
    yield replace(edge, target="wire:Nobody" if ":" in edge.target else other)
    yield replace(edge, evidence=tuple(replace(e, span=Span(9_000_000, 9_000_009)) for e in edge.evidence))
    yield replace(edge, evidence=tuple(replace(e, article=other) for e in edge.evidence))
    yield replace(edge, evidence=tuple(Evidence(e.article, None, "no such field") for e in edge.evidence))
    yield replace(edge, evidence=tuple(Evidence(e.article, None) for e in edge.evidence))


@pytest.mark.parametrize("rule", sorted(CHECKERS))
def test_what_does_not_stand_behind_an_edge_is_found(rule: str) -> None:
    whole = everything()
    edge = next(d for d in whole.links.derivations if rule in d.rule.split(", "))
    stranger = story(outlet="Nobody’s Gazette", background="Snow fell on the hills and on the sea.").article
    graph = replace(whole, findings=(*whole.findings, Findings(stranger)))
    for number, wrong in enumerate(spoiled(edge, stranger.id)):
        assert list(faults(replace(graph, links=Links((wrong,), whole.links.utterances)))), (number, wrong)


def test_reports_that_do_not_say_the_same_are_found() -> None:
    whole = everything()
    edge, *others = whole.links.utterances
    (far,) = {
        s.id for f in whole.findings for s in f.statements if s.content[0].of(f.article.text) == "As I said before"
    }
    wrong = (
        replace(edge, rule="alike"),
        replace(edge, score=edge.score / 2),
        replace(edge, score=0.0),
        replace(edge, second="nowhere"),
        replace(edge, second=far),
    )
    for one in wrong:
        assert list(faults(replace(whole, links=replace(whole.links, utterances=(one, *others))))), one


def test_agents_that_nothing_joins_are_found() -> None:
    whole = everything()
    identity = next(i for i in whole.identities if i.edges)
    (edge, *_) = identity.edges
    stranger = next(a.id for f in whole.findings for a in f.agents if a.id not in identity.agents)
    for one in (replace(edge, rule="felt"), replace(edge, score=0.0), replace(edge, second=stranger)):
        assert list(faults(replace(whole, identities=(replace(identity, edges=(one,)),)))), one


def test_an_answer_without_words_is_found() -> None:
    whole = everything()
    edge = next(d for d in whole.links.derivations if d.rule == "wire_credit")
    for shown in ((), (Evidence(edge.source, None),), (Evidence("nowhere", Span(0, 4)),)):
        assert unanswered(replace(whole, links=Links((replace(edge, evidence=shown),)))), shown
