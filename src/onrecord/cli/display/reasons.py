"""The reasons behind a record: its values, the words each part rests on, and the edges that rules drew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from onrecord.answers.relations import relation, reverse
from onrecord.cli.display import phrases
from onrecord.cli.display.origins import evidence_line, report_name
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.links import Edge
    from onrecord.answers.views import Quoted
    from onrecord.answers.why import Part, Why


def reasons(answer: Why) -> RenderableType:
    """The answer of `onrecord why`."""
    parts: list[RenderableType] = [Text(answer.record.capitalize(), style="bold").append(f"  {answer.id}", style="dim")]
    parts += [_grid((name, Text(tame(value))) for name, value in answer.facts), Text("")]
    if answer.parts:
        parts += [Text("Words", style="bold"), _grid((part.name, _words(part)) for part in answer.parts), Text("")]
    if answer.reports:
        parts.append(_reports(answer))
    if answer.edges:
        parts.append(_edges(answer))
    return Group(*parts)


def _grid(rows: Iterable[tuple[str, Text]]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", max_width=36)
    grid.add_column()
    for name, value in rows:
        grid.add_row(tame(name), value)
    return grid


def _words(part: Part) -> Text:
    text = Text()
    for number, words in enumerate(part.words):
        text.append("\n" if number else "")
        text.append(_shown(words))
        text.append(f"  [{words.span.start}, {words.span.end})" if words.span else "", style="dim")
    return text


def _shown(words: Quoted) -> str:
    if words.field:
        return tame(f"{words.field.replace('_', ' ')}: {words.text or ''}")
    return phrases.in_quotes(words.text) if words.text else "said by the page's metadata"


def _reports(answer: Why) -> Tree:
    tree = Tree(Text("Statements", style="bold"), guide_style="dim")
    for report in answer.reports:
        label = Text(phrases.as_told(report.text, 160)).append(f"  {report.statement[: phrases.SHORT_ID]}", style="dim")
        tree.add(label.append("\n").append_text(report_name(report)) if answer.record != "article" else label)
    return tree


def _edges(answer: Why) -> Tree:
    tree = Tree(Text("Links", style="bold"), guide_style="dim")
    own = {words for part in answer.parts for words in part.words}
    for edge in answer.edges:
        label = Text().append("" if edge.taken else "passed over: ", style="yellow")
        label.append(f"{_said(edge, answer.id)}: ").append(_other_end(edge, answer.id), style="cyan")
        label.append(f"\nrule: {edge.rule.replace('_', ' ')}, {edge.score:.0%}", style="dim")
        for was, now in edge.changed:
            label.append("\n").append(phrases.in_quotes(was) if was else "nothing", style="red")
            label.append(" → ", style="dim").append(phrases.in_quotes(now) if now else "nothing", style="green")
        others = [words for words in edge.evidence if words not in own]  # the record's own words stand above
        tree.add(label.append_text(evidence_line(others or edge.evidence)))
    return tree


def _said(edge: Edge, this: str) -> str:
    """The kind of an edge; of a version, what one end is to the other: "revision, a corrected version of"."""
    kind = edge.kind.replace("_", " ")
    if edge.kind != "revision":
        return kind
    return f"{kind}, {reverse(edge.kind, edge.rule) if edge.target == this else relation(edge.kind, edge.rule)}"


def _other_end(edge: Edge, this: str) -> str:
    if edge.source == this:
        return _short(edge.target)
    return _short(edge.source) if edge.target == this else f"{_short(edge.source)} → {_short(edge.target)}"


def _short(end: str) -> str:
    return tame(end) if ":" in end else end[: phrases.SHORT_ID]
