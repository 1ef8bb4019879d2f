"""Mentions: heads by tag, extents out to whole words, antecedents, and names as the rules cut them."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.labelling.encoder.joined_mentions import joined_mentions, with_bodies
from onrecord.labelling.encoder.linked_names import linked_names
from onrecord.labelling.encoder.mentions import LABELS, antecedents, head_units, widened
from onrecord.labelling.encoder.reader import without_possessive
from onrecord.records import LinkLabel, MentionForm, MentionKind, MentionLabel, Span

TEXT = "Harbour master Ida van Holm said she sails."


def mention(words: str, form: MentionForm = MentionForm.NAME, head: str = "") -> MentionLabel:
    start = TEXT.index(words)
    at = TEXT.index(head or words)
    return MentionLabel(
        Span(start, start + len(words)), MentionKind.PERSON, form, Span(at, at + len(head or words)), 0.9
    )


def test_a_unit_heads_a_mention_where_it_is_likely_enough() -> None:
    chances = np.full((3, 1 + len(LABELS)), 0.001, np.float32)
    chances[0, 0] = chances[2, 0] = 0.98
    chances[1, 0], chances[1, 4] = 0.3, 0.6
    found = head_units(np.log(chances), np.arange(3), 0.5)
    assert [(unit, LABELS[label]) for unit, label, _ in found] == [(1, LABELS[3])]
    assert head_units(np.log(chances), np.arange(3), 0.8) == []


def test_a_head_refers_to_the_likeliest_head_before_it_or_to_none() -> None:
    scores = np.log(np.array([[0.9, 0.05, 0.05], [0.2, 0.7, 0.1]], np.float32))
    assert [number for number, _ in antecedents(scores)] == [None, 0]


def test_the_heads_of_one_entity_count_together() -> None:
    chances = np.full((4, 5), 1e-6, np.float32)
    chances[0, 0] = chances[1, 0] = chances[2, 2] = 0.99  # two entities; the third head refers to the second
    chances[3] = [0.1, 0.4, 0.2, 0.3, 0]
    found = antecedents(np.log(np.maximum(chances, 1e-9)))
    assert [number for number, _ in found] == [None, None, 1, 2]
    assert found[3][1] == pytest.approx(0.5, abs=1e-3)


def test_an_extent_goes_out_to_whole_units() -> None:
    edges = np.array([0, 3, 5, 9])
    assert widened((4, 6), edges) == (3, 9)
    assert widened((3, 5), edges) == (3, 5)


def test_a_name_is_cut_as_the_rules_cut_it() -> None:
    learned = [mention("Harbour master Ida van Holm", head="Holm"), mention("she", MentionForm.PRONOUN)]
    links = [LinkLabel(1, 0, 0.8)]
    found, kept = joined_mentions(learned, links, [mention("Ida van Holm")], ())
    assert [m.span.of(TEXT) for m in found] == ["Ida van Holm", "she"]
    assert kept == (LinkLabel(1, 0, 0.8),)


def test_what_the_encoder_did_not_read_is_left_to_the_rules() -> None:
    ruled = [mention("Ida van Holm")]
    assert joined_mentions([], [], ruled, ())[0] == ()
    assert joined_mentions([], [], ruled, (Span(0, len(TEXT)),))[0] == tuple(ruled)


def test_links_lead_to_the_names_that_the_rules_see() -> None:
    learned = [mention("Harbour master Ida van Holm", head="Holm"), mention("she", MentionForm.PRONOUN)]
    found, kept = linked_names(TEXT, [mention("Ida van Holm")], learned, [LinkLabel(1, 0, 0.8)], ())
    assert [m.span.of(TEXT) for m in found] == ["Ida van Holm", "she"]
    assert kept == (LinkLabel(1, 0, 0.8),)


def test_people_whom_only_the_encoder_knows_are_names_and_titles_alone_are_none() -> None:
    learned = [mention("Harbour master", head="master"), mention("Ida van Holm", head="Holm")]
    found, _ = linked_names(TEXT, [], learned, [], ())
    assert [(m.span.of(TEXT), m.form) for m in found] == [
        ("Harbour master", MentionForm.NOMINAL),
        ("Ida van Holm", MentionForm.NAME),
    ]
    unsure = [replace(m, score=0.6) for m in learned]
    assert [m.form for m in linked_names(TEXT, [], unsure, [], ())[0]] == [MentionForm.NOMINAL]


@pytest.mark.parametrize(
    ("words", "kept"),
    [("Holm's", "Holm"), ("the voters’", "the voters"), ("MAYOR’S", "MAYOR"), ("’s", "’s"), ("his", "his")],
)
def test_a_possessive_is_no_part_of_a_mention(words: str, kept: str) -> None:
    text = f"It is {words} ferry."
    assert without_possessive(Span(6, 6 + len(words)), text).of(text) == kept


def test_a_name_that_the_encoder_knows_for_a_body_is_no_person() -> None:
    body = replace(mention("Ida van Holm", head="Holm"), kind=MentionKind.ORGANIZATION)
    (found,) = with_bodies([mention("van Holm")], [body])
    assert (found.kind, found.span) == (MentionKind.ORGANIZATION, mention("van Holm").span)
    (kept,) = with_bodies([mention("Harbour")], [body])
    assert kept.kind is MentionKind.PERSON
