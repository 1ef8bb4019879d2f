"""TimeBank and AQUAINT: newswire with TIMEX3 time expressions (Pustejovsky et al. 2003)."""

from __future__ import annotations

from collections.abc import Iterator

from training.documents import Document
from training.places import CORPORA
from training.scorers import scorer

TYPES = ("DATE", "TIME", "DURATION", "SET")


def documents(part: str) -> Iterator[Document]:
    """The documents of the `train` or `dev` part; `dev.txt` names the latter."""
    folder = CORPORA / "timeml"
    kept = set((folder / "dev.txt").read_text(encoding="utf-8").split())
    is_dev = {path: path.stem in kept or path.name in kept for path in sorted(folder.rglob("*.tml"))}
    for path in (p for p, dev in is_dev.items() if dev == (part == "dev")):
        name, _, text, gold = scorer("time").read(path)
        yield Document(name, text, times=tuple((s, e, t) for s, e, t, _ in gold if t in TYPES))
