"""The layout of a report: where its title, date line, byline, dateline and credit lines stand in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.reading.byline import find_byline
from onrecord.reading.caps import MAX_TITLE
from onrecord.reading.credits import find_closing_agency, find_credits
from onrecord.reading.dateline import find_dateline
from onrecord.reading.dates import to_iso
from onrecord.reading.lines import lines_of, trimmed
from onrecord.reading.photo_credits import find_photo_credit, photo_credits_within
from onrecord.reading.sign_off import find_sign_off
from onrecord.records import Credit, CreditKind, Dateline, Span

_HEAD = 6  # lines after the title in which date lines and bylines are looked for
_TAIL = 8  # lines at the end in which short credit lines are looked for
_PROSE = 160  # a line longer than this is a paragraph of the report, unless it speaks of credits itself
_CREDITS_PROSE = re.compile(r"contribut|[Rr]eporting by|[Ee]diting by|rights reserved|[Cc]opyright|©|permission")
_DATE_LABEL = re.compile(
    r"(?:(?P<late>(?:last\s)?(?:updated|modified))|(?:first\s)?published|posted|date|created|issued|filed)"
    r"(?:\son|\sat)?\s?:?\s+(?=\S)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"([A-ZÀ-ÖØ-ÞА-Я]{2,6})\s[\"“«„]")  # the short name before the long one in quotation marks
_LINK_WORDS = frozenset(
    "read see click follow watch more related subscribe share comments comment advertisement tags topics sign get next "
    "previous online listen about contact".split()
)


@dataclass(slots=True)
class Layout:
    """What the text says of itself; dates in ISO 8601."""

    title: Span | None = None
    published: str | None = None
    updated: str | None = None
    dateline: Dateline | None = None
    credits: list[Credit] = field(default_factory=list)


def read_layout(text: str, *, title: str | None = None, published: str | None = None) -> Layout:
    """Title, dates, dateline and credits of a text.  `title` and `published`: what metadata already says."""
    lines = lines_of(text)
    found = Layout()
    if not lines:
        return found
    found.title = title_span(text, lines, title)
    first = 1 if found.title and found.title.start == lines[0].start else 0
    body = _read_head(text, lines, first, found)
    _read_dateline(text, lines[body : body + 3], found, published or found.published)
    _read_credit_lines(text, lines, body, found)
    _read_outlet_line(text, lines, found)
    found.credits = _once(found.credits)
    return found


def title_span(text: str, lines: list[Span], title: str | None) -> Span | None:
    """Where the title stands: the known one among the first lines, or else a first line that looks like one."""
    if title:
        wanted = _plain(title)
        found = next((line for line in lines[:3] if _plain(line.of(text)) == wanted), None)
        return _without_stop(text, found) if found and not title.rstrip().endswith(".") else found
    return _without_stop(text, lines[0]) if _looks_like_title(text, lines) else None


def _plain(title: str) -> str:
    return " ".join(title.split()).rstrip(".").casefold()


def _without_stop(text: str, line: Span) -> Span:
    """A headline without the full stop that some archives put behind it ("… in the U.S." keeps its own)."""
    stop = re.search(r"(?<![.\s][A-Z])(?<!\.)\.$", line.of(text))
    return Span(line.start, line.end - 1) if stop and len(line) > 1 else line


def _looks_like_title(text: str, lines: list[Span]) -> bool:
    line = lines[0].of(text)
    if len(lines) < 2 or len(line) > MAX_TITLE or line[-1] in ",;:":
        return False
    if not re.search(r"[^\W\d_]", line) or to_iso(line) or find_byline(text, lines[0]):
        return False
    if find_dateline(text, lines[0], None) and not line.isupper():
        return False
    blank = len(re.findall(r"\r\n|\n|\r", text[lines[0].end : lines[1].start])) > 1
    if re.search(r"(?<!\.)\.[”\"’')]?$", line):  # a sentence, unless it stands above a dateline or in capitals
        return blank and (bool(find_dateline(text, lines[1], None)) or _in_capitals(line))
    return blank or _date_line(text, lines[1]) is not None or bool(find_byline(text, lines[1]))


def _in_capitals(line: str) -> bool:
    """Whether A Line Is Set Like This: at least five words, four in five of the longer ones with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", line) if len(word) > 3]
    return len(words) >= 5 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _read_head(text: str, lines: list[Span], first: int, found: Layout) -> int:
    """Date lines and bylines above the body; the number of the body's first line."""
    body = first
    for number in range(first, min(first + _HEAD, len(lines))):
        line = lines[number]
        segments = _segments(text, line)
        known = [_read_segment(text, segment, found) for segment in segments]
        if any(known):
            body = number + 1
        elif len(line) > 120 or text[line.end - 1] in '.!?”"' or find_dateline(text, line, None):
            break
    return body


