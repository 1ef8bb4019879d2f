"""Every exception that onrecord raises, as one tree.

OnRecordError
├── RecordError               a record that cannot exist (a span that ends before it starts …)
├── ReadingError              an input that could not be read; the batch turns it into a `Rejected`
├── LabellingError            a labeller that is unknown, damaged or not installed
├── StoreError                the database could not be opened, read or written
│   └── NewerStore            written by a newer onrecord than this one
├── EngineError               worker processes that do not start, or one that died on an item
├── NotFound                  nothing in the store answers to that id or text
├── UsageError                a request that makes no sense (an unknown export format …)
└── MissingExtra              an optional dependency is not installed; the message has the install line
"""

from __future__ import annotations


class OnRecordError(Exception):
    """The root: catch it to catch everything that onrecord raises on purpose."""


class RecordError(OnRecordError, ValueError):
    """A record that cannot exist, such as a span that ends before it starts."""


class ReadingError(OnRecordError):
    """An input that could not be read.  `where` names it (a path, an url, "standard input"); `reason` says why."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class LabellingError(OnRecordError):
    """A labeller that is unknown, damaged or not installed."""


class StoreError(OnRecordError):
    """The database could not be opened, read or written; the message names the file."""


class NewerStore(StoreError):
    """The database was written by a newer onrecord; this one leaves it untouched."""


class EngineError(OnRecordError):
    """Worker processes do not start, or one died; the message names the item it worked on."""


class NotFound(OnRecordError, LookupError):
    """Nothing in the store answers to that id or text."""


class UsageError(OnRecordError):
    """A request that makes no sense, such as an export format that does not exist."""


class MissingExtra(OnRecordError, ImportError):
    """An optional dependency is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs the extra '{extra}'. Install it with: pip install 'onrecord[{extra}]'")
        self.extra = extra
