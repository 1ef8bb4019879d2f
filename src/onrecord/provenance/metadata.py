"""Metadata as evidence: the fields of an article that show something where no characters of its text do."""

from __future__ import annotations

from onrecord.records import Article, Credit, Evidence

URL = "url"
"""The article's address."""
OUTLET = "outlet"
"""The newsroom that published it."""
TITLE = "title"
"""The headline, where it is no part of the text."""
CREDITS = "credits"
"""A credit without characters and without a rule that says where it was found."""


def credit_evidence(article: Article, credit: Credit) -> Evidence:
    """What shows a credit: its characters, else the field that gives it ("feed_source", "json_ld_is_based_on")."""
    if credit.span is not None:
        return Evidence(article.id, credit.span)
    return Evidence(article.id, None, credit.rule or CREDITS)


def address_evidence(article: Article) -> Evidence:
    """The article's address as evidence."""
    return Evidence(article.id, None, URL)


def value_of(article: Article, field: str) -> str | None:
    """What stands in a field that evidence names; None where the article has nothing there."""
    if field == URL:
        return article.url
    if field in (OUTLET, TITLE):
        return article.outlet if field == OUTLET else article.title
    given = (c for c in article.credits if c.span is None and (c.rule or CREDITS) == field)
    return "; ".join(f"{c.name}, {c.url}" if c.url else c.name for c in given) or None
