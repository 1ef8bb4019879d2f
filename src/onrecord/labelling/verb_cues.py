"""Attributions by a verb: "she said that …", "…, said Ann", "…, he added, …", "voters think …", "…, saying …"."""

from __future__ import annotations

from onrecord.labelling.complements import Complement, complement
from onrecord.labelling.cue_matches import Match
from onrecord.labelling.found import Found, Scene
from onrecord.labelling.fronted import fronted
from onrecord.labelling.passives import passive
from onrecord.labelling.subjects import subject_before
from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.labelling.verb_groups import VerbGroup, is_name_part, verb_group
from onrecord.labelling.word_classes import is_sure_verb, looks_past
from onrecord.lexicon.cues import Part
from onrecord.lexicon.function_words import function_words

DESCRIBING = frozenset("describe portray characterize characterise depict regard view label brand".split())
"""Verbs with "as": the content starts behind it where it comes first ("described as pointless the raid")."""
PARTICIPLE_OPENERS = frozenset("by in after before while when without and from".split())
JOINTS = frozenset(("and", "but", "or", ",", "then", "who"))
MAX_JOINT = 3
"""How far (tokens) behind one attribution a verb stands that goes on with its subject: ", and later"."""
MAX_SHARED = 60
"""How far (tokens) a verb looks back for the subject that it shares with the verb before."""


def verb_cues(scene: Scene) -> None:
    """Add every attribution by a verb to the scene."""
    behind = 0
    for i, matches in scene.cues.items():
        for match in matches:
            if match.part is not Part.VERB or i < behind or is_name_part(scene.tokens, i):
                continue
            group = verb_group(scene.tokens, match)
            found = _attribution(scene, match, group) if group else None
            if found is not None:
                scene.found.append(found)
                behind = match.behind


def _attribution(scene: Scene, match: Match, group: VerbGroup) -> Found | None:
    own = subject_before(scene.tokens, group.first) if group.finite else None
    if group.passive:
        return passive(scene, match, group, own)
    if group.finite and match.cue.frames & {"quote", "that"}:
        before = fronted(scene, match, group, own)
        if before is not None:
            return before
    subject = own or _shared_subject(scene, group)
    if group.ing:
        subject = subject or _subject_behind(scene.tokens, group)
        return _with_complement(scene, match, group, subject) if _opens_participle(scene, match, group) else None
    return _with_complement(scene, match, group, subject) if subject else None


def _opens_participle(scene: Scene, match: Match, group: VerbGroup) -> bool:
    """Whether "-ing" opens a participle phrase: behind a comma, a quotation or "by", not inside a noun phrase."""
    before = scene.tokens[group.first - 1] if group.first else None
    if before is None or before.kind is not Kind.WORD or before.lower in PARTICIPLE_OPENERS:
        return True
    return "quote" in match.cue.frames and before.lower not in function_words("prepositions")


def _subject_behind(tokens: list[Token], group: VerbGroup) -> Range | None:
    """The subject of the main clause behind a participle that opens the sentence: "Discussing the raid, Ann …"."""
    if group.first:
        return None
    comma = next((i for i, t in enumerate(tokens[:MAX_SHARED]) if t.text == ","), None)
    if comma is None:
        return None
    for i in range(comma + 2, min(len(tokens), comma + MAX_SHARED)):
        if is_sure_verb(tokens[i]) or looks_past(tokens[i]):
            found = subject_before(tokens, i)
            return found if found and found[0] == comma + 1 else None
    return None


def _shared_subject(scene: Scene, group: VerbGroup) -> Range | None:
    """The subject of the nearest verb before, for "…, saying", "and added", "wants to say"."""
    tokens = scene.tokens
    before = tokens[group.first - 1] if group.first else None
    if before is None or (group.finite and before.lower not in JOINTS):
        return None
    if group.to and before.lower in function_words("control_verbs"):
        return subject_before(tokens, group.first - 1)
    last = next((f for f in reversed(scene.found) if f.source), None)
    if last is not None and group.first - _end(last) <= MAX_JOINT:
        return last.source
    for i in range(group.first - 1, max(0, group.first - MAX_SHARED), -1):
        if last is not None and last.rule == "inverted" and last.cue[0][0] <= i < last.cue[0][1]:
            return last.source
        if is_sure_verb(tokens[i]) or looks_past(tokens[i]):
            found = subject_before(tokens, i)
            if found is not None and tokens[found[0]].lower not in ("which", "that", "it"):
                return found
    return None


def _end(found: Found) -> int:
    """The token behind the last word of an attribution."""
    return max(behind for _, behind in (*found.cue, *found.content))


def _with_complement(scene: Scene, match: Match, group: VerbGroup, subject: Range | None) -> Found | None:
    tokens, cue = scene.tokens, (group.first, group.behind)
    found = _described(tokens, match, group) or complement(tokens, group.behind, match.cue.frames)
    if found is None or (group.to and _is_weak_infinitive(found, match)):
        return None
    if found.rule == "described_as":
        cue = (group.first, found.start)
    end = scene.content_end(found.start)
    if tokens[0].lower in function_words("opening_subordinators") or (group.ing and group.first == 0):
        end = _first_comma(tokens, found.start, end)
    if end <= found.start or (found.rule == "infinitive" and end <= found.start + 1):
        return None
    return Found(
        cue=(cue,),
        content=((found.start, end),),
        source=subject,
        addressee=found.addressee,
        modality=match.cue.modality,
        negated=group.negated,
        score=found.score - (0.1 if group.ing or group.to else 0.0),
        rule=("participle_" if group.ing else "") + found.rule,
    )


def _described(tokens: list[Token], match: Match, group: VerbGroup) -> Complement | None:
    at = group.behind
    if match.cue.lemma in DESCRIBING and at + 1 < len(tokens) and tokens[at].lower == "as":
        return Complement(at + 1, "described_as", 0.8)
    return None


def _is_weak_infinitive(found: Complement, match: Match) -> bool:
    """Whether "to …" has only an object or a bare clause behind it: too often no report ("to see the film")."""
    return found.rule == "object" or (found.rule == "bare_clause" and match.cue.lemma != "say")


def _first_comma(tokens: list[Token], at: int, end: int) -> int:
    """Where the clause that opens the sentence ends: "While she hopes to win, he …"."""
    if any(t.text == "," for t in tokens[:at]):
        return end
    return next((i for i in range(at + 1, end) if tokens[i].text == ","), end)
