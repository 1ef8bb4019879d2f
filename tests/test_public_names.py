"""The public names and signatures are those written down: whoever changes one sees it, and says it in CHANGELOG.md.

`python -m tests.test_public_names` writes them down anew.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import onrecord
import onrecord.records

WRITTEN = Path(__file__).parent / "golden" / "public_names.txt"


def public_names() -> Iterator[str]:
    """One line for every function, method, field and value that `onrecord` and its records offer."""
    for name in sorted(onrecord.__all__):
        if name in onrecord.records.__all__:
            yield f"onrecord.{name} = onrecord.records.{name}"
        else:
            yield from described(f"onrecord.{name}", getattr(onrecord, name))
    for name in sorted(onrecord.records.__all__):
        yield from described(f"onrecord.records.{name}", getattr(onrecord.records, name))


def described(place: str, thing: Any) -> Iterator[str]:
    if inspect.isroutine(thing):
        yield f"{place}{inspect.signature(thing)}"
    elif not inspect.isclass(thing):
        yield f"{place} = {thing!r}" if not isinstance(thing, str) else place
    elif issubclass(thing, Enum):
        yield f"{place}: {' '.join(member.value for member in thing)}"
    elif is_dataclass(thing):
        yield f"{place}({', '.join(f'{f.name}: {f.type}' for f in fields(thing))})"
        yield from methods(place, thing)
    else:
        yield place
        yield from methods(place, thing)


def methods(place: str, kind: type) -> Iterator[str]:
    for name in sorted(n for n in vars(kind) if not n.startswith("_")):
        member = inspect.getattr_static(kind, name)
        if isinstance(member, property):
            yield f"{place}.{name}"
        elif inspect.isfunction(member) or isinstance(member, classmethod):
            yield f"{place}.{name}{inspect.signature(getattr(kind, name))}"


def test_public_names_are_those_written_down() -> None:
    assert list(public_names()) == WRITTEN.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    lines = list(public_names())
    WRITTEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
