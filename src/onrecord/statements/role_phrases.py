"""Roles beside a name: the title in front of it and the apposition behind it."""

from __future__ import annotations

import re

from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.roles import portfolios, role_genders, role_words, source_words
from onrecord.records.spans import Span
from onrecord.text.segments import WORD

TOKEN = re.compile(r"\w[\w.'’&-]*")
SMALL = frozenset("of for the and at to in on".split())
DETERMINERS = frozenset("the a an his her their its our my this that one former then both either".split())
APPOSITION = re.compile(r",\s(?=[\w'’-])")
LEAD = re.compile(
    r"(?:who\s(?:is|was|(?:identified|described)\s(?:him|her|them)sel(?:f|ves)\sas|serves?\sas)\s(?:also\s)?)?(?:(?:the|an?|his|her|their)\s)?"
)
"""In front of a role behind a name: an article, or "who is also the"."""
SPEAKS = re.compile(r"(?:said|says|told)\b")
OPENS_SENTENCE = re.compile(r"(?:\A|[\n”\"’'»]|[.?!]\s|[”\"’'»]\s)\Z")
"""In front of a name: it opens a sentence or follows a quotation, so that the verb behind its apposition is its own."""
SECOND = re.compile(r"\sand\s(?:an?|the)\s")
STOP = re.compile(
    r"(?<!\bU)(?<!\bU\.S)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bGov)\.|[,;:!?\n\"“”()—–]|\s-\s|"
    r"\b(?:who|whom|whose|which|that|when|where|while|and\shis|and\sher)\b|\b(?P<verb>said|says|told|was|is|has|had)\b"
)
"""What ends an apposition; a verb shows that it was none, but the subject of a clause of its own."""
PREPOSITION = re.compile(
    r"\s(?:of|for|at|from|with|in|on|to|by|who|whose|that|close|familiar|briefed|representing|defending|prosecuting|"
    r"advising|leading|heading|running|overseeing|handling|investigating|covering|studying|backing|supporting|opposing)\s"
)
"""What parts the head of a description from what belongs to it, participles among it ("the lawyer defending X")."""
CLAUSE = re.compile(r",|\s(?:who|whom|whose|which|that|speaking|familiar|briefed|close)\s")
FRONT_END = re.compile(rf",|{PREPOSITION.pattern}")
INTRODUCING = re.compile(r"[^,;:!?\n\"“”()—–]{3,140},\s\Z")
"""In front of a name that a comma parts from the words that introduce it."""
DETERMINED = re.compile(r"\b(?:the|its|his|her|their)\s", re.IGNORECASE)
PLACE = re.compile(r"\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w'’-]{1,30}\s){1,3}\Z")
"""In front of a name: where its title applies ("President of Ruritania Jan Novak")."""
MAX_TITLE_WORDS = 9
MAX_BEHIND, MAX_WORDS_BEHIND = 220, 28
"""Code points and words in a title behind a name; two offices in full are that long."""
ABBREVIATION = re.compile(r"(?:[A-Z]\.)+|[A-Z][a-z]{0,3}\.")
ABBREVIATED = frozenset("sen rep gov gen prof col lt sgt maj capt rev adm".split())
HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady madam mx".split())


def head_of(phrase: str) -> str | None:
    """The role that the head noun of a phrase names ("the Kremlin spokesman" → "spokesperson"); None without one.

    The head is the last role word before a preposition or the end.
    """
    roles = role_words()
    tokens = [t.lower().removeprefix("co-") for t in WORD.findall(front_of(phrase))]
    for two in (" ".join(tokens[-2:]), *(tokens[-1:])):
        if two in roles:
            return roles[two]
    return None


def is_plural(phrase: str) -> bool:
    """Whether the head of a role phrase is a plural ("senior officials"): no title of one person."""
    heads = [w.lower() for w in WORD.findall(front_of(phrase))[-1:]]
    return any(h.endswith(("s", "men")) and h not in role_genders() and h != "boss" for h in heads)


def front_of(phrase: str) -> str:
    """The words up to the head: what stands before a comma, a preposition, a participle or a relative clause."""
    front = FRONT_END.split(" " + phrase.strip(), maxsplit=1)[0].strip() or phrase
    words = front.split()
    while len(words) > 2 and (words[-1].endswith("ed") or words[-1] in function_words("participles")):
        words.pop()
    return " ".join(words) if len(words) < len(front.split()) else front


def description(phrase: str) -> str:
    """A role phrase without the clause or the apposition behind it ("A spokesman for the Fund, who …")."""
    return CLAUSE.split(phrase, maxsplit=1)[0] or phrase


