"""The bundled sample: what the archive computes of it is exactly what a careful reader wrote down."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from onrecord.archive import Archive
from onrecord.provenance.independence import origins
from onrecord.provenance.wordings import same_letters
from onrecord.records import Added, Article, Graph, Utterance

TRUTH: dict[str, Any] = json.loads((Path(__file__).parents[1] / "examples" / "truth.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Sample:
    added: Added
    graph: Graph

    def key(self, article_id: str) -> str:
        """What the truth calls the article."""
        findings = self.graph.article(article_id)
        assert findings is not None
        return key_of(findings.article)

    def articles_of(self, utterance: Utterance) -> set[str]:
        found = [self.graph.statement(s) for s in utterance.statements]
        return {self.key(f.article.id) for f, _ in filter(None, found)}

    def shared(self) -> list[Utterance]:
        """The utterances that more than one article reports."""
        return [u for u in self.graph.utterances if len(self.articles_of(u)) > 1]


def key_of(article: Article) -> str:
    keys = [k for k, a in TRUTH["articles"].items() if (a["outlet"], a["title"]) == (article.outlet, article.title)]
    assert len(keys) == 1, f"{article.outlet}: {article.title}"
    return keys[0]


@pytest.fixture(scope="module")
def sample() -> Iterator[Sample]:
    with Archive.open(":memory:") as archive:
        added = archive.add([str(files("onrecord").joinpath("samples"))])
        yield Sample(added, archive.graph())


def test_every_article_is_read(sample: Sample) -> None:
    assert sample.added.rejected == 0
    assert sorted(key_of(f.article) for f in sample.graph.findings) == sorted(TRUTH["articles"])


def test_articles_are_short_news(sample: Sample) -> None:
    sizes = [len(f.article.text.split()) for f in sample.graph.findings]
    assert len(sizes) >= 12
    assert all(100 <= size <= 260 for size in sizes)


def test_the_utterances_that_several_articles_report(sample: Sample) -> None:
    computed = sorted((described(sample, u) for u in sample.shared()), key=first_words)
    expected = sorted((stated(u) for u in TRUTH["utterances"]), key=first_words)
    assert computed == expected


def test_no_origin_is_in_doubt(sample: Sample) -> None:
    for utterance in sample.shared():
        found = origins(sample.graph, utterance.statements)
        assert found.low == found.high == len(found.groups)


def test_speakers_are_spelled_as_their_reports_spell_them(sample: Sample) -> None:
    for utterance in sample.shared():
        (truth,) = [t for t in TRUTH["utterances"] if articles_in(t) == sample.articles_of(utterance)]
        found = [sample.graph.statement(s) for s in utterance.statements]
        agents = {sample.graph.agent(s.agent) for _, s in filter(None, found)}
        assert {a.name for a in agents if a} == {truth["agent"], *truth["also_spelled"]}


def test_the_demo_says_what_the_truth_says() -> None:
    (truth,) = [t for t in TRUTH["utterances"] if t["name"] == "main"]
    expected = (
        f"{truth['outlets']} outlets, 1 utterance, {len(truth['wordings'])} wordings, {len(truth['origins'])} origins"
    )
    done = subprocess.run([sys.executable, "-m", "onrecord", "demo"], capture_output=True, encoding="utf-8", check=True)
    assert expected in done.stdout


def described(sample: Sample, utterance: Utterance) -> dict[str, Any]:
    outlets = {TRUTH["articles"][key]["outlet"] for key in sample.articles_of(utterance)}
    wordings: dict[str, list[str]] = {}
    for wording in utterance.wordings:
        found = [sample.graph.statement(s) for s in wording.statements]
        wordings[words_of(wording.text)] = sorted({sample.key(f.article.id) for f, _ in filter(None, found)})
    groups = origins(sample.graph, utterance.statements).groups
    return {
        "outlets": len(outlets),
        "wordings": wordings,
        "origins": sorted(sorted(sample.key(a) for a in g.articles) for g in groups),
    }


def stated(truth: dict[str, Any]) -> dict[str, Any]:
    return {
        "outlets": truth["outlets"],
        "wordings": {words_of(w["text"]): sorted(w["articles"]) for w in truth["wordings"]},
        "origins": sorted(sorted(group) for group in truth["origins"]),
    }


def articles_in(truth: dict[str, Any]) -> set[str]:
    return {article for wording in truth["wordings"] for article in wording["articles"]}


def words_of(text: str) -> str:
    """A wording without case, punctuation and the "that" in front of it."""
    return same_letters(text.removeprefix("that "))


def first_words(described: dict[str, Any]) -> str:
    return min(described["wordings"])
