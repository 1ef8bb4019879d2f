"""`onrecord timeline`: a table, JSON lines, CSV and SVG of the same events."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import onrecord

VOW = "“The repairs of the Quill bridge will begin on 20 May and take no more than ten days,” minister Ada Holm said."


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timeline")
    (folder / "vow.txt").write_text(VOW, encoding="utf-8")
    assert onrecord("add", "--published", "2024-05-15", folder / "vow.txt", "--db", folder / "news.db").returncode == 0
    return folder / "news.db"


def test_all_forms_show_the_same_events(db: Path) -> None:
    lines = [json.loads(line) for line in onrecord("timeline", "Holm", "--db", db, "--json").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(onrecord("timeline", "Holm", "--db", db, "--csv").stdout)))
    assert [(line["kind"], line["start"]) for line in lines] == [(row["kind"], row["start"]) for row in rows]
    assert [line["kind"] for line in lines] == ["said", "begins", "due"]
    shown = onrecord("timeline", "Holm", "--db", db).stdout
    assert "2024-05-20" in shown
    assert onrecord("timeline", "Holm", "--db", db, "--svg").stdout.startswith("<svg ")


def test_nothing_known_is_said_so(db: Path) -> None:
    done = onrecord("timeline", "Zenobia", "--db", db)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Zenobia" in done.stderr
