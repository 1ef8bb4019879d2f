"""A source audit: shares, single-source articles, and who is quoted most, whatever the order of the articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers.audit import SourceAudit, rows
from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import AgentType, Article, Findings

TEXTS = (
    "Minister Sergei Alimov said the tunnel is sound. He said the trains will run.",
    "Sergey Alimov said the tunnel is safe.\n\nResidents said it is not.",
    "The tunnel is safe, according to a 2021 report by the Lake Board. Residents said it is not.",
    "It rained all night.",
)
FOUND: list[Findings] = analyse(
    [
        Article.of(text, outlet=outlet, published=day)
        for text, outlet, day in zip(
            TEXTS, ("Herald", "Herald", "Post", "Post"), ("2024-05-02", "2024-05-09", "2024-06-01", None), strict=True
        )
    ],
    labeller("rules"),
)


def audit(found: list[Findings]) -> SourceAudit:
    made = SourceAudit()
    for findings in found:
        made.add(findings)
    return made


def test_counts_by_kind_of_source() -> None:
    total = audit(FOUND).total
    assert (total.articles, total.passages) == (4, 5)
    assert total.types == {AgentType.NAMED_PERSON: 2, AgentType.UNNAMED_GROUP: 2, AgentType.DOCUMENT: 1}
    assert total.share(AgentType.NAMED_PERSON) == 2 / 5
    assert audit([]).total.share(AgentType.DOCUMENT) is None


def test_an_article_that_hears_one_source_is_named() -> None:
    made = audit(FOUND)
    assert made.total.single_source == 1
    assert made.single_source == [FOUND[0].article.id]


def test_spellings_of_one_person_are_counted_together() -> None:
    (heard,) = audit(FOUND).most_quoted()
    assert (heard.name, heard.passages, heard.articles) == ("Sergei Alimov", 2, 2)


def test_groups_are_outlets_and_months_and_add_up() -> None:
    made = audit(FOUND)
    assert [(t.outlet, t.month) for t in made.groups()] == [("Herald", "2024-05"), ("Post", None), ("Post", "2024-06")]
    *groups, total = rows(made)
    for column in ("articles", "passages", "single_source", "named_person", "document"):
        assert sum(group[column] for group in groups) == total[column]


@settings(max_examples=20)
@given(st.permutations(FOUND))
def test_the_order_of_articles_changes_nothing(found: list[Findings]) -> None:
    assert audit(found).to_json() == audit(FOUND).to_json()
