"""GUM: who is named as a source, by the attribution relations of its discourse trees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from training.corpora.gum import DEV, Reading, Word, read, words_of
from training.documents import Document, Spans
from training.places import CORPORA

SOURCE = re.compile(r"semantic-attribution_source-([\d,-]+)-")


@dataclass(frozen=True, slots=True)
class Sourced:
    """One source: its head word, its phrase, the word that attributes and what it attributes, in code points."""

    head: tuple[int, int]
    source: tuple[int, int]
    cue: tuple[int, int]
    content: Spans


def documents(part: str) -> Iterator[tuple[Document, tuple[Sourced, ...]]]:
    """The documents of the `train` or `dev` part, each with its sources in the order of the text."""
    for path in sorted((CORPORA / "gum/dep").glob("*.conllu")):
        if (path.stem in DEV) == (part == "dev"):
            conllu = path.read_text(encoding="utf-8")
            tree = (CORPORA / f"gum/rst/{path.stem}.rsd").read_text(encoding="utf-8")
            yield read(path.stem, conllu), sources(words_of(conllu), tree)


def sources(reading: Reading, tree: str) -> tuple[Sourced, ...]:
    """The sources of one text; `tree` is its discourse tree as dependencies between units (RSD)."""
    found = {s.head: s for s in _related(reading.words, tree)}
    return tuple(sorted(found.values(), key=lambda s: s.head))


def _related(words: list[Word], tree: str) -> Iterator[Sourced]:
    """The sources that the signals of attribution relations name."""
    rows = [line.split("\t") for line in tree.splitlines() if line]
    ends = [0]
    for row in rows:
        ends.append(ends[-1] + len(row[1].split()))
    for number, row in enumerate(rows):
        signal = SOURCE.search(row[9])
        if not row[7].startswith("attribution") or signal is None:
            continue
        of = _numbers(signal[1])
        head = next((k for k in of if words[k].governor not in of), of[0])
        unit = range(ends[number], ends[number + 1])
        verb = words[head].governor
        cue = verb if verb in unit else next(k for k in unit if words[k].governor not in unit)
        said = range(ends[int(row[6]) - 1], ends[int(row[6])])
        if cue not in of:
            yield _sourced(words, head, _phrase(words, head, of), cue, [k for k in said if k not in of and k != cue])


def _numbers(signal: str) -> list[int]:
    """The words that a signal points at: "4-6,9" → [3, 4, 5, 8]."""
    parts = (part.split("-") for part in signal.split(","))
    return [k for first, *last in parts for k in range(int(first) - 1, int(last[0] if last else first))]


def _phrase(words: list[Word], head: int, of: list[int]) -> tuple[int, int]:
    """The first and the last word of the phrase around a head, as far as it is in one piece; a pronoun stands alone."""
    first = last = head
    while words[head].tag != "PRON" and first - 1 in of:
        first -= 1
    while words[head].tag != "PRON" and last + 1 in of:
        last += 1
    return first, last


def _sourced(words: list[Word], head: int, source: tuple[int, int], cue: int, said: list[int]) -> Sourced:
    return Sourced(
        (words[head].start, words[head].end),
        (words[source[0]].start, words[source[1]].end),
        (words[cue].start, words[cue].end),
        _runs(words, said),
    )


def _runs(words: list[Word], numbers: list[int]) -> Spans:
    """The words as spans, neighbours in one."""
    out: list[tuple[int, int]] = []
    before = -2
    for k in numbers:
        if k == before + 1:
            out[-1] = out[-1][0], words[k].end
        else:
            out.append((words[k].start, words[k].end))
        before = k
    return tuple(out)
