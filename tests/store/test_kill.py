"""Killed at any moment, the SQLite store loses no batch that was in, tears none, and mends by being run again."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from pathlib import Path

from onrecord.records import Findings
from onrecord.store import SqliteStore, dump
from tests.store.adding import BATCHES, COMMAND, IN_BATCH, ROOT, batch

KILLS = 24


def test_killed_many_times_it_ends_like_one_quiet_run(tmp_path: Path) -> None:
    chance = random.Random(20240514)
    path, quiet = tmp_path / "killed.db", tmp_path / "quiet.db"
    stored, hits = 0, 0
    for kill in range(KILLS):
        acknowledged = run_and_kill(path, stored if kill % 3 else 0, chance)
        assert acknowledged < BATCHES, "every process must be killed before its end, or the test tests nothing"
        now = stored_batches(path)
        assert now >= max(stored, acknowledged)
        hits += now > stored
        stored = now
    assert hits > KILLS / 4, "kills must hit while there is something to write"

    for place in (path, quiet):
        subprocess.run([*COMMAND, place], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    assert stored_batches(path) == BATCHES
    ended, expected = (SqliteStore(place, create=False) for place in (path, quiet))
    assert list(dump(ended)) == list(dump(expected))
    ended.close()
    expected.close()


def run_and_kill(path: Path, known: int, chance: random.Random) -> int:
    """Kills the adding process a few batches behind the first `known` ones; how many batches it said were in."""
    with subprocess.Popen([*COMMAND, path], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = 0
        for _ in range(min(known + chance.randrange(3), BATCHES - 4)):
            lines += bool(process.stdout.readline())
        time.sleep(chance.random() * (0.1 if known else 0.4))  # from nothing, the kill may hit the schema being made
        process.kill()
        lines += len(process.stdout.readlines())
    assert process.returncode == -9
    return lines


def stored_batches(path: Path) -> int:
    """How many batches the file holds, from the first on; fails where one is there in part or the file is damaged."""
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    if not raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raw.close()
        return 0
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    articles = {article for (article,) in raw.execute("SELECT id FROM article")}
    rejected = {where for (where,) in raw.execute('SELECT "where" FROM rejected')}
    loose = "SELECT count(*) FROM statement WHERE id NOT IN (SELECT statement FROM utterance_member)"
    assert raw.execute(loose).fetchone() == (0,)
    raw.close()
    count = len(articles) // IN_BATCH
    expected = [item for number in range(count) for item in batch(number)]
    assert articles == {item.article.id for item in expected if isinstance(item, Findings)}
    assert rejected == {item.where for item in expected if not isinstance(item, Findings)}
    return count
