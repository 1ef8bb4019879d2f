"""Whether the words around a time expression look back or ahead."""

from __future__ import annotations

import re

from onrecord.records import Span

REACH = 150
"""How many code points before an expression, within its sentence, are read for the tense."""

_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|going to|to be|until|till|due|scheduled|set to|plan(?:s|ned|ning)? to|expected|"
    r"(?:is|are|was|were) to|next(?! to)|upcoming|hopes? to|intends? to|would|as (?:early|soon) as|slated|deadline)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:(?<! be )(?-i:[a-z]{2,20}ed)|said|says|told|was|were|had|has|have|did|made|took|met|held|won|lost|left|came|"
    r"went|began|fell|rose|gave|sent|saw|since|wrote|spoke|shot|found|got|became|led|put|brought|bought|sold|paid|ran|"
    r"fought|kept|sought|thought|built|drove|flew|grew|knew|threw|broke|chose|spent|heard|drew|stood|died)\b",
    re.IGNORECASE,
)


def direction(text: str, sentence: Span, span: Span) -> int:
    """Whether the words around a time expression look back (-1), ahead (1) or tell nothing (0).

    The nearest tense before the expression in its sentence decides, else the first one behind it.
    """
    before = text[max(sentence.start, span.start - REACH) : span.start]
    behind = text[span.end : min(sentence.end, span.end + REACH)]
    preposition = (before[-10:].lower().split() or [""])[-1]
    if preposition == "since" or behind.startswith(("'s", "’s")):
        return -1
    if preposition in ("until", "till"):
        return 1
    ahead = max((m.start() for m in _AHEAD.finditer(before)), default=-1)
    back = max((m.start() for m in _BACK.finditer(before)), default=-1)
    if max(ahead, back) >= 0:
        return 1 if ahead >= back else -1
    if preposition == "by":
        return 1
    first_ahead, first_back = _AHEAD.search(behind), _BACK.search(behind)
    if first_ahead and (not first_back or first_ahead.start() <= first_back.start()):
        return 1
    return -1 if first_back else 0
