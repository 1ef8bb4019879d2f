"""The data files: every phrasing can be set, and says what its neighbours say."""

from __future__ import annotations

import re

import pytest
from evals.newsroom.phrases import clauses, spoken
from evals.newsroom.stock import DATA, Topic, event_kinds, topics, words

from onrecord.lexicon.wires import wire_named

TOPICS = pytest.mark.parametrize("topic", topics(), ids=lambda t: t.name)
EVENT_SLOTS = {"place", "weekday", "host"}


@TOPICS
def test_slots_are_known_and_brackets_closed(topic: Topic) -> None:
    known = {name for name, _ in topic.slots}
    texts = [*topic.roles, *(form for forms in (*topic.facts, *topic.headlines, *topic.elsewhere) for form in forms)]
    texts += [text for p in topic.points for text in (p.said, p.retold, *p.indirect)]
    for text in texts:
        assert set(re.findall(r"\{(\w+)\}", text)) <= known, text
        assert not re.search(r"[\[\]<>]", spoken(re.sub(r"\[[^\[\]]+\|[^\[\]]+\]", "", text))), text


@TOPICS
def test_there_is_enough_to_tell(topic: Topic) -> None:
    assert len(topic.facts) == 8
    assert all(len(forms) == 4 for forms in topic.facts)
    assert all(len(forms) == 2 for forms in topic.elsewhere)
    assert len(topic.points) == 6
    assert all(form.endswith(".") for forms in (*topic.facts, *topic.elsewhere) for form in forms)


@TOPICS
def test_sayings_are_of_a_quotations_length_and_can_be_cut(topic: Topic) -> None:
    for point in topic.points:
        assert len(clauses(point.said)) == len(clauses(point.retold)) == 3
        assert 8 <= len(spoken(point.said).replace("/", "").split()) <= 40
        assert "<" in point.said
        assert "<" not in point.retold
        assert len(point.indirect) == 2


@TOPICS
def test_another_translation_has_mostly_other_words(topic: Topic) -> None:
    for point in topic.points:
        said, retold = (set(re.findall(r"\w+", spoken(text).lower())) for text in (point.said, point.retold))
        assert len(said & retold) < 0.5 * len(retold)


def test_events_fill_what_they_name() -> None:
    for kind in event_kinds():
        slots = {slot for form in (*kind.occasion, *kind.said) for slot in re.findall(r"\{(\w+)\}", form)}
        assert slots <= EVENT_SLOTS
        assert len(kind.colours) >= 4
        assert all(len(forms) == 3 for forms in kind.colours)


def test_listed_agencies_are_known_to_the_lexicon_and_unlisted_ones_are_not() -> None:
    stock = words("newsrooms")
    assert all(wire_named(name) for name in stock["agencies"])
    assert not any(wire_named(name) for name in stock["unlisted_agencies"])


def test_every_data_file_opens_with_a_comment() -> None:
    for path in DATA.rglob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("# ")
