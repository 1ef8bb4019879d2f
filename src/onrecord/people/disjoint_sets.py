"""Disjoint sets: names that were joined are together (union and find)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class DisjointSets:
    """Names in groups; a group is called by its smallest name, so that the order of joins changes nothing."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._parent = {name: name for name in names}

    def find(self, name: str) -> str:
        """The smallest name of the group; a name that was never seen is its own group."""
        root = name
        while self._parent.setdefault(root, root) != root:
            root = self._parent[root]
        while self._parent[name] != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def join(self, first: str, second: str) -> None:
        """Make two groups one."""
        low, high = sorted((self.find(first), self.find(second)))
        self._parent[high] = low

    def together(self, first: str, second: str) -> bool:
        """Whether two names are in one group."""
        return self.find(first) == self.find(second)

    def groups(self, names: Iterable[str]) -> list[list[str]]:
        """The names by group, each sorted, and the groups sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            found[self.find(name)].append(name)
        return sorted(sorted(group) for group in found.values())
