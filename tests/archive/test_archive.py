"""The archive from end to end: reading, statements, store and answers, with the real parts."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.archive import Archive, Progress
from onrecord.archive.analysis import Analysis
from onrecord.archive.archive import BATCH
from onrecord.engines import AllCores, InProcess
from onrecord.errors import LabellingError, NotFound, StoreError, UsageError
from onrecord.records import Added, Article, Findings, Rejected

FERRY = """Ferry to Oster sails again

8 March 2024

The ferry to Oster will sail again on Monday, transport minister Ida Holm told reporters on Friday.

"The ice is gone and the hull is sound," Holm said.

Based on materials from TASS
"""
BRIDGE = """Bridge at Nyland stays shut

9 March 2024

"We will not open the bridge before the snow melts," mayor Karl Berg said.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "news.db") as opened:
        yield opened


def test_a_folder_is_added_once(archive: Archive, news: Path) -> None:
    first = archive.add(news)
    assert (first.articles, first.known, first.rejected) == (2, 0, 0)
    assert first.statements >= 3
    again = archive.add([news / "ferry.txt", str(news / "bridge.txt")])
    assert (again.articles, again.known, again.statements) == (0, 2, 0)


def test_articles_can_be_added_as_well_as_paths(archive: Archive, news: Path) -> None:
    articles = [article for article in onrecord.read(news) if isinstance(article, Article)]
    assert archive.add(articles) == archive_of(news)
    assert archive.add(articles[0]).known == 1


def archive_of(news: Path) -> Added:
    with Archive.open(":memory:") as fresh:
        return fresh.add(news)


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(archive: Archive, news: Path) -> None:
    (news / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 40)
    reports: list[Progress] = []
    added = archive.add([news, news / "missing.txt"], on_progress=reports.append)
    assert added.articles == 2
    rejected = [one for report in reports for one in report.rejected]
    assert {Path(one.where).name for one in rejected} == {"picture.txt", "missing.txt"}
    assert all(one.reason for one in rejected)
    assert (reports[-1].done, reports[-1].total) == (4, 4)
    assert reports[-1].added == added


def test_progress_knows_the_lines_of_json_lines(archive: Archive, tmp_path: Path) -> None:
    lines = tmp_path / "news.jsonl"
    lines.write_text("".join(f'{{"id": "{n}", "text": "Ida Holm said no, {n} times."}}\n' for n in range(BATCH + 6)))
    reports: list[Progress] = []
    added = archive.add(lines, on_progress=reports.append)
    assert added.articles == BATCH + 6
    assert {report.total for report in reports} == {BATCH + 6}
    assert reports[-1].done == BATCH + 6
    assert len(reports) > 1


def test_an_unknown_labeller_is_an_error_before_anything_is_read(archive: Archive, news: Path) -> None:
    with pytest.raises(LabellingError, match="rules"):
        archive.add(news, labeller="oracle")
    assert list(archive.statements()) == []


def test_words_and_ids_lead_to_the_same_trace(archive: Archive, news: Path) -> None:
    archive.add(news)
    by_words = archive.trace("hull is sound")
    found = archive.resolve("hull is sound")[0].statement.id
    assert by_words.statement.statement == found
    assert archive.trace(found[:10]) == archive.trace(found.upper()) == by_words
    assert "hull is sound" in by_words.statement.text


def test_an_article_or_agent_means_its_statements(archive: Archive, news: Path) -> None:
    archive.add(news)
    findings = next(f for f in archive.statements() if "Bridge" in (f.article.title or ""))
    own = [statement.id for statement in findings.statements]
    assert [match.statement.id for match in archive.resolve(findings.article.id)] == own
    assert archive.trace(findings.article.id).statement.article == findings.article.id


def test_a_word_that_looks_like_an_id_is_searched(archive: Archive, tmp_path: Path) -> None:
    archive.add(Article.of('"The facade will stand for a decade," mayor Karl Berg said.'))
    assert "facade" in archive.trace("facade").statement.text


