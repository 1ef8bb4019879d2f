"""Stories made up for the tests of provenance and answers: findings by hand, without a labeller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from hypothesis import strategies as st

from onrecord.people.registry import Registry
from onrecord.provenance.linking import link, own_links
from onrecord.provenance.utterances import cluster
from onrecord.records import (
    Agent,
    AgentType,
    Article,
    Credit,
    CreditKind,
    Findings,
    Graph,
    Hand,
    Links,
    Moment,
    Role,
    Span,
    Statement,
    StatementKind,
    Via,
    ViaKind,
    agent_id,
    statement_id,
)

DIRECT, INDIRECT, MIXED = StatementKind.DIRECT, StatementKind.INDIRECT, StatementKind.MIXED


@dataclass(frozen=True, slots=True)
class Said:
    """Who said what: `via` is a go-between, `whom` the people told, `day` when; a name of None is an unknown source."""

    name: str | None
    words: str
    kind: StatementKind = DIRECT
    type: AgentType = AgentType.NAMED_PERSON
    role: str | None = None
    via: tuple[ViaKind, str] | None = None
    whom: str | None = None
    day: str | None = None
    hand: Hand = Hand.UNKNOWN


def story(
    *said: Said,
    outlet: str | None = "Quayside Radio",
    published: str | None = "2024-05-14",
    credits: Sequence[tuple[CreditKind, str]] = (),
    background: str = "",
    title: str | None = None,
    url: str | None = None,
    credit_urls: Sequence[str] = (),
) -> Findings:
    """An article with its headline, background, one paragraph a statement, and credit lines."""
    lines = [line for line in (title, background) if line]
    lines += [_paragraph(s) for s in said]
    lines += [f"Based on materials from {name}" for _, name in credits]
    text = "\n\n".join(lines)
    made = tuple(Credit(kind, name, _at(text, name, last=True), rule="test") for kind, name in credits)
    made += tuple(Credit(CreditKind.REPUBLISHED, "the original", None, u, "is_based_on") for u in credit_urls)
    article = Article.of(
        text,
        outlet=outlet,
        published=published,
        credits=made,
        title=title,
        title_span=Span(0, len(title)) if title else None,
        url=url,
    )
    return _found(article, said)


def _paragraph(said: Said) -> str:
    who = f"{said.role} {said.name}" if said.role and said.name else said.name or said.role or "It"
    whom = f" told {said.whom}" if said.whom else " said"
    tail = f" in talk with {said.via[1]}" if said.via else ""
    return f"“{said.words},” {who}{whom}{tail}." if said.kind is DIRECT else f"{who}{whom}{tail} that {said.words}."


def _at(text: str, words: str, start: int = 0, *, last: bool = False) -> Span:
    at = text.rindex(words) if last else text.index(words, start)
    return Span(at, at + len(words))


def _found(article: Article, said: Sequence[Said]) -> Findings:
    agents: dict[tuple[str | None, str | None], Agent] = {}
    statements: list[Statement] = []
    at = 0
    for one in said:
        start = article.text.index(_paragraph(one), at)
        at = start + len(_paragraph(one))
        agent = None
        if one.name or one.role:
            source = (_at(article.text, one.name or one.role or "", start),)
            roles = (Role(one.role),) if one.role else ()
            new = Agent(agent_id(article.id, source), article.id, one.type, _names(one), roles, mentions=source)
            agent = agents.setdefault((one.name, one.role), new)
        statements.append(_statement(article, one, agent, start))
    return Findings(article, tuple(statements), tuple(agents.values()), made_by="test 1")


def _names(said: Said) -> tuple[str, ...]:
    return (said.name,) if said.name else ()


def _statement(article: Article, said: Said, agent: Agent | None, start: int) -> Statement:
    text = article.text
    content = (_at(text, said.words, start),)
    source = agent.mentions if agent else ()
    return Statement(
        id=statement_id(article.id, source, (), content),
        article=article.id,
        kind=said.kind,
        content=content,
        source=(_at(text, said.name or said.role or "", start),) if agent else (),
        agent=agent.id if agent else None,
        addressee=(_at(text, said.whom, start),) if said.whom else (),
        via=(Via((_at(text, said.via[1], start),), said.via[0], said.via[1]),) if said.via else (),
        said=Moment(None, "DATE", said.day, start=said.day, end=said.day) if said.day else None,
        hand=said.hand,
        made_by="test 1",
    )


def linked(*found: Findings) -> Links:
    """Every edge among these findings."""
    edges = [own_links(f) for f in found] + [link(a, b) for a, b in combinations(found, 2)]
    return Links(
        tuple(d for e in edges for d in e.derivations),
        tuple(u for e in edges for u in e.utterances),
    )


def graph(*found: Findings) -> Graph:
    """What a store would give for all of these findings."""
    links = linked(*found)
    ordered = tuple(sorted(found, key=lambda f: f.article.id))
    registry = Registry()
    for agent in (a for f in found for a in f.agents):
        registry.add(agent)
    return Graph(ordered, links, cluster(ordered, links), registry.identities())


DREDGING = "The northern channel will be dredged before the autumn storms arrive"
STORM = "Twelve trawlers broke their moorings and two of them sank within the hour"
TARIFF = "No fishing vessel will pay the new mooring tariff until the council has voted"

BACKGROUND = (
    "The harbour of Ostrava Bay has silted up for a decade, and pilots complain that freighters touch the ground at "
    "low water. A survey paid for by the region found last winter that the fairway had lost two metres of depth since "
    "the breakwater was rebuilt, and that the sand moves north with every gale."
)
OTHER_BACKGROUND = (
    "Berth fees in the old basin rose twice this year, and the shipowners have hired a lawyer from the capital. He "
    "holds that the port never published the tables on which its reckoning rests, as harbour law asks."
)

_NAMES = (None, "Marta Oslington", "Oslington", "M. Oslington", "Jörg Välimäki", "Jorg Valimaki", "Harbour Office", "")
_OUTLETS = (None, "Quayside Radio", "The Tidewater Post", "TASS", "tidewaterpost.com", "")


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    """Anything that a few people could say, or nothing much: odd words, odd names."""
    return Said(
        name=draw(st.sampled_from(_NAMES)) or None,
        words=draw(st.sampled_from((DREDGING, STORM, TARIFF, DREDGING[:40].strip(), "Yes", "— — —", "“No”"))),
        kind=draw(st.sampled_from(StatementKind)),
        type=draw(st.sampled_from(AgentType)),
        role=draw(st.sampled_from((None, "harbour master", "the harbour master of Ostrava Bay"))),
        via=draw(st.sampled_from((None, (ViaKind.OUTLET, "Quayside Radio"), (ViaKind.SOCIAL, "a post")))),
        whom=draw(st.sampled_from((None, "reporters"))),
        day=draw(st.sampled_from((None, "2024-05-14", "2024-05-20", "2024"))),
        hand=draw(st.sampled_from(Hand)),
    )


@st.composite
def stories(draw: st.DrawFn) -> Findings:
    """Any article of a small town, so that articles repeat and link."""
    kinds = st.sampled_from((CreditKind.WIRE, CreditKind.HAT_TIP, CreditKind.REPUBLISHED, CreditKind.PHOTO))
    return story(
        *draw(st.lists(sayings(), max_size=3)),
        outlet=draw(st.sampled_from(_OUTLETS)) or None,
        published=draw(st.sampled_from((None, "2024-05-14", "2024-05-16", "2024-05-14T09:30:00+02:00"))),
        credits=draw(st.lists(st.tuples(kinds, st.sampled_from(("TASS", "Quayside Radio", "Reuters"))), max_size=2)),
        background=draw(st.sampled_from(("", BACKGROUND, BACKGROUND + " " + OTHER_BACKGROUND, OTHER_BACKGROUND))),
        title=draw(st.sampled_from((None, "News from the harbour"))),
        url=draw(st.sampled_from((None, "https://a.example/1", "https://b.example/2"))),
        credit_urls=draw(st.sampled_from(((), ("https://a.example/1",)))),
    )
