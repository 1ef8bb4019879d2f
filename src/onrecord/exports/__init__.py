"""Exports: records and graphs in the formats that other programs read."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.exports.csv_tables import TABLES
from onrecord.exports.jsonl import JsonLines
from onrecord.records import Exporter

_EXPORTERS: dict[str, Exporter] = {e.name: e for e in (JsonLines(), *TABLES)}
FORMATS = tuple(_EXPORTERS)
"""What `exporter` knows, in the order shown to users."""


def exporter(name: str) -> Exporter:
    """The exporter of this name; raises UsageError, naming the known ones, where there is none."""
    if name not in _EXPORTERS:
        raise UsageError(f"no export format {name!r}; there are: {', '.join(FORMATS)}")
    return _EXPORTERS[name]


__all__ = ["FORMATS", "exporter"]
