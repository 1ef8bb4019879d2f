"""Photo credits: "Photo: Jane Doe", "(AP Photo/Jane Doe)", "John Roe / Reuters", "Bloomberg via Getty Images"."""

from __future__ import annotations

import re

from onrecord.lexicon.wires import wire_named
from onrecord.reading.lines import trimmed
from onrecord.records import Credit, CreditKind, Span

_MAX = 160
_WHAT = (
    r"(?:(?:Main|Cover|File|Featured|Lead|Header|Top|Feature|Stock|Home\s?page)\s)?"
    r"(?:Photo(?:graph)?s?|Images?|Pictures?|Pics?|Illustration|Фото)(?:\s(?:credits?|source))?"
)
_LABELLED = re.compile(
    rf"{_WHAT}\s?(?:(?P<mark>:|/|\||©|\s-\s)|(?:\bby|\bcourtesy(?:\sof)?)\b)\s?(?P<name>[^\n]{{2,120}})", re.IGNORECASE
)
_LIBRARY = (
    r"(?:Getty(?:\sImages)?|Shutterstock|iStock(?:photo)?|Alamy|Reuters|REUTERS|AP|AFP|EPA(?:-EFE)?|Corbis|Pool|Zuma|"
    r"Instagram|Flickr)"
)
_WORD = r"[^\W\d_][\w.'’-]{0,20}"
_SLASHED = re.compile(
    rf"(?P<name>(?:©\s?)?{_WORD}(?:\s{_WORD}){{0,5}}(?:\s?/\s?|,?\svia\s)"
    rf"(?:\w[\w.\s-]{{1,30}}(?:/|\svia\s))?{_LIBRARY}(?:\s[A-Z]\w{{2,10}})?)"
)
_AGENCY_FIRST = re.compile(
    r"(?P<name>(?:AP\sPhoto|REUTERS|AFP|EPA|Getty(?:\sImages)?)(?:\s?/\s?[^\W\d_][\w.,'’\s/-]{1,60})?|Getty(?:\sImages)?)"
)
_BRACKETED = re.compile(
    r"(?P<phrase>\((?P<credit>(?:AP\sPhoto/|REUTERS/|(?:File\s|AP\s)?(?:Photo|Image|Picture)s?(?:\sby\s|:\s?|\scourtesy\sof\s))"
    r"[^()\n]{2,100})\))"
)
_CLOSING = re.compile(
    r"[.!?”\"]\s(?P<phrase>(?P<credit>(?:Photo(?:graph)?|Image|Picture)s?(?:\scredit)?:\s?[^\n]{2,80}))$"
)


def find_photo_credit(text: str, line: Span) -> Credit | None:
    """The photographer or picture library that a whole line credits; None where it is no photo credit.

    An agency alone on its line ("REUTERS") is not taken for one: that credits the text.
    """
    bare = trimmed(text, line.start, line.end, ".")
    if len(line) > _MAX or bare is None:
        return None
    for rule, form in (("photo_label", _LABELLED), ("photo_library", _SLASHED), ("photo_library", _AGENCY_FIRST)):
        match = form.fullmatch(text, bare.start, bare.end)
        if match and _is_name(match):
            return _credit(text, Span(*match.span("name")), rule)
    return None


def _is_name(match: re.Match[str]) -> bool:
    """Not "REUTERS" alone, and not "Photos by the river …": behind "by" a name begins with a capital."""
    if match.re is _LABELLED:
        return bool(match["mark"]) or match["name"][0].isupper() or match["name"][0] in '@"“'
    return match.re is _SLASHED or wire_named(match["name"]) is None


def photo_credits_within(text: str, line: Span) -> list[tuple[Credit, Span]]:
    """Photo credits inside a caption, each with its whole phrase: "… on Tuesday. (AP Photo/Jane Doe)"."""
    found = []
    closing = _CLOSING.search(text, max(line.start, line.end - _MAX), line.end)
    for match in (*_BRACKETED.finditer(text, line.start, line.end), *([closing] if closing else [])):
        span = Span(*match.span("credit"))
        labelled = _LABELLED.fullmatch(text, span.start, span.end)
        name = Span(*labelled.span("name")) if labelled and not match["credit"].startswith(("AP ", "REUTERS")) else span
        found.append((_credit(text, name, "photo_in_caption"), Span(*match.span("phrase"))))
    return found


def _credit(text: str, span: Span, rule: str) -> Credit:
    bare = trimmed(text, span.start, span.end, ".,;:") or span
    return Credit(CreditKind.PHOTO, " ".join(bare.of(text).split()), bare, rule=rule)
