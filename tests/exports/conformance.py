"""What every Exporter must do: subclass `ExporterConformance` with a `make` and pytest runs the suite on yours."""

from __future__ import annotations

import io

from hypothesis import HealthCheck, given, settings

from onrecord.records import Article, Exporter, Findings, Graph
from tests.exports.graphs import GRAPHS, filled_graph


class ExporterConformance:
    """The suite; `make` gives an exporter, and may give the same one every time."""

    def make(self) -> Exporter:
        raise NotImplementedError

    def test_its_name_is_one_word_for_the_command_line(self) -> None:
        name = self.make().name
        assert name == name.strip().lower() == self.make().name
        assert len(name.split()) == 1

    def test_a_graph_says_more_than_an_empty_one(self) -> None:
        assert len(written(self.make(), filled_graph())) > len(written(self.make(), Graph()))

    def test_the_same_graph_gives_the_same_text(self) -> None:
        assert written(self.make(), filled_graph()) == written(self.make(), filled_graph())

    @settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow])
    @given(graph=GRAPHS)
    def test_any_graph_can_be_written_as_utf_8(self, graph: Graph) -> None:
        text = written(self.make(), graph)
        assert text.encode("utf-8").decode("utf-8") == text

    def test_a_lone_surrogate_costs_no_export(self) -> None:
        graph = Graph((Findings(Article.of("The ferry \ud83d sails.", title="\udc80", outlet="Oster \udfff Post")),))
        written(self.make(), graph).encode("utf-8")


def written(exporter: Exporter, graph: Graph) -> str:
    """What the exporter writes, line ends as it writes them."""
    out = io.StringIO(newline="")
    exporter.write(graph, out)
    return out.getvalue()
