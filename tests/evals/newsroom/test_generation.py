"""Generated cascades: the same everywhere, and their truth stands in their texts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from evals.newsroom.cascade import Cascade, Story, cascade, cascades, story
from evals.newsroom.drafts import ORIGINS, Sentence, Treatment
from evals.newsroom.knobs import EASY, HARD, MEDIUM, PRESETS
from evals.newsroom.page import words_of
from evals.newsroom.wordings import Relation

from onrecord.records import Spans

ROOT = Path(__file__).resolve().parents[3]
SEEDS = range(12)
DIGEST = """
from hashlib import blake2b
from evals.newsroom.cascade import cascade
from evals.newsroom.knobs import HARD
for number in range(3):
    made = cascade(HARD, seed=7, number=number)
    truth = made.truth
    told = repr((made.documents, truth.reports, truth.sayings, truth.primary, sorted(truth.relays)))
    print(blake2b(told.encode()).hexdigest())
"""


@pytest.fixture(scope="module", params=sorted(PRESETS))
def generated(request: pytest.FixtureRequest) -> list[Cascade]:
    return list(cascades(PRESETS[request.param], count=len(SEEDS), seed=5))


def test_the_generator_knows_nothing_of_the_product_but_its_records() -> None:
    asking = {"product.py", "__main__.py"}
    for path in sorted((ROOT / "evals" / "newsroom").glob("*.py")):
        imports = re.findall(r"^(?:from|import) (onrecord[\w.]*)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert path.name in asking or set(imports) <= {"onrecord.records", "onrecord.errors"}, path.name


def test_the_same_seed_gives_the_same_news_whatever_python_hashes() -> None:
    printed = set()
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        done = subprocess.run([sys.executable, "-c", DIGEST], env=environment, capture_output=True, check=True)
        printed.add(done.stdout)
    assert len(printed) == 1


def test_a_cascade_depends_on_its_number_alone() -> None:
    assert list(cascades(MEDIUM, count=3, seed=2))[2] == cascade(MEDIUM, seed=2, number=2)
    assert cascade(MEDIUM, seed=2, number=2) != cascade(MEDIUM, seed=3, number=2)


def test_nothing_of_the_grammar_is_left_in_a_text(generated: list[Cascade]) -> None:
    for one in generated:
        for document in one.documents:
            left = [c for c in document.text + document.title if c in "[]{}<>" or "\ue000" <= c <= "\uf8ff"]
            assert not left, document.text
            assert " ," not in document.text
            assert ",." not in document.text


def test_every_saying_stands_in_its_report_at_its_place(generated: list[Cascade]) -> None:
    for one in generated:
        texts = {d.doc: d.text for d in one.documents}
        for saying in one.truth.sayings:
            words = [span.of(texts[saying.doc]) for span in saying.spans]
            assert all(w == w.strip() and w[-1] not in ",.”’" for w in words)
            text = texts[saying.doc]
            around = [text[s.start - 1 : s.start] + text[s.end + 1 : s.end + 2] for s in saying.spans]
            in_marks = all(pair in ("“”", "‘’", '""') for pair in around)
            assert in_marks is (saying.relation is not Relation.PARAPHRASE)


def test_what_is_identical_has_the_words_of_its_reference_and_what_is_not_has_not(generated: list[Cascade]) -> None:
    for one in generated:
        texts = {d.doc: d.text for d in one.documents}
        said = {(s.doc, s.point): words(texts[s.doc], s.spans) for s in one.truth.sayings}
        references = dict(one.truth.references)
        for saying in one.truth.sayings:
            mine, first = said[saying.doc, saying.point], said[references[saying.point], saying.point]
            if saying.relation is Relation.IDENTICAL:
                assert mine == first
            elif saying.doc != references[saying.point]:
                assert mine != first or saying.relation is Relation.PARAPHRASE
            if saying.relation is Relation.TRUNCATED:
                assert mine in first


def test_every_report_has_the_main_point_and_one_line_or_two(generated: list[Cascade]) -> None:
    for one in generated:
        truth = one.truth
        assert {s.doc for s in truth.sayings if s.point == truth.main} == {r.doc for r in truth.reports}
        assert frozenset().union(*truth.groups) == {r.doc for r in truth.reports}
        assert truth.undecided == {r.doc for r in truth.reports if r.treatment is Treatment.MERGED}


def test_copies_come_from_earlier_reports_of_their_own_line(generated: list[Cascade]) -> None:
    for one in generated:
        before = {}
        for report in one.truth.reports:
            assert bool(report.parents) is (report.treatment not in ORIGINS)
            for parent in report.parents:
                assert set(before[parent].lines) <= set(report.lines)
            before[report.doc] = report


def test_relays_name_their_source_in_their_text(generated: list[Cascade]) -> None:
    for one in generated:
        reports = {r.doc: r for r in one.truth.reports}
        texts = {d.doc: reports[d.doc].body.of(d.text) for d in one.documents if d.doc in reports}
        for doc, source in one.truth.relays | one.truth.hosted:
            assert source in texts[doc]


def test_what_nobody_credits_shows_its_line_by_what_that_line_alone_saw() -> None:
    for number in SEEDS:
        told = story(HARD, seed=4, number=number)
        seen = {d.lines[0]: _colours(d.sentences) for d in told.drafts if d.treatment is Treatment.FIRST_HAND}
        for draft in told.drafts:
            if draft.credit is None and draft.relayed_from is None and draft.treatment is not Treatment.WITNESS:
                shown = _colours(draft.sentences)
                assert shown & seen[draft.lines[0]]
                assert all(not shown & seen[line] for line in seen if line not in draft.lines)


def test_no_two_lines_phrase_a_fact_alike() -> None:
    for number in SEEDS:
        told = story(HARD, seed=4, number=number)
        whose: dict[tuple[str, int], str] = {}
        for draft in told.drafts:
            for sentence in draft.sentences if len(draft.lines) == 1 else ():
                if sentence.key.startswith("fact"):
                    assert whose.setdefault((sentence.key, sentence.form), draft.lines[0]) == draft.lines[0]


def test_no_two_lines_change_the_main_quotation_in_the_same_odd_way() -> None:
    odd = (Relation.ALTERED, Relation.SPLICED, Relation.RETRANSLATED, Relation.PARAPHRASE)
    for number in SEEDS:
        one = cascade(HARD, seed=4, number=number)
        texts, lines = {d.doc: d.text for d in one.documents}, {r.doc: r.lines[0] for r in one.truth.reports}
        whose: dict[str, str] = {}
        for saying in one.truth.sayings:
            if saying.relation in odd:
                said = words(texts[saying.doc], saying.spans)
                assert whose.setdefault(said, lines[saying.doc]) == lines[saying.doc]


def test_a_second_version_adds_to_the_first_or_corrects_it() -> None:
    told = [story(MEDIUM, seed=4, number=number) for number in SEEDS]
    second = [(d, {p.doc: p for p in t.drafts}[d.parents[0]]) for t in told for d in t.drafts if d.note]
    assert second
    for draft, parent in second:
        assert draft.house == parent.house
        assert draft.sentences[: len(parent.sentences)] == parent.sentences
    assert any(len(draft.sentences) > len(parent.sentences) for draft, parent in second)


def test_namesakes_share_the_family_name_and_nothing_else() -> None:
    for number in SEEDS:
        told = story(MEDIUM, seed=4, number=number)
        (other,) = {b.scene.speaker for b in told.others if b.namesake}
        assert other.family == told.event.speaker.family
        assert other.given != told.event.speaker.given
        assert other.role != told.event.speaker.role


def test_the_event_lies_before_its_reports_and_is_dated_in_them() -> None:
    for number in SEEDS:
        told: Story = story(EASY, seed=4, number=number)
        one = cascade(EASY, seed=4, number=number)
        assert one.truth.primary.when == told.event.when.date().isoformat()
        assert all(told.event.when < d.made == d.published for d in told.drafts)
        assert all(f"{told.event.when:%A}" in d.text for d in one.documents if d.doc.startswith("r"))


def words(text: str, spans: Spans) -> str:
    return " ".join(words_of(" ".join(span.of(text) for span in spans)))


def _colours(sentences: tuple[Sentence, ...]) -> set[str]:
    return {s.key for s in sentences if s.key.startswith("colour")}