@pytest.mark.parametrize("first", [0, 1])
def test_a_statement_of_these_words_alone_comes_before_one_with_more(archive: Archive, first: int) -> None:
    texts = [
        '"The hull is sound," mayor Karl Berg said.',
        '"We looked at her on Friday, the hull is sound, and the crew may rest," mayor Karl Berg said.',
    ]
    for text in (texts[first], texts[1 - first]):
        archive.add(Article.of(text))
    assert archive.resolve("the hull is sound")[0].words == '"The hull is sound,"'


def test_nothing_found_is_an_empty_answer_or_not_found(archive: Archive, news: Path) -> None:
    archive.add(news)
    assert archive.search("zeppelin") == []
    assert archive.resolve("zeppelin") == []
    with pytest.raises(NotFound, match="zeppelin"):
        archive.trace("zeppelin")
    with pytest.raises(NotFound):
        archive.why("abcdef123456")
    assert archive.who("Nobody Atall").statements == ()


def test_every_question_has_an_answer(archive: Archive, news: Path) -> None:
    archive.add(news)
    who = archive.who("Holm")
    assert who.name == "Ida Holm"
    assert "transport minister" in dict(who.roles)
    assert archive.sources("hull is sound").outlets == 1
    statement = archive.resolve("hull is sound")[0].statement.id
    assert archive.why(statement).record == "statement"
    out = io.StringIO()
    archive.export("jsonl", out)
    assert '"record": "article"' in out.getvalue()
    with pytest.raises(UsageError):
        archive.export("docx", out)


def test_all_cores_give_what_this_process_gives(news: Path, tmp_path: Path) -> None:
    for number in range(20):
        (news / f"more{number}.txt").write_text(f'"It is {number} now," Karl Berg said.', encoding="utf-8")
    exports = []
    for engine in (InProcess(), AllCores(2, patience=0.0)):
        with Archive.open(":memory:", engine=engine) as archive:
            archive.add(news)
            out = io.StringIO()
            archive.export("jsonl", out)
            exports.append(out.getvalue())
    assert exports[0] == exports[1]
    assert exports[0].count('"record": "article"') == 22


def test_a_closed_archive_opens_again(tmp_path: Path, news: Path) -> None:
    with Archive.open(tmp_path / "a.db") as archive:
        archive.add(news)
    with Archive.open(tmp_path / "a.db", create=False) as archive:
        assert len(list(archive.statements())) == 2
    archive.close()
    with pytest.raises(StoreError, match=r"missing\.db"):
        Archive.open(tmp_path / "missing.db", create=False)


class TestAnalysis:
    """One input to findings; whatever happens becomes data."""

    def test_a_file_gives_findings(self, news: Path) -> None:
        (findings,) = Analysis()(str(news / "bridge.txt"))
        assert isinstance(findings, Findings)
        assert findings.article.published == "2024-03-09"

    def test_what_a_text_does_not_say_is_filled_in(self, tmp_path: Path) -> None:
        path = tmp_path / "bare.txt"
        path.write_text("Karl Berg said on Friday that the bridge was open.")
        (findings,) = Analysis(published="2024-03-09", outlet="Nyland News")(str(path))
        assert isinstance(findings, Findings)
        assert (findings.article.published, findings.article.outlet) == ("2024-03-09", "Nyland News")

    def test_an_empty_file_gives_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.txt"
        path.touch()
        assert Analysis()(str(path)) == []

    def test_a_rejected_input_passes_through(self) -> None:
        rejected = Rejected("x", "y")
        assert Analysis()(rejected) == [rejected]

    def test_an_input_that_kills_its_worker_is_rejected_and_the_rest_goes_on(self, news: Path) -> None:
        engine = AllCores(2, patience=0.0, on_lost=lambda item: [Rejected(item, "died")])
        results = list(engine.map(deadly, [str(news / "ferry.txt"), "deadly", str(news / "bridge.txt")]))
        assert [len(found) for found in results] == [1, 1, 1]
        assert results[1] == [Rejected("deadly", "died")]
        assert isinstance(results[2][0], Findings)


def deadly(path: str) -> list[Findings | Rejected]:
    if path == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return Analysis()(path)
