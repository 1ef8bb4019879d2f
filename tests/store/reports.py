"""Reports made up for the store's tests: small findings that link in every way, without a labeller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st

from onrecord.records import (
    Agent,
    AgentType,
    Article,
    Credit,
    CreditKind,
    Findings,
    Role,
    Span,
    Statement,
    StatementKind,
    agent_id,
    statement_id,
)

MADE_BY = "rules 1"


@dataclass(frozen=True, slots=True)
class Said:
    """A name and the words quoted."""

    name: str
    words: str
    role: str = "Harbour master"


def report(
    *said: Said,
    outlet: str | None = "The Ostrava Bay Courier",
    url: str | None = None,
    published: str | None = "2024-05-14",
    title: str | None = None,
    wire: str | None = None,
    background: str = "",
    path: str | None = None,
    doc: str | None = None,
    made_by: str = MADE_BY,
) -> Findings:
    """An article in which these people are quoted in this order, each in a paragraph."""
    paragraphs = [p for p in (title, background) if p]
    paragraphs += [f"“{s.words},” {s.role} {s.name} said." for s in said]
    if wire:
        paragraphs.append(f"Based on materials from {wire}")
    text = "\n\n".join(paragraphs)
    credits = (Credit(CreditKind.WIRE, wire, _last(text, wire), rule="based_on"),) if wire else ()
    article = Article.of(
        text,
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        credits=credits,
        language="en",
        path=path,
        doc=doc,
    )
    return _found(article, said, made_by)


def _found(article: Article, said: Sequence[Said], made_by: str) -> Findings:
    agents: dict[str, Agent] = {}
    statements: list[Statement] = []
    at = 0
    for one in said:
        paragraph = article.text.index(f"“{one.words},”", at)
        content = Span(paragraph, paragraph + len(one.words) + 3)
        source = Span(content.end + 1, content.end + 1 + len(f"{one.role} {one.name}"))
        cue = Span(source.end + 1, source.end + 5)
        at = cue.end
        agent = agents.setdefault(
            one.name,
            Agent(
                id=agent_id(article.id, (source,)),
                article=article.id,
                type=AgentType.NAMED_PERSON,
                names=(one.name,),
                roles=(Role(one.role),),
                mentions=(source,),
            ),
        )
        statements.append(
            Statement(
                id=statement_id(article.id, (source,), (cue,), (content,)),
                article=article.id,
                kind=StatementKind.DIRECT,
                content=(content,),
                source=(source,),
                cue=(cue,),
                agent=agent.id,
                made_by=made_by,
            )
        )
    return Findings(article=article, statements=tuple(statements), agents=tuple(agents.values()), made_by=made_by)


def _last(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


DREDGING = Said("Marta Oslington", "The northern channel will be dredged before the autumn storms arrive this year")
DREDGING_CUT = Said("Marta Oslington", "The northern channel will be dredged before the autumn storms")
TARIFF = Said("Marta Oslington", "No fishing vessel will pay the new mooring tariff until the council has voted")
REPLY = Said("Jörg Välimäki", "Our members refuse to pay a single coin for berths they built themselves", "Union chair")
STORM = Said(
    "Ines Carrow", "Twelve trawlers broke their moorings and two of them sank within the hour", "Coast guard captain"
)
STORM_OTHERWISE = Said("Ines T. Carrow", STORM.words, STORM.role)
BRIDGE = Said(
    "Ines Carrow", "The swing bridge stays closed to lorries while engineers examine its hinges", "Coast guard captain"
)

ALL_SAID = (DREDGING, DREDGING_CUT, TARIFF, REPLY, STORM, STORM_OTHERWISE, BRIDGE)

BACKGROUND = (
    "The harbour of Ostrava Bay has silted up for a decade, and pilots complain that freighters touch the ground at "
    "low water. A survey paid for by the region found last winter that the fairway had lost two metres of depth since "
    "the breakwater was rebuilt, and that the sand moves north with every gale."
)


def town_news() -> list[Findings]:
    """Eight articles: a wire report, its copies, a rewrite, other news by the same people, and one on its own."""
    return [
        report(DREDGING, TARIFF, outlet="Littoral News Agency", background=BACKGROUND, url="https://lna.example/1"),
        report(DREDGING, TARIFF, outlet="The Tidewater Post", background=BACKGROUND, wire="Littoral News Agency"),
        report(
            DREDGING_CUT, REPLY, outlet="Quayside Radio", published="2024-05-15", title="Pilots wait for the dredger"
        ),
        report(REPLY, outlet="Berth & Bollard", published="2024-05-15", path="berth.txt"),
        report(STORM_OTHERWISE, DREDGING, outlet="The Ostrava Bay Courier", published="2024-05-16"),
        report(BRIDGE, STORM, outlet="Lorry Weekly", published="2024-05-16", title="Bridge shut after the storm"),
        report(TARIFF, outlet=None, published=None, path="leaflet.txt"),
        report(
            outlet="The Ostrava Bay Courier", background="Nobody said anything at the flower show, which was quiet."
        ),
    ]


def same_articles(count: int) -> list[Findings]:
    """One text in that many outlets: all of them fall in the same buckets."""
    return [report(STORM, outlet=f"Gazette No. {n}") for n in range(count)]


@st.composite
def reports(draw: st.DrawFn) -> Findings:
    """Any article of a small town: few people, outlets and days, so that articles repeat and link."""
    return report(
        *draw(st.lists(st.sampled_from(ALL_SAID), max_size=2, unique=True)),
        outlet=draw(st.sampled_from((None, "Quayside Radio", "Littoral News Agency", "Lorry Weekly"))),
        published=draw(st.sampled_from((None, "2024-05-14", "2024-05-16"))),
        wire=draw(st.sampled_from((None, None, "Littoral News Agency"))),
        background=draw(st.sampled_from(("", BACKGROUND))),
        title=draw(st.sampled_from((None, None, "News from the harbour"))),
        path=draw(st.sampled_from((None, "a.txt", "b.txt"))),
    )


@st.composite
def in_batches(draw: st.DrawFn, found: Sequence[Findings]) -> list[list[Findings]]:
    """The same findings in any order, cut into batches anywhere."""
    order = draw(st.permutations(list(found)))
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(order) - 1)))))
    return [order[a:b] for a, b in pairwise([0, *cuts, len(order)])]