def _segments(text: str, line: Span) -> list[Span]:
    """The parts of "By Jane Doe | Jan. 11, 2022 | 10:15"; the whole line where it is one date."""
    if _date_line(text, line) or len(line) > 200:
        return [line]
    bars = re.finditer(r"\s[|·•]\s", line.of(text))
    cuts = [line.start, *(line.start + bar.end() for bar in bars), line.end]
    return [s for a, b in pairwise(cuts) if (s := trimmed(text, a, b, "|·•"))]


def _read_segment(text: str, segment: Span, found: Layout) -> bool:
    if dated := _date_line(text, segment):
        day, late = dated
        if late:
            found.updated = found.updated or day
        else:
            found.published = found.published or day
        return True
    credits = find_byline(text, segment)
    photo = None if credits else find_photo_credit(text, segment)
    credits = credits or ([photo] if photo else find_credits(text, segment, edge=True))
    found.credits.extend(credits)
    return bool(credits)


def _date_line(text: str, line: Span) -> tuple[str, bool] | None:
    """The day a line gives, and whether it says "updated"; None for any other line."""
    if len(line) > 100:
        return None
    words = line.of(text).strip("()[]")
    label = _DATE_LABEL.match(words)
    day = to_iso(words[label.end() :] if label else words)
    if not day and (placed := re.match(r"[^.,:]{2,40},\s", words)):  # "Harbour Post, May 16, 2019"
        day = to_iso(words[placed.end() :])
    return (day, bool(label and label["late"])) if day else None


def _read_dateline(text: str, paragraphs: list[Span], found: Layout, published: str | None) -> None:
    for paragraph in paragraphs:
        hit = find_dateline(text, paragraph, published)
        if hit:
            found.dateline, credits = hit
            found.credits.extend(credits)
            return


def _read_credit_lines(text: str, lines: list[Span], body: int, found: Layout) -> None:
    end = _closing_lines(text, lines)
    for number in range(body, len(lines)):
        line = lines[number]
        near_end = number >= len(lines) - _TAIL
        photo = find_photo_credit(text, line)
        credits = find_sign_off(text, line) if near_end else []
        credits = credits or ([photo] if photo else find_credits(text, line, edge=number >= end and number > body))
        if number >= end and number > body and not credits:
            credits = find_byline(text, line)
        if number >= end - 1 and not credits:
            credits = find_closing_agency(text, line)
        found.credits.extend(credits)
        if not photo:
            found.credits.extend(credit for credit, _ in photo_credits_within(text, line))


def _closing_lines(text: str, lines: list[Span]) -> int:
    """The number of the first line behind the last paragraph of prose, where short credit lines may stand."""
    first = len(lines)
    while first > max(0, len(lines) - _TAIL):
        line = lines[first - 1]
        if len(line) > _PROSE and not _CREDITS_PROSE.search(text, line.start, line.end):
            break
        first -= 1
    return first


def _read_outlet_line(text: str, lines: list[Span], found: Layout) -> None:
    """A name alone above the credit lines that end a text: the outlet's own ("GSV" above "Photo: …")."""
    credited = [c.span for c in found.credits if c.span]
    number = len(lines)
    while number > 1 and any(lines[number - 1].covers(span) for span in credited) and len(lines[number - 1]) < 200:
        number -= 1
    if number == len(lines) or number < 2:
        return
    line = lines[number - 1]
    name = line.of(text)
    words = re.findall(r"[^\W\d_][\w'’.-]*", name)
    if len(name) > 80 or not words or len(words) > 9 or name[-1] in ".!?:;," or words[0].lower() in _LINK_WORDS:
        return
    if all(w[0].isupper() or len(w) < 4 for w in words) and line != found.title and not _date_line(text, line):
        short = _INITIALS.match(name)
        line = Span(line.start, line.start + short.end(1)) if short else line
        found.credits.append(Credit(CreditKind.OUTLET, " ".join(line.of(text).split()), line, rule="outlet_line"))


def _once(credits: list[Credit]) -> list[Credit]:
    """In the order of the text, each kind and name at one place once."""
    seen: set[tuple[CreditKind, Span | None]] = set()
    out = []
    for credit in sorted(credits, key=lambda c: (c.span.start if c.span else -1, c.kind.value)):
        if (credit.kind, credit.span) not in seen:
            seen.add((credit.kind, credit.span))
            out.append(credit)
    return out
