"""The ledger as a table: who, what, by when, how it stands, and the words that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.display import phrases
from onrecord.cli.display.progress import plural
from onrecord.cli.display.statement_table import plain_table

if TYPE_CHECKING:
    from onrecord.answers.ledger import Entry, Ledger

STYLES = {
    "kept": "green",
    "broken": "red",
    "overdue": "red",
    "extended": "yellow",
    "withdrawn": "yellow",
    "due": "bold",
}


def ledger_table(ledger: Ledger, *, every: bool = False) -> RenderableType:
    """The undertakings that have a deadline or of which something was told; all of them if `every`."""
    shown = [e for e in ledger.entries if every or e.due or e.begins or e.turns]
    table = plain_table()
    for name, ratio in (("Who", 3), ("What", 6), ("By", None), ("Status", 4)):
        table.add_column(name, ratio=ratio, min_width=10)
    for entry in shown:
        table.add_row(_who(entry), _what(entry), _when(entry), _status(entry))
    parts: list[RenderableType] = [Text(f"as of {ledger.on}" if ledger.on else "as of the last report", style="dim")]
    if shown:
        parts.append(table)
    if hidden := len(ledger.entries) - len(shown):
        parts.append(
            Text(f"and {plural(hidden, 'undertaking')} without a deadline or news; --all shows all", style="dim")
        )
    return Group(*parts, Text(""))


def _who(entry: Entry) -> Text:
    who = phrases.shortened(str(entry.agent) if entry.agent else "unknown", 60)
    return Text(who).append(f"\n{entry.strength}", style="dim")


def _what(entry: Entry) -> Text:
    reports = plural(len(entry.told), "report")
    return Text(phrases.shortened(entry.text)).append(f"\n{reports} · {entry.id[: phrases.SHORT_ID]}", style="dim")


def _when(entry: Entry) -> str:
    parts = [f"from {entry.begins.start}" if entry.begins and entry.begins.start else ""]
    parts.append((entry.due.end or "")[:10] if entry.due else "")
    return "\n".join(filter(None, parts))


def _status(entry: Entry) -> Text:
    begun = ", begun" if entry.begun and entry.status.value in ("open", "due") else ""
    text = Text(entry.status.value + begun, style=STYLES.get(entry.status.value, ""))
    if entry.turns:
        last = next((t for t in entry.turns if t.words in entry.evidence), entry.turns[-1])
        text.append(f"\n{last.day}: {phrases.in_quotes(last.words.text or '', 120)}", style="dim")
    return text
