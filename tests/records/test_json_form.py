"""The JSON form of every record: there and back, and an error of ours for everything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RecordError
from onrecord.records import Agent, Article, Credit, CreditKind, Span, Statement, from_json, to_json
from tests.records.strategies import RECORDS, values

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "article", "span", "content", "names"]), inner, max_size=4)
    ),
    max_leaves=8,
)


def test_every_noun_is_covered() -> None:
    names = {kind.__name__ for kind in RECORDS}
    assert {"Article", "Labels", "Statement", "Agent", "Utterance", "Moment", "Derivation", "Commitment"} <= names
    assert {"Judgement", "Rejected", "Findings", "Graph", "Span"} <= names


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_record_survives_json(kind: type, data: st.DataObject) -> None:
    record = data.draw(values(kind))
    line = json.dumps(to_json(record))
    assert from_json(kind, json.loads(line)) == record


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(junk=JUNK)
def test_what_is_no_record_raises_our_error(kind: type, junk: Any) -> None:
    try:
        made = from_json(kind, junk)
    except RecordError:
        return
    assert isinstance(made, kind)


def test_the_form_is_plain() -> None:
    credit = Credit(CreditKind.WIRE, "TASS", Span(3, 7))
    assert to_json(credit) == {"kind": "wire", "name": "TASS", "span": [3, 7], "url": None, "rule": ""}


def test_unknown_keys_are_passed_over_and_missing_ones_take_the_default() -> None:
    made = from_json(Credit, {"kind": "photo", "name": "Ann", "shutter": "1/250"})
    assert made == Credit(CreditKind.PHOTO, "Ann")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Credit, {"name": "TASS"}),
        (Credit, {"kind": "telegraph", "name": "TASS"}),
        (Credit, {"kind": "wire", "name": 7}),
        (Credit, {"kind": "wire", "name": "TASS", "span": [7, 3]}),
        (Credit, {"kind": "wire", "name": "TASS", "span": [7]}),
        (Article, {"id": "a"}),
    ],
)
def test_what_is_missing_or_of_another_kind_is_named(kind: type, data: Any) -> None:
    with pytest.raises(RecordError):
        from_json(kind, data)


@pytest.mark.parametrize(("kind", "data"), [(Article, []), (Agent, None), (Statement, "said")])
def test_what_is_no_object_is_an_error(kind: type, data: Any) -> None:
    with pytest.raises(RecordError):
        from_json(kind, data)
