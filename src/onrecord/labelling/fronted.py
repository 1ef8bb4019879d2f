"""Content in front of its cue: "…, Ann said.", "…," said Ann, and both with more of the content behind."""

from __future__ import annotations

from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.noun_phrases import phrase_behind
from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.labelling.verb_groups import VerbGroup
from onrecord.labelling.word_classes import looks_like_verb
from onrecord.lexicon.function_words import function_words

MIN_CONTENT = 2
MAX_ADJUNCT = 40
VERB_WITHIN = 120
SHOWING = frozenset(
    "show find estimate calculate know hope fear realize realise suspect learn feel understand hear see".split()
)
"""Verbs that may stand behind their content though they take no quotation: "…, the poll shows"."""
ADJUNCT_OPENERS = frozenset("when while after last this and but because adding if".split())
CLAUSE_ENDS = frozenset({",", ".", ";", ":", "?", "!", "—"})
NOT_MORE = frozenset(
    "but and while who which though although as when where after before according citing or because whose".split()
)
"""What opens the reporter's words behind an attribution, not more of the content."""


def fronted(scene: Scene, match: Match, group: VerbGroup, subject: Range | None) -> Found | None:
    """The attribution whose content stands before source and cue; None where it stands behind, or nowhere."""
    if "quote" not in match.cue.frames and match.cue.lemma not in SHOWING:
        return None
    if subject is None:
        return _inverted(scene, match, group) if "quote" in match.cue.frames else None
    tokens = scene.tokens
    if tokens[subject[0]].lower in function_words("relative_pronouns"):
        return None
    content = _content_before(tokens, subject[0]) or _parenthesis(tokens, subject[0], group.behind)
    rest = _adjunct_end(tokens, group.behind, match) if content else None
    if content is None or rest is None:
        return None
    return _made(scene, match, group, content, subject, rest)


def _inverted(scene: Scene, match: Match, group: VerbGroup) -> Found | None:
    """ "…," said Ann."""
    content = _content_before(scene.tokens, group.first)
    source = phrase_behind(scene.tokens, group.behind) if content else None
    if content is None or source is None:
        return None
    rest = _adjunct_end(scene.tokens, source[1], match)
    return _made(scene, match, group, content, source, len(scene.tokens) if rest is None else rest)


def _made(scene: Scene, match: Match, group: VerbGroup, content: Range, source: Range, rest: int) -> Found | None:
    tokens = scene.tokens
    quoted = tokens[content[1] - 1].kind is Kind.QUOTE
    if not quoted and _quotation_follows(tokens, rest):
        return None
    is_inverted = source[0] >= group.behind
    return Found(
        cue=((group.first, group.behind),),
        content=(content, *_more(tokens, rest, quoted=quoted)),
        source=source,
        addressee=None if is_inverted else _addressee(tokens, group.behind, match),
        modality=match.cue.modality,
        negated=group.negated,
        score=0.95 if quoted else 0.85,
        rule="inverted" if is_inverted else "fronted",
    )


def _quotation_follows(tokens: list[Token], at: int) -> bool:
    """Whether a colon comes next, or a quotation at once or behind a comma: that is the content, then."""
    if at >= len(tokens):
        return False
    if tokens[at].text == "," and at + 1 < len(tokens):
        return tokens[at + 1].kind is Kind.QUOTE
    return tokens[at].text == ":" or tokens[at].kind is Kind.QUOTE


def _content_before(tokens: list[Token], edge: int) -> Range | None:
    """From the start of the stretch to the comma or quotation that ends right before token `edge`."""
    if edge < 1:
        return None
    last = tokens[edge - 1]
    if last.kind is Kind.QUOTE:
        return _quotation_before(tokens, edge)
    if last.text in (",", "—", "–", "-") and edge >= 2 and tokens[edge - 2].kind is Kind.QUOTE:
        return _quotation_before(tokens, edge - 1)
    if last.text not in (",", "?", "!") or edge <= MIN_CONTENT:
        return None
    clause = tokens[max(0, edge - VERB_WITHIN) : edge - 1]
    if not any(looks_like_verb(t) for t in clause):
        return None
    opens_with_adjunct = tokens[0].lower in function_words("opening_prepositions", "opening_subordinators")
    if (opens_with_adjunct or tokens[0].lower in ("asked", "speaking")) and all(t.text != "," for t in clause):
        return None
    return 0, edge - 1


def _quotation_before(tokens: list[Token], behind: int) -> Range:
    """The quotation that ends before `behind`, with the words of the sentence that lead into it."""
    first = behind - 1
    if first and tokens[first - 1].kind is Kind.WORD:
        return 0, behind
    while first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].kind is Kind.QUOTE:
        first -= 2
    return first, behind


def _parenthesis(tokens: list[Token], edge: int, behind: int) -> Range | None:
    """The words before "…, she said, …", however few, where the sentence goes on behind."""
    if edge < 2 or tokens[edge - 1].text != "," or behind + 3 >= len(tokens) or tokens[behind].text != ",":
        return None
    return (0, edge - 1) if _more(tokens, behind, quoted=False) else None


def _addressee(tokens: list[Token], at: int, match: Match) -> Range | None:
    if "addressee" not in match.cue.frames:
        return None
    return phrase_behind(tokens, at, appositions=False)


def _adjunct_end(tokens: list[Token], at: int, match: Match) -> int | None:
    """Where the words behind the cue end, if they are no content: an addressee, a time, a place; None if they are."""
    told = _addressee(tokens, at, match)
    i = told[1] if told else at
    if i >= len(tokens) or tokens[i].kind is not Kind.WORD:
        return i
    low = tokens[i].lower
    openers = function_words("adjuncts", "time_words", "adverbs") | ADJUNCT_OPENERS
    if low not in openers and not low.endswith(("ing", "ly")):
        return None
    for k in range(i, min(len(tokens), i + MAX_ADJUNCT)):
        if tokens[k].lower == "that":
            return None
        if tokens[k].text in CLAUSE_ENDS or tokens[k].kind is Kind.QUOTE:
            return k
    return min(len(tokens), i + MAX_ADJUNCT)


def _more(tokens: list[Token], at: int, *, quoted: bool) -> tuple[Range, ...]:
    """What of the content goes on behind the attribution, in the same sentence."""
    while at < len(tokens) and tokens[at].kind is Kind.PUNCT:
        at += 1
    if at >= len(tokens):
        return ()
    if tokens[at].kind is Kind.QUOTE:
        return ((at, at + 1),) if quoted else ()
    low = tokens[at].lower
    if quoted or not at or tokens[at - 1].text != "," or low in NOT_MORE or low.endswith("ing"):
        return ()
    end = len(tokens)
    while end > at and tokens[end - 1].kind is Kind.PUNCT:
        end -= 1
    return ((at, end),) if end > at + 1 else ()
