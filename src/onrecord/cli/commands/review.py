"""`onrecord review`: a person's word on who is who, kept for good."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db, Json
from onrecord.cli.output import note, print_json, show

app = typer.Typer(
    help="Say who is who: your word is kept for good, and outranks what the program finds.", no_args_is_help=True
)

First: TypeAlias = Annotated[
    str, typer.Argument(metavar="WHO", help="A name, or the id of an agent or of a statement of theirs.")
]
Second: TypeAlias = Annotated[str, typer.Argument(metavar="OTHER", help="Another name or id.")]
By: TypeAlias = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so.  [default: your login]")]
Note: TypeAlias = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, for those who ask later.")]


@app.command()
def merge(ctx: typer.Context, first: First, second: Second, by: By = None, why: Note = None, db: Db = None) -> None:
    """Say that two are one person, or one organisation."""
    with open_archive(ctx, db) as archive:
        archive.merge(first, second, by=by or _login(), note=why)
    note(f"{first} and {second} are one from now on")


@app.command()
def split(ctx: typer.Context, first: First, second: Second, by: By = None, why: Note = None, db: Db = None) -> None:
    """Say that two are not one: WHO is taken out of what joins it with OTHER."""
    with open_archive(ctx, db) as archive:
        archive.split(first, second, by=by or _login(), note=why)
    note(f"{first} and {second} are two from now on")


@app.command(name="list")
def listed(ctx: typer.Context, db: Db = None, as_json: Json = False) -> None:
    """Show what people decided, and which of it no longer fits a text."""
    with open_archive(ctx, db) as archive:
        found = archive.judgements()
    if as_json:
        for one in found:
            print_json(one.to_json())
    elif not found:
        note("nobody has reviewed anything yet")
    else:
        from onrecord.cli.display.judgement_table import judgement_table

        show(judgement_table(found))


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return Path.home().name or "unknown"
