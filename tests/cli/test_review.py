"""`onrecord review`: people's word on who is who is kept, shown, and outranks the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import onrecord

FERRY = "The ferry will not run on Sundays, harbour master Ines Carrow said on Monday.\n"
TARIFF = "The tariff is unfair to small boats, skipper Ines Carrow said on Monday.\n"
MOORING = "The moorings are rotten, Jan Novak said on Monday.\n"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    for name, text in (("ferry", FERRY), ("tariff", TARIFF), ("mooring", MOORING)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "news.db"
    assert onrecord("--db", path, "add", *sorted(tmp_path.glob("*.txt"))).returncode == 0
    return path


def statements(db: Path, name: str) -> list[str]:
    found = json.loads(onrecord("--db", db, "who", name, "--json").stdout)
    return [one["statement"] for one in found["statements"]]


def test_split_by_statement_then_merge_again(db: Path) -> None:
    first, second = statements(db, "Ines Carrow")
    assert onrecord("--db", db, "review", "split", first[:12], second[:12], "--by", "editor").returncode == 0
    assert len(statements(db, "Ines Carrow")) == 1
    assert onrecord("--db", db, "review", "merge", first[:12], second[:12]).returncode == 0
    assert statements(db, "Ines Carrow") == [first, second]


def test_merge_by_name_and_the_list_of_what_was_decided(db: Path) -> None:
    done = onrecord("--db", db, "review", "merge", "Ines Carrow", "Novak", "--by", "editor", "--note", "a pen name")
    assert (done.returncode, done.stdout) == (0, "")
    assert len(statements(db, "Novak")) == 3
    (line,) = onrecord("--db", db, "review", "list", "--json").stdout.splitlines()
    told = json.loads(line)
    assert (told["verdict"], told["made_by"], told["note"]) == ("merge", "editor", "a pen name")
    assert told["names"] == ["Ines Carrow", "Jan Novak"]
    assert "a pen name" in onrecord("--db", db, "review", "list").stdout


def test_a_name_that_several_have_is_refused_with_their_ids(db: Path) -> None:
    first, second = statements(db, "Ines Carrow")
    onrecord("--db", db, "review", "split", first, second)
    done = onrecord("--db", db, "review", "merge", "Ines Carrow", "Jan Novak")
    assert done.returncode == 2
    assert "2 answer to 'Ines Carrow'" in done.stderr
    assert "harbour master" in done.stderr


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (("Nobody Known", "Jan Novak"), "is no id"),
        (("Jan Novak", "Novak"), "one agent of one article"),
        (("0123456789ab", "Jan Novak"), "has the id"),
    ],
)
def test_what_means_nobody_is_refused_with_the_reason(db: Path, given: tuple[str, str], reason: str) -> None:
    done = onrecord("--db", db, "review", "merge", *given)
    assert done.returncode == 2
    assert reason in done.stderr
    assert onrecord("--db", db, "review", "list").stdout == ""
