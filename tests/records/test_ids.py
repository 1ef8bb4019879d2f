"""Content-hash ids: the same on every machine and in every release."""

from __future__ import annotations

from hashlib import blake2b

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, Span, agent_id, article_id, content_id, statement_id, text_id

PARTS = st.lists(st.none() | st.text(max_size=8), max_size=5)


def test_the_hash_is_the_documented_one() -> None:
    assert content_id("ab", None, "é") == blake2b(b"2:ab-;2:\xc3\xa9", digest_size=16).hexdigest()


def test_ids_are_pinned() -> None:
    """A change of these values orphans every stored archive."""
    article = article_id(outlet="Calder Gazette", locator="https://a.example/1", published="2031-05-02", text="Rain.")
    assert article == "b86f6a583523a748a57d3ddfa93ab531"
    assert text_id("Rain.") == "be1fa7b66452445d6d2f17d10f1b9425"
    assert (
        statement_id(article, [Span(0, 3)], [Span(4, 8)], [Span(9, 12), Span(14, 20)])
        == "4b801fb72bd67a1cb66cf8fd16d4bccc"
    )
    assert agent_id(article, [Span(0, 3), Span(30, 33)]) == "602c11c9bbf2cbb32617a077bb3e17a8"


@given(PARTS, PARTS)
def test_other_parts_give_another_id(one: list[str | None], other: list[str | None]) -> None:
    assert (content_id(*one) == content_id(*other)) == (one == other)


@given(st.text(min_size=1, max_size=20), st.data())
def test_the_same_letters_parted_elsewhere_give_another_id(text: str, data: st.DataObject) -> None:
    cuts = st.integers(0, len(text))
    one, other = data.draw(cuts), data.draw(cuts)
    same = content_id(text[:one], text[one:]) == content_id(text[:other], text[other:])
    assert same == (one == other)


def test_nothing_and_an_empty_text_differ() -> None:
    assert content_id(None) != content_id("") != content_id()
    assert content_id("a", None) != content_id(None, "a")


def test_the_roles_of_a_span_count() -> None:
    a, b, c = [Span(0, 3)], [Span(4, 8)], [Span(9, 12)]
    assert len({statement_id("x", *roles) for roles in ((a, b, c), (b, a, c), (a, [], c), ([], b, c))}) == 4


def test_a_path_is_no_part_of_an_article_but_its_outlet_url_and_day_are() -> None:
    here = Article.of("Rain.", outlet="Gazette", url="https://a.example/1", published="2031-05-02", path="one.txt")
    moved = Article.of("Rain.", outlet="Gazette", url="https://a.example/1", published="2031-05-02", path="two.txt")
    assert here.id == moved.id
    assert here.id != Article.of("Rain.", outlet="Courier", url=here.url, published=here.published).id
    assert here.id != Article.of("Rain.", outlet="Gazette", url="https://a.example/2", published=here.published).id
    assert here.id != Article.of("Rain.", outlet="Gazette", url=here.url, published="2031-05-03").id


def test_the_same_text_elsewhere_shares_its_text_id() -> None:
    assert Article.of("Rain.", outlet="Gazette").text_id == Article.of("Rain.", outlet="Courier").text_id
    assert Article.of("Rain.").text_id != Article.of("Rain").text_id


def test_a_feeds_id_stands_in_for_a_missing_url() -> None:
    assert Article.of("Rain.", feed_id="tag:1").id == Article.of("Rain.", url="tag:1").id
    assert (
        Article.of("Rain.", feed_id="tag:1", url="https://a.example/1").id
        == Article.of("Rain.", url="https://a.example/1").id
    )


@given(st.text())
def test_any_text_has_an_id(text: str) -> None:
    assert len(text_id(text)) == 32
    int(text_id(text), 16)


def test_lone_surrogates_have_an_id() -> None:
    assert text_id("\ud800") != text_id("\ud801")
