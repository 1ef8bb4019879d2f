"""The JSON form of every record, and the way back: `from_json(type(r), to_json(r)) == r`.

Spans become `[start, end]`, enumerations their values, tuples lists; keys are the field names.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.errors import RecordError
from onrecord.records.spans import Span

R = TypeVar("R")
Json = Any


def to_json(value: Any) -> Json:
    """A record, or anything made of records, as JSON types."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    return value


def from_json(kind: type[R], data: Json) -> R:
    """The record of this type that `data` describes; unknown keys are passed over, missing ones take the default.

    Raises RecordError where the data does not fit the type.
    """
    try:
        return _restore(kind, data)  # type: ignore[no-any-return]
    except (TypeError, ValueError, KeyError) as error:
        raise RecordError(f"no {kind.__name__}: {error}") from error


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _restore(kind: Any, data: Json) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if data is None:
            return None
        return _restore(next(a for a in get_args(kind) if a is not type(None)), data)
    if origin is tuple:
        (item, *_) = get_args(kind)
        return tuple(_restore(item, x) for x in data)
    if kind is Span:
        return Span(*data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _restore(hints[name], value) for name, value in data.items() if name in hints})
    if kind is float and isinstance(data, int):
        return float(data)
    if isinstance(kind, type) and not isinstance(data, kind):
        raise RecordError(f"{data!r} is no {kind.__name__}")
    return data
