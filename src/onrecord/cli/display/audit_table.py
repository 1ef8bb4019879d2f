"""A source audit as tables: shares by kind of source for each outlet and month, and who is quoted most."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.answers.audit import NAMED, SourceAudit, Tally
from onrecord.cli.display.progress import plural
from onrecord.cli.display.statement_table import plain_table
from onrecord.records import AgentType

PEOPLE = (AgentType.NAMED_PERSON, AgentType.UNNAMED_PERSON, AgentType.UNNAMED_GROUP, AgentType.ANONYMOUS_SOURCE)


def audit_table(audit: SourceAudit) -> RenderableType:
    """A heading, a row for each outlet and month with everything last, and the sources quoted most."""
    total = audit.total
    about = (plural(total.articles, "article"), plural(total.passages, "sourced passage"))
    single = plural(total.single_source, "article") + " with a single source"
    parts: list[RenderableType] = [Text("Source audit", style="bold"), Text(" · ".join((*about, single)), style="dim")]
    if total.passages:
        parts += [_shares(audit), Text(""), _most_quoted(audit)]
    return Group(*parts, Text(""))


def _shares(audit: SourceAudit) -> Table:
    table = plain_table()
    table.leading = 0
    table.add_column("Outlet", ratio=4)
    table.add_column("Month", width=7)
    for name in ("Articles", "Passages", "Named", "People", "Bodies", "Papers", "Single"):
        table.add_column(name, justify="right")
    for tally in audit.groups():
        table.add_row(tally.outlet or "unknown", tally.month or "", *_cells(tally))
    table.add_row("all", "", *_cells(audit.total), style="bold")
    return table


def _cells(tally: Tally) -> list[str]:
    """Counts, then shares of the passages: with a name, of people, of bodies, of documents; articles of one source."""
    shares = (NAMED, PEOPLE, (AgentType.NAMED_ORGANIZATION,), (AgentType.DOCUMENT,))
    counts = [str(tally.articles), str(tally.passages)]
    return [*counts, *(_percent(tally.share(*types)) for types in shares), str(tally.single_source)]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _most_quoted(audit: SourceAudit) -> Table:
    table = plain_table()
    table.leading = 0
    table.add_column("Quoted most", ratio=4)
    for name in ("Passages", "Articles"):
        table.add_column(name, justify="right")
    for heard in audit.most_quoted():
        table.add_row(heard.name, str(heard.passages), str(heard.articles))
    return table
