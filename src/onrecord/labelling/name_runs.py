"""Runs of capitalised words that may be names, without the titles in front of them ("Senator", "Mr.")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.labelling.tokens import Kind, Stretch, Token
from onrecord.labelling.word_classes import is_day
from onrecord.lexicon.cues import cue_forms
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.given_names import given_names
from onrecord.lexicon.name_words import name_words, places
from onrecord.lexicon.roles import portfolios, role_words

MAX_NAME = 6
FORENAMES = frozenset("jan april may june august".split())
"""Months that are forenames too."""
LOCATIVES = frozenset("in near outside throughout".split())
"""Words before a name that make it a place's where nothing makes it a person's; "in Vale's letter" says nothing."""
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
class Run:
    """Tokens with capitals that stand together.

    `titled`: a title or an honorific stands in front.  `before`: the word in front, in lower case, "" where there is
    none.  `placed`: a preposition or a country says that it is a place.
    """

    tokens: Sequence[Token]
    titled: bool
    before: str
    in_headline: bool
    placed: bool = False

    @property
    def last(self) -> str:
        """The last word, without a full stop."""
        return self.tokens[-1].text.rstrip(".")

    @property
    def name(self) -> str:
        """The words as they stand."""
        return " ".join(t.text for t in self.tokens)

    @property
    def is_capitals(self) -> bool:
        """Whether several words stand in capitals throughout, as places do in datelines."""
        return len(self.tokens) > 1 and self.name.isupper()


def name_runs(stretch: Stretch, speaking: frozenset[int]) -> list[Run]:
    """The runs of one stretch; none goes on behind the end of an attribution's source (`speaking`)."""
    tokens = stretch.tokens
    words = [t for t in tokens if t.kind is Kind.WORD]
    capitals = sum(t.is_capital for t in words)
    unfinished = stretch.is_title or tokens[-1].text != "."
    in_headline = stretch.opens and unfinished and len(words) > 3 and capitals >= 0.6 * len(words)
    out: list[Run] = []
    i = 0
    while i < len(tokens):
        if not _is_name_word(tokens, i):
            i += 1
            continue
        behind = _run_end(tokens, i, speaking)
        if i and behind - i > 1 and tokens[i].text in places() and tokens[i - 1].lower in ("of", "in", "from"):
            out.extend(_without_titles(tokens, i, i + 1, in_headline=in_headline))
            i += 1
        out.extend(_without_titles(tokens, i, behind, in_headline=in_headline))
        i = behind
    return out


def _is_name_word(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    low = token.lower
    if token.kind is not Kind.WORD or not token.is_capital or low in name_words("no_names") or low.endswith("-based"):
        return False
    if token.text.endswith("s") and token.text[:-1] in name_words("people"):
        return False  # "Republicans", "Germans": a group
    if low in FORENAMES:
        return i + 1 < len(tokens) and tokens[i + 1].is_capital and not is_day(tokens[i + 1])
    if low in function_words("time_words", "subject_pronouns", "auxiliaries"):
        return False
    if i == 0 or tokens[i - 1].kind is not Kind.WORD:
        opening = function_words(*OPENING_CLASSES)
        return not (low in opening or low.endswith("ly") or low in cue_forms())
    return low not in function_words("determiners", "prepositions")


def _run_end(tokens: list[Token], first: int, speaking: frozenset[int]) -> int:
    i = first + 1
    while i < len(tokens) and i - first < MAX_NAME + 4 and tokens[i - 1].end not in speaking:
        token = tokens[i]
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        joint = token.lower in name_words("joints")
        continues = (
            following is not None
            and following.kind is Kind.WORD
            and (following.is_capital or (joint and following.lower in name_words("joints")))
        )
        is_of = continues and _goes_on_with(tokens, i)
        if not (_is_name_word(tokens, i) or (joint and continues) or is_of):
            break
        if tokens[i - 1].end < token.start - 1:
            break
        i += 1
    return i


def _goes_on_with(tokens: list[Token], i: int) -> bool:
    """Whether "of", "on" or "and" stands inside a body's name: "Ministry of Health", "Food and Drug Administration"."""
    low, before = tokens[i].lower, tokens[i - 1]
    if low == "&":
        return True
    if low in ("of", "for"):
        return before.text in name_words("bodies")
    if low == "on":
        return before.text in name_words("bodies_on") and not is_day(tokens[i + 1])
    if low != "and" or not any(
        before.lower in fields for fields in (name_words("domains"), name_words("portfolios"), portfolios())
    ):
        return False
    ahead = [t for t in tokens[i + 1 : i + 4] if t.is_capital]
    return any(t.text.rstrip(".") in name_words("offices") for t in ahead)


def _without_titles(tokens: list[Token], first: int, behind: int, *, in_headline: bool) -> list[Run]:
    """The name of a run of capitalised words, without the titles and adjectives in front of it."""
    start, titled = first, _title_in_front(tokens, first)
    for k in range(first, behind):
        if _ends_body(tokens, k, behind):
            continue
        if _is_title(tokens[k]) and not (k == behind - 1 and _wants_surname(tokens, k)):
            start, titled = k + 1, True
        elif k == start and (tokens[k].text in name_words("people") or _is_rank(tokens, k, behind)):
            start = k + 1
    if titled and start < behind and tokens[start - 1].lower == "of":
        start += tokens[start].lower in name_words("portfolios")
    if start >= behind or behind - start > MAX_NAME:
        return []
    before = tokens[start - 1].lower if start else ""
    owns = behind < len(tokens) and tokens[behind].lower in ("'s", "’s")
    placed = (before in LOCATIVES and not owns) or _region_follows(tokens, behind)
    return [Run(tokens[start:behind], titled and start > 0, before, in_headline, placed)]


def _region_follows(tokens: list[Token], i: int) -> bool:
    """Whether a comma and the name of a country or state come next: "Brenn, Ohio"."""
    return i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].text in places()


def _wants_surname(tokens: list[Token], k: int) -> bool:
    """Whether what stands before a title's word makes it a surname: "Mr. King", "Larry King"."""
    before = tokens[k - 1] if k else None
    if before is None:
        return False
    return before.text in given_names() or before.lower.rstrip(".") in name_words("civil")


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
