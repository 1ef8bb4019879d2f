"""Opening a file: versions forward, never backward, and errors that name the file."""

from __future__ import annotations

import json
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from onrecord.errors import NewerStore, StoreError
from onrecord.labelling import labeller
from onrecord.records import Article, Graph
from onrecord.statements.find import find_statements
from onrecord.store import SqliteStore, dump
from onrecord.store.schema import migrate, migrations
from tests.store.conformance import EVERYTHING
from tests.store.reports import report, town_news


def version(path: Path) -> int:
    raw = sqlite3.connect(path)
    (number,) = raw.execute("PRAGMA user_version").fetchone()
    raw.close()
    return int(number)


def as_version_1(path: Path) -> None:
    """Takes a database back to what version 1 was: the records, no full-text index, and nothing of identities."""
    raw = sqlite3.connect(path, isolation_level=None)
    for index in ("agent_card", "agent_without_card"):
        raw.execute(f"DROP INDEX {index}")
    raw.execute("ALTER TABLE agent DROP COLUMN card")
    for table in ("card", "block", "card_edge", "identity", "identity_member", "judgement", "unlinked"):
        raw.execute(f"DROP TABLE {table}")
    for command in migrations()[0].split(";"):
        if "same_agent" in command:
            raw.execute(command)
    for trigger in ("statement_added", "statement_removed", "article_added", "article_removed"):
        raw.execute(f"DROP TRIGGER {trigger}")
    raw.execute("DROP TABLE statement_fts")
    raw.execute("DROP TABLE article_fts")
    raw.execute("PRAGMA user_version = 1")
    raw.close()


def test_a_new_file_has_the_newest_version(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "news.db").close()
    assert version(tmp_path / "news.db") == len(migrations()) == 6


def test_a_file_with_candidates_that_are_bare_values_is_read_without_them(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    article = Article.of("Filed 03/04/2021. The dam is full, Ana Ruiz said on 03/04/2021.", published="2021-03-05")
    findings = find_statements(article, labeller("rules").label([article])[0])
    store = SqliteStore(path)
    store.add([findings])
    store.close()
    raw = sqlite3.connect(path, isolation_level=None)
    ((record,),) = raw.execute("SELECT record FROM article")
    old = json.loads(record)
    for moment in (*old["moments"], *(statement["said"] for statement in old["statements"])):
        moment["candidates"] = ["2021-04-03"]
    raw.execute("UPDATE article SET record = ?", (json.dumps(old, separators=(",", ":")),))
    raw.execute("DROP TABLE unlinked")
    raw.execute("PRAGMA user_version = 3")
    raw.close()
    store = SqliteStore(path)
    (kept,) = store.graph(EVERYTHING).findings
    store.close()
    assert [m.value for m in kept.moments] == [m.value for m in findings.moments]
    assert not any(m.candidates for m in kept.moments)
    assert [s.id for s in kept.statements] == [s.id for s in findings.statements]
    assert kept.statements[0].said is not None
    assert kept.statements[0].said.candidates == ()


def test_a_version_1_file_is_brought_forward_with_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    raw = sqlite3.connect(path, isolation_level=None)
    migrate(raw, str(path), migrations()[:1])
    fresh = raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    raw.close()
    assert version(path) == 1

    full = tmp_path / "full.db"
    store = SqliteStore(full)
    store.add(town_news())
    before, hits = list(dump(store)), store.search("mooring tariff")
    store.close()
    as_version_1(full)
    raw = sqlite3.connect(full)
    assert raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall() == fresh
    raw.close()

    store = SqliteStore(full, create=False)
    assert version(full) == len(migrations())
    assert list(dump(store)) == before
    assert store.search("mooring tariff") == hits
    assert len(hits) > 2
    store.close()


@pytest.mark.parametrize("earlier", [4, 5])
def test_a_file_with_earlier_keys_is_linked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, earlier: int) -> None:
    monkeypatch.setattr("onrecord.store.writing.RELINKED", 3)  # so that it takes several batches
    path = tmp_path / "old.db"
    store = SqliteStore(path)
    store.add(town_news())
    expected = list(dump(store))
    store.close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE bucket SET key = 'copy:former ' || key")
    raw.execute("DELETE FROM derivation WHERE rowid % 2")
    if earlier < 5:
        raw.execute("DROP TABLE unlinked")
    raw.execute(f"PRAGMA user_version = {earlier}")
    raw.commit()
    raw.close()
    store = SqliteStore(path, create=False)
    assert list(dump(store)) == expected
    assert version(path) == len(migrations())
    store.close()


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    SqliteStore(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(NewerStore, match=rf"news\.db.*version {len(migrations()) + 1}"):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_a_step_that_fails_takes_back_the_steps_before_it(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "news.db", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(raw, "news.db", ("CREATE TABLE article (id);\n", "CREATE TABLE credit (id);\nCREATE NONSENSE;\n"))
    assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert raw.execute("PRAGMA user_version").fetchone() == (0,)
    raw.close()


def test_many_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    def opened(_: int) -> Graph:
        store = SqliteStore(tmp_path / "news.db")
        store.add([report()])
        graph = store.graph(EVERYTHING)
        store.close()
        return graph

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(opened, range(16)))) == 1


def test_a_missing_file_is_not_made_for_a_reader(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"news\.db: no such database.*onrecord add"):
        SqliteStore.open(tmp_path / "news.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [True, False])
def test_what_is_no_database_is_refused_by_name(tmp_path: Path, create: bool) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Not a database, but a page of notes about the harbour.\n" * 40, encoding="utf-8")
    for place in (text, tmp_path, text / "news.db", tmp_path / "missing" / "news.db"):
        with pytest.raises(StoreError) as caught:
            SqliteStore(place, create=create)
        assert str(place) in str(caught.value)
    assert text.read_text(encoding="utf-8").startswith("Not a database")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE contact (name TEXT)")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"contacts\.db.*not one of onrecord's"):
        SqliteStore(path)
    assert path.read_bytes() == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a place that nobody can write to")
def test_a_place_that_cannot_be_written_to_is_named() -> None:
    with pytest.raises(StoreError, match=r"/proc/news\.db"):
        SqliteStore("/proc/news.db")


def test_a_file_that_can_only_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    SqliteStore(path).close()
    as_version_1(path)  # so that opening must write
    path.chmod(0o444)
    try:
        with path.open("ab"):
            pytest.skip("this user may write to everything")
    except PermissionError:
        pass
    with pytest.raises(StoreError, match=r"news\.db"):
        SqliteStore(path)