def title_before(text: str, name: Span, floor: int) -> Span | None:
    """The title directly in front of a name ("Russian presidential spokesman"); None where there is none.

    `floor` is where the sentence or the source phrase starts: nothing before it is looked at.
    """
    tokens = [Span(m.start(), m.end()) for m in TOKEN.finditer(text, max(floor, name.start - 160), name.start)]
    roles = role_words()
    taken = _place_of_office(text, tokens, name)
    tokens = tokens[: len(tokens) - len(taken)]
    nearest = taken[-1].start if taken else name.start
    end = taken[0].end if taken else None
    for token in reversed(tokens):
        between, word = text[token.end : nearest], token.of(text)
        if between.strip() or len(taken) >= MAX_TITLE_WORDS or word.lower() in DETERMINERS | HONORIFICS:
            break
        if word.endswith(".") and not _abbreviated_title(word) and not ABBREVIATION.fullmatch(word):
            break  # the end of a sentence
        is_first = nearest == name.start
        if is_first and word.lower().rstrip(".") not in roles and not _abbreviated_title(word):
            return None
        if not is_first and not _goes_on(word, text, token):
            break
        if taken and taken[-1].of(text).lower() == "and" and not {word.lower()} & (roles.keys() | portfolios()):
            break  # somebody else, named before: "President Vale and Senator"
        taken.append(token)
        nearest = token.start
    while taken and taken[-1].of(text).lower() in SMALL:
        taken.pop()
    return Span(taken[-1].start, end or taken[0].end) if taken else None


def _place_of_office(text: str, tokens: list[Span], name: Span) -> list[Span]:
    """The words between a role and a name that say where it applies ("of Ruritania"), the last first."""
    place = PLACE.search(text, max(0, name.start - 120), name.start)
    inside = [t for t in tokens if place and t.start >= place.start()]
    office = tokens[-len(inside) - 1] if place and len(tokens) > len(inside) else None
    is_office = office and place and office.end == place.start() and office.of(text).lower() in role_words()
    return inside[::-1] if is_office else []


def title_introducing(text: str, name: Span, floor: int) -> Span | None:
    """The role that a name explains, between commas ("the mayor of Brenn, Ada Quill, said"); None where there is none.

    `floor` is where the sentence or the source phrase starts.
    """
    if not text.startswith(",", name.end) or not text.startswith(", ", max(0, name.start - 2)):
        return None
    found = INTRODUCING.search(text, max(floor, name.start - 140), name.start)
    if found is None:
        return None
    end = found.end() - 2
    for opening in reversed(list(DETERMINED.finditer(text, found.start(), end))):
        phrase = text[opening.end() : end]
        if len(phrase.split()) > MAX_TITLE_WORDS:
            return None
        if head_of(phrase) is not None:
            return None if is_plural(phrase) else Span(opening.end(), end)
    return None


def _abbreviated_title(word: str) -> bool:
    return word.rstrip(".").lower() in ABBREVIATED


def _goes_on(word: str, text: str, token: Span) -> bool:
    """Whether a word in front of a title's words is one of them: a capital, an adjective of office, "of"."""
    low = word.lower()
    if word[0].isupper() and token.start > 0:
        return low not in function_words("coordinators", "subordinators", "prepositions", "adverbs")
    known = (portfolios(), source_words(), role_words(), SMALL - {"on", "at", "in", "to"})
    return any(low in words for words in known) or low.endswith(("ial", "al", "ary", "ern", "ese", "ish", "ian"))


def title_behind(text: str, name: Span) -> Span | None:
    """The apposition behind a name ("…, director of advocacy at the Harbour Fund,"); None where there is none."""
    opening = APPOSITION.match(text, name.end)
    lead = LEAD.match(text, opening.end()) if opening else None
    if lead is None:
        return None
    start, most = lead.end(), min(len(text), lead.end() + MAX_BEHIND)
    stop = STOP.search(text, start, most)
    if stop is not None and stop["verb"]:
        own = SPEAKS.match(stop["verb"]) and OPENS_SENTENCE.search(text[max(0, name.start - 2) : name.start])
        if not own:
            return None
    phrase = text[start : stop.start() if stop else most].rstrip()
    second = SECOND.search(phrase)
    if second and head_of(phrase[: second.start()]) is None:
        start, phrase = start + second.end(), phrase[second.end() :]
    if not phrase or len(phrase.split()) > MAX_WORDS_BEHIND or head_of(phrase) is None or is_plural(phrase):
        return None
    return Span(start, start + len(phrase))
