"""The surest path: of all edges behind a statement, those that lead most surely to its primary source."""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush

from onrecord.answers.trace import Step, Trace
from onrecord.records import DerivationKind

DETOUR = 0.05
"""What one more step costs, in units of score: of two paths as sure as each other the shorter one counts."""


def surest_path(trace: Trace) -> tuple[Step, ...]:
    """Steps from the statement's article to the primary source (the chain's end), each from where the last one ended.

    Where no edge leads there, the surest way to any end; empty where nothing leads away.  A step costs what its score
    lacks to 1, and the cheapest path is taken (Dijkstra).
    """
    homes = {r.statement: r.article for r in (trace.statement, *(r for o in trace.origins for r in o.reports))}
    steps: dict[str, list[Step]] = defaultdict(list)
    for step in trace.chain:
        steps[homes.get(step.source, step.source)].append(step)
    reached = _cheapest(trace.statement.article, steps, homes)
    goals = {s.target for s in trace.chain[-1:] if s.kind == DerivationKind.PRIMARY_SOURCE.value}
    ends = [end for end in reached if end in goals] or [end for end in reached if end not in steps]
    return min((reached[end] for end in ends), key=_cost, default=())


def _cheapest(start: str, steps: dict[str, list[Step]], homes: dict[str, str]) -> dict[str, tuple[Step, ...]]:
    """The cheapest path to every end that can be reached, the start left out."""
    reached: dict[str, tuple[Step, ...]] = {}
    queue: list[tuple[float, int, str, tuple[Step, ...]]] = [(0.0, 0, start, ())]
    order = 0  # makes the queue's order a pure function of the chain
    while queue:
        cost, _, node, path = heappop(queue)
        if node in reached:
            continue
        reached[node] = path
        for step in steps.get(node, ()):
            order += 1
            price = 1 - step.confidence + DETOUR
            heappush(queue, (cost + price, order, homes.get(step.target, step.target), (*path, step)))
    del reached[start]
    return reached


def _cost(path: tuple[Step, ...]) -> tuple[float, int]:
    return sum(1 - step.confidence + DETOUR for step in path), len(path)
