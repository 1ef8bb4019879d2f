"""How answers look in a notebook: the figures, the origins, the way to the primary source, all of it escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.answers.relations import relation
from onrecord.records.notebook import Html, element, listing, table

if TYPE_CHECKING:
    from onrecord.answers.ledger import Ledger
    from onrecord.answers.sources import Origin, Sources
    from onrecord.answers.timeline import Timeline
    from onrecord.answers.title_history import TitleHistory
    from onrecord.answers.trace import Step, Trace
    from onrecord.answers.views import Quoted, Report, Speaker
    from onrecord.answers.who import Who

MAX_EVIDENCE = 160
"""Code points of the words behind an edge that a notebook shows."""


def trace_html(trace: Trace) -> Html:
    """Words and speaker, the figures, the origins, and every edge with the words behind it."""
    primary = trace.primary
    ends = {r.article: _place(r) for o in trace.origins for r in o.reports}
    ends |= {r.statement: _place(r) for o in trace.origins for r in o.reports}
    return element(
        "div",
        _said(trace.statement.text, trace.agent),
        _figures(trace.outlets, len(trace.wordings), trace.low, trace.high),
        listing(_origin(origin) for origin in trace.origins),
        table(("From", "To", "How", "Evidence"), (_step(step, ends) for step in (*trace.chain, *trace.versions))),
        element("p", "Primary source: ", ", ".join(filter(None, (primary.what, primary.who, primary.when)))),
    )


def sources_html(sources: Sources) -> Html:
    """Words and speaker, the figures, the origins."""
    origins = listing(_origin(origin) for origin in sources.origins)
    figures = _figures(sources.outlets, sources.wordings, sources.low, sources.high)
    return element("div", _said(sources.text, sources.agent), figures, origins)


def who_html(who: Who) -> Html:
    """Name and roles, a row for each time a position was taken, and one for each statement."""
    roles = ", ".join(role for role, _ in who.roles)
    rows = ((report.published or "", report.text, report.kind, report.outlet or "") for report in who.statements)
    heading = element("p", element("strong", who.name), Html("<br>"), element("small", roles))
    held = ((p.matter, h.day or "", h.stance, h.text) for p in who.positions for h in p.held)
    return element(
        "div",
        heading,
        table(("On", "When", "Stand", "In these words"), held),
        table(("When", "What", "Kind", "Where from"), rows),
    )


def title_history_html(history: TitleHistory) -> Html:
    """A row for each holder."""
    rows = ((h.name, h.seen.title, h.seen.first or "", h.seen.latest or "") for h in history.holders)
    return element("div", element("p", history.asked), table(("Who", "Title", "First seen", "Last seen"), rows))


def ledger_html(ledger: Ledger) -> Html:
    """A row for each undertaking."""
    rows = ((str(e.agent or ""), e.text, (e.due.end or "") if e.due else "", e.status.value) for e in ledger.entries)
    return table(("Who", "What", "By", "Status"), rows)


def timeline_html(timeline: Timeline) -> Html:
    """A row for each event."""
    rows = ((e.start or f"by {e.end}", e.kind.value, e.who, e.text) for e in timeline.events)
    return element("div", element("p", timeline.about), table(("When", "What", "Who", "In these words"), rows))


def _said(text: str, agent: Speaker | None) -> Html:
    title = agent.title if agent and agent.title else ""
    return element("blockquote", text, Html("<br>— "), element("strong", str(agent or "unknown")), f" {title}")


def _figures(outlets: int, wordings: int, low: int, high: int) -> Html:
    origins = str(low) if low == high else f"{low} to {high}"
    return element("p", f"Outlets: {outlets} · utterances: 1 · wordings: {wordings} · origins: {origins}")


def _origin(origin: Origin) -> Html:
    places = {report.article: _place(report) for report in origin.reports}
    rows = (" — ".join((place, *origin.reasons_of(article))) for article, place in places.items())
    return element("span", origin.headline, listing(rows))


def _place(report: Report) -> str:
    return " · ".join(filter(None, (report.outlet, (report.published or "")[:10], report.title))) or report.article[:8]


def _step(step: Step, ends: dict[str, str]) -> tuple[str, ...]:
    places = (ends.get(end, end) for end in (step.source, step.target))
    how = f"{relation(step.kind, step.rule)}: {step.rule}".replace("_", " ")
    return (*places, how, _words(step.evidence[0]) if step.evidence else "")


def _words(quoted: Quoted) -> str:
    """The evidence, long ones to their first words: `to_json` has all of it."""
    words = f"{quoted.field}: {quoted.text}" if quoted.field else quoted.text or "metadata"
    return words if len(words) <= MAX_EVIDENCE else words[:MAX_EVIDENCE].rsplit(" ", 1)[0] + " …"
