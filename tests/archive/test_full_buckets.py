"""Names that are in too much news: what is not compared is counted, named and said, whatever the order of adding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from onrecord.answers.why import why
from onrecord.archive import Archive, archive
from onrecord.cli.app import app
from onrecord.cli.display.progress import BUCKETS_SHOWN, Reporter, plural
from onrecord.provenance.keys import link_keys
from onrecord.provenance.shared_keys import in_words
from onrecord.records import Article, Store
from onrecord.store import MemoryStore, SqliteStore

CAP = 3


def articles(count: int) -> list[Article]:
    """Reports of what one minister said, each in its own outlet."""
    said = "“The ice is gone and the hull is sound from bow to stern,” transport minister Ida Holm said."
    return [Article.of(said, outlet=f"Fjord Post No. {n}", published="2024-03-08") for n in range(count)]


@pytest.fixture(params=[MemoryStore, SqliteStore])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A store whose buckets take three articles."""
    made: Store = MemoryStore(cap=CAP) if request.param is MemoryStore else SqliteStore(tmp_path / "a.db", cap=CAP)
    return made


def test_nothing_is_full_where_there_is_room(small: Store) -> None:
    with Archive(small) as opened:
        assert opened.add(articles(CAP), labeller="rules").full_buckets == ()
        assert opened.full_buckets() == opened.graph().full_buckets == ()


def test_full_buckets_are_in_the_report_of_adding_and_in_the_archive(small: Store) -> None:
    with Archive(small) as opened:
        added = opened.add(articles(5), labeller="rules").full_buckets
        assert added == opened.full_buckets() == opened.graph().full_buckets
        news = next(bucket for bucket in added if bucket.key.startswith("news:holm:"))
        assert (news.articles, news.compared) == (5, CAP)
        facts = dict(opened.why(articles(1)[0].id).facts)
        assert "the name “holm” in the news of 2024-03-0" in facts["not compared with all"]
        assert "with 5 articles of which 3 are compared" in facts["not compared with all"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(articles(6)), parts=st.integers(1, 6), batch=st.integers(1, 6))
def test_the_order_and_the_batches_change_neither_graph_nor_report(
    order: list[Article], parts: int, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def filled(found: list[Article], calls: int, size: int) -> Archive:
        monkeypatch.setattr(archive, "BATCH", size)
        opened = Archive(MemoryStore(cap=CAP))
        for start in range(0, len(found), -(-len(found) // calls)):
            opened.add(found[start : start + -(-len(found) // calls)], labeller="rules")
        return opened

    one, other = filled(articles(6), 1, 64), filled(order, parts, batch)
    assert other.graph() == one.graph()
    assert other.full_buckets() == one.full_buckets() != ()
    monkeypatch.setattr(archive, "BATCH", batch)
    assert Archive(MemoryStore(cap=CAP)).add(order, labeller="rules").full_buckets == one.full_buckets()


def test_adding_says_so_on_stderr_the_fullest_first(capsys: pytest.CaptureFixture[str]) -> None:
    with Archive(MemoryStore(cap=CAP)) as opened, Reporter() as reporter:
        added = opened.add(articles(5), labeller="rules", on_progress=reporter.show)
    lines = capsys.readouterr().err.splitlines()
    shared = [line for line in lines if " share " in line]
    assert len(shared) == BUCKETS_SHOWN < len(added.full_buckets)
    assert all("5 articles share" in line and "only 3 of them are compared with each other" in line for line in shared)
    assert f"and {plural(len(added.full_buckets) - BUCKETS_SHOWN, 'more key')} with too many articles" in lines[-2]
    assert "5 articles" in lines[-1]


def test_the_command_says_it_on_stderr_and_in_its_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqliteStore.__init__, "__kwdefaults__", {"create": True, "linker": None, "cap": CAP})
    lines = [json.dumps({"text": a.text, "outlet": a.outlet, "published": a.published}) for a in articles(5)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    words = ["add", "news.jsonl", "--db", "news.db", "--json", "--labeller", "rules", "--jobs", "1"]
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0
    assert "5 articles share the name “holm” in the news of" in done.stderr
    full = json.loads(done.stdout)["full_buckets"]
    assert {k: v for k, v in full[0].items() if k != "key"} == {"articles": 5, "compared": CAP}
    exported = CliRunner().invoke(app, ["export", "jsonl", "--db", "news.db"]).stdout.splitlines()
    assert [one for one in map(json.loads, exported) if one.pop("record") == "full_bucket"] == full


def test_a_key_is_told_in_words() -> None:
    (found, *_) = articles(1)
    assert in_words("quote:1234") == "some quoted words"
    assert in_words("copy:1234") == "a likeness of their texts"
    assert in_words("url:1234") == "an address"
    assert in_words("news:holm:undated") == "the name “holm” in undated news"
    assert in_words("news:holm:0") == "the name “holm” in the news of 0001-01-01 to 0001-01-02"
    assert in_words("whatever") == "a key"
    with Archive(MemoryStore()) as opened:
        opened.add(found, labeller="rules")
        (findings,) = opened.statements()
    days = [in_words(key).split(" of ")[1].split(" to ") for key in link_keys(findings) if key.startswith("news:")]
    assert len(days) == 2
    assert all(first <= "2024-03-08" <= last for first, last in days)


def test_an_article_with_other_keys_is_told_nothing() -> None:
    with Archive(MemoryStore(cap=CAP)) as opened:
        opened.add([*articles(5), Article.of("Snow fell.", outlet="Hill Post")], labeller="rules")
        graph = opened.graph()
        snow = next(f.article.id for f in graph.findings if f.article.outlet == "Hill Post")
        assert "not compared with all" not in dict(why(graph, snow).facts)
