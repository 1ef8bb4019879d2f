"""`onrecord audit`: tables, CSV and JSON of the same counts, and inputs that cannot be read."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.running import json_lines, onrecord


def test_table_csv_and_json_say_the_same(news: Path) -> None:
    table, as_csv, as_json = (onrecord("audit", news, *option) for option in ((), ("--csv",), ("--json",)))
    (audit,) = json_lines(as_json)
    assert audit.keys() == {"total", "groups", "most_quoted", "single_source"}
    assert audit["total"]["articles"] == 3
    assert audit["total"]["passages"] > 0
    *groups, total = csv.DictReader(as_csv.stdout.splitlines())
    assert int(total["passages"]) == audit["total"]["passages"] == sum(int(g["passages"]) for g in groups)
    assert len(groups) == len(audit["groups"])
    assert f"{audit['total']['passages']} sourced passage" in table.stdout
    assert audit["most_quoted"][0]["name"] in table.stdout


def test_what_cannot_be_read_is_named_and_the_rest_is_counted(news: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    done = onrecord("audit", news, tmp_path, "--json")
    assert done.returncode == 1
    assert "broken.jsonl" in done.stderr
    assert json_lines(done)[0]["total"]["articles"] == 3
