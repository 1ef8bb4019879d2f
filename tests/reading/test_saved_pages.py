"""Saved pages and feeds of many layouts, each with what a reader would expect beside it (`pages/NAME.toml`)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.reading import read
from onrecord.reading.encoding import decode
from onrecord.records import Article

PAGES = Path(__file__).parent / "pages"
FILES = sorted(path for path in PAGES.iterdir() if path.suffix != ".toml")


def expected(path: Path) -> list[dict[str, Any]]:
    table = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["article"]
    for article in table:
        article["text"] = article["text"].strip("\n")
    return table


def shown(article: Article) -> dict[str, Any]:
    line = article.dateline
    found = {
        "title": article.title,
        "published": article.published,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "byline": list(article.byline),
        "dateline": line and {k: v for k in ("place", "agency", "date") if (v := getattr(line, k))},
        "credits": [[c.kind.value, c.name, c.span.of(article.text) if c.span else ""] for c in article.credits],
        "notes": list(article.notes),
        "text": article.text,
    }
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_page(path: Path) -> None:
    articles = list(read(path))
    assert [shown(a) if isinstance(a, Article) else a for a in articles] == expected(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_title_stands_in_the_text_and_the_map_leads_to_the_same_letters(path: Path) -> None:
    page = decode(path.read_bytes())[0]
    for article in read(path):
        assert isinstance(article, Article)
        assert article.title_span is not None
        assert article.title_span.of(article.text) == article.title
        for run in article.offset_map:
            assert (
                article.text[run.start : run.start + run.length] == page[run.page_start : run.page_start + run.length]
            )
