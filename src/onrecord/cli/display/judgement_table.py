"""What people decided, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from onrecord.cli.display.statement_table import plain_table
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.archive.verdicts import Reviewed

ORPHAN = "(not in these texts any more)"


def judgement_table(found: Iterable[Reviewed]) -> Table:
    """One row a judgement, the earliest first."""
    table = plain_table()
    for name, ratio in (("When", 2), ("Verdict", 1), ("Who", 4), ("Other", 4), ("By", 2), ("Why", 4)):
        table.add_column(name, ratio=ratio)
    for one in found:
        judgement = one.judgement
        who, other = (tame(name) if name else ORPHAN for name in (*one.names, None)[:2])
        table.add_row(
            judgement.made_at[:10],
            judgement.verdict.value,
            who,
            other,
            tame(judgement.made_by),
            tame(judgement.note or ""),
        )
    return table
