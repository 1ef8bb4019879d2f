"""Why a source is heard: the reporter's sentence about it, or the one that leads up to a person's first passage."""

from __future__ import annotations

import pytest

from onrecord.answers.passages import passages
from tests.statements.labelled import found

SAID = "“It holds,” said engineer Ida Holm."
ABOUT = "Ida Holm ran the dam for twenty years."
LEADS = "Nobody knows the old wall better than its keepers."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{ABOUT}\n\nIt rained. It rained all week.\n\n{SAID}", ABOUT),
        (f"{SAID}\n\n{ABOUT}", ABOUT),
        (f"{LEADS}\n\n{SAID}", LEADS),
        (f"{LEADS} {SAID}", LEADS),
        (f"{LEADS}\n\nA short line.\n\n{SAID}", None),
        (f"In a long comment on Ida Holm, the paper praised the dam.\n\nRain.\n\n{SAID}", None),
        (f"{SAID}\n\nIda Holm did not respond to a request for comment.", None),
        (f"“Ida Holm ran it for ever and a day,” a poster claims.\n\nRain.\n\n{SAID}", None),
    ],
)
def test_reason_of_a_person(text: str, reason: str | None) -> None:
    findings = found(text, [("engineer Ida Holm", "said", "“It holds,”")], people=["Ida Holm"])
    (passage,) = passages(findings)
    assert passage.source.justification == reason


def test_nothing_leads_up_to_a_body() -> None:
    text = f"{LEADS}\n\n“It holds,” the Lake Board said."
    (passage,) = passages(found(text, [("the Lake Board", "said", "“It holds,”")], bodies=["Lake Board"]))
    assert passage.source.justification is None
