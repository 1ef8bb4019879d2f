"""From whom a speaker has the information, in the own words: "our side receives data from its colleagues"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records.spans import Span, Spans

GETS = r"(?:get|gets|got|receive[sd]?|obtain(?:s|ed)?|been\sgiven|been\shanded|were\sgiven|was\sgiven|learn(?:s|ed|t)?)"
MATTER = (
    r"(?:data|information|intelligence|details|reports?|figures|facts|news|this|that|it|all\sthis|word|confirmation|"
    r"documents|evidence|an?\saccount)"
)
MAX_READ = 1000
"""Code points of a content that are read."""
FROM = re.compile(
    rf"\b{GETS}\s(?:(?:the|some|this|our|their|its|all|more|such|any)\s)?(?:[\w-]{{1,20}}\s){{0,2}}?{MATTER}\s"
    r"(?:\w{1,12}\s){0,2}?from\s(?P<who>(?:(?:the|its|our|their|his|her|my|a|an|some)\s)?"
    r"[\w’'-]{2,25}(?:\s(?!and\b|or\b|that\b|which\b|who\b|on\b|in\b|at\b|about\b|every\b|as\b|by\b)[\w’'-]{2,25}){0,4})",
    re.IGNORECASE,
)


def handed_over(text: str, content: Spans) -> Iterator[Span]:
    """The words for whom a statement's information comes from, by its own account."""
    for span in content:
        end = min(span.end, span.start + MAX_READ)
        if text.find("from", span.start, end) >= 0:
            yield from (Span(*match.span("who")) for match in FROM.finditer(text, span.start, end))
