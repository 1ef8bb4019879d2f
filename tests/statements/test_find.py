"""Labels become statements: snapping, joining, nesting, kinds, questions and speakers."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import (
    AgentType,
    Article,
    CueLabel,
    Hand,
    Labels,
    MentionForm,
    MentionKind,
    MentionLabel,
    Modality,
    Polarity,
    RoleLabel,
    Span,
    StatementKind,
    ViaKind,
    covered,
    disjoint,
)
from onrecord.statements.entities import find_entities
from onrecord.statements.find import find_statements
from tests.statements.labelled import content, found, speaker

INTERRUPTED = "“The bridge is safe,” Mayor Ada Quill said. “Nobody needs to worry.”\n\nTraffic went on."


def test_a_quotation_broken_by_its_attribution_is_one_statement() -> None:
    findings = found(INTERRUPTED, [("Mayor Ada Quill", "said", "“The bridge is safe,”")], people=["Ada Quill"])
    (statement,) = findings.statements
    assert content(findings, statement) == "“The bridge is safe,” | “Nobody needs to worry.”"
    assert statement.kind is StatementKind.DIRECT


def test_a_quotation_that_goes_on_in_the_next_paragraph_joins() -> None:
    text = "Ada Quill said: “The bridge is safe.\n\n“We looked at every bolt.”\n\nThe end."
    findings = found(text, [("Ada Quill", "said", "“The bridge is safe.")], people=["Ada Quill"])
    (statement,) = findings.statements
    assert content(findings, statement) == "“The bridge is safe. | “We looked at every bolt.”"


def test_two_attributions_of_one_quotation_over_paragraphs_keep_their_own_part() -> None:
    text = "“The bridge is old,” Ada Quill said. “It shook.\n\n“We must close it,” she added."
    first, last = "“The bridge is old,”", "“We must close it,”"
    findings = found(
        text, [("Ada Quill", "said", (first, "“It shook.", last)), ("she", "added", last)], people=["Ada Quill"]
    )
    assert [content(findings, s) for s in findings.statements] == [f"{first} | “It shook.", last]


def test_content_inside_the_marks_takes_the_marks_in() -> None:
    findings = found(INTERRUPTED, [("Mayor Ada Quill", "said", "The bridge is safe,")])
    assert content(findings, findings.statements[0]).startswith("“The bridge is safe,”")


def test_that_before_a_whole_quotation_is_left_out() -> None:
    text = "Ada Quill stressed that “the bridge is safe for everybody”."
    findings = found(text, [("Ada Quill", "stressed", "that “the bridge is safe for everybody”")])
    assert content(findings, findings.statements[0]) == "“the bridge is safe for everybody”"
    assert findings.statements[0].kind is StatementKind.DIRECT


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("the bridge is safe", StatementKind.INDIRECT),
        ("the bridge is “perfectly safe”", StatementKind.MIXED),
        ("“the bridge is safe”", StatementKind.DIRECT),
        ("‘the bridge is safe’", StatementKind.DIRECT),
        ("«the bridge is safe»", StatementKind.DIRECT),
    ],
)
def test_kind_follows_the_marks(said: str, kind: StatementKind) -> None:
    findings = found(f"Ada Quill insisted {said}.", [("Ada Quill", "insisted", said)])
    assert findings.statements[0].kind is kind


def test_of_two_claims_to_one_content_the_stronger_stays() -> None:
    text = "The bridge is safe, Ada Quill said."
    strong = CueLabel((Span(31, 35),), sources=(RoleLabel((Span(21, 30),)),), contents=(RoleLabel((Span(0, 18),)),))
    weak = CueLabel((), contents=(RoleLabel((Span(0, 18),)),), score=0.3)
    findings = find_statements(Article.of(text), Labels("hand 1", (weak, strong)))
    assert [s.cue for s in findings.statements] == [(Span(31, 35),)]


def test_nested_statement_names_its_parent_and_stays_inside_it() -> None:
    text = "Ada Quill said that the engineers had warned that bolts were loose on Monday. It rained."
    findings = found(
        text,
        [
            ("Ada Quill", "said", "that the engineers had warned that bolts were loose"),
            ("the engineers", "warned", "that bolts were loose on Monday"),
        ],
        people=["Ada Quill"],
    )
    outer, inner = sorted(findings.statements, key=lambda s: s.content[0].start)
    assert inner.parent == outer.id
    assert outer.parent is None
    assert covered(inner.content, outer.content)
    assert inner.hand is Hand.RELAYED


def test_first_person_inside_a_statement_is_its_speaker() -> None:
    text = "“I told the council that the bolts were loose,” Ada Quill said."
    findings = found(
        text,
        [
            ("Ada Quill", "said", "“I told the council that the bolts were loose,”"),
            ("I", "told", "that the bolts were loose"),
        ],
        people=["Ada Quill"],
    )
    assert [speaker(findings, s) for s in findings.statements] == ["Ada Quill", "Ada Quill"]


PROFILE = (
    "Harbour minister Ada Quill spoke first. “Fine,” the minister said. Tom Reed, the union leader, disagreed. "
    "“It is not fine,” he said. Quill left."
)


def test_roles_pronouns_and_short_names_lead_to_one_agent() -> None:
    findings = found(
        PROFILE,
        [("the minister", "said", "“Fine,”"), ("he", "said", "“It is not fine,”")],
        people=["Ada Quill", "Tom Reed", "Quill"],
    )
    assert [speaker(findings, s) for s in findings.statements] == ["Ada Quill", "Tom Reed"]
    quill = next(a for a in findings.agents if a.name == "Ada Quill")
    assert quill.role is not None
    assert quill.role.title == "Harbour minister"
    assert "Quill" in quill.names


def test_a_description_of_nobody_named_is_an_agent_without_a_name() -> None:
    text = "Two officials said on condition of anonymity that the bridge was unsafe. A report found the same."
    findings = found(text, [("Two officials", "said", "that the bridge was unsafe"), ("A report", "found", "the same")])
    assert [a.type for a in findings.agents] == [AgentType.ANONYMOUS_SOURCE, AgentType.DOCUMENT]
    assert findings.agents[0].justification


def test_a_pronoun_without_antecedent_is_unknown() -> None:
    findings = found("He said the bridge was safe.", [("He", "said", "the bridge was safe")])
    assert findings.statements[0].agent is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Asked about the bolts, Ada Quill said: “They hold.”", "the bolts"),
        ("Responding to a question about why bolts break, Ada Quill said: “They hold.”", "why bolts break"),
        ("“They hold,” Ada Quill said when asked whether bolts break.", "whether bolts break"),
        ("Ada Quill said: “They hold.”", ""),
    ],
)
def test_the_question_answered(text: str, question: str) -> None:
    quoted = text[text.index("“") : text.index("”") + 1]
    findings = found(text, [("Ada Quill", "said", quoted)])
    assert "".join(s.of(text) for s in findings.statements[0].question) == question


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Ada Quill told Fox News that the bridge is safe.", ViaKind.OUTLET, "Fox News"),
        ("Ada Quill said in a tweet that the bridge is safe.", ViaKind.SOCIAL, None),
        ("Ada Quill said in a statement that the bridge is safe.", ViaKind.STATEMENT, None),
        (
            "Ada Quill said in an interview with the Dawn Gazette that the bridge is safe.",
            ViaKind.OUTLET,
            "Dawn Gazette",
        ),
    ],
)
def test_go_betweens(text: str, kind: ViaKind, name: str | None) -> None:
    cue = "told" if "told" in text else "said"
    findings = found(text, [("Ada Quill", cue, "that the bridge is safe")])
    (via,) = findings.statements[0].via
    assert (via.kind, via.name) == (kind, name)


def test_denial_is_a_negative_polarity() -> None:
    text = "Ada Quill denied that the bridge was unsafe."
    cue = CueLabel((Span(10, 16),), Modality.DENIED, contents=(RoleLabel((Span(17, 43),)),))
    (statement,) = find_statements(Article.of(text), Labels("hand 1", (cue,))).statements
    assert statement.polarity is Polarity.NEGATIVE


def spans_in(size: int) -> st.SearchStrategy[tuple[Span, ...]]:
    one = st.tuples(st.integers(0, size - 1), st.integers(1, 40)).map(lambda p: Span(p[0], min(size, p[0] + p[1])))
    return st.lists(one, max_size=3).map(disjoint)


TEXTS = st.text("ab “”\"‘’'«».,\nA", min_size=1, max_size=160)


@given(st.data(), TEXTS)
def test_any_labels_of_any_text_give_sound_statements(data: st.DataObject, text: str) -> None:
    roles = spans_in(len(text)).map(lambda s: (RoleLabel(s),))
    cue = st.builds(CueLabel, spans=spans_in(len(text)), sources=roles, contents=roles)
    labels = Labels("hand 1", tuple(data.draw(st.lists(cue, max_size=6))))
    findings = find_statements(Article.of(text, published="2024-05-15"), labels)
    ids = {s.id for s in findings.statements}
    assert len(ids) == len(findings.statements)
    for statement in findings.statements:
        assert statement.content
        assert statement.parent in ids | {None}
        assert statement.parent != statement.id
        for spans in (statement.content, statement.source, statement.cue):
            assert spans == disjoint(spans)
            assert all(s.end <= len(text) for s in spans)


@given(st.randoms(use_true_random=False))
def test_the_order_of_cues_does_not_matter(rng: random.Random) -> None:
    text = PROFILE
    cues = [("the minister", "said", "“Fine,”"), ("he", "said", "“It is not fine,”"), ("Quill", "left", "Quill left")]
    shuffled = rng.sample(cues, len(cues))
    one, other = (found(text, c, people=["Ada Quill", "Tom Reed"]) for c in (cues, shuffled))
    assert [s.content for s in one.statements] == [s.content for s in other.statements]


def test_a_place_is_not_another_that_is_named_after_where_it_lies() -> None:
    text = "Lindholm sued the yard. Boats left East Lindholm. Old Lindholm Bay froze."
    places = [("Lindholm", 0), ("East Lindholm", text.index("East")), ("Lindholm Bay", text.index("Lindholm Bay"))]
    labels = [MentionLabel(Span(at, at + len(name)), MentionKind.PLACE, MentionForm.NAME) for name, at in places]
    assert [e.names for e in find_entities(text, labels, None)] == [["Lindholm Bay", "Lindholm"], ["East Lindholm"]]
