"""A trace as a tree: from the report to its primary source, the rule and the words behind every edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from onrecord.answers.relations import relation
from onrecord.answers.surest_path import surest_path
from onrecord.cli.display import phrases
from onrecord.cli.display.origins import counts, doubts, evidence_line, origin_tree, report_name, said
from onrecord.cli.display.progress import plural
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.trace import Trace


def trace_tree(trace: Trace) -> RenderableType:
    """The answer of `onrecord trace`."""
    figures = counts(trace.outlets, len(trace.wordings), trace.low, trace.high)
    parts: list[RenderableType] = [*said(trace.statement.text, trace.agent), Text(""), figures, Text("")]
    parts.append(origin_tree(trace.origins))
    if len(trace.wordings) > 1:
        parts += [Text(""), _wordings(trace)]
    parts += [Text(""), _chain(trace), Text(""), _primary(trace), *_pointed(trace), *_versions(trace)]
    parts += doubts(trace.doubts)
    return Group(*parts)


def _wordings(trace: Trace) -> Tree:
    tree = Tree(Text("Wordings", style="bold"), guide_style="dim")
    for wording in trace.wordings:
        label = Text(f"{len(wording.statements)}×  ", style="bold green")
        tree.add(label.append(phrases.as_told(wording.text, 160)))
    return tree


def _chain(trace: Trace) -> RenderableType:
    """The surest way to the primary source, each edge below the one before it."""
    names, path = _Names(trace), surest_path(trace)
    tree = Tree(Text("Where it comes from", style="bold"), guide_style="dim")
    branch = tree.add(names.label(trace.statement.article))
    for step in path:
        label = Text(f"{relation(step.kind, step.rule)} ", style="dim").append_text(names.label(step.target))
        label.append(f"\nrule: {step.rule.replace('_', ' ')}", style="dim")
        label.append(f", {step.confidence:.0%}" if step.confidence < 1 else "", style="dim")
        branch = branch.add(label.append_text(evidence_line(step.evidence)))
    more = len(trace.chain) - len(path)
    hint = f"and {plural(more, 'link')} beside this way; --json has all"
    return Group(tree, *([Text(hint, style="dim")] if more else []))


def _primary(trace: Trace) -> Text:
    primary = trace.primary
    what = ": ".join(tame(part) for part in (primary.what, primary.who) if part)
    line = Text("Primary source  ", style="bold").append(what or "unknown")
    line.append(f", {primary.when[:10]}" if primary.when else "")
    return line.append("  in the archive" if primary.in_archive else "  not in the archive", style="dim")


def _pointed(trace: Trace) -> Iterator[Text]:
    """The sayings that it points at, and whether the archive has them."""
    for saying in trace.points_to:
        line = Text("Points to       ", style="bold").append(tame(saying.who))
        line.append(f", {saying.when}" if saying.when else "")
        yield line.append("  in the archive" if saying.statement else "  not in the archive", style="dim").append_text(
            evidence_line(saying.evidence)
        )


def _versions(trace: Trace) -> Iterator[Text]:
    """The later versions of the articles that the answer rests on, a withdrawal or correction among them."""
    names = _Names(trace)
    for step in trace.versions:
        line = Text("Later version   ", style="bold").append_text(names.label(step.source))
        line.append(f"\n{relation(step.kind, step.rule)} ", style="dim").append_text(names.label(step.target))
        yield line.append_text(evidence_line(step.evidence))


class _Names:
    """What to call the ends of edges, as far as the trace's reports know them."""

    def __init__(self, trace: Trace) -> None:
        reports = [trace.statement, *(report for origin in trace.origins for report in origin.reports)]
        self._articles = {report.article: report for report in reports}
        self._homes = {report.statement: report.article for report in reports}

    def label(self, end: str) -> Text:
        """An article by outlet and headline, "wire:TASS" as "TASS (wire)", an id that is not known shortened."""
        report = self._articles.get(self._homes.get(end, end))
        if report is not None:
            return report_name(report)
        kind, colon, name = end.partition(":")
        if colon:
            called = re.sub(r"^(?:in|on|via|through)\s", "", tame(name.strip()), flags=re.IGNORECASE)
            label = Text(called, style="cyan")
            return label if kind in called else label.append(f" ({kind})", style="dim")
        return Text(f"article {end[: phrases.SHORT_ID]}")
