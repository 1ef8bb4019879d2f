"""Positions: one matter, its stands by day, what changed, and what was only taken up again."""

from __future__ import annotations

import json

from onrecord.answers.who import Who, who
from onrecord.records import Findings, StatementKind
from tests.provenance.newsroom import Said, graph, story

INDIRECT = StatementKind.INDIRECT
QUILL = "Ada Quill"


def quill(*stories: Findings) -> Who:
    return who(graph(*stories), QUILL)


def test_a_change_shows_with_both_days_and_words() -> None:
    early = story(Said(QUILL, "We support the toll on the harbour bridge"), published="2024-03-02")
    late = story(
        Said(QUILL, "The toll on the harbour bridge is a mistake"), published="2024-05-14", outlet="Lorry Weekly"
    )
    first, *others = quill(late, early).positions
    assert others == []
    assert first.matter == "the toll on the harbour bridge"
    assert [(h.day, h.stance) for h in first.held] == [("2024-03-02", "for"), ("2024-05-14", "against")]
    assert first.changes == ((0, 1),)
    texts = {f.article.id: f.article.text for f in (early, late)}
    for held in first.held:
        assert held.span.of(texts[held.article]) == held.text
        assert held.span.covers(held.shown_by)
    json.dumps(first.to_json())


def test_what_stays_the_same_is_no_change_and_what_leaves_it_open_comes_between() -> None:
    days = (("2024-01-01", "supports the toll on the bridge"), ("2024-03-01", "does not oppose the toll on the bridge"))
    stories = [story(Said(QUILL, f"she {words}", INDIRECT), published=day) for day, words in days]
    stories.append(story(Said(QUILL, "The toll on the bridge is fair"), published="2024-05-01"))
    (position,) = quill(*stories).positions
    assert [h.stance for h in position.held] == ["for", "open", "for"]
    assert position.changes == ()


def test_this_takes_up_the_matter_of_the_statement_before_in_its_article() -> None:
    taken_up = Said(QUILL, "This is quite unacceptable")
    (position,) = quill(story(Said(QUILL, "We oppose the toll on lorries"), taken_up)).positions
    assert [h.matter == () for h in position.held] == [False, True]
    assert quill(story(taken_up)).positions == ()
    between = Said(QUILL, "The boats came home")
    (position,) = quill(story(Said(QUILL, "We oppose the toll on lorries"), between, taken_up)).positions
    assert len(position.held) == 1


def test_one_utterance_is_held_once_with_all_its_outlets() -> None:
    words = "We oppose the toll on lorries and on empty barges in the outer harbour"
    told = [
        story(Said(QUILL, words), outlet=outlet) for outlet in ("Quayside Radio", "Lorry Weekly", "Berth & Bollard")
    ]
    (position,) = quill(*told).positions
    (held,) = position.held
    assert set(held.outlets) == {"Berth & Bollard", "Lorry Weekly", "Quayside Radio"}
    assert len(held.outlets) == 3


def test_other_matters_stay_apart() -> None:
    said = (Said(QUILL, "We support the new pier"), Said(QUILL, "We oppose the toll on lorries"))
    assert [p.matter for p in quill(story(*said)).positions] == ["the new pier", "the toll on lorries"]


def test_the_deal_of_one_article_is_not_the_deal_of_another() -> None:
    stories = [
        story(Said(QUILL, f"{who} oppose the deal"), published=f"2024-03-0{k}") for k, who in enumerate(("We", "I"), 1)
    ]
    assert len(quill(*stories).positions) == 2
