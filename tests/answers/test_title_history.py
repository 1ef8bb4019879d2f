"""Who held a title, from which report to which; former titles; one office in several spellings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.people.posts import Post, is_held, post
from onrecord.records import Article, Role, Span

REPORTS = (
    ("2021-03-01", "Norwegian President Ada Quill said that the bridge was open. Ada Quill smiled."),
    ("2022-03-01", "The president of Norway, Ada Quill, said that the toll would fall."),
    ("2023-03-01", "“The toll is back,” President of Norway Tom Reed said. Tom Reed left early."),
    ("2023-04-01", "Former Norwegian President Ada Quill said that she was glad. Ada Quill went home."),
    ("2023-04-02", "Finance Minister of Norway Nora Vale said that money was short. Nora Vale sighed."),
)


@pytest.fixture(params=[":memory:", "town.db"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    name = request.param
    with Archive.open(name if name == ":memory:" else tmp_path / name) as opened:
        opened.add([Article.of(text, published=day, outlet=day) for day, text in REPORTS])
        yield opened


@pytest.mark.parametrize("asked", ["president of Norway", "the Norwegian president"])
def test_holders_come_by_the_days_on_which_reports_give_the_title(archive: Archive, asked: str) -> None:
    holders = archive.title_history(asked).holders
    assert [(h.name, h.seen.first, h.seen.latest, h.seen.is_held) for h in holders] == [
        ("Ada Quill", "2021-03-01", "2022-03-01", True),
        ("Tom Reed", "2023-03-01", "2023-03-01", True),
        ("Ada Quill", "2023-04-01", "2023-04-01", False),
    ]
    assert holders[0].id == holders[2].id
    assert set(dict(holders[0].seen.spellings)) == {"Norwegian President", "president of Norway"}
    texts = dict(REPORTS)
    assert [q.text for q in holders[0].seen.evidence] == ["Norwegian President", "president of Norway"]
    assert all(q.span and q.span.of(texts["2021-03-01"]) == q.text for q in holders[0].seen.evidence[:1])
    json.dumps(archive.title_history(asked).to_json())


def test_a_field_tells_ministers_apart(archive: Archive) -> None:
    assert [h.name for h in archive.title_history("finance minister of Norway").holders] == ["Nora Vale"]
    assert [h.name for h in archive.title_history("Norwegian minister").holders] == ["Nora Vale"]
    assert archive.title_history("foreign minister of Norway").holders == ()


@pytest.mark.parametrize("asked", ["president", "Ada Quill", "", "president of Fiji"])
def test_what_is_no_title_of_a_country_or_body_has_no_holders(archive: Archive, asked: str) -> None:
    assert archive.title_history(asked).holders == ()


def test_a_profile_shows_each_office_with_its_days_and_can_be_asked_for_by_id(archive: Archive) -> None:
    answer = archive.who("Quill")
    assert [(t.is_held, t.first, t.latest) for t in answer.titles] == [
        (True, "2021-03-01", "2022-03-01"),
        (False, "2023-04-01", "2023-04-01"),
    ]
    assert answer.id is not None
    assert archive.who(answer.id[:8]) == answer


def test_posts_are_one_by_role_country_and_field() -> None:
    held = post("Norwegian Finance Minister")
    assert held == post("finance minister of Norway")
    assert held == Post("minister", frozenset({"finance"}), frozenset({"Norway"}), frozenset())
    assert post("old friend of the harbour") is None or not post("old friend of the harbour").forms()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "held"), [("the ex-mayor Vale", False), ("then mayor Vale", False), ("new mayor Vale", True)]
)
def test_a_former_title_is_not_held(text: str, held: bool) -> None:
    at = text.index("mayor")
    assert is_held(text, Role("mayor", Span(at, at + 5))) is held
