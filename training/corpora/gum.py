"""GUM: entities and coreference in texts of many genres (Zeldes 2017), from its CoNLL-U files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.lexicon.roles import role_words, source_words
from training.documents import Document, Mentioned
from training.places import CORPORA

DEV = frozenset(
    f"GUM_{name}"
    for name in (
        "academic_exposure academic_librarians bio_byron bio_emperor conversation_grounded conversation_risk "
        "court_loan court_negligence essay_evolved essay_tools fiction_beast fiction_lunre interview_cyclone "
        "interview_gaming letter_arendt letter_wiki news_homeopathic news_iodine podcast_bangladesh podcast_wrestling "
        "speech_impeachment speech_inauguration textbook_governments textbook_labor vlog_portland vlog_radiology "
        "voyage_athens voyage_coron whow_joke whow_overalls"
    ).split()
)
KINDS = {"person": "person", "organization": "organization", "place": "place", "event": "event"}


@dataclass(slots=True)
class Word:
    """One token of CoNLL-U with its place in the text."""

    form: str
    tag: str
    features: str
    governor: int
    relation: str
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """A text in the making: its parts, words, and the brackets that are still open."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    mentions: list[tuple[str, int, int]] = field(default_factory=list)


def documents(part: str) -> Iterator[Document]:
    """The documents of the `train` or `dev` part; all that is not dev is train."""
    for path in sorted((CORPORA / "gum/dep").glob("*.conllu")):
        if (path.stem in DEV) == (part == "dev"):
            yield read(path.stem, path.read_text(encoding="utf-8"))


def read(name: str, conllu: str) -> Document:
    """One file: its text with the spaces and lines of the original, and its mentions."""
    reading = words_of(conllu)
    found = (m for raw in reading.mentions if (m := _mention(reading, *raw)) is not None)
    return Document(name, reading.text.rstrip(), mentions=tuple(sorted(found, key=lambda m: m.span)))


def words_of(conllu: str) -> Reading:
    """The text of a file with its words, and its mentions as words from first to last."""
    out = Reading()
    gap = offset = 0
    spread: tuple[int, int, int] | None = None
    for line in conllu.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            out.text = out.text.rstrip() + "\n" if out.text else ""
        if line.startswith("# sent_id"):
            offset = len(out.words) - 1
        columns = line.split("\t")
        if len(columns) != 10 or "." in columns[0]:
            continue
        number, form, misc = columns[0], columns[1], columns[9]
        spaced = "" if "SpaceAfter=No" in misc else " "
        start = len(out.text)
        if "-" in number:
            gap = int(number.split("-")[1])
            spread = (start, start + len(form), start)
            out.text += form + spaced
            continue
        if spread is not None and int(number) <= gap:
            whole, behind, at = spread
            last = int(number) == gap
            end = behind if last else min(behind, at + len(form))
            place, spread = (at if at < end else whole, end), None if last else (whole, behind, end)
        else:
            out.text += form + spaced
            place = (start, start + len(form))
        out.words.append(Word(form, columns[3], columns[5], offset + int(columns[6] or 0), columns[7], *place))
        _brackets(out, misc)
    return out


def _brackets(out: Reading, misc: str) -> None:
    """Open and close the mentions whose brackets stand at the last word."""
    found = re.search(r"(?:^|\|)Entity=([^|]+)", misc)
    here = len(out.words) - 1
    for token in re.findall(r"\([^()]+\)?|[^()]+\)", found[1] if found else ""):
        if token.startswith("("):
            out.open.append((token.strip("()"), here))
            if token.endswith(")"):
                entry, first = out.open.pop()
                out.mentions.append((entry, first, here))
        else:
            number = token.rstrip(")").split("[")[0]
            for k in range(len(out.open) - 1, -1, -1):
                if out.open[k][0].split("-")[0].split("[")[0] == number:
                    entry, first = out.open.pop(k)
                    out.mentions.append((entry, first, here))
                    break


def _mention(reading: Reading, entry: str, first: int, last: int) -> Mentioned | None:
    entity, kind, *_ = entry.split("-")
    words = reading.words
    if words[last].tag == "PART" and last > first:
        last -= 1
    at = next((k for k in range(first, last + 1) if not first <= words[k].governor <= last), first)
    flats = [k for k in range(first, last + 1) if words[k].governor == at and words[k].relation.startswith("flat")]
    proper = [k for k in flats if words[k].tag == "PROPN"]
    at = (proper or [at])[-1]
    head = words[at]
    form = {"PRON": "pronoun", "DET": "pronoun", "PROPN": "name"}.get(head.tag, "nominal")
    known = _kind(kind, head)
    if known is None:
        return None
    low, high = _name(words, first, last, at) if form == "name" else (first, last)
    return Mentioned((words[low].start, words[high].end), (head.start, head.end), known, form, entity)


def _kind(kind: str, head: Word) -> str | None:
    low = head.form.lower()
    if kind == "event" and head.tag not in ("NOUN", "PROPN"):
        return None
    if kind == "person" and "Number=Plur" in head.features:
        return "group"
    if kind in ("object", "abstract") and source_words().get(low) == "document":
        return "document"
    return KINDS.get(kind)


def _name(words: list[Word], first: int, last: int, head: int) -> tuple[int, int]:
    """The name alone around the head: proper nouns, and small words between two of them; no role in front."""

    def is_part(k: int) -> bool:
        return words[k].tag in ("PROPN", "NUM") or (words[k].tag in ("ADJ", "NOUN") and words[k].form[:1].isupper())

    low = high = head
    while low > first and (is_part(low - 1) or (low - 1 > first and _joins(words[low - 1]) and is_part(low - 2))):
        low -= 1
    while high < last and (is_part(high + 1) or (high + 1 < last and _joins(words[high + 1]) and is_part(high + 2))):
        high += 1
    while low < high and words[low].form.lower() in role_words():
        low += 1
    return low, high


def _joins(word: Word) -> bool:
    return word.form.lower() in ("of", "and", "&", "for", "the", "-", "de", "van", "von", "'s", "’s")
