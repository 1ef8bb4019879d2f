"""The JSON form of every record, and the way back: `from_json(type(r), to_json(r)) == r`.

Spans become `[start, end]`, enumerations their values, tuples lists; keys are the field names.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.errors import RecordError
from onrecord.records.spans import Span

R = TypeVar("R")
Json = Any

_PLAIN = frozenset({str, int, float, bool, type(None)})


def to_json(value: Any) -> Json:
    """A record, or anything made of records, as JSON types."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is Span:
        return [value.start, value.end]
    if kind is tuple or kind is list:
        return [to_json(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {name: to_json(getattr(value, name)) for name in _names(kind)}  # type: ignore[arg-type]
    return value


def from_json(kind: type[R], data: Json) -> R:
    """The record of this type that `data` describes; unknown keys are passed over, missing ones take the default.

    Raises RecordError where the data does not fit the type.
    """
    try:
        restored: R = _restorer(kind)(data)  # type: ignore[arg-type]  # every type is hashable
    except (TypeError, ValueError, KeyError) as error:
        raise RecordError(f"no {kind.__name__}: {error}") from error
    return restored


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


@cache
def _restorer(kind: Any) -> Callable[[Json], Any]:
    """The function that restores values of this type: found once, used for every value."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = _restorer(next(a for a in get_args(kind) if a is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _restorer(get_args(kind)[0])
        return lambda data: tuple([item(x) for x in data])
    if kind is Span:
        return lambda data: Span(*data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_restorer(kind)
    if kind is float:
        return lambda data: float(data) if isinstance(data, int) else _checked(float, data)
    return lambda data: _checked(kind, data)


def _record_restorer(kind: type) -> Callable[[Json], Any]:
    restorers = {name: _restorer(hint) for name, hint in get_type_hints(kind).items()}

    def restore(data: Json) -> Any:
        if not isinstance(data, dict):
            raise RecordError(f"{data!r} is no {kind.__name__}")
        return kind(**{name: restorers[name](value) for name, value in data.items() if name in restorers})

    return restore


def _checked(kind: Any, data: Json) -> Any:
    if isinstance(kind, type) and not isinstance(data, kind):
        raise RecordError(f"{data!r} is no {kind.__name__}")
    return data
