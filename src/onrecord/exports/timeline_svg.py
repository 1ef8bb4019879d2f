"""A timeline as a picture: one axis, a lane for each speaker, a mark for each event with its words as a tooltip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from onrecord.answers.timeline import Event, EventKind, Timeline

WIDTH, LEFT, RIGHT, TOP, LANE = 960, 190, 48, 64, 46
"""Pixels: of the picture, beside and above the axis, and of a lane."""
LANES, TICKS = 12, 6
COLOURS = {EventKind.SAID: "#2563a8", EventKind.TOLD: "#7b8794", EventKind.BEGINS: "#2f855a", EventKind.DUE: "#c2571a"}
STYLE = (
    "<style>text{font:13px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;fill:#1f2933}"
    ".small{font-size:11px;fill:#616e7c}.axis{stroke:#9aa5b1}.lane{stroke:#e4e7eb}</style>"
)


def timeline_svg(timeline: Timeline) -> str:
    """The picture as SVG 1.1; everything in it is escaped.  Events with only a bound stand at that bound."""
    events = [event for event in timeline.events if _days(event)]
    lanes = list(dict.fromkeys(event.who or "unknown" for event in events))[:LANES]
    shown = [event for event in events if (event.who or "unknown") in lanes]
    first = min((_days(e)[0] for e in shown), default=date(2000, 1, 1))
    last = max(max((_days(e)[-1] for e in shown), default=first), first + timedelta(days=1))
    height = TOP + LANE * max(1, len(lanes)) + 34
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        ' role="img" aria-labelledby="title">',
        f'<title id="title">{escape(timeline.about)}: {len(shown)} events</title>',
        STYLE,
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="16" y="26" font-weight="600">{escape(timeline.about)}</text>',
        *_legend(),
        *_axis(first, last, height),
    ]
    for number, who in enumerate(lanes):
        parts.extend(_lane(number, who, [e for e in shown if (e.who or "unknown") == who], first, last))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _days(event: Event) -> list[date]:
    """The first and the last day; empty for what is no day of the calendar."""
    try:
        found = [date.fromisoformat(day[:10]) for day in (event.start, event.end) if day]
    except ValueError:
        return []
    return sorted(found)


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / (last - first).days
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _legend() -> list[str]:
    return [
        f'<circle cx="{LEFT + 90 * k}" cy="22" r="5" fill="{colour}"/>'
        f'<text class="small" x="{LEFT + 9 + 90 * k}" y="26">{kind.value}</text>'
        for k, (kind, colour) in enumerate(COLOURS.items())
    ]


def _axis(first: date, last: date, height: int) -> list[str]:
    y = height - 30
    out = [f'<line class="axis" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>']
    span = (last - first).days
    for day in sorted({first + timedelta(days=round(span * k / TICKS)) for k in range(TICKS + 1)}):
        x = _x(day, first, last)
        out.append(f'<line class="axis" x1="{x}" y1="{y}" x2="{x}" y2="{y + 5}"/>')
        out.append(f'<text class="small" x="{x}" y="{y + 19}" text-anchor="middle">{day.isoformat()}</text>')
    return out


def _lane(number: int, who: str, events: Sequence[Event], first: date, last: date) -> list[str]:
    """A speaker's line; events of one day stand on top of each other."""
    y = TOP + LANE * number + LANE // 2
    name = who if len(who) <= 24 else who[:23] + "…"
    out = [
        f'<text x="16" y="{y + 4}">{escape(name)}</text>',
        f'<line class="lane" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>',
    ]
    stacked: dict[float, int] = {}
    for event in events:
        days = _days(event)
        left, right = _x(days[0], first, last), _x(days[-1], first, last)
        level = stacked[left] = stacked.get(left, -1) + 1
        lift = y - 4 * (level % 5)
        when = " – ".join(dict.fromkeys(day.isoformat() for day in days))
        label = f"<title>{escape(f'{when}, {event.kind.value}: {event.text}')}</title>"
        colour = COLOURS[event.kind]
        if right > left:
            out.append(
                f'<rect x="{left}" y="{lift - 3}" width="{round(right - left, 1)}" height="6" rx="3" fill="{colour}"'
                f' fill-opacity="0.45">{label}</rect>'
            )
        else:
            out.append(f'<circle cx="{left}" cy="{lift}" r="5" fill="{colour}" fill-opacity="0.8">{label}</circle>')
    return out
