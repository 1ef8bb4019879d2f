"""Verb groups: a cue verb with its auxiliaries, adverbs and negation ("has repeatedly denied", "did not say")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.labelling.cue_matches import Match
from onrecord.labelling.tokens import Kind, Token
from onrecord.labelling.word_classes import is_manner_adverb, is_sure_verb
from onrecord.lexicon.cues import Form
from onrecord.lexicon.function_words import function_words

BE = frozenset("be is are was were been being am 's 're 'm isn't aren't wasn't weren't".split())
HAVE = frozenset("have has had having 've 'd 's haven't hasn't hadn't".split())
MAX_GROUP = 6
PRONOUNS = frozenset("he she it that who what there here everybody everyone nobody somebody someone".split())


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens `first` up to, and without, `behind`.

    `finite`: a subject stands before it; `to`: an infinitive with "to"; `ing`: a bare participle ("…, saying").
    """

    first: int
    behind: int
    finite: bool = False
    to: bool = False
    ing: bool = False
    passive: bool = False
    negated: bool = False


def verb_group(tokens: list[Token], match: Match) -> VerbGroup | None:
    """The group around a verb of the lexicon; None where the word is a noun or an adjective here."""
    i = match.first
    first, words = _reach(tokens, i)
    if words and words[0] in ("'s", "'d") and not _is_pronoun(tokens, first - 1):
        return None
    auxiliaries = [w for w in words if w in function_words("auxiliaries")]
    negated = any(w in function_words("negations") or w.endswith("n't") for w in words)
    before = tokens[first - 1] if first else None
    low = before.lower if before is not None else ""
    made = VerbGroup(first, match.behind, negated=negated)
    if low == "to" and Form.BASE in match.forms:
        return replace(made, first=first - 1, to=True)
    if auxiliaries:
        return _with_auxiliary(match, auxiliaries, made)
    if _is_nominal_place(before, had_adverb=first < i):
        return None
    if Form.PAST in match.forms or Form.PRESENT in match.forms:
        if Form.PAST not in match.forms and (_is_plural_noun(tokens, match) or not _can_be_present(tokens, match)):
            return None
        return replace(made, finite=True)
    if Form.ING in match.forms:
        return replace(made, ing=True)
    if Form.BASE in match.forms and _may_be_plural(before):
        return replace(made, finite=True)
    return None


def _is_pronoun(tokens: list[Token], i: int) -> bool:
    """Whether "'s" behind token `i` is short for "is" or "has", not a possessive."""
    return i >= 0 and tokens[i].lower in PRONOUNS


def _reach(tokens: list[Token], i: int) -> tuple[int, list[str]]:
    """Where the adverbs and auxiliaries in front of token `i` begin, and what they are."""
    auxiliaries = function_words("auxiliaries")
    light = function_words("auxiliaries", "adverbs", "negations")
    first = i
    while first and i - first < MAX_GROUP and tokens[first - 1].kind is Kind.WORD:
        if tokens[first - 1].lower not in light and not is_manner_adverb(tokens[first - 1]):
            break
        first -= 1
    while first < i and tokens[first].lower not in auxiliaries and _opens_clause(tokens, first):
        first += 1
    return first, [t.lower for t in tokens[first:i]]


def _opens_clause(tokens: list[Token], first: int) -> bool:
    return first == 0 or (tokens[first - 1].kind is not Kind.WORD and tokens[first - 1].text != ")")


def _with_auxiliary(match: Match, auxiliaries: list[str], made: VerbGroup) -> VerbGroup | None:
    last = auxiliaries[-1]
    if Form.ING in match.forms:
        return replace(made, finite=True) if last in BE else None
    if last in BE and last != "'s" and Form.PARTICIPLE in match.forms:
        return replace(made, finite=True, passive=True)
    if last in BE | HAVE and Form.PARTICIPLE in match.forms:
        return replace(made, finite=True)
    if last in function_words("modals") or last == "'d":
        return replace(made, finite=True) if Form.BASE in match.forms else None
    return None


def _is_nominal_place(before: Token | None, *, had_adverb: bool) -> bool:
    """Whether a determiner, a possessive or a preposition stands before: what follows it is no finite verb."""
    if before is None or before.kind is not Kind.WORD:
        return False
    low = before.lower
    if low in function_words("plural_subjects", "subject_pronouns"):
        return False
    if low in ("'s", "'") or low in function_words("determiners", "possessives"):
        return True
    return low in function_words("prepositions") and not had_adverb


def _is_plural_noun(tokens: list[Token], match: Match) -> bool:
    """Whether an "-s" form that is a noun more often than a verb ("polls") lacks the subject or object of a verb."""
    if tokens[match.first].lower not in function_words("plural_nouns") or not match.first:
        return False
    before = tokens[match.first - 1]
    if _relative_follows(tokens, match.behind) and before.lower not in function_words("subject_pronouns"):
        return True
    if before.is_capital or before.lower in function_words("subject_pronouns") or before.lower.endswith("ly"):
        return False
    after = tokens[match.behind] if match.behind < len(tokens) else None
    return after is None or not (
        after.kind is Kind.QUOTE or after.lower == "that" or after.lower in function_words("subject_pronouns")
    )


def _relative_follows(tokens: list[Token], i: int) -> bool:
    """Whether a relative clause begins: "rules that could …"."""
    following = tokens[i : i + 2]
    return len(following) == 2 and following[0].lower in ("that", "which") and is_sure_verb(following[1])


def _can_be_present(tokens: list[Token], match: Match) -> bool:
    """Whether an "-s" form is a verb: what follows is no preposition or end ("the claims of", "in talks.")."""
    if match.behind >= len(tokens):
        return True
    after = tokens[match.behind]
    return after.lower not in ("of", "by", "was", "were", "is", "are", "have", "has", "had", "will", "would")


def _may_be_plural(before: Token | None) -> bool:
    """Whether the word before may be the subject of a plain present: "voters think", "they say"."""
    if before is None or before.kind is not Kind.WORD:
        return False
    low = before.lower
    if low in function_words("plural_subjects"):
        return True
    return (low.endswith("s") and not low.endswith(("ss", "us", "'s"))) or low.endswith(("men", "people"))


def is_name_part(tokens: list[Token], i: int) -> bool:
    """Whether the cue is capitalised in the middle of a sentence that is no headline: "the United States"."""
    return (
        i > 0
        and tokens[i].is_capital
        and not all(t.is_capital for t in tokens[max(0, i - 4) : i + 4] if t.kind is Kind.WORD)
    )
