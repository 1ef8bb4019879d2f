"""`onrecord export`: the whole archive in a format that other programs read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.opening import open_archive
from onrecord.cli.options import Db
from onrecord.errors import OnRecordError
from onrecord.exports import exporter


def export(
    ctx: typer.Context,
    format: Annotated[
        str, typer.Argument(metavar="FORMAT", help="jsonl, csv (statements), csv-articles or csv-utterances.")
    ],
    db: Db = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here, not to stdout.")] = None,
) -> None:
    """Write everything in the database as JSON Lines or CSV."""
    exporter(format)  # an unknown format must not empty the file
    with open_archive(ctx, db) as archive:
        if out is None:
            archive.export(format, sys.stdout)
            return
        try:
            with out.open("w", encoding="utf-8", newline="") as file:
                archive.export(format, file)
        except OSError as error:
            raise OnRecordError(f"{out}: {error.strerror or error}") from error
