"""What the rules add to the encoder's cues: modality, addressees, and statements inside a content."""

from dataclasses import replace

from onrecord.labelling.encoder.beside_rules import LEAST, joined
from onrecord.labelling.passives import QUOTED
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


CONFIRMED = "A clerk confirmed to the paper that Ida Holm had said that the ferry sank."


def outer_and_inner(rule: str = "that_clause") -> tuple[CueLabel, CueLabel]:
    """The rules' cues of CONFIRMED, one inside the other."""
    at = {words: Span(CONFIRMED.index(words), CONFIRMED.index(words) + len(words)) for words in PARTS}
    outer = CueLabel((at["confirmed"],), sources=one(at["A clerk"]), contents=one(at[WHOLE]), score=0.8, rule=rule)
    inner = CueLabel((at["had said"],), sources=one(at["Ida Holm"]), contents=one(at[SUNK]), score=0.8, rule=rule)
    return outer, inner


WHOLE, SUNK = "that Ida Holm had said that the ferry sank", "that the ferry sank"
PARTS = ("confirmed", "A clerk", "had said", "Ida Holm", WHOLE, SUNK)


def one(span: Span) -> tuple[RoleLabel, ...]:
    return (RoleLabel((span,)),)


def test_a_source_that_begins_with_that_is_the_subject_of_what_another_attributes() -> None:
    outer, inner = outer_and_inner()
    start = CONFIRMED.index("that Ida")
    mistaken = replace(inner, sources=one(Span(start, start + len("that Ida Holm"))), rule="encoder")
    cut = replace(outer, contents=one(Span(start, start + 4)), rule="encoder")
    assert set(joined(CONFIRMED, [cut, mistaken], [outer, inner])) == {outer, inner}


def test_an_outer_cue_that_was_given_just_what_the_inner_attributes_gets_it_all() -> None:
    outer, inner = outer_and_inner()
    mistaken = replace(outer, contents=inner.contents, rule="encoder")
    assert set(joined(CONFIRMED, [mistaken], [outer, inner])) == {outer, inner}


def test_who_confirms_what_stands_in_front_is_added() -> None:
    outer, inner = outer_and_inner("fronted")
    learned = replace(inner, rule="encoder")
    assert set(joined(CONFIRMED, [learned], [outer, inner])) == {outer, learned}


def test_an_outer_cue_that_holds_the_inner_one_stays_as_it_is() -> None:
    outer, inner = outer_and_inner()
    learned = replace(outer, contents=one(Span(CONFIRMED.index("Ida"), len(CONFIRMED) - 1)), rule="encoder")
    assert joined(CONFIRMED, [learned], [outer, inner])[0].sources == outer.sources
    assert len(joined(CONFIRMED, [learned], [outer, inner])) == 2


def test_of_what_is_confirmed_the_rules_have_both_where_the_encoder_has_nothing_or_a_piece() -> None:
    outer, inner = outer_and_inner()
    assert set(joined(CONFIRMED, [], [outer, inner])) == {outer, inner}
    start = CONFIRMED.index(SUNK)
    cut = replace(inner, contents=one(Span(start, start + len("that the ferry"))), rule="encoder")
    assert set(joined(CONFIRMED, [cut], [outer, inner])) == {outer, inner}
    whole = replace(inner, rule="encoder")
    assert set(joined(CONFIRMED, [whole], [outer, inner])) == {outer, whole}


def test_other_verbs_add_nothing_that_the_encoder_does_not_see() -> None:
    text = CONFIRMED.replace("confirmed", "explained")
    assert joined(text, [], outer_and_inner()) == ()


QUOTED_BY = "A log shows that gulls came. “It holds,” Ida Holm, the mayor, was quoted as saying by the Post on Friday."


def at(words: str) -> Span:
    return Span(QUOTED_BY.index(words), QUOTED_BY.index(words) + len(words))


def test_whose_was_quoted_as_saying_the_rules_know_and_others_keep_what_is_theirs() -> None:
    rule = CueLabel(
        (at("was quoted as saying"),),
        sources=one(at("Ida Holm, the mayor")),
        contents=one(at("“It holds,”")),
        rule=QUOTED,
    )
    broken = CueLabel((at("quoted"),), sources=one(at("Ida Holm")), contents=one(at("the mayor")))
    log = CueLabel((at("shows"),), sources=one(at("A log")), contents=one(at("that gulls came")))
    swallowed = replace(log, contents=(RoleLabel((at("that gulls came"), at("“It holds,”"))),))
    only = replace(log, contents=one(at("“It holds,”")))
    assert joined(QUOTED_BY, [broken], [rule]) == (rule,)
    assert joined(QUOTED_BY, [swallowed], [rule]) == (log, rule)
    assert joined(QUOTED_BY, [only], [rule]) == (rule,)


def test_an_outer_cue_without_a_source_has_that_of_a_sure_rule() -> None:
    outer, inner = outer_and_inner()
    start = CONFIRMED.index("A clerk")
    sourceless = replace(outer, sources=(), contents=one(Span(start, start + 1)), rule="encoder")
    assert set(joined(CONFIRMED, [sourceless], [outer, inner])) == {outer, inner}
    doubtful = replace(outer, score=0.7)
    assert doubtful not in joined(CONFIRMED, [sourceless], [doubtful, inner])
