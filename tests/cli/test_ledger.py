"""`onrecord ledger`: a table, one JSON object a line, and a day that is no day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import onrecord

VOW = "“The repairs of the Quill bridge will begin on 20 May and take no more than ten days,” minister Ada Holm said."
DONE = "The repairs of the Quill bridge have been completed, officials said."


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    for name, day, text in (("vow", "2024-05-15", VOW), ("done", "2024-05-28", DONE)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        assert onrecord("add", "--published", day, folder / f"{name}.txt", "--db", folder / "news.db").returncode == 0
    return folder / "news.db"


def test_json_has_the_status_with_evidence_that_stands_in_the_texts(db: Path) -> None:
    (line,) = onrecord("ledger", "--on", "2024-05-29", "--db", db, "--json").stdout.splitlines()
    entry = json.loads(line)
    assert (entry["status"], entry["due"]["end"]) == ("kept", "2024-05-30")
    (words,) = entry["evidence"]
    assert DONE[slice(*words["span"])] == words["text"] == DONE


def test_the_table_shows_the_day_asked_for(db: Path) -> None:
    shown = onrecord("ledger", "--on", "2024-05-20", "--db", db).stdout
    assert "as of 2024-05-20" in shown
    assert "open" in shown
    assert "kept" not in shown


@pytest.mark.parametrize("day", ["2024-05", "soon", "2024-13-01"])
def test_what_is_no_day_is_refused_with_the_reason(db: Path, day: str) -> None:
    done = onrecord("ledger", "--on", day, "--db", db)
    assert done.returncode == 2
    assert day in done.stderr


def test_an_archive_without_undertakings_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“It rained,” Ada Holm said.", encoding="utf-8")
    onrecord("add", tmp_path / "a.txt", "--db", tmp_path / "a.db")
    done = onrecord("ledger", "--db", tmp_path / "a.db")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nobody undertakes anything" in done.stderr
