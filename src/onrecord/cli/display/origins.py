"""Origins as a tree: each independent origin with the reports that have it, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from onrecord.cli.display import phrases
from onrecord.cli.display.progress import plural
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.sources import Origin, Sources
    from onrecord.answers.views import Quoted, Report, Speaker


def sources_tree(answer: Sources) -> RenderableType:
    """The answer of `onrecord sources`."""
    headline = said(answer.text, answer.agent)
    figures = counts(answer.outlets, answer.wordings, answer.low, answer.high)
    return Group(*headline, Text(""), figures, Text(""), origin_tree(answer.origins), *doubts(answer.doubts))


def said(text: str, agent: Speaker | None) -> tuple[Text, Text]:
    """The words, and below them who said them."""
    name = tame(str(agent)) if agent else "speaker unknown"
    who = Text("  — ", style="dim").append(name, style="bold")
    if agent and agent.title and agent.title != str(agent):
        who.append(f", {tame(agent.title)}", style="dim")
    return Text(phrases.as_told(text, 400)), who


def counts(outlets: int, wordings: int, low: int, high: int) -> Text:
    """ "7 outlets, 1 utterance, 2 wordings, 3 origins"."""
    origins = plural(low, "origin") if low == high else f"{low} to {high} origins"
    return Text(
        ", ".join((plural(outlets, "outlet"), "1 utterance", plural(wordings, "wording"), origins)), style="bold green"
    )


def origin_tree(origins: tuple[Origin, ...]) -> Tree:
    """The origins, each with its reports and its evidence."""
    tree = Tree(Text("Independent origins", style="bold"), guide_style="dim")
    for number, origin in enumerate(origins, start=1):
        branch = tree.add(Text(f"{number}  ", style="bold green").append(tame(origin.headline), style="bold"))
        shown: set[str] = set()
        for report in origin.reports:
            if report.article not in shown:
                shown.add(report.article)
                branch.add(_report(report, origin))
    return tree


def doubts(reasons: tuple[str, ...]) -> list[Text]:
    """Why the number of origins is no more certain."""
    return [Text(f"uncertain: {tame(reason)}", style="yellow") for reason in reasons]


def report_name(report: Report) -> Text:
    """Outlet, day and headline of the article that a report stands in."""
    day = (report.published or "")[:10]
    name = Text(tame(report.outlet or "outlet unknown"), style="cyan")
    name.append("".join(f" · {tame(part)}" for part in (day, phrases.shortened(report.title or "", 70)) if part))
    return name


def evidence_line(evidence: Iterable[Quoted]) -> Text:
    """The shortest of the words that show something, below what they show, with what stands beside them."""
    shown = min((e for e in evidence if e.text), key=lambda e: (len(e.text or ""), e.text), default=None)
    if shown is None:
        return Text()
    if shown.field:
        return Text("\n").append(f"{shown.field.replace('_', ' ')}: ", style="dim").append(tame(shown.text or ""))
    if not (shown.before or shown.after):
        return Text("\n").append(phrases.in_quotes(shown.text or "", 70), style="not dim")
    before, words, after = (tame(part) for part in (f"{shown.before}|", shown.text or "", f"|{shown.after}"))
    line = Text("\n“", style="italic dim").append(before[:-1]).append(phrases.shortened(words, 70), style="not dim")
    return line.append(f"{after[1:]}”")


def _report(report: Report, origin: Origin) -> Text:
    name = report_name(report)
    name.append("".join(f"\n{tame(reason)}" for reason in origin.reasons_of(report.article)), style="dim")
    return name.append_text(evidence_line(e for e in origin.evidence if e.article == report.article))
