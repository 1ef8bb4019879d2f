"""Through whom a statement reached the report, where it was made, what it points at, and what it does not know."""

import pytest

from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import Article, Findings, Hand, Modality, Statement, ViaKind, spans_text
from onrecord.statements.go_betweens import newsroom_kind
from onrecord.text.segments import sentences


def read(*paragraphs: str) -> Findings:
    """The findings of an article that the paragraphs make, with the defaults that a user gets."""
    article = Article.of("\n\n".join(paragraphs), published="2024-05-14")
    (findings,) = analyse([article], labeller())
    return findings


def saying(findings: Findings, words: str) -> Statement:
    """The statement with the shortest content that has these words."""
    text = findings.article.text
    having = [s for s in findings.statements if words in spans_text(text, s.content)]
    return min(having, key=lambda s: sum(map(len, s.content)))


def vias(findings: Findings, statement: Statement) -> list[tuple[str, str]]:
    return [(v.kind.value, spans_text(findings.article.text, v.spans)) for v in statement.via]


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("“The dam will hold,” Nora Vale said on Tuesday, AFP reported.", ("wire", "AFP")),
        ("According to TASS, Nora Vale said the dam will hold for a year.", ("wire", "TASS")),
        ("“The dam will hold,” Nora Vale was quoted as saying by AFP.", ("wire", "AFP")),
        ("“The dam will hold,” Nora Vale was quoted by Reuters as saying.", ("wire", "Reuters")),
        ("“The dam will hold,” TASS said, quoting Nora Vale.", ("wire", "TASS")),
        ("“The dam will hold,” Nora Vale told Fox News on Monday.", ("outlet", "Fox News")),
        (
            "“The dam will hold,” Nora Vale said in an interview with the Harbour Gazette.",
            ("outlet", "the Harbour Gazette"),
        ),
    ],
)
def test_a_newsroom_between_the_speaker_and_the_report_relays(sentence: str, via: tuple[str, str]) -> None:
    findings = read(sentence)
    statement = saying(findings, "dam will hold")
    agent = findings.agent_of(statement)
    assert agent is not None
    assert agent.name == "Nora Vale"
    assert via in vias(findings, statement)
    assert statement.hand is Hand.RELAYED


def test_who_tells_what_another_said_is_its_go_between() -> None:
    findings = read("Bo Dahl said that Nora Vale had said the gates were shut.")
    assert vias(findings, saying(findings, "the gates were shut")) == [("person", "Bo Dahl")]


def test_who_is_cited_carries_what_the_newsroom_says_and_says_nothing_else() -> None:
    findings = read("The Harbour Gazette, citing two officials, reported that the gates were shut.")
    (statement,) = findings.statements
    assert ("person", "two officials") in vias(findings, statement)


@pytest.mark.parametrize(
    ("sentence", "venue", "kind"),
    [
        (
            "Nora Vale said in a letter sent to parliament: “The dam will hold.”",
            "in a letter sent to parliament",
            "document",
        ),
        ("“The dam will hold,” Nora Vale wrote in a tweet on Friday.", "in a tweet", "social"),
        ("“The dam will hold,” Nora Vale said on Facebook.", "on Facebook", "social"),
        ("“The dam will hold,” Nora Vale said in a written statement.", "in a written statement", "statement"),
        ("“The dam will hold,” Nora Vale said at a briefing on Tuesday.", "at a briefing", None),
        ("“The dam will hold,” Nora Vale said in a speech to the council.", "in a speech to the council", None),
    ],
)
def test_where_it_was_said_is_its_venue(sentence: str, venue: str, kind: str | None) -> None:
    findings = read(sentence)
    statement = saying(findings, "dam will hold")
    assert spans_text(findings.article.text, statement.venue) == venue
    assert [found for found, _ in vias(findings, statement)] == ([kind] if kind else [])


def test_a_venue_inside_what_is_said_is_none() -> None:
    findings = read("Nora Vale said she had read it in a letter.")
    (statement,) = findings.statements
    assert statement.venue == ()


