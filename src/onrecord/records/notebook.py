"""How records look in a notebook: HTML in which every word of a text is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from onrecord.records.spans import spans_text

if TYPE_CHECKING:
    from onrecord.records.article import Article
    from onrecord.records.findings import Findings
    from onrecord.records.statement import Statement

MAX_TEXT = 2_000
"""Code points of an article's text that a notebook shows."""


class Html(str):
    """HTML that is safe to show; any other string is a text, and gets escaped."""

    __slots__ = ()


def element(tag: str, *children: str, style: str = "") -> Html:
    """One element; children that are not Html are escaped."""
    inside = "".join(child if isinstance(child, Html) else escape(child) for child in children)
    opening = f'{tag} style="{escape(style)}"' if style else tag
    return Html(f"<{opening}>{inside}</{tag}>")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Html:
    """A table; cells that are not Html are escaped."""
    left = "text-align: left; vertical-align: top; padding: 2px 12px 4px 0"
    top = element("tr", *(element("th", name, style=left) for name in head))
    below = (element("tr", *(element("td", cell, style=left + _wrapping(cell)) for cell in row)) for row in rows)
    return element("table", element("thead", top), element("tbody", *below))


def _wrapping(cell: str) -> str:
    """A date or a single word stays on one line."""
    return "" if isinstance(cell, Html) or " " in cell else "; white-space: nowrap"


def listing(items: Iterable[str]) -> Html:
    """A bulleted list; items that are not Html are escaped."""
    return element("ul", *(element("li", item) for item in items))


def article_html(article: Article) -> Html:
    """The headline, what the article says of itself, and the beginning of its text."""
    text = article.text if len(article.text) <= MAX_TEXT else article.text[:MAX_TEXT] + "…"
    return element("div", _heading(article), element("div", text, style="white-space: pre-wrap"))


def findings_html(findings: Findings) -> Html:
    """The article's heading and a row for each statement."""
    rows = (_row(findings, statement) for statement in findings.statements)
    return element("div", _heading(findings.article), table(("Who", "What", "Kind", "When"), rows))


def _heading(article: Article) -> Html:
    credits = (f"{credit.kind.value} {credit.name}" for credit in article.credits)
    about = " · ".join(filter(None, (article.outlet, article.published, *credits)))
    title = element("strong", article.title or article.url or article.path or f"Article {article.id[:8]}")
    return element("p", title, Html("<br>"), element("small", about))


def _row(findings: Findings, statement: Statement) -> tuple[str, ...]:
    text, agent = findings.article.text, findings.agent_of(statement)
    name = (agent.name if agent else None) or spans_text(text, statement.source) or "unknown"
    role = agent.role.title if agent and agent.role else ""
    who = element("span", element("strong", name), Html("<br>"), element("small", role))
    said = statement.said
    return who, spans_text(text, statement.content), statement.kind.value, (said.start if said else None) or ""
