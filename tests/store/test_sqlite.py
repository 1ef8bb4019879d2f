"""The SQLite store does what every store must, and keeps its file in order."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoreError
from onrecord.records import Findings, Judgement, Links, Rejected, Selection, Store, Verdict
from onrecord.store import Linker, MemoryStore, SqliteStore, dump
from onrecord.store.linker import default_linker
from tests.store.conformance import EVERYTHING, StoreConformance, judged
from tests.store.reports import (
    DREDGING,
    REPLY,
    STORM,
    TARIFF,
    Said,
    in_batches,
    report,
    reports,
    same_articles,
    town_news,
)


class TestSqliteStore(StoreConformance):
    def make(self, cap: int = 500) -> Store:
        return SqliteStore(":memory:", cap=cap)


def dumped(batches: Sequence[Sequence[Findings | Judgement]], cap: int = 500) -> list[str]:
    store = SqliteStore(":memory:", cap=cap)
    for batch in batches:
        store.add(batch)
    return list(dump(store))


@given(data=st.data(), cap=st.sampled_from((2, 3, 500)))
def test_order_and_batches_leave_the_same_rows(data: st.DataObject, cap: int) -> None:
    found: list[Findings | Judgement] = [*data.draw(st.lists(reports(), min_size=2, max_size=8))]
    spoken = [f for f in found if isinstance(f, Findings) and f.agents]
    for day in range(data.draw(st.integers(0, 2)) if len(spoken) > 1 else 0):
        verdict = data.draw(st.sampled_from((Verdict.MERGE, Verdict.SPLIT)))
        found.append(judged(verdict, *data.draw(st.permutations(spoken))[:2], day=day + 1))
    assert dumped(data.draw(in_batches(found)), cap) == dumped([found], cap)


@given(data=st.data(), cap=st.sampled_from((2, 3, 500)))
def test_it_answers_like_the_store_that_links_everything_anew(data: st.DataObject, cap: int) -> None:
    """The store in memory is the definition; this one gets there in small steps, replacements included."""
    found = data.draw(st.lists(reports(), min_size=1, max_size=8))
    again = [replace(f, made_by="rules 2", statements=f.statements[:1]) for f in data.draw(st.permutations(found))[:3]]
    plain, kept = MemoryStore(cap=cap), SqliteStore(":memory:", cap=cap)
    for batch in [*data.draw(in_batches(found)), *data.draw(in_batches(again))]:
        assert kept.add(batch) == plain.add(batch)
    whole = plain.graph(EVERYTHING)
    ids = sorted({i for f in whole.findings for i in (f.article.id, *(x.id for x in (*f.statements, *f.agents)))})
    for selection in (EVERYTHING, Selection(agent_name="Oslington"), Selection(ids=(data.draw(st.sampled_from(ids)),))):
        assert kept.graph(selection) == plain.graph(selection)
    assert kept.search("mooring storm") == plain.search("mooring storm")


def test_replacing_everything_leaves_the_rows_of_the_later_findings_alone() -> None:
    later = [replace(f, made_by="rules 2", statements=f.statements[1:]) for f in town_news()]
    assert dumped([town_news(), later[:3], later[3:]], cap=3) == dumped([later], cap=3)


def test_an_article_that_returns_to_a_bucket_is_linked_again() -> None:
    """Who was crowded out of a full bucket comes back when a smaller id leaves it."""
    found = sorted(same_articles(5), key=lambda f: f.article.id)
    silent = replace(found[0], made_by="rules 2", statements=(), agents=())
    linker = replace(default_linker(), keys=lambda f: ("all",) if f.statements else ())
    store = SqliteStore(":memory:", cap=3, linker=linker)
    store.add(found)
    third = found[3].statements[0].id
    assert len(store.graph(Selection(ids=(third,))).findings) == 1
    store.add([silent])
    assert len(store.graph(Selection(ids=(third,))).findings) == 3


def test_dump_has_no_clock_and_every_table() -> None:
    lines = dumped([[*town_news(), report(TARIFF, path="a.txt")]])
    assert lines == sorted(lines)
    assert "added_at" not in "".join(lines)
    tables = Counter(line.split('"')[1] for line in lines)
    wanted = {"article", "statement", "agent", "bucket", "derivation", "same_utterance", "card", "identity"}
    assert set(tables) >= wanted
    assert (tables["article"], tables["statement"], tables["location"]) == (9, 13, 3)


def test_the_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    store = SqliteStore(path)
    store.add([*town_news(), Rejected("blob.bin", "binary data")])
    store.add([replace(f, made_by="rules 2", statements=f.statements[:1]) for f in town_news()])
    store.close()
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("statement_fts", "article_fts"):
            raw.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    raw.close()


def test_articles_have_a_full_text_index_too(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "news.db")
    store.add(town_news())
    store.close()
    raw = sqlite3.connect(tmp_path / "news.db")
    query = "SELECT outlet FROM article JOIN article_fts ON rowid = number WHERE article_fts MATCH 'flower AND quiet'"
    assert raw.execute(query.replace("rowid", "article_fts.rowid")).fetchall() == [("The Ostrava Bay Courier",)]
    raw.close()


def test_search_survives_vacuum(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "news.db")
    store.add(town_news())
    store.add([replace(f, made_by="rules 2") for f in town_news()[:3]])
    before = store.search("mooring tariff")
    store.close()
    raw = sqlite3.connect(tmp_path / "news.db")
    raw.execute("VACUUM")
    raw.close()
    store = SqliteStore.open(tmp_path / "news.db", create=False)
    assert store.search("mooring tariff") == before
    store.close()


def test_reopened_it_goes_on_where_it_was(tmp_path: Path) -> None:
    for findings in town_news():
        store = SqliteStore(tmp_path / "news.db")
        store.add([findings])
        store.close()
    store = SqliteStore(tmp_path / "news.db", create=False)
    assert list(dump(store)) == dumped([town_news()])
    store.close()


def test_a_batch_that_fails_leaves_nothing_behind() -> None:
    def stumble(a: Findings, b: Findings) -> Links:
        raise ZeroDivisionError

    good = default_linker()
    store = SqliteStore(":memory:", linker=Linker(good.keys, good.own, stumble, good.cluster))
    store.add([report(DREDGING)])
    before = list(dump(store))
    with pytest.raises(ZeroDivisionError):
        store.add([report(REPLY), report(DREDGING, outlet="Lorry Weekly"), Rejected("blob.bin", "binary data")])
    assert list(dump(store)) == before
    store.add([report(REPLY)])
    assert len(store.graph(EVERYTHING).findings) == 2


def test_text_that_is_no_valid_unicode_is_kept_exactly() -> None:
    odd = report(
        Said("Ines Carrow", "The radio said \ud83d and \udcff then nothing\0 more came through"), title="\udc80"
    )
    store = SqliteStore(":memory:")
    store.add([odd])
    assert store.graph(EVERYTHING).findings == (odd,)
    assert [h.statement for h in store.search("radio nothing")] == [odd.statements[0].id]


def test_doubled_statements_cost_no_batch() -> None:
    doubled = report(STORM)
    doubled = replace(doubled, statements=doubled.statements * 2)
    store = SqliteStore(":memory:")
    store.add([doubled, report(REPLY)])
    assert len(store.graph(EVERYTHING).utterances) == 2


def test_after_closing_it_says_what_is_wrong(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "news.db")
    store.close()
    with pytest.raises(StoreError, match=r"news\.db"):
        store.graph(EVERYTHING)
    with pytest.raises(StoreError, match=r"news\.db"):
        store.add([report(STORM)])
