"""Pronouns as sources: which words they are, and what each of them may mean."""

from __future__ import annotations

from onrecord.records.labels import MentionForm, MentionKind, MentionLabel

FIRST_PERSON = frozenset("i me my we us our".split())
PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "who": None}
"""Words for one person, with the gender that they tell."""
PLURAL = frozenset({"they", "them", "their"})
THING = frozenset({"it", "its"})
NOBODY = frozenset(
    "that this which these those what you one there whoever everyone everybody anyone anybody someone somebody "
    "nobody none no-one nothing each".split()
) | {"no one", "nobody else", "no one else"}
"""Words that refer to somebody or something, but to whom is not decided here, or to nobody in particular."""

BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.DOCUMENT})


def may_mean(word: str, mention: MentionLabel) -> bool:
    """Whether the word may refer to what is mentioned so: "she" to a person, "it" to a body or a document.

    "They" are a group, a body or a country, somebody who is only described, but nobody by name.
    """
    if word in PERSONAL:
        return mention.kind is MentionKind.PERSON
    if word in THING:
        return mention.kind in BODIES
    return mention.kind is not MentionKind.PERSON or mention.form is not MentionForm.NAME
