"""A timeline as a table: the day, what kind of event, who, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.display import phrases
from onrecord.cli.display.progress import plural
from onrecord.cli.display.statement_table import plain_table
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.timeline import Event, Timeline

STYLES = {"said": "", "told": "dim", "begins": "green", "due": "yellow"}


def timeline_table(timeline: Timeline) -> RenderableType:
    """The answer of `onrecord timeline`."""
    table = plain_table()
    table.add_column("When", width=10)
    table.add_column("", width=6)
    table.add_column("Who", ratio=2, min_width=12)
    table.add_column("In these words", ratio=6)
    for event in timeline.events:
        words = Text(phrases.shortened(event.text)).append(f"\n{_place(event)}", style="dim")
        kind = Text(event.kind.value, style=STYLES[event.kind.value])
        table.add_row(_when(event), kind, phrases.shortened(event.who or "unknown", 60), words)
    parts: list[RenderableType] = [Text(tame(timeline.about), style="bold"), Text(""), table]
    if timeline.undated:
        parts.append(Text(f"and {plural(timeline.undated, 'event')} without a day", style="dim"))
    return Group(*parts)


def _when(event: Event) -> str:
    start, end = (event.start or "")[:10], (event.end or "")[:10]
    if not start:
        return f"by\n{end}"
    return start if start == end or not end else f"{start}\n– {end}"


def _place(event: Event) -> str:
    short = (event.statement or event.article)[: phrases.SHORT_ID]
    return " · ".join(filter(None, (", ".join(map(tame, event.outlets)), event.published, short)))
