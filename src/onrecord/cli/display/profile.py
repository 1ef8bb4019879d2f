"""A speaker's profile: names, roles, figures, and the statements by date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.display import phrases
from onrecord.cli.display.position_table import position_table
from onrecord.cli.display.progress import plural
from onrecord.cli.display.statement_table import plain_table
from onrecord.cli.display.title_history import days
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.title_history import SeenTitle
    from onrecord.answers.views import Report
    from onrecord.answers.who import Counts, Namesake, Who

MAX_LISTED = 8
"""Spellings, roles … that are named; `--json` has all of them."""


def profile(answer: Who) -> RenderableType:
    """The answer of `onrecord who`."""
    heading = Text(tame(answer.name), style="bold").append(
        f"  {(answer.type or 'unknown').replace('_', ' ')}", style="dim"
    )
    figures = f"{plural(len(answer.statements), 'statement')} in {plural(answer.articles, 'article')}"
    parts: list[RenderableType] = [heading, Text(figures), Text("")]
    facts = (
        ("Spelled", _listed(answer.spellings)),
        ("Described", _listed(answer.described)),
        ("Roles", _titles(answer.titles)),
        ("Source", _listed(_spaced(answer.types))),
        ("Kinds", _listed(answer.kinds)),
        ("Manner", _listed(answer.modalities)),
        ("Spoke to", _listed(answer.addressees)),
        ("About", _listed(answer.about)),
    )
    parts.extend((_facts(facts), Text("")))
    if answer.positions:
        parts.append(position_table(answer.positions))
    if answer.statements:
        parts.append(_statements(answer.statements))
    if answer.also:
        parts.append(Text(f"Others of that name: {', '.join(map(_namesake, answer.also))}", style="yellow"))
    return Group(*parts)


def _namesake(other: Namesake) -> str:
    """The name, the id to ask for, and why it is somebody else: "Kim Vale (3f2a91bc: same name other role)"."""
    why = other.why.replace("_", " ")
    return f"{tame(other.name)} ({': '.join(filter(None, (other.id[: phrases.SHORT_ID], why)))})"


def _titles(titles: tuple[SeenTitle, ...]) -> str:
    """Each office with the days on which it was seen: "mayor (2021-03-01 – 2022-01-11), formerly teacher"."""
    named = []
    for seen in titles[:MAX_LISTED]:
        words = phrases.shortened(seen.title if seen.is_held else f"formerly {seen.title}", 60)
        when = days(seen)
        named.append(f"{words} ({when})" if when else words)
    more = len(titles) - MAX_LISTED
    return ", ".join(named) + (f", and {more} more" if more > 0 else "")


def _spaced(counts: Counts) -> Counts:
    return tuple((what.replace("_", " "), number) for what, number in counts)


def _facts(facts: tuple[tuple[str, str], ...]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column()
    for name, words in facts:
        if words:
            grid.add_row(name, Text(words))
    return grid


def _listed(counts: Counts) -> str:
    """The commonest with their numbers: "spokesman (4), minister (1), and 3 more"."""
    named = [f"{phrases.shortened(what, 60)} ({number})" for what, number in counts[:MAX_LISTED]]
    more = len(counts) - MAX_LISTED
    return ", ".join(named) + (f", and {more} more" if more > 0 else "")


def _statements(reports: tuple[Report, ...]) -> Table:
    table = plain_table()
    table.add_column("When", width=10)
    table.add_column("What", ratio=8)
    table.add_column("Where from", ratio=3, min_width=10)
    for alike in _by_words(reports):
        first = alike[0]
        what = Text(phrases.shortened(first.text))
        what.append(f"\n{first.kind} · {first.statement[: phrases.SHORT_ID]}", style="dim")
        outlets = list(dict.fromkeys(tame(report.outlet or report.title or "") for report in alike))
        more = f"\nand {len(outlets) - 1} more" if len(outlets) > 1 else ""
        table.add_row((first.published or "")[:10], what, Text(outlets[0]).append(more, style="dim"))
    return table


def _by_words(reports: tuple[Report, ...]) -> list[list[Report]]:
    """Reports with the same words together, in the order of the first of them."""
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(tame(report.text).casefold(), []).append(report)
    return list(groups.values())
