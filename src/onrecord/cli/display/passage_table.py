"""Sourced passages as a table: the type of each source, its name and title, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.answers.passages import Passage
from onrecord.cli.display import phrases
from onrecord.cli.display.progress import plural
from onrecord.cli.display.statement_table import plain_table
from onrecord.records import Findings
from onrecord.records.spans import spans_text

TYPE = len("named organization")
"""Columns for the longest type."""


def passage_table(findings: Findings, found: Sequence[Passage]) -> RenderableType:
    """One article: a heading, and a row for each passage."""
    article = findings.article
    about = (phrases.article_line(article), plural(len(found), "sourced passage"))
    parts: list[RenderableType] = [
        Text(phrases.article_name(article), style="bold"),
        Text(" · ".join(filter(None, about)), style="dim"),
    ]
    if found:
        table = plain_table()
        table.add_column("Source", ratio=5)
        table.add_column("Type", width=TYPE)
        table.add_column("Passage", ratio=11)
        for passage in found:
            who = Text(passage.source.name or "no name", style="bold" if passage.source.name else "dim")
            for detail in (passage.source.title, passage.source.justification):
                who.append(f"\n{detail}" if detail else "", style="dim")
            kind = passage.source.type.value.replace("_", " ")
            table.add_row(who, kind, phrases.shortened(spans_text(article.text, passage.spans)))
        parts.append(table)
    return Group(*parts, Text(""))
