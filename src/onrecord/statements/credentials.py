"""Why a source is heard: what stands beside its name and is no title ("…, who ran the dam for years,")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.records.agent import Role
from onrecord.records.spans import Span, Spans
from onrecord.statements.quotations import outermost
from onrecord.statements.role_phrases import LEAD as LEAD_OF_ROLE

OPENING = re.compile(r",\s(?P<word>[a-z]+)\s")
OPENERS = frozenset(
    "who whose which a an the one its their his her himself herself former longtime retired veteran".split()
)
CLAUSE = re.compile(r"\b(?:who|whose|which|that)\s")
"""What describes somebody without a name stands in such a clause ("neighbours who saw the crash")."""
ORIGIN = re.compile(r"\b(?:by|obtained|seen|reviewed|published|released|commissioned|compiled|filed)\s")
"""What says where a document comes from ("a memo seen by the Gazette")."""
COPULA = re.compile(r"\s(?:is|was|are|were)(?:,\s[^,.\n]{1,40},)?\s(?=(?:the|an?|one\sof|among)\s)")
"""Between a name and what its sentence says it is ("Holm is, by most accounts, the best player")."""
VERB = (
    r"\s(?:said|says|told|tells|added|wrote|writes|explained|noted|recalled|argued|asked|warned|testified|released|"
    r"announced|pointed|estimates?)\b"
)
END = re.compile(rf",|(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)[.;:!?](?:\s|\Z)|[\n“”\"—–()]|{VERB}")
"""What ends a description: a comma, its sentence, a quotation, or the verb of what the source says."""
LIST = re.compile(
    r"(?:,\s(?!\w+ed\b|(?:said|told|says|wrote|is|was|are|were|has|had|will|would|could)\b)"
    r"[a-z][\w’'-]{0,30}(?:\s[\w’'-]{1,30}){0,2}){1,4},?\s(?:and|or)\s"
)
"""Behind a comma in a list ("refugees, deportees, and other migrants"): the description goes on."""
OWN_CLAUSE = re.compile(
    r"(?:(?!\b(?:who|whose|which|that)\b)[^,]){0,80}?\b(?:is|was|are|were|has|had|will|would|\w+ed\s(?:the|an?|his|her|its|their|that))\b"
)
"""Behind a name and a comma: no description but the main clause ("In a note on Holm, the paper praised the dam")."""
LINK = re.compile(r",?(?:\sand)?(?:\s(?:an?|the))?\s{0,2}\Z")
"""Between a description and the title that follows it."""
MOST = 200
"""Code points in a description; a longer stretch is a sentence of its own."""
LEAST_WORDS = 3
LEAD = 8
"""Code points between a name and its title behind it: a comma and "the"."""
BECAUSE = re.compile(r",?\s(?:because|as|since|for\sfear|out\sof\sfear|citing|due\sto|in\sorder\sto|to)\s")
"""What follows the grant of anonymity and says why it was given."""


def credentials(text: str, mentions: Sequence[Span], roles: Sequence[Role]) -> Spans:
    """The description beside the first mention that has one, without a title; else empty.

    A title behind the name is a description where another stands in front ("Col. Ida Holm, the commander of a unit").
    What stands in a quotation is the speaker's, not the article's, and does not count.
    """
    titles = sorted(role.span for role in roles if role.span is not None)
    ends = {t.end for t in titles}
    own = [m for m in mentions if not _is_quoted(text, m)]
    is_titled = any({m.start, m.start - 1} & ends for m in mentions)
    for mention in own:
        title = _first(titles, mention.end) if not is_titled else None
        behind = title.end if title and title.start - mention.end <= LEAD else mention.end
        for position in (behind, mention.end):
            found = _behind(text, position)
            rest = _before_title(text, found, _first(titles, found.start)) if found and not is_titled else found
            if rest is not None:
                return (rest,)
    return tuple(found for m in own[:1] if (found := _being(text, m.end)) is not None)


def described(text: str, phrase: Span) -> Spans:
    """The clause that says who somebody without a name is ("his mother, who signed the papers"); else empty."""
    clause = CLAUSE.search(text, phrase.start, phrase.end)
    if clause is None:
        return (phrase,) if ORIGIN.search(text, phrase.start, phrase.end) else ()
    inside = Span(clause.start(), phrase.end)
    found = inside if len(inside.of(text).split()) >= LEAST_WORDS else _ended(text, clause.start())
    return (found,) if found else ()


def with_its_ground(text: str, grant: Span) -> Span:
    """The words that grant anonymity together with why it was given ("… because she feared for her job")."""
    because = BECAUSE.match(text, grant.end)
    end = END.search(text, because.end(), min(len(text), because.end() + MOST)) if because else None
    return Span(grant.start, end.start()) if end else grant


def _is_quoted(text: str, mention: Span) -> bool:
    quoted = outermost(text)
    last = bisect_right(quoted, mention.start, key=lambda q: q.span.start) - 1
    return last >= 0 and quoted[last].span.end > mention.start


def _first(titles: Sequence[Span], position: int) -> Span | None:
    """The first title that starts at the position or behind it."""
    k = bisect_left(titles, position, key=lambda t: t.start)
    return titles[k] if k < len(titles) else None


def _behind(text: str, position: int) -> Span | None:
    """The description that opens with the comma at the position; None where something else follows."""
    opening = OPENING.match(text, position)
    found = _ended(text, opening.start("word")) if opening and opening["word"] in OPENERS else None
    return None if found and OWN_CLAUSE.match(text, *found) else found


def _being(text: str, position: int) -> Span | None:
    """What the sentence of a name says that it is; None where its verb is another."""
    copula = COPULA.match(text, position)
    return _ended(text, copula.end()) if copula else None


def _before_title(text: str, found: Span, title: Span | None) -> Span | None:
    """The description up to a title in it ("a member, and the director of …"); None where only "who is" is left."""
    first = min(found.end, title.start) if title else found.end
    words = LINK.sub("", text[found.start : first])
    if len(words.split()) < LEAST_WORDS or LEAD_OF_ROLE.fullmatch(words + " "):
        return None
    return Span(found.start, found.start + len(words))


def _ended(text: str, start: int) -> Span | None:
    """From `start` to where the description ends, lists and all; None where it has too few words, or no end."""
    most = min(len(text), start + MOST)
    end = END.search(text, start, most)
    while end is not None and end[0] == "," and (listed := LIST.match(text, end.start(), most)):
        end = END.search(text, listed.end(), most)
    if end is None or len(text[start : end.start()].split()) < LEAST_WORDS:
        return None
    return Span(start, end.start())
