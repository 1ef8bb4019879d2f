"""Why a person is heard: descriptions behind a name, without titles, and never in somebody's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Role, Span
from onrecord.statements.credentials import credentials


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
        ("Ida Holm said it holds.", "", ""),
    ],
)
def test_what_stands_behind_the_name(text: str, title: str, expected: str) -> None:
    assert described(text, title) == expected


@given(st.text(alphabet="ab ,.“”\nwho", max_size=60), st.integers(0, 60), st.integers(1, 9))
def test_any_text_gives_spans_in_it(text: str, start: int, length: int) -> None:
    mention = Span(min(start, len(text)), min(start, len(text)) + length)
    for span in credentials(text, [mention], []):
        assert mention.end <= span.start < span.end <= len(text)
