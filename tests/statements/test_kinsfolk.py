"""A family name alone means who bears it alone, not the kin beside them that the text names in full."""

import pytest

from onrecord import find_statements
from onrecord.records import Article

SAID = " “The pier is shut,” {name} said on Monday."


def speaker(text: str, name: str = "Holm") -> str | None:
    """Who says that the pier is shut."""
    findings = find_statements(Article.of(text + SAID.format(name=name)))
    (statement,) = (s for s in findings.statements if s.content[0].of(findings.article.text).startswith("“The pier"))
    agent = findings.agent_of(statement)
    return agent.name if agent else None


@pytest.mark.parametrize(
    "text",
    [
        "President Holm came to the harbour. Holm and first lady Marta Holm welcomed the pilots.",
        "The harbour belongs to Holm. Holm and Marta Holm welcomed the pilots.",
        "The harbour belongs to Holm. His sister, Marta Holm, has the ferry.",
        "The harbour belongs to Holm. Marta Holm, his youngest sister, has the ferry.",
        "Holm’s sister, Marta Holm, has the ferry.",
    ],
)
def test_a_namesake_beside_somebody_is_another(text: str) -> None:
    assert speaker(text) == "Holm"
    assert speaker(text, "Marta Holm") == "Marta Holm"
    assert speaker(text, "Ms. Holm") == "Marta Holm"


def test_kin_of_one_who_is_named_in_full_is_not_meant() -> None:
    assert speaker("Karl Holm and first lady Marta Holm welcomed the pilots.") == "Karl Holm"
    assert speaker("Karl Holm’s sister Marta Holm welcomed the pilots.") == "Karl Holm"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the pier with her husband, Karl Holm.",
        "Holm and the pilots met. Karl Holm owns the ferry.",
        "Holm and his pilots said that Karl Holm would come.",
        "Holm’s office opened late. Karl Holm owns the ferry.",
    ],
)
def test_whoever_is_nobody_elses_kin_is_meant(text: str) -> None:
    assert speaker(text) == "Karl Holm"
