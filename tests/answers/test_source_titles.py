"""Titles as an audit writes them: what stands in front of the name, party and seat, the office behind it, its body."""

from __future__ import annotations

import pytest

from onrecord.answers.source_titles import title_of
from tests.statements.labelled import found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor Ida Holm said it holds.", "Mayor"),
        ("Ida Holm, director of safety at the Lake Board, said it holds.", "director of safety at the Lake Board"),
        ("Col. Ida Holm, the commander of a lake patrol, said it holds.", "Col., commander of a lake patrol"),
        ("Sen. Ida Holm (R-Lakeland) said it holds.", "Sen. (R-Lakeland)"),
        ("Ida Holm, who is also the head of a union, said it holds.", "head of a union"),
        ("Ida Holm, co-chair of the Lake Watch, said it holds.", "co-chair of the Lake Watch"),
        ("Ida Holm, a fisher and the chair of the Lake Watch, said it holds.", "chair of the Lake Watch"),
        ("Ida Holm, the chief of a patrol said it holds.", "chief of a patrol"),
        ("It is old, Ida Holm, the chief said.", None),
        (
            "Brenn-based Lake Fund, a charity, paid. Ida Holm, the charity’s director of research, said it holds.",
            "director of research, Lake Fund",
        ),
        ("Ida Holm, the charity’s director of research, said it holds.", "charity’s director of research"),
        ("Ida Holm said it holds.", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    cue = "said it" if "said it" in text else "said"
    content = "holds" if "holds" in text else "It is old"
    findings = found(text, [("Ida Holm", cue, content)], people=["Ida Holm"], bodies=["Lake Fund"])
    (agent,) = findings.agents
    assert title_of(text, agent) == title
