"""The one place that wires reading, labeller, engine and store together."""

from onrecord.archive.analysis import Analysis, find_statements
from onrecord.archive.archive import Archive
from onrecord.archive.progress import Progress

__all__ = ["Analysis", "Archive", "Progress", "find_statements"]
