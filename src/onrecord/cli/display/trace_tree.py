"""A trace as a tree: from the report to its primary source, the rule and the words behind every edge."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from onrecord.cli.display import phrases
from onrecord.cli.display.origins import counts, doubts, evidence_line, origin_tree, report_name, said
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.trace import Step, Trace

RELATIONS = {
    "derivation": "derived from",
    "quotation": "quotes",
    "revision": "revises",
    "primary_source": "goes back to",
}


def trace_tree(trace: Trace) -> RenderableType:
    """The answer of `onrecord trace`."""
    figures = counts(trace.outlets, len(trace.wordings), trace.low, trace.high)
    parts: list[RenderableType] = [*said(trace.statement.text, trace.agent), Text(""), figures, Text("")]
    parts.append(origin_tree(trace.origins))
    if len(trace.wordings) > 1:
        parts += [Text(""), _wordings(trace)]
    parts += [Text(""), _chain(trace), Text(""), _primary(trace), *doubts(trace.doubts)]
    return Group(*parts)


def _wordings(trace: Trace) -> Tree:
    tree = Tree(Text("Wordings", style="bold"), guide_style="dim")
    for wording in trace.wordings:
        label = Text(f"{len(wording.statements)}×  ", style="bold green")
        tree.add(label.append(phrases.in_quotes(wording.text, 160)))
    return tree


def _chain(trace: Trace) -> Tree:
    """The edges from the statement on, each below the end it leads away from."""
    names = _Names(trace)
    after: dict[str, list[Step]] = defaultdict(list)
    for step in trace.chain:
        after[names.node(step.source)].append(step)
    tree = Tree(Text("Where it comes from", style="bold"), guide_style="dim")
    root = names.node(trace.statement.statement)
    _grow(tree.add(names.label(root)), root, after, names, {root})
    return tree


def _grow(branch: Tree, node: str, after: dict[str, list[Step]], names: _Names, seen: set[str]) -> None:
    for step in after[node]:
        target = names.node(step.target)
        if target == node:
            continue
        label = Text(f"{RELATIONS.get(step.kind, step.kind)} ", style="dim").append_text(names.label(target))
        label.append(f"\nrule: {step.rule.replace('_', ' ')}", style="dim")
        label.append(f", {step.confidence:.0%}" if step.confidence < 1 else "", style="dim")
        further = branch.add(label.append_text(evidence_line(step.evidence)))
        if target not in seen:
            seen.add(target)
            _grow(further, target, after, names, seen)


def _primary(trace: Trace) -> Text:
    primary = trace.primary
    what = ": ".join(tame(part) for part in (primary.what, primary.who) if part)
    line = Text("Primary source  ", style="bold").append(what or "unknown")
    line.append(f", {primary.when[:10]}" if primary.when else "")
    return line.append("  in the archive" if primary.in_archive else "  not in the archive", style="dim")


class _Names:
    """What to call the ends of edges, as far as the trace's reports know them."""

    def __init__(self, trace: Trace) -> None:
        reports = [trace.statement, *(report for origin in trace.origins for report in origin.reports)]
        self._articles = {report.article: report for report in reports}
        self._homes = {report.statement: report.article for report in reports}

    def node(self, end: str) -> str:
        """The article of a statement; any other end itself."""
        return self._homes.get(end, end)

    def label(self, end: str) -> Text:
        """An article by outlet and headline, "wire:TASS" as "TASS (wire)", an id that is not known shortened."""
        if end in self._articles:
            return report_name(self._articles[end])
        kind, colon, name = end.partition(":")
        if colon:
            return Text(tame(name.strip()), style="cyan").append(f" ({kind})", style="dim")
        return Text(f"article {end[: phrases.SHORT_ID]}")
