"""Word lists: sections, comments, and the classes that the rules lean on."""

import pytest

from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.name_words import name_words, places
from onrecord.lexicon.word_lists import entries


def test_sections_join() -> None:
    assert function_words("determiners", "coordinators") == function_words("determiners") | function_words(
        "coordinators"
    )
    assert {"the", "and"} <= function_words("determiners", "coordinators")


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(KeyError):
        function_words("gerunds")


def test_function_words_are_lower_case() -> None:
    assert all(w == w.lower() for w in function_words("auxiliaries", "adverbs", "prepositions", "verbs"))


def test_places_keep_their_spaces_and_capitals() -> None:
    assert {"Kazakhstan", "New York", "Sri Lanka"} <= places()
    assert "new" not in places()


def test_name_words_are_disjoint_where_they_must_be() -> None:
    assert not name_words("honorifics") & name_words("joints")
    assert not name_words("people") & places()


def test_comments_are_no_entries() -> None:
    assert not [e for e in entries("places.txt") if e.startswith("#")]
