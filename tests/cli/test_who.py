"""`onrecord who`: positions with their spans, titles, ids, and namesakes that are kept apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import onrecord

REPORTS = (
    ("2024-05-02", "“We support the toll on the Quill bridge,” Norwegian finance minister Ada Holm told reporters."),
    ("2024-06-11", "“The toll on the Quill bridge is a mistake,” the finance minister of Norway, Ada Holm, said."),
    ("2024-06-12", "“The fish are back,” Danish fisheries minister Ada Holm said."),
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("who")
    for day, text in REPORTS:
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")
        done = onrecord("add", "--published", day, folder / f"{day}.txt", "--db", folder / "news.db")
        assert done.returncode == 0
    return folder / "news.db"


def test_a_profile_shows_offices_and_the_change_with_its_words(db: Path) -> None:
    shown = onrecord("who", "Ada Holm", "--db", db).stdout
    assert "changed" in shown
    assert "“We support the toll on the Quill bridge”" in shown
    assert "2024-05-02 – 2024-06-11" in shown


def test_json_has_spans_that_stand_in_the_texts(db: Path) -> None:
    answer = json.loads(onrecord("who", "Ada Holm", "--db", db, "--json").stdout)
    (position,) = answer["positions"]
    assert position["changes"] == [[0, 1]]
    for held, (_, text) in zip(position["held"], REPORTS, strict=False):
        assert text[slice(*held["span"])] == held["text"]
    (other,) = answer["also"]
    assert other["why"]
    dane = json.loads(onrecord("who", other["id"][:8], "--db", db, "--json").stdout)
    assert list(dane["roles"]) == ["Danish fisheries minister"]


def test_a_title_shows_who_held_it(db: Path) -> None:
    shown = onrecord("who", "finance minister of Norway", "--db", db).stdout
    assert "Ada Holm" in shown
    assert "as far as these articles have seen" in shown
    (line,) = onrecord("who", "finance minister of Norway", "--db", db, "--json").stdout.splitlines()
    assert [h["name"] for h in json.loads(line)["holders"]] == ["Ada Holm"]
