"""What a speaker says not to know: "I do not have that information", "she was not aware of any leak"."""

from __future__ import annotations

import re

from onrecord.records.labels import Modality
from onrecord.records.spans import Spans
from onrecord.records.statement import StatementKind
from onrecord.statements.draft import Draft, kind_of

KNOWLEDGE = r"(?:information|data|knowledge|details?|figures|facts|evidence|idea|clue|confirmation|reports?)"
NOT = r"(?:n['’]t|\snot|\scannot|\sno\slonger)"
WITHOUT = (
    rf"(?:do(?:es)?|did){NOT}\s(?:yet\s)?(?:possess|have|know|hold)\s(?:(?:the|any|that|such|this|all|enough|exact|full)\s)*"
    rf"(?:\w{{1,15}}\s){{0,2}}?{KNOWLEDGE}\b"
    rf"|(?:do(?:es)?|did){NOT}\sknow\b"
    rf"|(?:have|has|had|possess(?:es)?)\s(?:absolutely\s)?no\s(?:\w{{1,15}}\s){{0,2}}?{KNOWLEDGE}\b"
    rf"|(?:am|are|is|was|were|['’]m|['’]re){NOT}?\s(?:not\s)?(?:un)?aware\s(?:of|that)\b"
    r"|(?:can(?:no|['’])t|could\snot|couldn['’]t|(?:am|are|was|were|is)\s(?:not\sable|unable)\sto)\s(?:confirm|say|tell)\b"
)
OPENER = r"[^\w]{0,3}(?:(?:no|well|so|but|and|frankly|honestly),?\s)?"
FIRST = re.compile(rf"{OPENER}(?:I|we)(?:\s(?:simply|just|really|personally))?\s?(?P<not>{WITHOUT})", re.IGNORECASE)
THIRD = re.compile(rf"(?:that\s)?(?:he|she|they|it|[A-Z][\w’'.-]{{1,25}}|the\s[\w’'-]{{2,20}})\s(?P<not>{WITHOUT})")


def modality_of(text: str, draft: Draft) -> Modality:
    """The draft's modality; DISCLAIMED where what is asserted opens with the speaker's not knowing."""
    if draft.modality is not Modality.ASSERTED:
        return draft.modality
    return Modality.DISCLAIMED if _disclaims(text, draft.content) else draft.modality


def _disclaims(text: str, content: Spans) -> bool:
    pattern = THIRD if kind_of(text, content) is StatementKind.INDIRECT else FIRST
    match = pattern.match(text, *content[0])
    return match is not None and _is_lack(match["not"])


def _is_lack(words: str) -> bool:
    """Whether "aware" is denied: "we are aware of the leak" is knowledge, "unaware" and "not aware" none."""
    low = words.lower()
    return "aware" not in low or "unaware" in low or " not" in low or "n't" in low or "n’t" in low
