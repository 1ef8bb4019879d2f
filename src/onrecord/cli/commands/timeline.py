"""`onrecord timeline`: who said and did what when."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db, Json
from onrecord.cli.output import note, print_json, show


def timeline(
    ctx: typer.Context,
    about: Annotated[str, typer.Argument(metavar="NAME|TEXT", help="Somebody's name, else words of statements.")],
    db: Db = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the events as CSV.")] = False,
    as_svg: Annotated[bool, typer.Option("--svg", help="Print a picture of them as SVG.")] = False,
) -> None:
    """Show who said and did what when, on one axis."""
    with open_archive(ctx, db) as archive:
        found = archive.timeline(about)
    if as_json:
        for event in found.events:
            print_json(event.to_json())
    elif as_csv:
        from onrecord.exports.csv_tables import write_rows

        write_rows((event.to_row() for event in found.events), sys.stdout)
    elif not found.events:
        note(f"nothing with a day is known of “{about}”")
    elif as_svg:
        from onrecord.exports.timeline_svg import timeline_svg

        sys.stdout.write(timeline_svg(found))
    else:
        from onrecord.cli.display.timeline_table import timeline_table

        show(timeline_table(found))
