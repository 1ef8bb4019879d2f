"""`onrecord audit`: a source audit of files; needs no database."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from onrecord.cli.analysed import analysed
from onrecord.cli.options import SOME_REJECTED, Jobs, Json, Labeller, Mapping, Outlet, Published, mapping_of
from onrecord.cli.output import print_json, show
from onrecord.labelling import DEFAULT


def audit(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the counts by outlet and month as CSV.")] = False,
    labeller: Labeller = DEFAULT,
    published: Published = None,
    outlet: Outlet = None,
    mapping: Mapping = None,
    jobs: Jobs = None,
) -> None:
    """Count who is heard in files: shares by kind of source, single-source articles, who is quoted most."""
    from onrecord.answers.audit import SourceAudit, rows
    from onrecord.archive import Analysis

    made = SourceAudit()
    analysis = Analysis(labeller, published, outlet, tuple(mapping_of(mapping).items()))
    complete = analysed(analysis, paths, jobs, made.add)
    if as_json:
        print_json(made.to_json())
    elif as_csv:
        from onrecord.exports.csv_tables import write_rows

        write_rows(rows(made), sys.stdout)
    else:
        from onrecord.cli.display.audit_table import audit_table

        show(audit_table(made))
    if not complete:
        raise typer.Exit(SOME_REJECTED)
