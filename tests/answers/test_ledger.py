"""The ledger: one undertaking in many reports, and every status with the words that show it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.answers.ledger import Entry
from onrecord.records import Article

PROMISE = (
    "2024-05-10",
    "“The withdrawal of the harbour patrol from the Quill islands will begin on 13 May and will take no more than ten "
    "days,” Norwegian defence minister Ada Holm told reporters.",
)
REPORTS = {
    "began": (
        "2024-05-13",
        "The withdrawal of the harbour patrol from the Quill islands began on Monday, officials said.",
    ),
    "done": (
        "2024-05-20",
        "The withdrawal of the harbour patrol from the Quill islands has been completed, Holm said.",
    ),
    "late": ("2024-05-25", "The harbour patrol has not completed its withdrawal from the Quill islands, a mayor said."),
    "put off": ("2024-05-14", "The withdrawal of the harbour patrol from the Quill islands was postponed on Tuesday."),
    "called off": (
        "2024-05-15",
        "The withdrawal of the harbour patrol from the Quill islands was called off, Holm said.",
    ),
    "refused": ("2024-05-26", "The harbour patrol failed to withdraw from the Quill islands, the union said."),
    "another": ("2024-05-20", "The harbour patrol of the Brenn lakes has been completed with two new boats."),
    "a plan": ("2024-05-12", "The harbour patrol will complete its withdrawal from the Quill islands soon, Holm said."),
    "a maybe": ("2024-05-21", "It would help the Quill islands if the withdrawal of the harbour patrol was completed."),
}


def archive(*names: str) -> Archive:
    opened = Archive.open(":memory:")
    told = [PROMISE, *(REPORTS[name] for name in names)]
    opened.add([Article.of(text, published=day, outlet=f"Outlet {k}") for k, (day, text) in enumerate(told)])
    return opened


def withdrawal(opened: Archive, on: str | None) -> Entry:
    found = opened.ledger(date.fromisoformat(on) if on else None).entries
    (entry,) = (e for e in found if e.statements and "will begin on 13 May" in e.text)
    return entry


@pytest.mark.parametrize(
    ("reports", "on", "status", "begun"),
    [
        ((), "2024-05-11", "open", False),
        ((), "2024-05-23", "due", False),
        ((), "2024-05-24", "no evidence", False),
        (("began",), "2024-05-12", "open", False),
        (("began",), "2024-05-14", "open", True),
        (("began", "done"), "2024-05-19", "open", True),
        (("began", "done"), "2024-05-20", "kept", True),
        (("began", "late"), "2024-05-25", "overdue", True),
        (("put off",), "2024-05-14", "extended", False),
        (("called off",), "2024-05-16", "withdrawn", False),
        (("refused",), "2024-05-26", "broken", False),
        (("another",), "2024-05-22", "open", False),
        (("a plan",), "2024-05-13", "open", False),
        (("a maybe",), "2024-05-22", "open", False),
    ],
)
def test_a_status_is_what_the_last_report_shows(reports: tuple[str, ...], on: str, status: str, begun: bool) -> None:
    entry = withdrawal(archive(*reports), on)
    assert (entry.status.value, entry.begun) == (status, begun)
    texts = dict([PROMISE, *(REPORTS[name] for name in reports)])
    assert entry.evidence
    for words in entry.evidence:
        assert words.span is not None
        assert any(words.span.of(text) == words.text for text in texts.values())
    if status in ("kept", "broken", "overdue", "extended", "withdrawn"):
        assert entry.evidence[0].text == texts[max(texts)] or len(reports) == 1


def test_dates_and_agent_are_those_of_the_words() -> None:
    entry = withdrawal(archive(), "2024-05-11")
    assert entry.begins is not None
    assert entry.due is not None
    assert (entry.begins.start, entry.due.end) == ("2024-05-13", "2024-05-23")
    assert entry.agent is not None
    assert entry.agent.name == "Ada Holm"
    json.dumps(entry.to_json())


def test_reports_of_one_undertaking_are_one_entry() -> None:
    opened = archive()
    opened.add([Article.of(PROMISE[1].replace("told reporters", "said"), published="2024-05-11", outlet="Another")])
    entry = withdrawal(opened, "2024-05-12")
    assert len(entry.told) == 2


def test_the_order_of_adding_changes_nothing() -> None:
    first, second = Archive.open(":memory:"), Archive.open(":memory:")
    articles = [Article.of(text, published=day, outlet=day) for day, text in [PROMISE, *REPORTS.values()]]
    first.add(articles)
    second.add(articles[::-1])
    assert first.ledger() == second.ledger()


FOLLOW_UPS = (
    (
        "2022-01-13",
        "The withdrawal of the CSTO peacekeeping contingent from Kazakhstan began on Thursday, officials said.",
    ),
    (
        "2022-01-19",
        "The withdrawal of the CSTO peacekeeping contingent from Kazakhstan has been completed, a general said.",
    ),
    ("2022-01-24", "The CSTO peacekeeping contingent has not completed its withdrawal from Kazakhstan, a mayor said."),
)


@pytest.mark.parametrize(
    ("follow_ups", "on", "status", "begun"),
    [
        ((0, 1), "2022-01-14", "open", True),
        ((0, 1), "2022-01-20", "kept", True),
        ((0, 1), "2022-01-24", "kept", True),
        ((0, 2), "2022-01-20", "open", True),
        ((0, 2), "2022-01-24", "overdue", True),
        ((), "2022-01-14", "open", False),
        ((), "2022-01-24", "no evidence", False),
    ],
)
def test_the_withdrawal_that_the_seed_announces(
    shared: Path, follow_ups: tuple[int, ...], on: str, status: str, begun: bool
) -> None:
    opened = Archive.open(":memory:")
    opened.add(shared / "data" / "seed" / "peskov-csto-2022-01-11.txt")
    opened.add([Article.of(t, published=d, outlet=d) for d, t in (FOLLOW_UPS[k] for k in follow_ups)])
    entries = opened.ledger(date.fromisoformat(on)).entries
    (entry,) = (e for e in entries if e.due is not None)
    assert (entry.status.value, entry.begun) == (status, begun)
    assert entry.agent is not None
    assert entry.agent.name == "Kassym-Jomart Tokayev"
    assert (entry.begins and entry.begins.start, entry.due and entry.due.end) == ("2022-01-13", "2022-01-23")
    if follow_ups and status != "no evidence":
        shown = {words.text for words in entry.evidence}
        assert shown <= {text for _, text in FOLLOW_UPS}
