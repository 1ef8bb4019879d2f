"""The reporting cues: how many there are, and that their forms and columns are sound."""

import pytest

from onrecord.lexicon.cues import Form, Part, cue_forms, cues, verb_forms
from onrecord.records import Modality

FRAMES = {"quote", "that", "wh", "np", "to", "addressee", "adverbial"}


def test_there_are_at_least_four_hundred_verbs_and_hundreds_of_other_cues() -> None:
    verbs = {c.lemma.split()[0] for c in cues() if c.part is Part.VERB}
    assert len(verbs) >= 400
    assert sum(c.part is not Part.VERB for c in cues()) >= 300


def test_every_modality_has_a_cue() -> None:
    assert {c.modality for c in cues()} == set(Modality)


def test_every_entry_takes_known_frames_and_stands_once() -> None:
    assert all(c.frames and c.frames <= FRAMES for c in cues())
    entries = [(c.lemma, c.part) for c in cues()]
    assert sorted(entries) == sorted(set(entries))
    assert all(c.lemma == c.lemma.lower().strip() for c in cues())


@pytest.mark.parametrize(
    ("lemma", "irregular", "forms"),
    [
        ("argue", (), ("argues", "argued", "argued", "arguing")),
        ("deny", (), ("denies", "denied", "denied", "denying")),
        ("stress", (), ("stresses", "stressed", "stressed", "stressing")),
        ("go", ("went", "gone", "going"), ("goes", "went", "gone", "going")),
        ("have", ("had", "had", "having"), ("has", "had", "had", "having")),
        ("agree", (), ("agrees", "agreed", "agreed", "agreeing")),
        ("say", ("said", "said"), ("says", "said", "said", "saying")),
        ("belie", (), ("belies", "belied", "belied", "belying")),
    ],
)
def test_verb_forms(lemma: str, irregular: tuple[str, ...], forms: tuple[str, ...]) -> None:
    made = verb_forms(lemma, irregular)
    assert (made[Form.PRESENT], made[Form.PAST], made[Form.PARTICIPLE], made[Form.ING]) == forms


def test_final_consonants_are_doubled_where_english_does() -> None:
    """A listed verb of one syllable that ends in one vowel and one consonant must bring its own forms."""
    vowels = "aeiou"
    for cue in cues():
        verb = cue.lemma.split()[0]
        short = len(verb) >= 3 and verb[-1] not in vowels + "wxy" and verb[-2] in vowels and verb[-3] not in vowels
        if cue.part is Part.VERB and short and sum(c in vowels for c in verb) == 1:
            assert cue.irregular, f"{cue.lemma}: {verb_forms(verb)}"


def test_the_index_finds_every_form_and_the_longest_phrase_first() -> None:
    index = cue_forms()
    assert {Form.PAST, Form.PARTICIPLE} <= next(f.forms for f in index["said"] if f.cue.lemma == "say")
    lengths = [len(f.rest) for f in index["called"]]
    assert lengths == sorted(lengths, reverse=True)
    assert any(f.rest == ("for",) for f in index["called"])