def test_a_venue_holds_on_for_the_same_speaker_alone() -> None:
    lead = "“The dam will hold,” Nora Vale wrote in a tweet on Friday."
    mine = read(lead, "“Nobody needs to leave,” Vale added.")
    assert spans_text(mine.article.text, saying(mine, "Nobody needs").venue) == "in a tweet"
    other = read(lead, "“Nobody needs to leave,” Bo Dahl added.")
    assert saying(other, "Nobody needs").venue == ()
    later = read(lead, "“Nobody needs to leave,” Vale told reporters.")
    assert saying(later, "Nobody needs").venue == ()


def test_who_a_speaker_has_the_information_from() -> None:
    findings = read("“We received a warm welcome from our colleagues upstream,” Nora Vale said.")
    assert vias(findings, findings.statements[0]) == []
    findings = read("“We receive the information from our colleagues upstream,” Nora Vale said.")
    assert ("person", "our colleagues upstream") in vias(findings, findings.statements[0])
    assert findings.statements[0].hand is Hand.RELAYED


@pytest.mark.parametrize(
    ("words", "is_disclaimed"),
    [
        ("“I don't have that information,” Nora Vale said.", True),
        ("“We have no details about the leak,” Nora Vale said.", True),
        ("“I am not aware of any leak,” Nora Vale said.", True),
        ("Nora Vale said she did not know who had opened the gates.", True),
        ("“I am aware of the leak,” Nora Vale said.", False),
        ("“They have no information about the leak,” Nora Vale said.", False),
        ("“The gates are shut, and I do not know a better engineer,” Nora Vale said.", False),
    ],
)
def test_what_a_speaker_does_not_know_is_disclaimed(words: str, is_disclaimed: bool) -> None:
    (statement, *_) = read(words).statements
    assert (statement.modality is Modality.DISCLAIMED) is is_disclaimed


def test_a_saying_that_somebody_points_at_has_a_speaker_and_a_day() -> None:
    findings = read("“The minister Nora Vale spoke about this yesterday,” Bo Dahl said.")
    (pointer,) = saying(findings, "spoke about this").points_to
    assert next(a.name for a in findings.agents if a.id == pointer.agent) == "Nora Vale"
    assert pointer.said is not None
    assert pointer.said.start == "2024-05-13"


def test_a_clause_of_its_own_points_at_nothing() -> None:
    findings = read("“The minister Nora Vale said that the dam would hold,” Bo Dahl said.")
    assert all(not s.points_to for s in findings.statements)


def test_the_source_that_is_meant_stands_in_what_was_said_before() -> None:
    findings = read(
        "“What counts is which data the engineers used,” Nora Vale said.",
        "“That is the primary source,” Vale added.",
    )
    (pointer,) = saying(findings, "primary source").points_to
    assert pointer.statement == saying(findings, "What counts").id
    assert spans_text(findings.article.text, pointer.means) == "which data the engineers used"


@pytest.mark.parametrize("name", ["TASS", "USA TODAY", "the Harbour Gazette", "North Korean state media"])
def test_newsrooms_are_known_by_name(name: str) -> None:
    assert newsroom_kind(name) is not None


def test_go_betweens_stand_in_the_text_and_share_no_character() -> None:
    unit = "“It is late,” TASS said in a tweet, quoting Bo Dahl, AFP reported, citing two officials. "
    findings = read(unit * 40)
    assert len(sentences(findings.article.text)) == 40
    for statement in findings.statements:
        reached = 0
        for via in statement.via:
            assert isinstance(via.kind, ViaKind)
            assert via.spans[0].start >= reached
            reached = via.spans[-1].end
        assert reached <= len(findings.article.text)


def test_what_a_speaker_adds_to_the_own_words_is_no_statement() -> None:
    findings = read("“I'll tell you, the dam is old, and I told the council that it leaks,” Nora Vale said.")
    inner = [s for s in findings.statements if s.parent]
    assert [spans_text(findings.article.text, s.cue) for s in inner] == ["told"]
