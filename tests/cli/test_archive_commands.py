"""`add`, `trace`, `sources`, `who`, `search`, `why`, `export`, `demo`: results, exit codes, and where they go."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import json_lines, onrecord

TRACE_KEYS = {"statement", "utterance", "agent", "wordings", "outlets", "origins", "chain", "primary"}


def test_adding_twice_changes_nothing(news: Path, tmp_path: Path) -> None:
    first, second = (onrecord("add", news, "--json", cwd=tmp_path) for _ in range(2))
    assert (tmp_path / "onrecord.db").exists()
    assert [json_lines(done)[0]["articles"] for done in (first, second)] == [3, 0]
    assert json_lines(second)[0]["known"] == 3
    assert "3 known before" in second.stderr


def test_adding_without_json_says_nothing_on_stdout(news: Path, tmp_path: Path) -> None:
    done = onrecord("--db", tmp_path / "a.db", "add", news)
    assert (done.returncode, done.stdout) == (0, "")
    assert "3 articles" in done.stderr
    assert (tmp_path / "a.db").exists()


def test_rejected_inputs_are_named_and_give_exit_code_1(news: Path, tmp_path: Path) -> None:
    done = onrecord("add", news, tmp_path / "missing.html", "--db", tmp_path / "a.db", "--json")
    assert done.returncode == 1
    assert json_lines(done)[0]["articles"] == 3
    assert "missing.html: No such file" in done.stderr


def test_trace_prints_the_contract(database: Path) -> None:
    done = onrecord("trace", "hull is sound", "--db", database, "--json")
    (answer,) = json_lines(done)
    assert set(answer) >= TRACE_KEYS
    assert set(answer["origins"]) >= {"low", "high", "groups"}
    assert set(answer["primary"]) >= {"what", "who", "when", "in_archive"}
    assert answer["agent"]["name"] == "Ida Holm"
    by_id = onrecord("trace", answer["statement"][:12], "--db", database, "--json")
    assert by_id.stdout == done.stdout


def test_trace_shows_who_what_and_why(database: Path) -> None:
    done = onrecord("trace", "hull is sound", "--db", database)
    for words in ("hull is sound", "Ida Holm", "1 utterance", "origin", "TASS", "wire credit"):
        assert words in done.stdout


def test_other_matches_are_named_on_stderr(database: Path) -> None:
    done = onrecord("trace", "ferry Monday hull", "--db", database, "--json")
    assert len(json_lines(done)) == 1


def test_sources(database: Path) -> None:
    (answer,) = json_lines(onrecord("sources", "hull is sound", "--db", database, "--json"))
    assert answer["origins"]["low"] >= 1
    assert "Independent origins" in onrecord("sources", "hull is sound", "--db", database).stdout


def test_who(database: Path) -> None:
    (answer,) = json_lines(onrecord("who", "holm", "--db", database, "--json"))
    assert answer["name"] == "Ida Holm"
    assert len(answer["statements"]) >= 3
    assert "transport minister" in onrecord("who", "Ida Holm", "--db", database).stdout


def test_search(database: Path) -> None:
    found = json_lines(onrecord("search", "snow", "melts", "--db", database, "--json"))
    assert [line["agent"]["name"] for line in found] == ["Karl Berg"]
    assert "Ærlig talt" in found[0]["text"]
    assert "Ærlig talt" in onrecord("search", "snow melts", "--db", database).stdout


def test_why(database: Path) -> None:
    (found,) = json_lines(onrecord("search", "snow melts", "--db", database, "--json"))
    (answer,) = json_lines(onrecord("why", found["id"][:8], "--db", database, "--json"))
    assert (answer["id"], answer["record"]) == (found["id"], "statement")
    for record in ("id", "article"):
        assert "encoder " in onrecord("why", found[record], "--db", database).stdout


@pytest.mark.parametrize("command", ["trace", "sources", "who", "search"])
def test_nothing_found_is_no_error(database: Path, command: str) -> None:
    done = onrecord(command, "zeppelin", "--db", database)
    assert (done.returncode, done.stdout) == (0, "")
    assert "zeppelin" in done.stderr or "nothing" in done.stderr


def test_export(database: Path, tmp_path: Path) -> None:
    lines = json_lines(onrecord("export", "jsonl", "--db", database))
    assert sum(line["record"] == "article" for line in lines) == 3
    table = onrecord("export", "csv", "--db", database, "--out", tmp_path / "out.csv")
    assert (table.returncode, table.stdout) == (0, "")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"), newline="")))
    assert {"Ida Holm", "Karl Berg"} <= {row["speaker"] for row in rows}


def test_an_unknown_format_leaves_the_file_alone(database: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("precious")
    done = onrecord("export", "docx", "--db", database, "--out", kept)
    assert done.returncode == 2
    assert "jsonl" in done.stderr
    assert kept.read_text() == "precious"


def test_demo_shows_a_trace_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = onrecord("demo", cwd=tmp_path, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert "1 utterance" in done.stdout
    assert "origins" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert list(tmp_path.iterdir()) == []


def test_demo_json_is_a_trace(tmp_path: Path) -> None:
    assert set(json.loads(onrecord("demo", "--json", cwd=tmp_path).stdout)) >= TRACE_KEYS


def test_a_file_of_families_makes_doubts_and_a_malformed_one_is_usage(tmp_path: Path) -> None:
    for name, rest in (("Oster Post", "The pier was cold."), ("Nyland Radio", "Snow lay on every roof of the town.")):
        page = tmp_path / f"{name}.txt"
        page.write_text(
            f"“The ice is gone and the hull is sound,” minister Ida Holm said.\n\n{rest}\n", encoding="utf-8"
        )
        added = onrecord("add", page, "--outlet", name, "--published", "2024-03-08", "--db", tmp_path / "a.db")
        assert added.returncode == 0, added.stderr
    mine = tmp_path / "mine.txt"
    mine.write_text("Nordic Print | Oster Post; Nyland Radio\n", encoding="utf-8")
    for command in ("sources", "trace"):
        asked = (command, "hull is sound", "--db", tmp_path / "a.db")
        (without,), (answer,) = (json_lines(onrecord(*asked, *more, "--json")) for more in ((), ("--families", mine)))
        assert (without["origins"]["low"], without["doubts"]) == (2, [])
        assert (answer["origins"]["low"], answer["origins"]["high"]) == (1, 2)
        assert "uncertain: same owner: Nordic Print (Nyland Radio, Oster" in onrecord(*asked, "--families", mine).stdout
    mine.write_text("Nordic Print\n", encoding="utf-8")
    refused = onrecord("sources", "hull", "--families", mine, "--db", tmp_path / "a.db")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "mine.txt line 1: a row is" in refused.stderr


def test_a_corrected_version_is_shown_in_words_by_trace_sources_and_why(tmp_path: Path) -> None:
    told = (
        "“The ice is gone and the hull is sound,” minister Ida Holm said on the quay of Oster, where snow still lay.\n"
    )
    told += "\nThe ferry has been tied up since a storm in the first week of January bent one of its two rudders.\n"
    note = "(Corrects the number of rudders in second paragraph)"
    for name, text in (("first", told), ("second", f"{note}\n\n{told.replace('one of its two', 'its only')}")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        db = ("--db", tmp_path / "a.db")
        added = onrecord("add", tmp_path / f"{name}.txt", "--outlet", "Oster Post", "--published", "2024-03-08", *db)
        assert added.returncode == 0, added.stderr
    assert "a corrected version of a report by Oster Post" in onrecord("sources", "hull is sound", *db).stdout
    answers = [json_lines(onrecord("trace", row["id"], "--json", *db))[0] for row in _found("hull is sound", *db)]
    ((step,),) = (answer["versions"] for answer in answers if answer["versions"])
    assert step["rule"] == "correction, near_copy_same_outlet, says so"
    assert step["evidence"][0]["text"] == note
    traced = next(answer["statement"] for answer in answers if answer["versions"])
    shown = onrecord("trace", traced, *db).stdout
    assert "Later version" in shown
    assert "a corrected version of Oster Post" in shown
    assert f"revision, corrected by: {step['from'][:8]}" in onrecord("why", step["to"], *db).stdout
    assert f"revision, a corrected version of: {step['to'][:8]}" in onrecord("why", step["from"], *db).stdout


def _found(words: str, *more: str | Path) -> list[dict[str, str]]:
    return json_lines(onrecord("search", words, "--json", *more))
