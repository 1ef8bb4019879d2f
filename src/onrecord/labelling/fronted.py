"""Content in front of its cue: "…, Ann said.", "…," said Ann, and both with more of the content behind."""

from __future__ import annotations

from onrecord.labelling.complements import ADJUNCTS
from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.noun_phrases import Range, is_verbish, phrase_behind
from onrecord.labelling.tokens import Kind, Token
from onrecord.labelling.verb_groups import VerbGroup
from onrecord.lexicon.function_words import function_words

MIN_CONTENT = 3
SHOWING = frozenset(
    "show find estimate calculate know hope fear realize realise suspect learn feel understand hear see".split()
)
"""Verbs that may stand behind their content though they take no quotation: "…, the poll shows"."""
MAX_ADJUNCT = 30
NOT_MORE = frozenset(
    "but and while who which though although as when where after before according citing or because whose".split()
)


def fronted(scene: Scene, match: Match, group: VerbGroup, subject: Range | None) -> Found | None:
    """The attribution whose content stands before source and cue; None where it stands behind, or nowhere."""
    tokens = scene.tokens
    if "quote" not in match.cue.frames and match.cue.lemma not in SHOWING:
        return None
    if subject is not None:
        edge = subject[0]
        content = _content_before(tokens, edge) or _parenthesis(tokens, edge, group.behind)
        if content is None:
            return None
        rest = _adjunct_end(tokens, group.behind, match)
        if rest is None:
            return None
        told = _addressee(tokens, group.behind, match)
        source: Range = subject
    else:
        edge = group.first
        content = _content_before(tokens, edge)
        behind = phrase_behind(tokens, group.behind)
        if content is None or behind is None or "quote" not in match.cue.frames:
            return None
        source, told = behind, None
        rest = _adjunct_end(tokens, behind[1], match) or len(tokens)
    quoted = tokens[content[1] - 1].kind is Kind.QUOTE
    if not quoted and _quotation_follows(tokens, rest):
        return None
    pieces = [content, *_more(tokens, rest, quoted=quoted)]
    return Found(
        cue=((group.first, group.behind),),
        content=tuple(pieces),
        source=source,
        addressee=told,
        modality=match.cue.modality,
        negated=group.negated,
        score=0.95 if quoted else 0.85,
        rule="fronted" if subject is not None else "inverted",
    )


def _quotation_follows(tokens: list[Token], at: int) -> bool:
    """Whether a quotation comes next, behind a colon or a comma or at once."""
    following = tokens[at : at + 2]
    if following and following[0].text in (",", ":"):
        return following[0].text == ":" or (len(following) > 1 and following[1].kind is Kind.QUOTE)
    return bool(following) and following[0].kind is Kind.QUOTE


def _content_before(tokens: list[Token], edge: int) -> Range | None:
    """From the start of the stretch to the comma or quotation that ends right before token `edge`."""
    if edge < 1:
        return None
    last = tokens[edge - 1]
    if last.kind is Kind.QUOTE:
        return _from_start(tokens, edge)
    if last.text in (",", "—", "–", "-") and edge >= 2 and tokens[edge - 2].kind is Kind.QUOTE:
        return _from_start(tokens, edge - 1)
    if last.text in (",", "?", "!") and edge > MIN_CONTENT and any(map(is_verbish_or_past, tokens[: edge - 1])):
        if tokens[0].lower in function_words("opening_prepositions") or tokens[0].lower in (
            "when",
            "as",
            "while",
            "if",
            "though",
            "although",
            "asked",
            "after",
            "because",
            "speaking",
        ):
            commas = sum(t.text == "," for t in tokens[: edge - 1])
            return (0, edge - 1) if commas else None
        return 0, edge - 1
    return None


def _parenthesis(tokens: list[Token], edge: int, behind: int) -> Range | None:
    """The words before "…, she said, …", however few, where the sentence goes on behind."""
    if edge < 2 or tokens[edge - 1].text != "," or behind + 3 >= len(tokens) or tokens[behind].text != ",":
        return None
    return (0, edge - 1) if _more(tokens, behind, quoted=False) else None


def is_verbish_or_past(token: Token) -> bool:
    """Whether a word looks like a verb: a sure one, or one in -ed or -s."""
    return is_verbish(token) or (
        token.kind is Kind.WORD and token.lower.endswith(("ed", "'s")) and len(token.lower) > 3
    )


def _from_start(tokens: list[Token], behind: int) -> Range:
    """The quotation that ends before `behind`, with the words of the sentence that lead into it."""
    quote = behind - 1
    if quote and tokens[quote - 1].kind is Kind.WORD:
        return 0, behind
    first = quote
    while first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].kind is Kind.QUOTE:
        first -= 2
    return first, behind


def _addressee(tokens: list[Token], at: int, match: Match) -> Range | None:
    if "addressee" not in match.cue.frames or at >= len(tokens) or tokens[at].kind is not Kind.WORD:
        return None
    found = phrase_behind(tokens, at, appositions=False)
    return found


def _adjunct_end(tokens: list[Token], at: int, match: Match) -> int | None:
    """Where the words behind the cue end, if they are no content: an addressee, a time, a place; None if they are."""
    told = _addressee(tokens, at, match)
    i = told[1] if told else at
    if i >= len(tokens) or tokens[i].kind is Kind.PUNCT:
        return i
    if tokens[i].kind is Kind.QUOTE:
        return i
    low = tokens[i].lower
    is_adjunct = (
        low in ADJUNCTS
        or low in function_words("time_words")
        or low in function_words("adverbs")
        or low in ("when", "while", "after", "last", "this", "and", "but", "because", "adding", "if")
        or low.endswith(("ing", "ly"))
    )
    if not is_adjunct:
        return None
    while (
        i < len(tokens)
        and tokens[i].text not in (",", ".", ";", ":", "?", "!", "—")
        and tokens[i].kind is not Kind.QUOTE
    ):
        if tokens[i].lower == "that":
            return None
        i += 1
    return i


def _more(tokens: list[Token], at: int, *, quoted: bool) -> list[Range]:
    """What of the content goes on behind the attribution, in the same sentence."""
    while at < len(tokens) and tokens[at].kind is Kind.PUNCT:
        at += 1
    if at >= len(tokens):
        return []
    token = tokens[at]
    if token.kind is Kind.QUOTE:
        return [(at, at + 1)] if quoted else []
    before = tokens[at - 1].text
    if quoted or before != "," or token.lower in NOT_MORE or token.lower.endswith("ing"):
        return []
    end = len(tokens)
    while end > at and tokens[end - 1].kind is Kind.PUNCT:
        end -= 1
    return [(at, end)] if end > at + 1 else []
