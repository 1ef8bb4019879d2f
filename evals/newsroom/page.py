"""Page: a draft set as text in its newsroom's style, with the places of everything that somebody says in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evals.newsroom.drafts import Draft, Sentence
from evals.newsroom.phrases import capital, filled
from evals.newsroom.scene import Scene, Speaker
from onrecord.records import Span

OPEN, CLOSE, START, END, BODY = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Where marks of quotation go, what was said and the body begin and end; private-use characters of no text."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text, where its sentences stand, and the fragments of each that has a wording, in the order of the text."""

    text: str
    body: Span
    sayings: tuple[tuple[Sentence, tuple[Span, ...]], ...]


def set_page(draft: Draft, scene: Scene, speaker: Speaker) -> Page:
    """The whole page: headline, byline, note, body, credit and whatever the house puts below."""
    paragraphs = [" ".join(group) for group in _groups(marked(draft, scene, speaker), draft.house.per_paragraph)]
    head, byline, foot = _edges(draft, scene)
    top = [draft.headline, *([byline] if byline else []), *([draft.note] if draft.note else [])]
    below = [line for line in foot if line]
    body = BODY + "\n\n".join(paragraphs) + BODY
    return _located("\n\n".join([*top, head + body, *below]), draft)


def marked(draft: Draft, scene: Scene, speaker: Speaker) -> list[str]:
    """The sentences in order, the speaker named, with private-use characters around what was said."""
    out: list[str] = []
    mentions = 0
    for sentence in draft.sentences:
        who = _who(speaker, draft, mentions)
        mentions += "{who}" in sentence.text.lower()
        slots = {**_saying(sentence, scene), "who": who, "Who": capital(who)}
        out.append(_tidy(filled(sentence.text, slots)))
    return out


def own_words(draft: Draft, scene: Scene, speaker: Speaker) -> list[list[str]]:
    """The words of each sentence outside quotation marks, in lower case, without punctuation."""
    return [words_of(_unquoted(text)) for text in marked(draft, scene, speaker)]


def body_size(draft: Draft, scene: Scene, speaker: Speaker) -> int:
    """Words of the body, quotations included."""
    return sum(len(words_of(text)) for text in marked(draft, scene, speaker))


def _who(speaker: Speaker, draft: Draft, mentions: int) -> str:
    family = speaker.family_name(draft.spelling)
    name = family if draft.short_named else speaker.name(draft.spelling)
    if mentions:
        return (family, f"the {speaker.short}")[(mentions + draft.house.turn) % 2]
    if " of " in speaker.role or " for " in speaker.role or draft.house.turn % 2:
        return f"{name}, the {speaker.role},"
    return f"{speaker.role} {name}"


def _saying(sentence: Sentence, scene: Scene) -> Mapping[str, str]:
    if sentence.wording is None:
        return {}
    parts = [scene.fill(fragment) for fragment in sentence.wording.fragments]
    whole = " ".join(parts).rstrip(",.")
    first, rest = parts[0].rstrip(","), " ".join(parts[1:]).rstrip(",.")
    return {
        "q": f"{OPEN}{START}{whole}{END},{CLOSE}",
        "Q": f"{OPEN}{START}{whole}{END}.{CLOSE}",
        "q1": f"{OPEN}{START}{first}{END},{CLOSE}",
        "q2": f"{OPEN}{START}{rest}{END}.{CLOSE}",
        "content": f"{START}{whole}{END}",
    }


def _tidy(text: str) -> str:
    """Without the comma of an apposition where other punctuation or a "that" follows it anyway."""
    for mark in (".", ":", ","):
        text = text.replace("," + mark, mark)
    return text


def _edges(draft: Draft, scene: Scene) -> tuple[str, str, list[str]]:
    """What stands before the first words, the byline, and the lines below the text."""
    house, credit = draft.house, draft.credit
    slots = {**scene.slots, "outlet": house.name}
    if credit is None:
        return filled(house.head, slots), filled(house.byline, slots), [filled(house.foot, slots)]
    named = filled(credit.text, {**slots, "source": credit.source, "other": credit.other or ""})
    head = named if credit.place == "head" else ""
    byline = named if credit.place == "byline" else filled(house.byline, slots)
    return head, byline, [named if credit.place == "foot" else "", filled(house.foot, slots)]


def _groups(sentences: list[str], size: int) -> Iterator[list[str]]:
    return (sentences[at : at + size] for at in range(0, len(sentences), size))


def _located(text: str, draft: Draft) -> Page:
    opening, closing = draft.house.marks
    out: list[str] = []
    length, begun = 0, 0
    found: list[Span] = []
    body: list[int] = []
    for character in text:
        if character == START:
            begun = length
        elif character == END:
            found.append(Span(begun, length))
        elif character == BODY:
            body.append(length)
        else:
            set_as = {OPEN: opening, CLOSE: closing}.get(character, character)
            out.append(set_as)
            length += len(set_as)
    return Page("".join(out), Span(*body), tuple(_shared_out(draft, found)))


def _shared_out(draft: Draft, spans: list[Span]) -> Iterator[tuple[Sentence, tuple[Span, ...]]]:
    """Each saying with its fragments: two where the attribution interrupts it."""
    at = 0
    for sentence in draft.sentences:
        if sentence.wording is not None:
            count = 2 if "{q1}" in sentence.text else 1
            yield sentence, tuple(spans[at : at + count])
            at += count


def _unquoted(text: str) -> str:
    """The text without what stands between the marks of quotation."""
    return "".join(part.partition(CLOSE)[2] if CLOSE in part else part for part in text.split(OPEN))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation."""
    bare = "".join(c if c.isalnum() or c in "-'’" else " " for c in text)
    return [word for word in bare.lower().split() if any(map(str.isalnum, word))]
