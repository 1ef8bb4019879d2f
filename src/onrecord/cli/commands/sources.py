"""`onrecord sources`: the independent origins behind a statement, with the reason of each fold."""

from __future__ import annotations

import typer

from onrecord.cli.opening import open_archive, pick
from onrecord.cli.options import Db, Families, Json, TextOrId
from onrecord.cli.output import print_json, show


def sources(
    ctx: typer.Context, text_or_id: TextOrId, families: Families = None, db: Db = None, as_json: Json = False
) -> None:
    """Show the independent origins behind a statement."""
    with open_archive(ctx, db) as archive:
        match = pick(archive, text_or_id)
        if match is None:
            return
        answer = archive.sources(match.statement.id, families=families)
    if as_json:
        print_json(answer.to_json())
    else:
        from onrecord.cli.display.origins import sources_tree

        show(sources_tree(answer))
