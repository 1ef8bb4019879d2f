"""The networks that are trained, by name: how deep and wide each is, and which base model it starts from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """An encoder's measures; `taken` are the layers of its base model that it starts from.

    `relative` says whether attention is also told how far apart two pieces are (Raffel 2020).
    """

    base: str
    width: int
    heads: int
    inner: int
    taken: tuple[int, ...]
    epsilon: float = 1e-12
    relative: bool = False

    @property
    def layers(self) -> int:
        """How many there are."""
        return len(self.taken)


SHAPES = {
    "teacher": Shape("mpnet", 768, 12, 3072, tuple(range(12)), epsilon=1e-5, relative=True),
    "student": Shape("minilm", 384, 12, 1536, tuple(range(6))),
    "narrow": Shape("minilm", 384, 12, 768, tuple(range(6))),
}
