"""Deadlines: from when and by when something is to be done, by the moments in its words and what stands before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.records.article import Article
from onrecord.records.moment import Moment
from onrecord.records.spans import Span

BEGINS = re.compile(r"\b(?:from|as\sof|starting|beginning|since|effective)\s(?:on\s|in\s)?\Z", re.IGNORECASE)
STARTS = re.compile(
    r"\b(?:begin|begins|start|starts|commence|resume|resumes|beginning|starting|take\seffect|kick\soff)\b[^,;.]{0,60}\Z",
    re.IGNORECASE,
)
"""In front of a moment: it is when something begins."""
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
NEXT = re.compile(r"\s(?:of|in)?\s?(?:the\s)?(?:next\sweek|week\sahead|coming\sweek)\b", re.IGNORECASE)
YEAR = re.compile(r"\d{4}|\b(?:last|this|past)\b", re.IGNORECASE)
BEFORE = re.compile(r"\bbefore\s(?:the\s)?\Z", re.IGNORECASE)
DURATION = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])")
OR = re.compile(r"\s(?:or|to|and)\s(?:in\s|on\s)?|[-–]", re.IGNORECASE)
"""Between two moments that are one span of time ("in May or early June")."""
THIRDS = {"START": ("01", "10"), "MID": ("11", "20"), "END": ("21", "")}
"""TIMEX3's modifiers → first and last day of that part of a month."""
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
"""Days in a unit: what a deadline of "two months" means to the day nobody knows."""
READ = 90
"""Code points in front of a moment that tell what it means for the action."""


def deadlines(article: Article, extent: Span, moments: Sequence[Moment]) -> tuple[Moment | None, Moment | None]:
    """When the action begins, and by when it is due; each None where the words do not tell.

    Behind "from" or "begin" a moment is a beginning, elsewhere the day on which, or by which, it is to be done.  A
    duration counts from the beginning: "will begin on Monday and take no more than ten days".
    """
    text = article.text
    begins: Moment | None = None
    due: Moment | None = None
    for moment in (_part(_ahead(article, moment)) for moment in moments):
        if moment.span is None or not extent.covers(moment.span):
            continue
        before = text[max(extent.start, moment.span.start - READ) : moment.span.start]
        if moment.type == "DURATION":
            due = due or _after(begins, moment)
        elif moment.end is None or moment.value.endswith("_REF") or _is_past(article, moment):
            continue  # "in the future" is no day
        elif BEGINS.search(before) or STARTS.search(before):
            begins = begins or moment
        elif due is None:
            due = _day_before(moment) if BEFORE.search(before) else moment
        elif due.span and OR.fullmatch(text[due.span.end : moment.span.start]):
            due = replace(due, span=Span(due.span.start, moment.span.end), end=moment.end)
    return begins, due


def _ahead(article: Article, moment: Moment) -> Moment:
    """A bare weekday or month that is to come, where it was read as one that has passed; "Friday of next week"."""
    span, published = moment.span, article.published_on
    if span is None or published is None or not moment.start or not moment.end:
        return moment
    words = span.of(article.text)
    if WEEKDAY.match(words):
        day = date.fromisoformat(moment.start[:10])
        if NEXT.match(article.text, span.end):
            monday = published + timedelta(days=7 - published.weekday())
            return _on(moment, monday + timedelta(days=day.weekday()))
        return _on(moment, day + timedelta(days=7)) if day < published else moment
    if moment.granularity == "month" and not YEAR.search(words) and _is_past(article, moment):
        return replace(moment, start=_next_year(moment.start), end=_next_year(moment.end))
    return moment


def _on(moment: Moment, day: date) -> Moment:
    return replace(moment, value=day.isoformat(), start=day.isoformat(), end=day.isoformat())


def _next_year(day: str) -> str:
    return f"{int(day[:4]) + 1:04}{day[4:]}"


def _is_past(article: Article, moment: Moment) -> bool:
    """Whether it had passed when the article was published: nothing is due then ("the 2016 campaign")."""
    return bool(article.published and moment.end and moment.end[:10] < article.published[:10])


def _part(moment: Moment) -> Moment:
    """The third of a month that "early", "mid-" and "late" mean, where the moment is the whole month yet."""
    if moment.granularity != "month" or moment.mod not in THIRDS or not moment.start or not moment.end:
        return moment
    first, last = THIRDS[moment.mod]
    start, end = moment.start[:8] + first, moment.start[:8] + last if last else moment.end
    return replace(moment, start=start, end=end)


def _after(begins: Moment | None, duration: Moment) -> Moment | None:
    """The end of a time that begins then; None for one whose beginning or length is unknown."""
    length = DURATION.fullmatch(duration.value)
    if begins is None or begins.end is None or length is None:
        return None
    days = int(length["number"]) * DAYS[length["unit"]]
    return replace(duration, start=begins.start, end=_shifted(begins.end, days), anchor=begins.anchor)


def _day_before(moment: Moment) -> Moment:
    return replace(moment, start=None, end=_shifted(moment.start, -1)) if moment.start else moment


def _shifted(day: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None
