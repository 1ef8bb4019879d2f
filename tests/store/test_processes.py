"""Several processes on one SQLite store: readers beside a writer, and writers that wait for each other."""

from __future__ import annotations

import subprocess
from pathlib import Path

from onrecord.records import Graph
from onrecord.store import SqliteStore, dump
from tests.store.adding import BATCHES, COMMAND, IN_BATCH, ROOT
from tests.store.conformance import EVERYTHING


def whole(graph: Graph) -> bool:
    """Whether the graph is of one moment: whole batches, and each statement in one utterance."""
    statements = sorted(s.id for f in graph.findings for s in f.statements)
    return len(graph.findings) % IN_BATCH == 0 and statements == sorted(
        m for u in graph.utterances for m in u.statements
    )


def test_a_reader_beside_the_writer_sees_whole_batches_only(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    seen: list[int] = []
    with subprocess.Popen([*COMMAND, path], cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "0\n"
        reader = SqliteStore.open(path, create=False)
        while writer.poll() is None:
            graph = reader.graph(EVERYTHING)
            assert whole(graph)
            assert len(reader.search("harbour master", limit=3)) == 3
            seen.append(len(graph.findings))
        writer.stdout.read()
    assert writer.returncode == 0
    assert seen == sorted(seen)
    assert len(set(seen)) > 3, "the reader must have read while the writer wrote"
    assert len(reader.graph(EVERYTHING).findings) == BATCHES * IN_BATCH
    reader.close()


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    both, alone = tmp_path / "both.db", tmp_path / "alone.db"
    writers = [subprocess.Popen([*COMMAND, both], cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    subprocess.run([*COMMAND, alone], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    stores = [SqliteStore.open(place, create=False) for place in (both, alone)]
    assert list(dump(stores[0])) == list(dump(stores[1]))
    for store in stores:
        store.close()
