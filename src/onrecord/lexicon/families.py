"""Publisher families: which news outlets have one owner, from `families.txt` and from files of the same form."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from onrecord.errors import ReadingError

BUNDLED = "families.txt"


@dataclass(frozen=True, slots=True)
class Family:
    """One row: an owner with outlets of its own.  `file` (its name, without folders) and `line` say where it stands."""

    owner: str
    outlets: tuple[str, ...]
    file: str
    line: int

    @property
    def where(self) -> str:
        """The row as reasons and errors name it: "families.txt line 12"."""
        return f"{self.file} line {self.line}"


@cache
def bundled_families() -> tuple[Family, ...]:
    """The families that onrecord knows, in the order of the list."""
    return tuple(_rows(files("onrecord.lexicon").joinpath(BUNDLED).read_text(encoding="utf-8"), BUNDLED))


def read_families(path: str | os.PathLike[str]) -> tuple[Family, ...]:
    """The families of a user's file.  Raises ReadingError with file, line and reason where it is none."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadingError(os.fspath(path), error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ReadingError(f"{os.fspath(path)} line {line}", "is no UTF-8") from error
    return tuple(_rows(text, os.fspath(path)))


def _rows(text: str, path: str) -> Iterator[Family]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield _row(line, path, number)


def _row(line: str, path: str, number: int) -> Family:
    owner, *columns = (" ".join(cell.split()) for cell in line.split("|"))
    named = [name.strip() for name in "|".join(columns).split(";")]
    fault = None
    if len(columns) != 1:
        fault = "a row is “owner | outlet; outlet”, with one “|”"
    elif not owner:
        fault = "the owner has no name"
    elif "" in named:
        fault = "an outlet has no name" if any(named) else "the owner has no outlets"
    if fault:
        raise ReadingError(f"{path} line {number}", fault)
    return Family(owner, tuple(named), Path(path).name, number)
