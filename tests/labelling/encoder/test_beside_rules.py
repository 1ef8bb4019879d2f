"""What the rules add to the encoder's cues: modality, addressees, and statements inside a content."""

from onrecord.labelling.encoder.beside_rules import LEAST, joined
from onrecord.records import CueLabel, Modality, RoleLabel, Span

TEXT = "Ida Holm denied to reporters that Bo had said the ferry sank."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def role(words: str) -> tuple[RoleLabel, ...]:
    return (RoleLabel((span(words),)),)


DENIED = CueLabel((span("denied"),), sources=role("Ida Holm"), contents=role("that Bo had said the ferry sank"))
SAID = CueLabel((span("had said"),), sources=role("Bo"), contents=role("the ferry sank"), score=0.9, rule="that_clause")


def test_a_cue_takes_modality_and_addressees_of_the_rule_that_sees_it_too() -> None:
    ruled = CueLabel((span("denied"),), Modality.DENIED, negated=True, addressees=role("reporters"))
    (found,) = joined(TEXT, [DENIED], [ruled])
    assert (found.modality, found.negated) == (Modality.DENIED, True)
    assert found.addressees == role("reporters")
    assert found.sources == DENIED.sources


def test_an_addressee_that_is_the_source_is_none() -> None:
    ruled = CueLabel((span("denied"),), addressees=role("Ida Holm"))
    assert joined(TEXT, [DENIED], [ruled])[0].addressees == ()


def test_a_statement_inside_a_content_is_added() -> None:
    assert joined(TEXT, [DENIED], [SAID]) == (DENIED, SAID)


def test_one_that_stands_outside_is_not() -> None:
    outside = CueLabel((span("denied"),), sources=role("Ida Holm"), contents=role("had said the ferry sank"))
    assert joined(TEXT, [outside], [SAID]) == (outside,)


def test_one_that_the_encoder_has_is_not_added_twice() -> None:
    assert len(joined(TEXT, [DENIED, SAID], [SAID])) == 2


def test_a_doubtful_one_is_not_added() -> None:
    doubtful = CueLabel(SAID.spans, sources=SAID.sources, contents=SAID.contents, score=LEAST - 0.01)
    assert joined(TEXT, [DENIED], [doubtful]) == (DENIED,)


def test_the_layout_knows_better_whose_mark_a_dash_is() -> None:
    dash = CueLabel((span("denied"),), sources=role("Ida Holm"), contents=role("the ferry sank"), rule="dash")
    mistaken = CueLabel((span("denied"),), sources=role("Bo"), contents=role("to reporters"))
    assert joined(TEXT, [mistaken], [dash]) == (dash,)


def test_turns_of_a_transcript_are_no_part_of_what_one_says() -> None:
    turns = [
        CueLabel((span(words),), sources=role("Bo"), contents=role("sank"), rule="transcript")
        for words in ("that", "had")
    ]
    assert joined(TEXT, [DENIED], turns) == tuple(turns)
    assert joined(TEXT, [DENIED], turns[:1])[0] == DENIED


def test_what_the_encoder_did_not_read_is_left_to_the_rules() -> None:
    outside = CueLabel((span("denied"),), sources=role("Ida Holm"), contents=role("that Bo"), score=0.2)
    assert joined(TEXT, [], [outside], (Span(0, len(TEXT)),)) == (outside,)
    assert joined(TEXT, [], [outside]) == ()
