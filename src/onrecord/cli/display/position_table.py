"""Positions: the matter, then each stand on it with its day and words; where the stand changes, that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.display import phrases
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.positions import Held, Position

MAX_POSITIONS, MAX_HELD = 8, 4
"""Matters, and stands on one matter, that are shown; `--json` has all of them."""
STYLES = {"for": "green", "against": "red", "open": "yellow"}


def position_table(positions: tuple[Position, ...]) -> RenderableType:
    """The matters that were spoken of most, those first on which a stand changed."""
    parts: list[RenderableType] = [Text("Positions", style="bold")]
    for position in positions[:MAX_POSITIONS]:
        changed = "  changed" if position.changes else ""
        parts.append(Text(f"on {phrases.shortened(position.matter, 120)}").append(changed, style="bold yellow"))
        parts.append(_stands(position))
    if len(positions) > MAX_POSITIONS:
        parts.append(Text(f"and {len(positions) - MAX_POSITIONS} more; --json has all", style="dim"))
    return Group(*parts, Text(""))


def _stands(position: Position) -> Table:
    """The first and the last stands, and those around a change."""
    grid = Table.grid(padding=(0, 2, 0, 2))
    grid.add_column(width=10, style="dim")
    grid.add_column(width=7)
    grid.add_column()
    shown = _shown(position)
    for k, held in enumerate(position.held):
        if k in shown:
            grid.add_row(held.day or "", Text(held.stance, style=STYLES[held.stance]), _words(held))
    if hidden := len(position.held) - len(shown):
        grid.add_row("", "", Text(f"and {hidden} more", style="dim"))
    return grid


def _shown(position: Position) -> set[int]:
    changed = {k for pair in position.changes for k in pair}
    rest = [k for k in range(len(position.held)) if k not in changed]
    return changed | set(rest[: max(0, MAX_HELD - len(changed))])


def _words(held: Held) -> Text:
    outlets = tame(held.outlets[0]) if held.outlets else ""
    others = f" and {len(held.outlets) - 1} more" if len(held.outlets) > 1 else ""
    place = f"{outlets}{others} · {held.statement[: phrases.SHORT_ID]} · characters {held.span.start}–{held.span.end}"
    return Text(phrases.in_quotes(held.text)).append(f"\n{place}", style="dim")
