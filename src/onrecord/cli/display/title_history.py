"""Who held a title: a row for each holder, with the days on which reports were seen that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.display import phrases
from onrecord.cli.display.progress import plural
from onrecord.cli.display.statement_table import plain_table
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.title_history import SeenTitle, TitleHistory


def title_table(history: TitleHistory) -> RenderableType:
    """The answer of `onrecord who` for a title."""
    table = plain_table()
    for name in ("Seen", "Who", "As"):
        table.add_column(name, ratio=None if name == "Seen" else 1)
    for holder in history.holders:
        title = holder.seen.title if holder.seen.is_held else f"formerly {_plain(holder.seen.title)}"
        who = Text(tame(holder.name)).append(f"\n{holder.id[: phrases.SHORT_ID]}", style="dim")
        more = Text(phrases.shortened(title, 120)).append(f"\n{plural(holder.seen.articles, 'article')}", style="dim")
        table.add_row(days(holder.seen), who, more)
    note = "as far as these articles have seen: the days of reports, not of office"
    return Group(Text(tame(history.asked), style="bold"), Text(note, style="dim"), Text(""), table)


def days(seen: SeenTitle) -> str:
    """From the first to the last day: "2022-01-11 – 2022-03-02", "2022-01-11", "" without any."""
    if not seen.first or seen.first == seen.latest:
        return seen.first or ""
    return f"{seen.first} – {seen.latest}"


def _plain(title: str) -> str:
    """The title without a word of its own that says it is a former one."""
    first, _, rest = title.partition(" ")
    return rest if first.lower() in ("former", "then", "ex") and rest else title
