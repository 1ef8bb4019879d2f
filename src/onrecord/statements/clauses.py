"""Clauses of what somebody said, with their words and subjects; a shallow reading, by closed word classes alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.lexicon.function_words import function_words
from onrecord.records import Span, Spans
from onrecord.text.segments import sentences_in, words

BREAK = re.compile(
    r"[;:—–―]|,?[\"”’']?\s(?:and|but|so|yet)\s(?=(?:we|i|they|he|she|it|this|that|there|these|those)\b)"
    r"|,\s(?:and|but|so|yet|while|whereas|because|although|though|as|which|who|if|when|where|especially)\s",
    re.IGNORECASE,
)
"""Between two clauses.  "that" is none: what it opens belongs to what is spoken of."""
SPLICE = re.compile(r",\s|\sand\s|\sbut\s")
"""Between two clauses where each has a verb of its own."""
MARKS = r"[\s\"“”'‘’«»(\[…,-]*"
LEAD = re.compile(
    rf"{MARKS}(?:(?:and|but|so|because|that(?!\s(?:is|was|are|were|should|must|would|will|can|cannot|has|ought|may)\b)|"
    r"well|now|yes|no|then|still|of course|certainly|clearly|frankly|obviously|honestly|today|for us|"
    r"in (?:my|our) (?:view|opinion)|(?:i|we) (?:think|believe|feel|know|say|said|mean|maintain|insist)(?: that)?)\b"
    rf"{MARKS}){{0,4}}",
    re.IGNORECASE,
)
"""In front of a clause's subject."""
SUPPOSED = re.compile(
    r"(?:if|unless|whether|when|were|had|who|which|what if|why|how|do|does|did|is|are|can|let|so that)\b", re.IGNORECASE
)
"""Opens a clause that holds nothing by itself: a condition, a question."""
VERBS = function_words("auxiliaries", "copulas")
DETERMINERS = frozenset("a an the no any every such our my your his her their its".split())
OPENERS = function_words("determiners", "possessives", "subject_pronouns") - {"who"}
INSIDE = frozenset("what how why whether than who whose".split())
"""Behind a subject's first word these open a clause with a subject of its own."""
HELPERS = function_words("auxiliaries") | function_words("negations") | function_words("adverbs")
LONGEST = 2000
"""Code points in a sentence that people write."""
CLOSING = " \n\t\r,.!\"”’'»…)]"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of `text` with its words: `tokens` their spans, `lower` how they are compared (but May is a month)."""

    text: str
    span: Span
    tokens: tuple[Span, ...]
    lower: tuple[str, ...]

    @classmethod
    def of(cls, text: str, span: Span) -> Clause:
        """The words of the span as one clause."""
        tokens = tuple(words(text, span))
        spelled = (t.of(text).replace("’", "'") for t in tokens)
        return cls(text, span, tokens, tuple(w if w == "May" and k else w.lower() for k, w in enumerate(spelled)))

    def rest(self, first: int) -> Span | None:
        """From a word to the clause's end; None behind its last word."""
        return Span(self.tokens[first].start, self.span.end) if first < len(self.tokens) else None

    def subject(self, verb: int) -> tuple[Span | None, tuple[str, ...]]:
        """What stands before the verb (a word's number), and the helping verbs and adverbs between the two.

        The subject of "that's" is its first part.  None where nothing stands before the verb, or a clause does.
        """
        first = verb
        while first and (self.lower[first - 1] in HELPERS or self.lower[first - 1].endswith("ly")):
            first -= 1
        if self.lower[0] == "what" and any(word in VERBS for word in self.lower[first:verb]):
            first = verb  # "what he did is wrong"
        head, mark, _ = self.lower[verb].partition("'")
        if first == verb and mark and head in function_words("subject_pronouns", "other_pronouns"):
            return (None if verb else Span(self.tokens[0].start, self.tokens[0].start + len(head))), ()
        is_plain = first and not self._holds_a_clause(first)
        span = closed(self.text, Span(self.tokens[0].start, self.tokens[first - 1].end)) if is_plain else None
        return span, self.lower[first:verb]

    def _holds_a_clause(self, end: int) -> bool:
        """Whether the words before `end` are more or less than one subject; "what he did" is one."""
        if self.lower[end - 1] in DETERMINERS:
            return True  # "a need to raise": what follows is no verb
        if self.lower[0] in ("what", "whatever"):
            return False
        return any(word in INSIDE or word in VERBS for word in self.lower[1:end]) or any(
            a == "that" and b in OPENERS for a, b in pairwise(self.lower[1:end])
        )


def closed(text: str, span: Span) -> Span:
    """The span with the bracket that closes one in it, where that follows directly."""
    is_open = text.count("(", *span) > text.count(")", *span) and text.startswith(")", span.end)
    return Span(span.start, span.end + 1) if is_open else span


def clauses(text: str, content: Spans) -> Iterator[Clause]:
    """The clauses of the content that state something, in order; none crosses a sentence or a fragment's end.

    What is longer than people write is not read.
    """
    for fragment in content:
        for sentence in sentences_in(text, fragment, LONGEST):
            if "?" not in text[sentence.start : sentence.end + 1]:
                yield from _of_sentence(text, sentence)


def _of_sentence(text: str, sentence: Span) -> Iterator[Clause]:
    start, opener = sentence.start, ""
    for found in [*BREAK.finditer(text, *sentence), None]:
        end = found.start() if found else sentence.end
        lead = LEAD.match(text, start, end)
        first = lead.end() if lead else start
        last = first + len(text[first:end].rstrip(CLOSING))
        last = closed(text, Span(first, last)).end if last > first else last
        if last > first and not SUPPOSED.match(opener) and not SUPPOSED.match(text, first, last):
            yield from _unspliced(text, Span(first, last))
        start, opener = (found.end(), found[0].strip(" ,")) if found else (end, "")


def _unspliced(text: str, span: Span) -> Iterator[Clause]:
    """The clauses that only a comma or an "and" joins."""
    start = span.start
    for found in SPLICE.finditer(text, *span):
        nearest = SPLICE.search(text, found.end(), span.end)
        end = nearest.start() if nearest else span.end
        is_full = start < found.start() and found.end() < end
        if is_full and _has_verb(text, start, found.start()) and _has_verb(text, found.end(), end):
            yield Clause.of(text, Span(start, found.start()))
            start = found.end()
    yield Clause.of(text, Span(start, span.end))


def _has_verb(text: str, start: int, end: int) -> bool:
    return any(word in VERBS for word in Clause.of(text, Span(start, end)).lower)
