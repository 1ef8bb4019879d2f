"""`onrecord who`: what is known of a speaker, or who held a title."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db, Json
from onrecord.cli.output import note, print_json, show


def who(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A name, a family name alone, an id, or a title with its country or body."),
    ],
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show who somebody is, what they hold, and all that they said; or, of a title, who held it."""
    with open_archive(ctx, db) as archive:
        answer = archive.who(name)
        history = archive.title_history(name) if answer.type is None else None
    if history and history.holders:
        if as_json:
            print_json(history.to_json())
        else:
            from onrecord.cli.display.title_history import title_table

            show(title_table(history))
    elif as_json:
        print_json(answer.to_json())
    elif answer.type is None:
        note(f"nobody called “{name}” is in the archive")
    else:
        from onrecord.cli.display.profile import profile

        show(profile(answer))
