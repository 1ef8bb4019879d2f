"""`onrecord ledger`: who undertook what by when, and what became of it."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db, Json, iso_day
from onrecord.cli.output import note, print_json, show


def ledger(
    ctx: typer.Context,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", callback=iso_day, help="As of this day: nothing published later is read."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show those without a deadline and without news, too.")] = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show who undertook what by when, and what became of it."""
    from datetime import date

    with open_archive(ctx, db) as archive:
        found = archive.ledger(date.fromisoformat(on) if on else None)
    if as_json:
        for entry in found.entries:
            print_json(entry.to_json())
    elif not found.entries:
        note("nobody undertakes anything in this archive")
    else:
        from onrecord.cli.display.ledger_table import ledger_table

        show(ledger_table(found, every=every))
