"""Addressees behind "to": whom somebody says something to: "said to reporters", "confirmed to the Post that"."""

from __future__ import annotations

import re

from onrecord.lexicon.cues import cue_forms
from onrecord.lexicon.roles import role_words, source_words
from onrecord.records.spans import Span, Spans
from onrecord.text.segments import sentence_at

TELLING = frozenset(
    "acknowledge admit announce attest boast clarify complain concede confess confirm convey corroborate declare deny "
    "describe disclose emphasise emphasize explain hint indicate insist joke lament mention propose recommend "
    "reiterate relay remark repeat reply report reveal say shout signal state stress suggest swear testify verify "
    "whisper write".split()
)
"""Verbs with those who are told behind "to"; behind others stands what they are about: "objected to it"."""
AUDIENCES = frozenset(
    "audience colleagues congregation crowd followers friends jury media nation press public staff world".split()
)
"""Those who are told, beside people by role, groups and bodies."""
REACH = 200
"""Code points in front of a cue among which "speaking to …" is looked for."""
_OPENS = re.compile(r"(?:the|an?|his|her|its|their|our|my|some|several|many|all|both|two|three)\s", re.IGNORECASE)
_NEXT = (
    r"(?=\s+(?:that|on|in|at|during|after|before|by|this|last|late|early|yesterday|today|when|how|why|what|whether|as"
    r"|outside|inside|following|ahead|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\s*[,.:;()“”\"—–]|\s*\Z)"
)
_PHRASE = rf"\s+(?P<who>(?:[\w’'&.-]+\s){{0,5}}?(?!(?:M[rsx]|Mrs|Dr|Sen|Rep|Gov|Gen|St)\b)[\w’'&-]+){_NEXT}"
_BEHIND_TO, _TO = re.compile(_PHRASE), re.compile(rf"\s+to{_PHRASE}")
_SPEAKING = re.compile(rf"\b(?:[Ss]peaking|[Tt]alking)\s+to{_PHRASE}")


def addressee(text: str, cue: Spans, apart: Spans) -> Spans:
    """The words for whom a cue's speaker talks to, behind "to"; () where none stand there, or in what is `apart`.

    "Speaking to reporters" in front of the cue, in its sentence, tells it too.
    """
    found = _behind(text, cue[-1]) or _in_front(text, cue[0]) if cue else None
    if found is None or not _is_somebody(found["who"]):
        return ()
    who = Span(*found.span("who"))
    return () if any(who.overlaps(span) for span in (*apart, *cue)) else (who,)


def _behind(text: str, verb: Span) -> re.Match[str] | None:
    head, _, last = f" {verb.of(text).lower()}".rpartition(" ")
    has_to = last == "to"
    forms = cue_forms().get(head.rpartition(" ")[2] if has_to else last, ())
    if not any(form.cue.lemma in TELLING for form in forms):
        return None
    return (_BEHIND_TO if has_to else _TO).match(text, verb.end)


def _in_front(text: str, verb: Span) -> re.Match[str] | None:
    start = min(sentence_at(text, verb.start).start, verb.start)
    return _SPEAKING.search(text, max(start, verb.start - REACH), verb.start)


def _is_somebody(phrase: str) -> bool:
    """Whether a phrase is for people or a body: it is a name, or ends with a word for them."""
    first, last = phrase.split()[0], phrase.split()[-1]
    if last[0].isupper():
        return bool(_OPENS.match(phrase)) or first[0].isupper()
    known = any(last.lower() in words for words in (role_words(), source_words(), AUDIENCES))
    return known and (bool(_OPENS.match(phrase)) or last.endswith("s"))
