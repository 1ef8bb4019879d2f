"""Why a person is heard: descriptions behind a name, without titles, and never in somebody's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Role, Span
from onrecord.statements.credentials import credentials, with_its_ground
from onrecord.statements.credentials import described as described_in


def described(text: str, title: str = "") -> str:
    roles = [Role(title, Span(text.index(title), text.index(title) + len(title)))] if title else []
    mentions = [Span(text.index("Ida Holm"), text.index("Ida Holm") + len("Ida Holm"))]
    return " … ".join(span.of(text) for span in credentials(text, mentions, roles))


FUND = "director of the Lake Fund"


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Ida Holm, who ran the dam for years, said it holds.", "", "who ran the dam for years"),
        ("Ida Holm, a friend of the family, said it holds.", "", "a friend of the family"),
        ("It holds, said Ida Holm, a friend of the family.", "", "a friend of the family"),
        (f"Ida Holm, {FUND}, a group that owns the dam, spoke.", FUND, "a group that owns the dam"),
        (f"Ida Holm, the {FUND}, said it holds.", FUND, ""),
        ("Ida Holm, speaking on Monday in town, said it holds.", "", ""),
        ("“Ida Holm, who ran the dam for years, lied,” said Bo.", "", ""),
        (
            "Ida Holm, a friend of cooks, carters, and other townsfolk.",
            "",
            "a friend of cooks, carters, and other townsfolk",
        ),
        ("Ida Holm, a friend of the family, and Bo Lind said so.", "", "a friend of the family"),
        ("Ida Holm, a friend of the family, asked us to stop, and her son left.", "", "a friend of the family"),
        ("In a note on Ida Holm, the paper praised the dam.", "", ""),
        ("Ida Holm, a mother of four and the director of the Lake Fund, spoke.", FUND, "a mother of four"),
        (f"Ida Holm, who is also the {FUND}, spoke.", FUND, ""),
        (f"Col. Ida Holm, the {FUND}, spoke.", "Col.", f"the {FUND}"),
        ("Ida Holm is, by most accounts, the oldest keeper in town. She spoke.", "", "the oldest keeper in town"),
        ("Ida Holm was late.", "", ""),
        ("Ida Holm said it holds.", "", ""),
    ],
)
def test_what_stands_behind_the_name(text: str, title: str, expected: str) -> None:
    assert described(text, title) == expected


def test_a_source_without_a_name_is_described_by_its_clause() -> None:
    text = "Neighbours who saw the wall break, and a keeper, who reportedly fled the hut, said it broke."
    assert [s.of(text) for s in described_in(text, Span(0, 33))] == ["who saw the wall break"]
    at = text.index("a keeper")
    assert [s.of(text) for s in described_in(text, Span(at, at + 24))] == ["who reportedly fled the hut"]
    assert described_in(text, Span(0, 10)) == ()


def test_a_document_is_described_by_where_it_comes_from() -> None:
    text = "A 2021 report by the Lake Board and a plain survey said it broke."
    report, survey = Span(0, 31), Span(text.index("a plain"), text.index(" said"))
    assert [s.of(text) for s in described_in(text, report)] == ["A 2021 report by the Lake Board"]
    assert described_in(text, survey) == ()


def test_a_grant_of_anonymity_keeps_its_ground() -> None:
    text = "A keeper spoke on condition of anonymity because she feared for her job, and left."
    grant = Span(text.index("on cond"), text.index(" because"))
    assert with_its_ground(text, grant).of(text) == "on condition of anonymity because she feared for her job"
    assert with_its_ground(text, Span(0, 8)) == Span(0, 8)


@given(st.text(alphabet="ab ,.“”\nwho", max_size=60), st.integers(0, 60), st.integers(1, 9))
def test_any_text_gives_spans_in_it(text: str, start: int, length: int) -> None:
    mention = Span(min(start, len(text)), min(start, len(text)) + length)
    for span in credentials(text, [mention], []):
        assert mention.end <= span.start < span.end <= len(text)
