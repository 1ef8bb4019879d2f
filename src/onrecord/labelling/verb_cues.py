"""Attributions by a verb: "she said that …", "…, said Ann", "… , he added, …", "voters think …", "is expected to …"."""

from __future__ import annotations

from onrecord.labelling.clauses import content_end
from onrecord.labelling.complements import Complement, complement
from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.fronted import fronted
from onrecord.labelling.noun_phrases import Range, is_verbish, phrase_behind, subject_before
from onrecord.labelling.tokens import Kind, Token
from onrecord.labelling.verb_groups import VerbGroup, is_name_part, verb_group
from onrecord.lexicon.cues import Part
from onrecord.lexicon.function_words import function_words

OPENING_CLAUSE = frozenset(
    "while when if although though as since because after before once whereas until unless".split()
)
DESCRIBING = frozenset("describe portray characterize characterise depict regard view label brand".split())
RAISING = frozenset(
    "expect say believe think consider report know see view regard rumor allege deem describe accuse suspect ask tell".split()
)


def verb_cues(scene: Scene) -> None:
    """Add every attribution by a verb to the scene."""
    behind = 0
    for i in sorted(scene.cues):
        for match in scene.cues[i]:
            if match.part is not Part.VERB or i < behind or is_name_part(scene.tokens, i):
                continue
            group = verb_group(scene.tokens, match)
            if group is None:
                continue
            found = _attribution(scene, match, group)
            if found is not None:
                scene.found.append(found)
                behind = group.behind


def _attribution(scene: Scene, match: Match, group: VerbGroup) -> Found | None:
    tokens = scene.tokens
    own = subject_before(tokens, group.first) if group.finite else None
    if group.passive:
        return _passive(scene, match, group, own)
    if group.finite and match.cue.frames & {"quote", "that"}:
        before = fronted(scene, match, group, own)
        if before is not None:
            return before
    subject = own or (_shared_subject(scene, group))
    if subject is None and not group.ing:
        return None
    if group.ing and not _opens_participle(scene, group, match):
        return None
    return _with_complement(scene, match, group, subject)


def _opens_participle(scene: Scene, group: VerbGroup, match: Match) -> bool:
    """Whether "-ing" opens a participle phrase: behind a comma, a quotation or "by", not inside a noun phrase."""
    if group.first == 0:
        return True
    before = scene.tokens[group.first - 1]
    if before.kind is not Kind.WORD:
        return True
    low = before.lower
    if low in ("by", "in", "after", "before", "while", "when", "without", "and", "from"):
        return True
    return bool(match.cue.frames & {"quote"}) and low not in function_words("prepositions")


def _shared_subject(scene: Scene, group: VerbGroup) -> Range | None:
    """The subject of the nearest verb before, for "…, saying", "and added", "to say"."""
    tokens = scene.tokens
    before = tokens[group.first - 1].lower if group.first else ""
    if group.finite and before not in ("and", "but", "or", ",", "then", "who"):
        return None
    if group.to and tokens[group.first - 1].lower in function_words("control_verbs"):
        return subject_before(tokens, group.first - 1)
    last = scene.found[-1] if scene.found and scene.found[-1].cue else None
    for i in range(group.first - 1, 0, -1):
        if last is not None and last.cue[0][0] <= i < last.cue[0][1] and last.rule == "inverted":
            return last.source
        low = tokens[i].lower
        if tokens[i].kind is Kind.WORD and (is_verbish(tokens[i]) or _is_past(low)):
            found = subject_before(tokens, i)
            if found is not None and tokens[found[0]].lower not in ("which", "that", "it"):
                return found
    return None


def _is_past(low: str) -> bool:
    return low.endswith("ed") and len(low) > 4


def _with_complement(scene: Scene, match: Match, group: VerbGroup, subject: Range | None) -> Found | None:
    tokens = scene.tokens
    after = group.behind
    lemma = match.cue.lemma
    cue: tuple[Range, ...] = ((group.first, group.behind),)
    found: Complement | None
    if lemma in DESCRIBING and after + 1 < len(tokens) and tokens[after].lower == "as":
        cue = ((group.first, after + 1),)
        found = Complement(after + 1, "described_as", 0.8)
    else:
        found = complement(tokens, after, match.cue.frames)
    if found is None:
        return None
    if group.to and (found.rule == "object" or (found.rule == "bare_clause" and lemma != "say")):
        return None
    end = content_end(tokens, found.start, scene.cues)
    if tokens[0].lower in OPENING_CLAUSE:
        end = _first_comma(tokens, found.start, end)
    if end <= found.start:
        return None
    return Found(
        cue=cue,
        content=((found.start, end),),
        source=subject,
        addressee=found.addressee,
        modality=match.cue.modality,
        negated=group.negated,
        score=found.score - (0.1 if group.ing or group.to else 0.0),
        rule=("participle_" if group.ing else "") + found.rule,
    )


def _first_comma(tokens: list[Token], at: int, end: int) -> int:
    """Where the clause that opens the sentence ends: "While she hopes to win, he …"."""
    if any(t.text == "," for t in tokens[:at]):
        return end
    return next((i for i in range(at + 1, end) if tokens[i].text == ","), end)


def _passive(scene: Scene, match: Match, group: VerbGroup, subject: Range | None) -> Found | None:
    """ "X was told that …", "X is expected to …", "X was criticised by Y"."""
    tokens, after = scene.tokens, group.behind
    if subject is None or after >= len(tokens):
        return None
    low = tokens[after].lower
    cue = ((group.first, group.behind),)
    modality = match.cue.modality
    if low == "by":
        source = phrase_behind(tokens, after + 1, appositions=False)
        if source is None or not match.cue.frames & {"np", "that"}:
            return None
        return Found(
            cue=((group.first, after + 1),),
            content=(subject,),
            source=source,
            modality=modality,
            negated=group.negated,
            score=0.45,
            rule="passive_by",
        )
    if match.cue.lemma not in RAISING:
        return None
    end = content_end(tokens, after, scene.cues)
    if "addressee" in match.cue.frames and (low in function_words("wh_words") or low == "that"):
        return Found(
            cue=cue,
            content=((after, end),),
            addressee=subject,
            modality=modality,
            negated=group.negated,
            score=0.6,
            rule="passive_told",
        )
    if low in ("to", "as", "of") and end > after:
        return Found(
            cue=cue,
            content=(subject, (after, end)),
            modality=modality,
            negated=group.negated,
            score=0.45,
            rule="passive_raised",
        )
    return None
