"""Hypothesis strategies for every record, built from the fields of its dataclass."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

import onrecord.records
from onrecord.records import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**7), st.integers(1, 10**7))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20),
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    Span: SPANS,
}

RECORDS = sorted(
    (kind for name in onrecord.records.__all__ if is_dataclass(kind := getattr(onrecord.records, name))),
    key=lambda kind: kind.__name__,
)
"""Every record that the package offers."""


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type, or records with every field filled in."""
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of([st.none() if part is type(None) else values(part) for part in get_args(kind)])
    if get_origin(kind) is tuple:
        item, rest = get_args(kind)
        assert rest is Ellipsis
        return st.lists(values(item), max_size=2).map(tuple)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: values(hints[f.name]) for f in fields(kind)})
