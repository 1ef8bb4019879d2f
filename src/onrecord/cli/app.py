"""The app: all commands by name, the version, and errors as one line without a traceback."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord import __version__
from onrecord.cli.commands import (
    add,
    audit,
    demo,
    export,
    ledger,
    review,
    search,
    sources,
    statements,
    timeline,
    trace,
    who,
    why,
)
from onrecord.cli.options import DEFAULT_DB, USAGE
from onrecord.cli.output import discard_stdout, flushed, note
from onrecord.errors import OnRecordError


class Commands(TyperGroup):
    """The commands in the order in which a newcomer needs them."""

    def invoke(self, ctx: Any) -> Any:
        """Runs a command; what onrecord or the system says no to becomes one line on stderr and exit code 2."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError as error:  # whoever reads our output has seen enough, as with `| head`
            discard_stdout()
            raise typer.Exit from error
        except (OnRecordError, OSError) as error:
            note(str(error))
            if not flushed():
                discard_stdout()
            raise typer.Exit(USAGE) from error


app = typer.Typer(
    name="onrecord",
    cls=Commands,
    help="Who said what in the news, and where it comes from.",
    epilog="Exit codes: 0 done, 1 some inputs were rejected (named on stderr), 2 wrong usage.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"onrecord {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    db: Annotated[Path, typer.Option("--db", metavar="PATH", help="The database file.")] = DEFAULT_DB,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


for _command in (
    *(statements.statements, add.add, trace.trace, sources.sources, who.who, search.search),
    *(timeline.timeline, ledger.ledger, why.why),
    *(audit.audit, export.export, demo.demo),
):
    app.command()(_command)
app.add_typer(review.app, name="review")
