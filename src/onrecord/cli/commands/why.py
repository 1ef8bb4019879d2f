"""`onrecord why`: everything that a record rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db, Json
from onrecord.cli.output import print_json, show


def why(
    ctx: typer.Context,
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Of a statement, utterance, article or agent; 6 digits may do.")
    ],
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show the words, rules and links behind a record."""
    with open_archive(ctx, db) as archive:
        answer = archive.why(id)
    if as_json:
        print_json(answer.to_json())
    else:
        from onrecord.cli.display.reasons import reasons

        show(reasons(answer))
