"""Groups of statements by their edges: sure edges join at once, the others where they are enough of all the pairs.

Agglomerative clustering by average linkage (Sokal & Michener 1958), with some weight for the best link: two groups join
while MEAN of the mean score of all the pairs between them, 0 where there is no edge, and the rest of the best score
are together the highest and at least JOIN.  A chain of weak edges joins nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from onrecord.records import SameUtterance

STRONG = 0.8
"""An edge of the same quoted words from this score on joins two groups by itself."""
MEAN = 0.85
"""How much the mean of all pairs counts beside the best of them."""
JOIN = 0.25
"""The least score of two groups that join."""

Conflict = Callable[[Sequence[str], Sequence[str]], bool]


def grouped(members: Iterable[str], edges: Iterable[SameUtterance], conflict: Conflict) -> list[list[str]]:
    """Sorted lists of members, sorted; two groups that conflict never join.

    The order of members and edges changes nothing: ties go to the smaller ids.  Takes E log E steps for E edges.
    """
    groups = _Groups(members, conflict)
    ordered = sorted(set(edges), key=lambda e: (-e.score, e.first, e.second, e.rule))
    for edge in ordered:
        if edge.score >= STRONG and edge.rule != "same_content":
            groups.join(edge.first, edge.second)
    groups.link(ordered)
    return groups.sorted()


class _Groups:
    """Growing groups; each goes by its smallest member."""

    def __init__(self, members: Iterable[str], conflict: Conflict) -> None:
        self._inside = {m: [m] for m in members}
        self._home = {m: m for m in self._inside}
        self._links: defaultdict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
        self._conflict = conflict

    def sorted(self) -> list[list[str]]:
        return sorted(sorted(inside) for inside in self._inside.values())

    def join(self, a: str, b: str) -> str | None:
        """Make one of the groups of two members; its name, None where they are one already or conflict."""
        kept, gone = sorted((self._home[a], self._home[b]))
        if kept == gone or self._conflict(self._inside[kept], self._inside[gone]):
            return None
        moved = self._inside.pop(gone)
        self._inside[kept] += moved
        self._home.update(dict.fromkeys(moved, kept))
        return kept

    def link(self, edges: Iterable[SameUtterance]) -> None:
        """Join the groups between which the edges are the best on average, until none are good enough."""
        best: dict[tuple[str, str], float] = {}
        for edge in edges:
            pair = (edge.first, edge.second) if edge.first < edge.second else (edge.second, edge.first)
            best[pair] = max(best.get(pair, 0.0), edge.score)
        for (first, second), score in sorted(best.items()):
            a, b = self._home[first], self._home[second]
            if a != b:
                self._add(a, b, (score, score))
        heap = [(-self._score(a, b), a, b) for a, others in self._links.items() for b in others if a < b]
        heapify(heap)
        while heap and -heap[0][0] >= JOIN:
            negative, a, b = heappop(heap)
            if b in self._links.get(a, ()) and -negative == self._score(a, b):
                self._merge(a, b, heap)

    def _merge(self, a: str, b: str, heap: list[tuple[float, str, str]]) -> None:
        if self.join(a, b) is None:
            del self._links[a][b], self._links[b][a]
            return
        for third, link in sorted(self._links.pop(b).items()):
            del self._links[third][b]
            if third != a:
                self._add(a, third, link)
        for third in sorted(self._links[a]):
            first, second = sorted((a, third))
            heappush(heap, (-self._score(first, second), first, second))

    def _add(self, a: str, b: str, link: tuple[float, float]) -> None:
        """Add the sum and the best of some scores to what links two groups."""
        total, best = self._links[a].get(b, (0.0, 0.0))
        self._links[a][b] = self._links[b][a] = total + link[0], max(best, link[1])

    def _score(self, a: str, b: str) -> float:
        total, best = self._links[a][b]
        mean = total / (len(self._inside[a]) * len(self._inside[b]))
        return round(MEAN * mean + (1 - MEAN) * best, 9)
