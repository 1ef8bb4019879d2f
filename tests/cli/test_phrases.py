"""Lines of text: what a speaker is said to have said has the marks of the article, and no others."""

import pytest

from onrecord.cli.display.phrases import as_told, in_quotes


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“The pier is shut,”", "“The pier is shut,”"),
        ("‘The pier is shut’", "“The pier is shut”"),
        ("that the pier was shut", "that the pier was shut"),
        ("that the pier “won’t be opened.”", "that the pier “won’t be opened.”"),
        ("“No,” she said, and left", "“No,” she said, and left"),
        ("“", "“"),
    ],
)
def test_marks_are_those_of_the_article(words: str, shown: str) -> None:
    assert as_told(words) == shown


def test_a_quotation_that_is_cut_is_closed() -> None:
    assert as_told("“The pier is shut, and so is the harbour,”", 20) == "“The pier is shut…”"
    assert as_told("that the pier and the harbour were shut", 20) == "that the pier and…"


def test_a_passage_of_an_article_stands_between_marks() -> None:
    assert in_quotes("that the pier was shut") == "“that the pier was shut”"
