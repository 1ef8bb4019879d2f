"""The made-up collection is what it says, copies are scored by its truth, and meeting is what buckets do."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import pytest
from benchmarks.copies import finding, shelves
from benchmarks.copies.collection import COPIES, SIZES, Collection, Report, collection
from benchmarks.copies.meeting import meetings, numbers, paired, parted
from benchmarks.copies.rewriting import CHANGED, FEWEST, KEPT, Kind
from benchmarks.copies.scores import Score, scores

from onrecord.provenance.keys import link_keys
from onrecord.records import Findings
from onrecord.store.buckets import pairs
from onrecord.text.content_words import word_list

ARTICLES = 200


def _texts(dice: Random) -> list[str]:
    """Some sixty texts of words that nobody has written, of twelve paragraphs each."""
    words = ["".join(dice.choices("bdfgklmnprstv", k=1) + dice.choices("aeiou", k=1)) * 2 + str(n) for n in range(6000)]
    words = [word.translate(str.maketrans("0123456789", "abcdefghij")) for word in words]

    def sentence() -> str:
        said = " ".join(dice.choices(words, k=dice.randint(6, 11)))
        return f"“{said},” {dice.choice(words)} said." if dice.random() < 0.2 else f"{said.capitalize()}."

    return ["\n\n".join(" ".join(sentence() for _ in range(3)) for _ in range(12)) for _ in range(60)]


@pytest.fixture(scope="module")
def made() -> Collection:
    return collection(_texts(Random(1)), ARTICLES, seed=4)


def _body(report: Report) -> list[str]:
    """The paragraphs without headline, dateline and small print."""
    return report.text[report.dateline :].strip().split("\n\n")[:-1]


def _words(report: Report) -> Counter[str]:
    return Counter(word_list(" ".join(_body(report))))


def test_a_seed_gives_the_same_collection(made: Collection) -> None:
    assert collection(_texts(Random(1)), ARTICLES, seed=4) == made
    assert collection(_texts(Random(1)), ARTICLES, seed=5) != made


def test_so_many_are_copies_in_clusters_of_so_many(made: Collection) -> None:
    assert [report.number for report in made.reports] == list(range(ARTICLES))
    kinds = Counter(report.kind for report in made.reports)
    assert kinds[Kind.ORIGINAL] == ARTICLES * (1 - COPIES)
    assert all(kinds[kind] >= 10 for kind in Kind)
    sizes = Counter(Counter(report.cluster for report in made.reports).values())
    assert set(sizes) - {1} <= set(SIZES)
    assert sizes[1] > ARTICLES / 2
    for report in made.reports:
        origin = made.reports[report.cluster]
        assert origin.kind is Kind.ORIGINAL
        assert origin.parent is None
        assert (report.parent is None) is (report.kind is Kind.ORIGINAL)
        assert report.parent is None or made.reports[report.parent].cluster == report.cluster


def test_each_kind_of_copy_does_what_it_says(made: Collection) -> None:
    for report in (r for r in made.reports if r.parent is not None):
        before = made.reports[report.parent or 0]
        mine, theirs = _body(report), _body(before)
        assert report.text[: report.headline] != before.text[: before.headline]
        if report.kind is Kind.VERBATIM:
            assert mine == theirs
        elif report.kind is Kind.TRIMMED:
            assert mine == [paragraph for paragraph in theirs if paragraph in mine]
            assert len(mine) >= FEWEST
            share = _words(report).total() / _words(before).total()
            assert KEPT[0] <= share <= KEPT[1]
            assert report.changed == pytest.approx(1 - share)
        else:
            lost = (_words(before) - _words(report)).total() / _words(before).total()
            assert CHANGED[0] - 0.01 <= report.changed <= CHANGED[1] + 0.01
            assert report.changed - 0.05 < lost <= report.changed + 0.001
            assert _words(report).total() == _words(before).total()
            assert mine != theirs


def test_two_originals_have_one_paragraph_in_common_at_most(made: Collection) -> None:
    originals = [set(_body(report)) for report in made.reports if report.kind is Kind.ORIGINAL]
    shared = Counter(len(a & b) for a, b in combinations(originals, 2))
    assert set(shared) == {0, 1}


def test_a_copy_of_a_copy_is_a_pair_with_all_that_it_comes_from(made: Collection) -> None:
    related = made.related()
    second = [r for r in made.reports if r.parent is not None and made.reports[r.parent].parent is not None]
    assert second
    for report in second:
        assert (min(report.number, report.cluster), max(report.number, report.cluster)) in related
    assert all(made.reports[a].cluster == made.reports[b].cluster for a, b in related)


def test_who_groups_by_the_truth_makes_no_fault(made: Collection) -> None:
    clusters = defaultdict[int, list[int]](list)
    for report in made.reports:
        clusters[report.cluster].append(report.number)
    truth = {pair for members in clusters.values() for pair in combinations(members, 2)}
    assert all(score.recall == score.precision == score.f1 == 1.0 for score in scores(made, truth).values())
    assert all(score.recall == 0.0 and score.precision == 1.0 for score in scores(made, set()).values())
    everything = scores(made, set(combinations(range(ARTICLES), 2)))
    assert all(score.recall == 1.0 and score.precision < 0.2 for score in everything.values())


def test_a_case_counted_by_hand() -> None:
    def report(number: int, cluster: int, kind: Kind, parent: int | None) -> Report:
        return Report(number, cluster, kind, parent, "", 0, 0)

    case = Collection(
        (
            report(0, 0, Kind.ORIGINAL, None),
            report(1, 0, Kind.LIGHT, 0),
            report(2, 0, Kind.VERBATIM, 1),
            report(3, 0, Kind.TRIMMED, 0),
            report(4, 4, Kind.ORIGINAL, None),
        )
    )
    assert case.related() == {(0, 1): Kind.LIGHT, (1, 2): Kind.VERBATIM, (0, 2): Kind.LIGHT, (0, 3): Kind.TRIMMED}
    assert scores(case, {(0, 1), (1, 2), (1, 3), (3, 4)}) == {
        "verbatim": Score(1, 1, 1, 0),
        "trimmed": Score(1, 0, 2, 1),
        "light": Score(2, 1, 3, 0),
        "all": Score(4, 2, 4, 1),
    }


@pytest.mark.parametrize("cap", [2, 3, 500])
def test_who_meets_is_who_shares_a_bucket(made: Collection, cap: int) -> None:
    articles = [shelves.article(report) for report in made.reports]
    keys = [link_keys(Findings(article)) for article in articles]
    buckets = defaultdict[str, list[str]](list)
    for article, mine in zip(articles, keys, strict=True):
        for key in mine:
            buckets[key].append(article.id)
    expected = pairs(sorted(ids)[:cap] for ids in buckets.values())
    flat = [(n, number) for n, mine in enumerate(keys) for number in numbers(mine)]
    whose, of = (np.array(column, np.uint64) for column in zip(*flat, strict=True))
    met = parted(meetings(whose, of, [article.id for article in articles], cap))
    ids = [sorted((articles[a].id, articles[b].id)) for a, b in zip(*(m.tolist() for m in met), strict=True)]
    assert len(ids) == len(expected)
    assert {(a, b) for a, b in ids} == expected


def test_copies_are_found_from_end_to_end(made: Collection, tmp_path: Path) -> None:
    shelves.write(made, tmp_path, finding.WORKERS)
    found = finding.find(tmp_path)
    assert found.compared >= len(found.pairs)
    measured = scores(made, found.pairs)
    assert measured["verbatim"].recall == 1.0
    assert measured["all"].recall > 0.9
    assert measured["all"].precision == 1.0
    low, high = (np.array(ends, np.uint64) for ends in zip(*found.pairs, strict=True))
    assert len(np.unique(paired(high, low))) == len(found.pairs)
