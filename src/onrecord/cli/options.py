"""The options that several commands share, with one help text each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

DEFAULT_DB = Path("onrecord.db")
SOME_REJECTED = 1
"""Exit code where some inputs were rejected."""
USAGE = 2
"""Exit code of wrong usage, a database that cannot be opened included."""


def _iso_date(value: str | None) -> str | None:
    from onrecord.reading.dates import to_iso

    if value is None:
        return None
    found = to_iso(value)
    if found is None:
        raise typer.BadParameter(f"{value!r} is no date; write it as 2022-01-11, or as 2022-01-11T09:30+03:00")
    return found


def iso_day(value: str | None) -> str | None:
    """The day of an option's date, for options that take no time of day."""
    found = _iso_date(value)
    if found is not None and len(found) < len("2022-01-11"):
        raise typer.BadParameter(f"{value!r} is no day; write it as 2022-01-11")
    return found[:10] if found else None


def _pairs(values: list[str] | None) -> list[str]:
    from onrecord.reading.jsonl import KEYS

    for value in values or []:
        field, equals, key = value.partition("=")
        if not equals or not key or field not in KEYS:
            raise typer.BadParameter(f"{value!r} is not FIELD=KEY with a FIELD of {', '.join(KEYS)}")
    return values or []


Db: TypeAlias = Annotated[
    Path | None, typer.Option("--db", metavar="PATH", help="The database file.  [default: ./onrecord.db]")
]
Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
Labeller: TypeAlias = Annotated[
    str, typer.Option("--labeller", metavar="NAME", help="What finds who said what in a text.")
]
Published: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", callback=_iso_date, help="Day of publication, for texts that do not say."
    ),
]
Outlet: TypeAlias = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="The outlet, for texts that do not say.")
]
Mapping: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--mapping",
        metavar="FIELD=KEY",
        callback=_pairs,
        help="Under which KEY JSON Lines files have an article's FIELD, as in text=body.  May be repeated.",
    ),
]
TextOrId: TypeAlias = Annotated[
    str, typer.Argument(metavar="TEXT|ID", help="Words of a statement (the best match counts), or the start of an id.")
]
Families: TypeAlias = Annotated[
    Path | None,
    typer.Option("--families", metavar="FILE", help="More outlets of one owner: rows “owner | outlet; outlet”."),
]
Jobs: TypeAlias = Annotated[
    int | None, typer.Option("--jobs", metavar="N", min=1, help="Worker processes.  [default: one a core]")
]


def mapping_of(pairs: list[str] | None) -> dict[str, str]:
    """The pairs of `--mapping` as article field → key of the file."""
    return dict(pair.split("=", 1) for pair in pairs or [])
