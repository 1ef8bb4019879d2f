"""`onrecord search`: statements that hold some words."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db, Json
from onrecord.cli.output import note, print_json, show


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="TEXT…", help="Words of a statement, speaker or headline.")],
    db: Db = None,
    as_json: Json = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many statements.")] = 20,
) -> None:
    """Find statements by their words, speaker or headline."""
    with open_archive(ctx, db) as archive:
        found = archive.search(" ".join(words), limit)
    if as_json:
        from onrecord.exports.article_json import match_json

        for match in found:
            print_json({**match_json(match.findings, match.statement), "rank": match.rank})
    elif found:
        from onrecord.cli.display.statement_table import match_table

        show(match_table(found))
    else:
        note("nothing found")
