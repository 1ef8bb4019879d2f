"""`onrecord who`: what is known of a speaker."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db, Json
from onrecord.cli.output import note, print_json, show


def who(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or a family name alone.")],
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show who somebody is, and all that they said."""
    with open_archive(ctx, db) as archive:
        answer = archive.who(name)
    if as_json:
        print_json(answer.to_json())
    elif answer.type is None:
        note(f"nobody called “{name}” is in the archive")
    else:
        from onrecord.cli.display.profile import profile

        show(profile(answer))
