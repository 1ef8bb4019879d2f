"""The golden case: the article that specifies the product gives exactly its nine statements.

The golden file holds offsets, kinds, names and the text's hash; the sentences are read from the corpora.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.answers.who import who
from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.provenance.linking import own_links
from onrecord.reading import read
from onrecord.records import (
    Article,
    Findings,
    Graph,
    Hand,
    Modality,
    Span,
    Statement,
    ViaKind,
    spans_text,
    to_json,
)

GOLDEN = json.loads((Path(__file__).parent / "golden" / "seed.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def findings(shared: Path) -> Findings:
    path = shared.parent / "shared" / GOLDEN["file"]
    (article,) = read(path)
    assert isinstance(article, Article)
    assert hashlib.sha256(article.text.encode()).hexdigest() == GOLDEN["sha256"]
    (made,) = analyse([article], labeller())
    return made


def test_article_is_read_as_published(findings: Findings) -> None:
    article = findings.article
    assert article.published == GOLDEN["published"]
    assert article.outlet == GOLDEN["outlet"]
    assert to_json(article.title_span) == GOLDEN["title_span"]
    found = [to_json(c) for c in article.credits]
    for wanted in GOLDEN["credits"]:
        assert any({k: c[k] for k in wanted} == wanted for c in found), found
    assert [c["name"] for c in found if c["kind"] == "wire"] == ["TASS"]


def roles(findings: Findings) -> list[dict[str, Any]]:
    out = []
    for statement in findings.statements:
        agent = findings.agent_of(statement)
        row = {"kind": statement.kind.value, "agent": agent.name if agent else None}
        for role in ("source", "cue", "content", "addressee", "question"):
            spans = to_json(getattr(statement, role))
            if spans or role in ("source", "cue", "content"):
                row[role] = spans
        out.append(row)
    return out


def test_nine_statements_with_their_spans(findings: Findings) -> None:
    assert sorted(roles(findings), key=lambda r: r["content"]) == sorted(
        GOLDEN["statements"], key=lambda r: r["content"]
    )


def test_agents_have_type_and_title(findings: Findings) -> None:
    speaking = {a.name: a for s in findings.statements if (a := findings.agent_of(s)) is not None}
    assert set(speaking) == set(GOLDEN["agents"])
    for name, wanted in GOLDEN["agents"].items():
        assert speaking[name].type.value == wanted["type"]
        role = speaking[name].role
        assert role is not None
        assert role.title == wanted["title"]


def test_each_person_is_one_agent_in_all_its_forms(findings: Findings) -> None:
    text = findings.article.text
    forms = {a.names: {m.of(text) for m in a.mentions} for a in findings.agents}
    assert {names: sorted(found) for names, found in forms.items()} == {
        tuple(one["names"]): one["mentions"] for one in GOLDEN["people"]
    }
    titles = {a.names[0]: [r.title for r in a.roles] for a in findings.agents}
    assert titles == {one["names"][0]: one["titles"] for one in GOLDEN["people"]}


def test_said_on_the_day_of_the_report(findings: Findings) -> None:
    told = next(s for s in findings.statements if s.addressee)
    assert told.said is not None
    assert (told.said.start, told.said.end) == (GOLDEN["said_first"], GOLDEN["said_first"])


def test_his_position_on_ending_the_mission_has_its_words(findings: Findings) -> None:
    shown = who(Graph((findings,)), "Peskov")
    (position,) = (
        p for p in shown.positions if p.matter == Span(*GOLDEN["position"]["matter"]).of(findings.article.text)
    )
    assert [list(held.span) for held in position.held] == GOLDEN["position"]["held"]
    assert all(held.text == held.span.of(findings.article.text) for held in position.held)
    assert {(held.day, held.stance) for held in position.held} == {(GOLDEN["said_first"], "open")}
    assert position.changes == ()


def test_moments_count_from_the_report_or_from_who_speaks(findings: Findings) -> None:
    text = findings.article.text
    found = [
        (m.span.of(text), m.value, m.mod, m.anchor.kind.value if m.anchor else None) for m in findings.moments if m.span
    ]
    assert found == [
        ("11 January 2022", "2022-01-11", None, None),
        ("Tuesday", "2022-01-11", None, "published"),
        ("yesterday", "2022-01-10", None, "said"),
        ("a week earlier", "2022-W01", None, "said"),
        ("in two days", "2022-01-13", None, "said"),
        ("no more than 10 days", "P10D", "EQUAL_OR_LESS", None),
    ]


def test_everything_was_said_on_that_day_but_what_was_said_earlier(findings: Findings) -> None:
    text = findings.article.text
    *others, earlier = sorted(findings.statements, key=lambda s: s.content)
    assert {(s.said.start, s.said.end) for s in others if s.said} == {(GOLDEN["said_first"], GOLDEN["said_first"])}
    assert all(s.said for s in others)
    assert earlier.said is not None
    assert earlier.said.span is not None
    assert (earlier.said.span.of(text), earlier.said.start, earlier.said.end) == ("Earlier", None, "2022-01-11")


def test_photo_credit_is_no_source(findings: Findings) -> None:
    photo = next(c for c in findings.article.credits if c.kind.value == "photo")
    assert photo.span is not None
    assert not any(photo.span.overlaps(span) for s in findings.statements for span in s.source)


def opening(findings: Findings, words: str) -> Statement:
    """The statement whose content opens with these words."""
    text = findings.article.text
    return next(s for s in findings.statements if s.content[0].of(text).lstrip('"').startswith(words))


def test_what_the_spokesman_does_not_know_is_disclaimed_and_relayed(findings: Findings) -> None:
    statement = opening(findings, "I do not possess")
    assert (statement.modality, statement.hand) == (Modality.DISCLAIMED, Hand.RELAYED)
    (via,) = statement.via
    assert via.kind is ViaKind.PERSON
    assert spans_text(findings.article.text, via.spans) == "its Kazakh colleagues"
    assert [s for s in findings.statements if s.modality is Modality.DISCLAIMED] == [statement]


def test_what_the_president_spoke_about_yesterday_is_pointed_at_and_missing(findings: Findings) -> None:
    (pointer,) = opening(findings, "the most important").points_to
    assert spans_text(findings.article.text, pointer.spans).endswith("Tokayev spoke about this yesterday")
    assert next(a.name for a in findings.agents if a.id == pointer.agent) == "Kassym-Jomart Tokayev"
    assert pointer.said is not None
    assert (pointer.said.start, pointer.said.end, pointer.statement) == ("2022-01-10", "2022-01-10", None)
    targets = {d.target: d.rule for d in own_links(findings).derivations}
    assert targets["saying:Kassym-Jomart Tokayev, 2022-01-10"] == "points_to_a_saying"


def test_the_primary_source_is_what_the_other_side_uses(findings: Findings) -> None:
    (pointer,) = opening(findings, "That should be").points_to
    text = findings.article.text
    assert spans_text(text, pointer.spans) == "the primary source"
    assert pointer.statement == opening(findings, "the most important").id
    used = spans_text(text, pointer.means)
    assert used.startswith("what information is used by")
    assert "colleagues" in used
