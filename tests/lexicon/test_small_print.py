"""Standing matter of newsrooms is small print; a sentence of a report is not, whatever its words."""

from __future__ import annotations

import pytest

from onrecord.lexicon.small_print import LONGEST, is_small_print


@pytest.mark.parametrize(
    "paragraph",
    [
        "Sign up for our evening letter.",
        "© 2024 Quayside Radio",
        "Quayside Radio | All rights reserved",
        "Related: Ten pictures of the week",
        "Got a tip? Write to our news desk.",
        "  Read more   about the harbour",
    ],
)
def test_small_print(paragraph: str) -> None:
    assert is_small_print(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "Related work was done by the harbour office in 2003.",
        "The readers' newsletter of the party said so.",
        "Subscribed shares fell by a tenth.",
        "Sign up for it, she told the crowd, and the " + "harbour " * 30,
    ],
)
def test_words_of_a_report(paragraph: str) -> None:
    assert not is_small_print(paragraph)
    assert len(paragraph) < LONGEST or "harbour" in paragraph
