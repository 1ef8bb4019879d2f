"""One newsroom under all its spellings has one key, two newsrooms never have one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.provenance.outlets import outlet_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Fox News", "The Fox News", "foxnews.com", "https://www.foxnews.com/politics/a-story"),
        ("BBC News", "BBC", "bbc.co.uk", "news.bbc.co.uk", "www.bbc.com/news"),
        ("The Guardian", "Guardian", "theguardian.com"),
        ("The Hill", "thehill.com"),
        ("Sydney Herald", "sydneyherald.com.au"),
        ("TASS", "ITAR-TASS", "tass.ru", "TASS news agency"),
        ("AP", "The Associated Press", "apnews.com"),
        ("CNews", "cnews.fr"),
        ("ABC News", "abcnews.go.com"),
    ],
)
def test_spellings_of_one_newsroom_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({outlet_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("smh.com.au", "abc.net.au"),
        ("news.com.au", "smh.com.au"),
        ("CNews", "C"),
        ("inews.co.uk", "i.com"),
        ("them.us", "m.us"),
        ("abcnews.go.com", "espn.go.com"),
        ("The Daily News", "Daily Mail"),
    ],
)
def test_two_newsrooms_have_two(one: str, other: str) -> None:
    assert outlet_key(one) != outlet_key(other)


@pytest.mark.parametrize("nameless", [None, "", "  "])
def test_without_a_name_there_is_no_key(nameless: str | None) -> None:
    assert outlet_key(nameless) == ""


@given(st.text(alphabet="abcdeThNws. /:-", max_size=120))
@example("..NN")
@example("a..com.nn")
@example(".com.nn")
def test_any_name_has_a_key_and_space_around_it_changes_nothing(name: str) -> None:
    assert outlet_key(name) == outlet_key(f" {name} ")
    assert bool(outlet_key(name)) is bool(name.strip())
