"""Names in a text: who and what stands with a capital, without the titles in front ("Senator", "Mr.")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.labelling.tokens import Kind, Stretch, Token
from onrecord.labelling.word_classes import is_day
from onrecord.lexicon.cues import cue_forms
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.name_words import name_words, places
from onrecord.lexicon.roles import role_words, source_words
from onrecord.lexicon.wires import wire_named
from onrecord.records import MentionForm, MentionKind, MentionLabel, Span

MAX_NAME = 6
FORENAMES = frozenset("jan april may june august".split())
"""Months that are forenames too."""
OPENING_CLASSES = (
    "determiners",
    "subordinators",
    "prepositions",
    "coordinators",
    "adverbs",
    "possessives",
    "other_pronouns",
)
"""Words that have a capital only because they open a sentence."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens with capitals that stand together.

    `titled`: a title or an honorific stands in front.  `with_article`: "the" does.
    """

    tokens: Sequence[Token]
    titled: bool
    with_article: bool
    in_headline: bool

    @property
    def last(self) -> str:
        return self.tokens[-1].text.rstrip(".")

    @property
    def name(self) -> str:
        return " ".join(t.text for t in self.tokens)


def name_mentions(stretches: Iterable[Stretch], sources: Iterable[Span]) -> list[MentionLabel]:
    """Every name, with its kind, sorted.

    A single capitalised word is a name where a longer name ends in it, where a title stands before it, where it is a
    known place or body, or where it is the source of an attribution (`sources`).
    """
    runs = [run for stretch in stretches for run in _runs(stretch)]
    persons = {r.last for r in runs if len(r.tokens) > 1 and not r.in_headline and _kind(r) is MentionKind.PERSON}
    persons |= {r.last for r in runs if r.titled and len(r.tokens) == 1 and r.last not in places()}
    speaking = {s.end for s in sources}
    out = []
    for run in runs:
        kind = _kind_of(run, persons, speaks=run.tokens[-1].end in speaking)
        if kind is not None:
            span = Span(run.tokens[0].start, run.tokens[-1].end)
            head = Span(run.tokens[-1].start, run.tokens[-1].end)
            out.append(
                MentionLabel(span, kind, MentionForm.NAME, head, 0.9 if len(run.tokens) > 1 or run.titled else 0.7)
            )
    return sorted(out, key=lambda m: m.span)


def _kind_of(run: _Run, persons: set[str], *, speaks: bool) -> MentionKind | None:
    if run.in_headline and not (run.titled or run.last in persons or run.name in places()):
        return MentionKind.PERSON if speaks and len(run.tokens) < 4 and _kind(run) is MentionKind.PERSON else None
    if len(run.tokens) > 1:
        if run.last in persons and not run.with_article:
            return MentionKind.PERSON
        return _kind(run)
    if run.last in persons:
        return MentionKind.PERSON
    known = _kind(run)
    if known is not MentionKind.PERSON:
        return known
    return MentionKind.PERSON if run.titled or speaks else None


def _kind(run: _Run) -> MentionKind:
    """The kind by the words of the name alone; a person where nothing says otherwise."""
    if run.titled:
        return MentionKind.PERSON
    if run.name.rstrip(".") in places():
        return MentionKind.PLACE
    if run.last in name_words("bodies") or run.last.lower() in source_words() or wire_named(run.name) is not None:
        return MentionKind.ORGANIZATION
    if len(run.tokens) == 1 and run.last.isupper() and len(run.last) > 1:
        return MentionKind.ORGANIZATION
    if run.with_article or "of" in {t.lower for t in run.tokens} or len(run.tokens) > 4:
        return MentionKind.ORGANIZATION
    return MentionKind.PERSON


def _runs(stretch: Stretch) -> list[_Run]:
    tokens = stretch.tokens
    words = [t for t in tokens if t.kind is Kind.WORD]
    capitals = sum(t.is_capital for t in words)
    unfinished = stretch.is_title or tokens[-1].text != "."
    in_headline = stretch.opens and unfinished and len(words) > 3 and capitals >= 0.6 * len(words)
    out: list[_Run] = []
    i = 0
    while i < len(tokens):
        if not _is_name_word(tokens, i):
            i += 1
            continue
        behind = _run_end(tokens, i)
        if i and behind - i > 1 and tokens[i].text in places() and tokens[i - 1].lower in ("of", "in", "from"):
            out.extend(_without_titles(tokens, i, i + 1, in_headline=in_headline))
            i += 1
        out.extend(_without_titles(tokens, i, behind, in_headline=in_headline))
        i = behind
    return out


def _is_name_word(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    low = token.lower
    if token.kind is not Kind.WORD or not token.is_capital or low in name_words("no_names"):
        return False
    if low in FORENAMES:
        return i + 1 < len(tokens) and tokens[i + 1].is_capital and not is_day(tokens[i + 1])
    if low in function_words("time_words", "subject_pronouns", "auxiliaries"):
        return False
    if i == 0 or tokens[i - 1].kind is not Kind.WORD:
        opening = function_words(*OPENING_CLASSES)
        return not (low in opening or low.endswith("ly") or low in cue_forms())
    return low not in function_words("determiners", "prepositions")


def _run_end(tokens: list[Token], first: int) -> int:
    i = first + 1
    while i < len(tokens) and i - first < MAX_NAME + 4:
        token = tokens[i]
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        joint = token.lower in name_words("joints")
        continues = (
            following is not None
            and following.kind is Kind.WORD
            and (following.is_capital or (joint and following.lower in name_words("joints")))
        )
        is_of = token.lower in ("of", "for", "&") and tokens[i - 1].text in name_words("bodies") and continues
        if not (_is_name_word(tokens, i) or (joint and continues) or is_of):
            break
        if tokens[i - 1].end < token.start - 1:
            break
        i += 1
    return i


def _without_titles(tokens: list[Token], first: int, behind: int, *, in_headline: bool) -> list[_Run]:
    """The name of a run of capitalised words, without the titles and adjectives in front of it."""
    start, titled = first, _title_in_front(tokens, first)
    for k in range(first, behind):
        if _ends_body(tokens, k, behind):
            continue
        if _is_title(tokens[k]):
            start, titled = k + 1, True
        elif k == start and (tokens[k].text in name_words("people") or _is_rank(tokens, k, behind)):
            start = k + 1
    if titled and start < behind and tokens[start - 1].lower == "of":
        start += tokens[start].lower in name_words("portfolios")
    if start >= behind or behind - start > MAX_NAME:
        return []
    before = tokens[start - 1].lower if start else ""
    return [_Run(tokens[start:behind], titled and start > 0, before == "the", in_headline)]


def _is_title(token: Token) -> bool:
    low = token.lower.rstrip(".")
    return low in role_words() or low in name_words("honorifics")


def _is_rank(tokens: list[Token], k: int, behind: int) -> bool:
    """Whether the word ranks the title behind it: "Deputy", "Former"."""
    return tokens[k].lower in name_words("ranks") and behind - k > 1


def _title_in_front(tokens: list[Token], first: int) -> bool:
    """Whether the word before is a role in small letters: "the spokesman Jan Novak", "spokeswoman Ann Lee"."""
    if first > 1 and tokens[first - 1].lower == "of" and tokens[first].lower in name_words("portfolios"):
        return _is_title(tokens[first - 2])
    return first > 0 and _is_title(tokens[first - 1])


def _ends_body(tokens: list[Token], k: int, behind: int) -> bool:
    """Whether the run ends in the name of a body: "Democratic Party", "Ministry of Health"."""
    rest = tokens[k + 1 : behind]
    return any(t.text.rstrip(".") in name_words("bodies") for t in rest) and not any(_is_title(t) for t in rest)
