"""onrecord finds every sourced statement in the news, says who said what, and traces it to its primary source.

    import onrecord

    findings = onrecord.find_statements("article.txt")
    with onrecord.open("news.db") as archive:
        archive.add("folder/of/news")
        archive.trace("words of a statement")

Importing it loads nothing heavy: each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.archive import Archive, find_statements
    from onrecord.errors import OnRecordError
    from onrecord.reading import read
    from onrecord.records import Agent, Article, Findings, Span, Statement, Utterance

    open = Archive.open

__version__ = "0.1.0"
__all__ = [
    "Agent",
    "Archive",
    "Article",
    "Findings",
    "OnRecordError",
    "Span",
    "Statement",
    "Utterance",
    "__version__",
    "find_statements",
    "open",
    "read",
]
_HOMES = {
    "Agent": "onrecord.records",
    "Archive": "onrecord.archive",
    "Article": "onrecord.records",
    "Findings": "onrecord.records",
    "OnRecordError": "onrecord.errors",
    "Span": "onrecord.records",
    "Statement": "onrecord.records",
    "Utterance": "onrecord.records",
    "find_statements": "onrecord.archive",
    "read": "onrecord.reading",
}


def __getattr__(name: str) -> object:
    """The public names, loaded at first use (PEP 562)."""
    if name == "open":
        return import_module("onrecord.archive").Archive.open
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for completion."""
    return sorted(__all__)
