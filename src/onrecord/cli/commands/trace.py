"""`onrecord trace`: the chain from a statement to its primary source, and its independent origins."""

from __future__ import annotations

import typer

from onrecord.cli.opening import open_archive, pick
from onrecord.cli.options import Db, Families, Json, TextOrId
from onrecord.cli.output import print_json, show


def trace(
    ctx: typer.Context, text_or_id: TextOrId, families: Families = None, db: Db = None, as_json: Json = False
) -> None:
    """Show where a statement comes from, with the evidence for every step."""
    with open_archive(ctx, db) as archive:
        match = pick(archive, text_or_id)
        if match is None:
            return
        answer = archive.trace(match.statement.id, families=families)
    if as_json:
        print_json(answer.to_json())
    else:
        from onrecord.cli.display.trace_tree import trace_tree

        show(trace_tree(answer))
