"""Scoring of groups of mentions: the extremes, a case counted by hand, and a linker run from end to end."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.agents import by_folded_name, grouped, pieces, report, run, write
from benchmarks.clusters import Bcubed, Grouped, Share, alone, by_spelling, scores
from benchmarks.population.figures import Population
from benchmarks.population.mentions import mentions
from benchmarks.population.spellings import Spelling

from onrecord.records import Agent


class Everybody(NamedTuple):
    id: str
    agents: tuple[str, ...]


class AllInOne:
    """A linker for which everybody is one."""

    def __init__(self) -> None:
        self._agents: list[str] = []

    def add(self, agent: Agent) -> None:
        self._agents.append(agent.id)

    def identities(self) -> list[Everybody]:
        return [Everybody("all", tuple(self._agents))]


def _stream() -> list[Grouped]:
    return [Grouped(m.truth, m.agent.names[0], m.spelling, 0) for m in mentions(Population(300, seed=3), 900)]


def test_who_groups_by_the_truth_makes_no_fault() -> None:
    perfect = [m._replace(group=m.truth) for m in _stream()]
    found = scores(perfect)
    assert found.wrong.some == found.missed.some == found.namesakes.some == 0
    assert found.whole.share == 1.0
    assert found.bcubed == Bcubed(1.0, 1.0)
    assert all(one.wrong.some == one.missed.some == 0 for one in by_spelling(perfect).values())
    assert alone(perfect).wrong.some == 0


def test_who_takes_all_for_one_misses_nothing_and_is_wrong_in_all_else() -> None:
    found, full = scores(_stream()), [m for m in _stream() if m.spelling is not Spelling.ALONE]
    assert found.missed.share == 0.0
    assert found.wrong.of == len(full) * (len(full) - 1) // 2
    assert found.wrong.share is not None
    assert found.wrong.share > 0.9
    assert found.namesakes.some == found.namesakes.of
    assert found.whole.some == 0
    assert found.bcubed.recall == 1.0
    assert alone(_stream()).joined.share == 1.0


def test_who_leaves_all_apart_misses_everything_and_is_never_wrong() -> None:
    found = scores(m._replace(group=at) for at, m in enumerate(_stream()))
    assert found.wrong == Share(0, 0)
    assert found.missed.share == 1.0
    assert found.bcubed.precision == 1.0


def test_a_case_counted_by_hand() -> None:
    plain, slip = Spelling.PLAIN, Spelling.TYPO
    case = [
        Grouped(1, "Ada Norwell", plain, "a"),
        Grouped(1, "Ada Norwell", plain, "a"),
        Grouped(1, "Ada Norwel", slip, "b"),
        Grouped(2, "ADA NORWELL", plain, "a"),
        Grouped(3, "Ida Norwell", slip, "b"),
        Grouped(3, "Norwell", Spelling.ALONE, "a"),
    ]
    found = scores(case)
    assert found.wrong == Share(3, 4)
    assert found.missed == Share(2, 3)
    assert found.namesakes == Share(2, 2)
    assert found.unlike == Share(1, 3)
    assert found.whole == Share(0, 3)
    assert found.bcubed == pytest.approx(((2 / 3 + 2 / 3 + 1 / 2 + 1 / 3 + 1 / 2) / 5, (2 / 3 + 2 / 3 + 1 / 3 + 2) / 5))
    assert by_spelling(case)[slip].missed == Share(2, 2)
    assert by_spelling(case)[plain].wrong == Share(4, 6)
    assert alone(case).wrong == Share(3, 3)


def test_a_linker_is_run_over_a_written_stream(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mentions"
    write(path, agents=200, count=2500, seed=1)
    done = run(AllInOne(), pieces(path))
    assert len(done.groups) == 2500
    assert set(done.groups.values()) == {"all"}
    found = grouped(pieces(path), lambda agent: done.groups[agent.id])
    assert scores(found).missed.some == 0
    assert scores(grouped(pieces(path), by_folded_name)).unlike.some == 0
    report(path, done.groups)
    assert "family name alone, registry: 100.00%" in capsys.readouterr().out
