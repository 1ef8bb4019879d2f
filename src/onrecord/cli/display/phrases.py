"""Phrases: one line of text for a speaker, a moment, an article, a quotation; the same words in every command."""

from __future__ import annotations

from pathlib import PurePath

from onrecord.cli.output import tame
from onrecord.records import Agent, Article, Findings, Moment, Statement
from onrecord.records.spans import spans_text

SHORT_ID = 8
"""Digits of an id that are shown; commands take them for the whole."""
MAX_QUOTE = 220
_OPENING, _CLOSING = "“‘\"'«„‚‹", "”’\"'»“‘›"


def shortened(text: str, limit: int = MAX_QUOTE) -> str:
    """The text in one line of at most `limit` characters, cut at a blank where one is near."""
    line = tame(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    blank = head.rfind(" ")
    return (head[:blank] if blank > limit * 2 // 3 else head).rstrip(" ,;:") + "…"


def as_told(text: str, limit: int = MAX_QUOTE) -> str:
    """What somebody is said to have said, shortened: quotation marks only where the article has them."""
    line = tame(text)
    is_quoted = len(line) > 1 and line[0] in _OPENING and line[-1] in _CLOSING
    return in_quotes(line, limit) if is_quoted else shortened(line, limit)


def in_quotes(text: str, limit: int = MAX_QUOTE) -> str:
    """A passage of an article, shortened and between quotation marks, its own outer ones taken off."""
    line = tame(text)
    if len(line) > 1 and line[0] in _OPENING and line[-1] in _CLOSING:
        line = line[1:-1]
    return f"“{shortened(line, limit)}”"


def speaker(findings: Findings, statement: Statement) -> tuple[str, str]:
    """Name and title of the statement's source: where it has no name, the words of the text, and "unknown" at worst."""
    agent = findings.agent_of(statement)
    words = shortened(spans_text(findings.article.text, statement.source), 80)
    if agent is None:
        return words or "unknown", ""
    described = agent.mentions[0].of(findings.article.text) if agent.mentions else ""  # not "who" or "they"
    name = shortened(agent.name or described or words or _kind(agent), 80)
    title = shortened(agent.role.title, 80) if agent.role else ""
    return name, "" if title.casefold() == name.casefold() else title


def attribution(findings: Findings, statement: Statement) -> str:
    """Cue and addressee as the text has them: "told reporters"."""
    text = findings.article.text
    words = [spans_text(text, spans) for spans in (statement.cue, statement.addressee) if spans]
    return shortened(" ".join(words), 50)


def moment(said: Moment | None) -> str:
    """When, as exactly as it is known: "2022-01-11", "2022-01", "2022-01-10 – 2022-01-14"."""
    if said is None or not (said.start or said.end):
        return ""
    start, end = (said.start or "")[:10], (said.end or "")[:10]
    if start == end or not end:
        return start if end else f"from {start}"
    if not start:
        return f"by {end}"
    if start[:4] == end[:4] and said.granularity in ("year", "month"):
        return start[:4] if said.granularity == "year" else start[:7]
    return f"{start} – {end}"


def go_betweens(findings: Findings, statement: Statement) -> str:
    """Through whom it came: "via TASS"."""
    names = [via.name or spans_text(findings.article.text, via.spans) for via in statement.via]
    return shortened(", ".join(dict.fromkeys(names)), 60)


def article_line(article: Article) -> str:
    """Outlet, day and wires: "The Harbour Post · 2022-01-11 · wire TASS"."""
    wires = ", ".join(dict.fromkeys(credit.name for credit in article.wires))
    parts = (article.outlet, (article.published or "")[:10], f"wire {wires}" if wires else None)
    return " · ".join(tame(part) for part in parts if part)


def article_name(article: Article) -> str:
    """What to call an article: its headline, else where it was found."""
    return shortened(
        article.title or article.path or article.url or article.doc or f"article {article.id[:SHORT_ID]}", 120
    )


def whence(article: Article) -> str:
    """Where an article's statement comes from, in few words: the outlet, else the headline, else the file's name."""
    return shortened(article.outlet or article.title or PurePath(article.path or article.url or "").name, 60)


def _kind(agent: Agent) -> str:
    return agent.type.value.replace("_", " ")
