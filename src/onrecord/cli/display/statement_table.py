"""Statements as a table: who, what, when, and where from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.display import phrases
from onrecord.cli.display.progress import plural
from onrecord.records import Findings, Statement
from onrecord.records.spans import spans_text

if TYPE_CHECKING:
    from onrecord.archive.matches import Match

Place = tuple[Findings, Statement]
MAX_WHEN = 13
"""Columns for a moment: "by 2022-01-11"; an interval takes two lines."""


DOUBTFUL = 0.6
"""Statements below this confidence are counted, not shown, unless all are asked for."""


def article_table(findings: Findings, *, every: bool = False) -> RenderableType:
    """One article: a heading, and a row for each statement, the nested ones set in; doubtful ones if `every`."""
    article = findings.article
    about = (phrases.article_line(article), plural(len(findings.statements), "statement"))
    parts: list[RenderableType] = [
        Text(phrases.article_name(article), style="bold"),
        Text(" · ".join(filter(None, about)), style="dim"),
        *(Text(f"note: {phrases.shortened(note)}", style="yellow") for note in article.notes),
    ]
    places = [(findings, s) for s in findings.statements if every or s.confidence >= DOUBTFUL]
    if places:
        parts.append(_table(places, phrases.go_betweens, nested=True))
    if hidden := len(findings.statements) - len(places):
        parts.append(Text(f"and {plural(hidden, 'doubtful statement')}; --all shows all", style="dim"))
    return Group(*parts, Text(""))


def match_table(matches: Sequence[Match]) -> RenderableType:
    """Statements of several articles, each with its outlet."""
    return _table([(match.findings, match.statement) for match in matches], lambda f, s: phrases.whence(f.article))


def plain_table() -> Table:
    """The look that all tables share."""
    return Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, header_style="bold", leading=1)


def _table(places: Sequence[Place], whence: Callable[[Findings, Statement], str], *, nested: bool = False) -> Table:
    """A row for each statement; a column that would be empty in all rows is left out, a title is given once."""
    moments = [phrases.moment(statement.said) for _, statement in places]
    whences = [whence(findings, statement) for findings, statement in places]
    table = plain_table()
    table.add_column("Who", ratio=5)
    table.add_column("What", ratio=11)
    if any(moments):
        table.add_column("When", width=min(MAX_WHEN, max(map(len, moments))))
    if any(whences):
        table.add_column("Where from", ratio=3, min_width=10)
    titled: set[tuple[str, str]] = set()
    for place, moment, origin in zip(places, moments, whences, strict=True):
        row = [_who(*place, _depth(*place) if nested else 0, titled), _what(*place)]
        row += [Text(moment)] if any(moments) else []
        row += [Text(origin)] if any(whences) else []
        table.add_row(*row)
    return table


def _who(findings: Findings, statement: Statement, depth: int, titled: set[tuple[str, str]]) -> Text:
    name, title = phrases.speaker(findings, statement)
    who = Text("  " * (depth - 1) + "└ " if depth else "")
    who.append(name, style="bold" if statement.agent else "")
    if title and (name, title) not in titled:
        titled.add((name, title))
        who.append(f"\n{title}", style="dim")
    return who


def _what(findings: Findings, statement: Statement) -> Text:
    manner = "" if statement.modality.value == "asserted" else statement.modality.value
    told = phrases.attribution(findings, statement)
    details = (told, statement.kind.value, manner, statement.id[: phrases.SHORT_ID])
    what = Text(phrases.shortened(spans_text(findings.article.text, statement.content)))
    return what.append("\n" + " · ".join(filter(None, details)), style="dim")


def _depth(findings: Findings, statement: Statement) -> int:
    parents = {s.id: s.parent for s in findings.statements}
    depth, above = 0, statement.parent
    while above is not None and depth < len(parents):
        depth, above = depth + 1, parents.get(above)
    return depth
