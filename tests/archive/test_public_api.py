"""What `import onrecord` offers: few names, loaded when they are used, as the documentation shows them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.errors import LabellingError, ReadingError, UsageError
from onrecord.records import Article, Findings, Span, Statement

SENTENCE = '"The ice is gone," harbour master Ida Holm told reporters in Oster.'


def test_the_names_are_few_and_all_there() -> None:
    assert len(onrecord.__all__) <= 12
    assert all(getattr(onrecord, name) is not None for name in onrecord.__all__)
    assert set(dir(onrecord)) >= set(onrecord.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = onrecord.nonsense  # type: ignore[attr-defined]


def test_importing_loads_nothing_of_the_package_but_itself() -> None:
    code = "import onrecord, sys; print([m for m in sys.modules if m.startswith('onrecord.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_open_is_an_archive() -> None:
    with onrecord.open(":memory:") as archive:
        assert isinstance(archive, onrecord.Archive)


def test_a_text_a_path_and_an_article_give_the_same_statements(tmp_path: Path) -> None:
    path = tmp_path / "ice.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    (article,) = onrecord.read(path)
    assert isinstance(article, Article)
    results = [onrecord.find_statements(source) for source in (SENTENCE, path, str(path), article)]
    assert {found.statements for found in results} == {results[0].statements}
    (statement,) = results[0].statements
    assert statement.content[0].of(SENTENCE).startswith('"The ice is gone')


def test_published_and_outlet_are_taken_where_the_text_does_not_say() -> None:
    article = onrecord.find_statements(SENTENCE, published="2024-03-08", outlet="Oster Post").article
    assert (article.published, article.outlet) == ("2024-03-08", "Oster Post")


def test_an_empty_file_has_no_statements(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert onrecord.find_statements(path).statements == ()
    assert onrecord.find_statements("").statements == ()


@pytest.mark.parametrize("text", [".", "x" * 5_000, "a\x00b", "Ida Holm said no." * 300])
def test_a_text_is_not_taken_for_a_path(text: str) -> None:
    assert onrecord.find_statements(text).article.text == text


@pytest.mark.parametrize("missing", ["no-such-file.txt", Path("no such file"), Path("nowhere.html")])
def test_a_missing_file_is_not_taken_for_a_text(missing: str | Path) -> None:
    with pytest.raises(ReadingError, match=r"no[- ]such|nowhere"):
        onrecord.find_statements(missing)


def test_a_file_of_several_articles_is_for_read(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "Ida Holm said no."}\n{"text": "Ida Holm said yes."}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"onrecord\.read"):
        onrecord.find_statements(path)
    assert len(list(onrecord.read(path))) == 2


def test_an_unknown_labeller_is_an_error() -> None:
    with pytest.raises(LabellingError):
        onrecord.find_statements(SENTENCE, labeller="oracle")


@given(text=st.text(alphabet=st.sampled_from('Ida Holm said. "“”\n’:—x\x00\ud800'), max_size=80))
def test_any_text_gives_findings_whose_spans_stand_in_it(text: str) -> None:
    findings = onrecord.find_statements(text)
    for statement in findings.statements:
        for span in (*statement.content, *statement.source, *statement.cue):
            assert span.end <= len(findings.article.text)


PAYLOAD = "<script>alert('x')</script>&<img src=x onerror=1>"


def test_a_notebook_shows_records_with_every_text_escaped() -> None:
    text = f"{PAYLOAD} said {PAYLOAD}"
    article = Article.of(text, title=PAYLOAD, outlet=PAYLOAD, published="2024-03-08")
    said = Statement("s", article.id, onrecord.find_statements(SENTENCE).statements[0].kind, (Span(0, len(text)),))
    for shown in (article._repr_html_(), Findings(article, (said,))._repr_html_()):
        assert "<script" not in shown
        assert "<img" not in shown
        assert "&lt;script&gt;" in shown


def test_a_notebook_shows_who_said_what() -> None:
    shown = onrecord.find_statements(SENTENCE)._repr_html_()
    assert "<td" in shown
    assert "Ida Holm" in shown
    assert "The ice is gone" in shown
