"""`onrecord demo`: the main job on the bundled sample, step by step, in a database that is gone afterwards."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from onrecord.cli.options import Json
from onrecord.cli.output import print_json, show

if TYPE_CHECKING:
    from onrecord.records import Graph, Utterance


def demo(as_json: Json = False) -> None:
    """Run the main job on a small bundled sample of news."""
    from onrecord.archive import Archive

    with (
        TemporaryDirectory() as folder,
        as_file(files("onrecord") / "samples") as sample,
        Archive.open(Path(folder) / "demo.db") as archive,
    ):
        added = archive.add(sample)
        graph = archive.graph()
        traces = [archive.trace(statement) for statement in _most_reported(graph).statements]
    answer = max(traces, key=lambda trace: (len(trace.chain), trace.statement.statement))  # the longest way
    if as_json:
        print_json(answer.to_json())
        return
    from onrecord.cli.display.guided_tour import guided_tour

    show(guided_tour(added, graph, answer))


def _most_reported(graph: Graph) -> Utterance:
    """The utterance that stands in the most articles; of several, the one with the smallest id."""
    home = {s.id: f.article.id for f in graph.findings for s in f.statements}
    return min(graph.utterances, key=lambda u: (-len({home[s] for s in u.statements}), u.id))
