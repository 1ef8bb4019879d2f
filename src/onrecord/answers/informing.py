"""Which statements an audit counts: those that convey information from their source, not what it did or wants."""

from __future__ import annotations

import re

from onrecord.lexicon.cues import Part, cue_forms
from onrecord.records import Modality, Polarity, Statement, StatementKind
from onrecord.statements.pronouns import FIRST_PERSON
from onrecord.text.segments import WORD

LEAST = 0.5
"""Confidence from which a statement counts; a passage is a row that people read."""
NO_ANSWER = re.compile(
    r"\b(?:respond|reply|return|answer|comment|available|reached)\b|\brequests?\sfor\b|\binterview\b", re.IGNORECASE
)
"""Behind a negation: that a source gave no answer, which is no information from it."""
NEGATED = re.compile(r"\b(?:not|never|declined?|refused?)\b|n['’]t\b", re.IGNORECASE)
PASSIVE = re.compile(r"(?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen)\b", re.IGNORECASE)
OPENS_CLAUSE = re.compile(r"(?:that|whether|if|how|why|what|who|when|where)\b", re.IGNORECASE)
SOMEBODY_TO = re.compile(r"(?:\S{1,40}\s){1,12}to\s[a-z]")
"""A demand of somebody ("the governments to spend more"), rather than a request for something of one's own."""
ING = re.compile(r"\w+ing\b")
FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|should|shall|may|might|must|cannot|"
    r"\w+n['’]t|\w+['’](?:re|ve|ll|d|m)|(?:he|she|it|that|there|who|what)['’]s)\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b\w{2,}ed\b")
RELATIVE = re.compile(r"\s(?:that|which|who|whom|whose|where|when|as|because|while|after|before|since|if)\s")
PREPOSITION = re.compile(r"\s(?:at|by|for|from|in|into|on|over|through|to|with|without|between|during)\s")
IN_TIME_CLAUSE = re.compile(r"(?:^|\s)(?:after|before|when|since|once|until)\s$", re.IGNORECASE)
"""In front of a source: its saying so is told as an event ("the day after the board announced …")."""
CONJUNCTION = 12
"""Code points in front of a source that hold such a word."""


def informs(statement: Statement, text: str) -> bool:
    """Whether the statement conveys information from its source; nested ones are counted with what they stand in."""
    if statement.parent is not None or statement.confidence < LEAST:
        return False
    if statement.agent is None and any(s.of(text).lower() in FIRST_PERSON for s in statement.source):
        return False  # words from inside a quotation whose speaker was not found
    if statement.kind is StatementKind.MIXED and not statement.source:
        return False  # what something is called, by nobody in particular
    if statement.kind is not StatementKind.INDIRECT:
        return True
    if statement.agent is None or statement.modality is Modality.INTENDED or _is_background(statement, text):
        return False
    content = " ".join(s.of(text) for s in statement.content)
    cue = " ".join(s.of(text) for s in statement.cue)
    if (statement.polarity is Polarity.NEGATIVE or NEGATED.search(cue)) and NO_ANSWER.search(f"{cue} {content}"):
        return False
    if content.lower().startswith("to "):
        return statement.modality in (Modality.ASKED, Modality.ORDERED) and bool(statement.addressee)
    return _is_clause(statement, content, text)


def _is_background(statement: Statement, text: str) -> bool:
    """Whether that it was said is only the time of something else."""
    opening = (statement.source or statement.cue)[0].start if statement.source or statement.cue else 0
    lead = text[max(0, opening - CONJUNCTION) : opening]
    return opening < statement.content[0].start and IN_TIME_CLAUSE.search(lead) is not None


def _is_clause(statement: Statement, content: str, text: str) -> bool:
    """Whether what was said is a clause, or a demand of somebody; no object of an act ("approved the plan")."""
    if OPENS_CLAUSE.match(content):
        return True
    if statement.modality is Modality.ORDERED:
        return False
    if statement.modality is Modality.ASKED:
        return SOMEBODY_TO.match(content) is not None
    if ING.match(content):
        return False
    if statement.cue and (_is_fronted(statement, text) or _takes_clauses(statement, text)):
        return True
    subject = RELATIVE.split(content, maxsplit=1)[0]
    return FINITE.search(subject) is not None or PAST.search(PREPOSITION.split(subject, maxsplit=1)[0]) is not None


def _is_fronted(statement: Statement, text: str) -> bool:
    """Whether the content stands before the cue and is no subject of a passive ("The dam is full, records show")."""
    cue = statement.cue[0]
    return statement.content[0].start < cue.start and PASSIVE.match(cue.of(text)) is None


def _takes_clauses(statement: Statement, text: str) -> bool:
    """Whether the cue has a word of speech behind which no mere object stands ("said", "according to")."""
    words = [w.lower() for span in statement.cue for w in WORD.findall(span.of(text))]
    frames: set[str] = set()
    for number, word in enumerate(words):
        for form in cue_forms().get(word, ()):
            behind = tuple(words[number + 1 : number + 1 + len(form.rest)])
            if form.cue.part in (Part.VERB, Part.BEFORE_SOURCE) and form.rest == behind:
                frames |= form.cue.frames
    return bool(frames & {"that", "adverbial"}) and "np" not in frames
