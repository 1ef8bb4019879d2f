"""`onrecord add`: read, label, link and remember."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import SOME_REJECTED, Db, Jobs, Json, Labeller, Mapping, Outlet, Published, mapping_of
from onrecord.cli.output import print_json
from onrecord.labelling import DEFAULT


def add(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files (text, HTML, feeds, JSON Lines), folders, or -.")
    ],
    db: Db = None,
    as_json: Json = False,
    labeller: Labeller = DEFAULT,
    published: Published = None,
    outlet: Outlet = None,
    mapping: Mapping = None,
    jobs: Jobs = None,
) -> None:
    """Read articles and remember who said what in them."""
    from onrecord.cli.display.progress import Reporter
    from onrecord.records import to_json

    with open_archive(ctx, db, create=True, jobs=jobs) as archive, Reporter() as reporter:
        added = archive.add(
            paths,
            labeller=labeller,
            published=published,
            outlet=outlet,
            mapping=mapping_of(mapping),
            on_progress=reporter.show,
        )
    if as_json:
        print_json(to_json(added))
    if reporter.rejected:
        raise typer.Exit(SOME_REJECTED)
