"""Every case of `credit_cases.toml`, read as plain text, with Unix and with Windows newlines."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.reading import read_bytes
from onrecord.records import Article

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "credit_cases.toml").read_text(encoding="utf-8"))[
    "case"
]
TITLE = "Second spillway opened at Veyra dam"
OPENING = (
    "The water level behind the Veyra dam fell by two metres overnight after engineers opened a second spillway, "
    "the regional water board said on Tuesday."
)
MIDDLE = (
    "“We have no reason to fear for the towns downstream,” board director Ilse Marant told reporters. "
    "“The gates work as they should.”"
)
CLOSE = (
    "The dam, finished in 1971, supplies power to about 40,000 homes. A report on its safety is due in March, "
    "and until then both spillways stay open, the board said."
)


def report(case: dict[str, Any]) -> str:
    parts = [TITLE, case.get("head"), case.get("opening", "") + OPENING, case.get("inside"), MIDDLE]
    parts += [CLOSE + case.get("close", ""), case.get("tail")]
    return "\n\n".join(part for part in parts if part) + "\n"


def label(case: dict[str, Any]) -> str:
    words = next(case[key] for key in ("opening", "head", "inside", "close", "tail") if key in case)
    return f"{case['layout']}: {words}"[:70]


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("case", CASES, ids=label)
def test_case(case: dict[str, Any], newline: str) -> None:
    text = report(case).replace("\n", newline)
    (article,) = read_bytes(text.encode(), "report.txt", published=case.get("published"))
    assert isinstance(article, Article)
    assert article.text == text
    found = [[c.kind.value, c.name, c.span.of(text) if c.span else None] for c in article.credits]
    assert found == case.get("credits", [])
    line = article.dateline
    assert (line and [line.place or "", wire(article), line.date or ""]) == case.get("dateline")
    assert article.published == case.get("finds_published", case.get("published") or (line and line.date) or None)
    assert article.title_span is not None
    assert article.title_span.of(text) == TITLE


def wire(article: Article) -> str:
    return next((c.name for c in article.wires if c.rule == "dateline_agency"), "")


def test_there_are_enough_cases_of_enough_layouts() -> None:
    assert len(CASES) >= 60
    assert len({case["layout"] for case in CASES}) >= 15
