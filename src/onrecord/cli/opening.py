"""Opening the archive that a command works on, and picking the statement that words or an id mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.cli.output import note

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.archive.matches import Match
    from onrecord.engines import AllCores

ALTERNATIVES = 3
"""Other statements that are named where words fit several."""


def open_archive(ctx: typer.Context, db: Path | None, *, create: bool = False, jobs: int | None = 1) -> Archive:
    """The archive of `--db`, which may stand before or behind the command's name.  Raises StoreError."""
    from onrecord.archive import Archive

    path = db or Path(ctx.find_root().params["db"])
    return Archive.open(path, create=create, engine=None if jobs == 1 else all_cores(jobs))


def all_cores(jobs: int | None) -> AllCores:
    """The engine for big inputs; an input on which a worker process dies is reported like one that cannot be read."""
    from onrecord.archive.inputs import named
    from onrecord.engines import AllCores
    from onrecord.records import Rejected

    return AllCores(jobs, on_lost=lambda item: [Rejected(named(item), "the process that worked on it died")])


def pick(archive: Archive, wanted: str) -> Match | None:
    """The statement that an id or words mean, the other candidates named on stderr; None, with a note, for none."""
    found = archive.resolve(wanted)
    if not found:
        note(f"no statement in the archive answers to “{wanted}”")
        return None
    best, *others = found
    others = [other for other in others if other.words != best.words][:ALTERNATIVES]
    if others:
        note("the best match is shown; others:")
        for other in others:
            note(f"  {other.statement.id[:8]}  {other.words[:90]}")
    return best
