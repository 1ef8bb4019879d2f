"""When a statement was said, and what those who speak count their days from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.labelling import labeller
from onrecord.records import AnchorKind, Article, Findings, Moment, Span, Statement
from onrecord.statements.find import find_statements

PUBLISHED = "2022-01-11"  # a Tuesday
RULES = labeller("rules")


def found(text: str, published: str | None = PUBLISHED, title: str | None = None) -> Findings:
    span = Span(0, len(title)) if title else None
    article = Article.of(text, published=published, title=title, title_span=span)
    return find_statements(article, RULES.label([article])[0])


def said(text: str, published: str | None = PUBLISHED) -> Moment | None:
    """Of the first statement."""
    return found(text, published).statements[0].said


def days(moment: Moment | None) -> tuple[str | None, str | None]:
    assert moment is not None
    return moment.start, moment.end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The road is safe, the mayor told reporters on Monday.", "2022-01-10"),
        ("The mayor said yesterday that the road is safe.", "2022-01-10"),
        ("On March 3, 2021, the mayor said the road was safe.", "2021-03-03"),
        ("The mayor said the road reopens on Friday.", "2022-01-11"),
        ("The mayor, who was elected on Monday, said the road is safe.", "2022-01-11"),
        ("After the 2020 flood, the mayor said it is safe.", "2022-01-11"),
        ('"The road is safe. It is new," the mayor said.', "2022-01-11"),
        ("The mayor will say on Friday that the road is safe.", "2022-01-11"),
    ],
)
def test_its_own_words_or_its_cue_date_a_statement_else_the_article(text: str, day: str) -> None:
    assert days(said(text)) == (day, day)


def test_a_year_dates_a_statement_only_behind_in() -> None:
    assert days(said("In 2015, the mayor said it is safe.")) == ("2015-01-01", "2015-12-31")


def test_the_day_of_publication_has_no_span() -> None:
    moment = said("The road is safe, the mayor said.")
    assert moment is not None
    assert (moment.span, moment.anchor and moment.anchor.kind) == (None, AnchorKind.PUBLISHED)


def test_earlier_is_before_publication() -> None:
    moment = said("Earlier, the mayor said the road is safe.")
    assert moment is not None
    assert (moment.span, moment.start, moment.end) == (Span(0, 7), None, PUBLISHED)


def test_nothing_is_said_of_the_time_of_an_undated_statement() -> None:
    assert said("The road is safe, the mayor said.", None) is None


# what it is tied to


def test_the_same_speaker_goes_on_at_the_same_time() -> None:
    text = '"The road is safe," Ana Ruiz told reporters on Monday. "It is new," Ruiz said. "Hardly," Bo Lind said.'
    first, second, other = (days(s.said) for s in found(text).statements)
    assert first == second == ("2022-01-10", "2022-01-10")
    assert other == (PUBLISHED, PUBLISHED)


def test_far_below_the_same_speaker_is_dated_by_the_article() -> None:
    text = '"The road is safe," Ana Ruiz told reporters on Monday.' + "\n\nIt rained." * 200 + '\n\n"Good," Ruiz said.'
    assert [days(s.said)[0] for s in found(text).statements] == ["2022-01-10", PUBLISHED]


def test_a_headline_is_dated_by_the_body() -> None:
    title = "Ruiz: Road is safe"
    findings = found(f'{title}\n\n"The road is safe," Mayor Ana Ruiz told reporters on Monday.', title=title)
    assert {days(s.said)[0] for s in findings.statements} == {"2022-01-10"}
    assert len(findings.statements) == 2


def test_an_occasion_dated_before_dates_what_is_said_there() -> None:
    text = 'The summit in Olm opened on January 5. It was cold. "We agreed," Ana Ruiz said at the summit.'
    assert days(said(text)) == ("2022-01-05", "2022-01-05")


def test_a_nested_statement_was_said_no_later_than_the_one_around_it() -> None:
    text = "Ana Ruiz said on Monday that Bo Lind had told her that the dam was full."
    outer, inner = found(text).statements
    assert (inner.parent, days(inner.said)) == (outer.id, (None, "2022-01-10"))
    assert inner.said is not None
    assert inner.said.anchor is not None
    assert inner.said.anchor.kind is AnchorKind.SAID


def test_a_nested_statement_with_words_of_its_own_is_dated_by_them() -> None:
    text = "Ana Ruiz said that Bo Lind told her on Sunday that the dam was full."
    outer, inner = found(text).statements
    assert (days(outer.said), days(inner.said)) == ((PUBLISHED, PUBLISHED), ("2022-01-09", "2022-01-09"))


def test_the_words_of_a_nested_statement_count_from_when_they_were_spoken() -> None:
    text = '"Bo Lind told me yesterday that the dam was full," Ana Ruiz said on Friday.'
    outer, inner = found(text).statements
    assert (days(outer.said), days(inner.said)) == (("2022-01-07", "2022-01-07"), ("2022-01-06", "2022-01-06"))


# what is counted from it


def moment(text: str, words: str, published: str | None = PUBLISHED) -> Moment:
    return next(m for m in found(text, published).moments if m.span and m.span.of(text) == words)


def test_what_a_quoted_speaker_calls_yesterday_counts_from_when_it_was_said() -> None:
    text = '"It reopened yesterday," Ana Ruiz said on Friday.'
    when = moment(text, "yesterday")
    assert when.start == "2022-01-06"
    assert when.anchor is not None
    assert (when.anchor.kind, when.anchor.span and when.anchor.span.of(text)) == (AnchorKind.SAID, "Friday")


def test_in_reported_speech_yesterday_is_the_reporters() -> None:
    assert moment("Ana Ruiz said on Sunday that it reopened yesterday.", "yesterday").start == "2022-01-10"


@pytest.mark.parametrize(("words", "day"), [("in two days", "2022-01-09"), ("on Monday", "2022-01-10")])
def test_in_reported_speech_what_lies_ahead_counts_from_when_it_was_said(words: str, day: str) -> None:
    text = f"Ana Ruiz said on Friday that the works would begin {words}."
    assert moment(text, words.removeprefix("on ")).start == day


def test_what_was_said_earlier_counts_from_the_last_day_it_can_have_been_said() -> None:
    when = moment("Earlier, Ana Ruiz said that the works would begin in two days.", "in two days")
    assert when.start == "2022-01-13"
    assert when.anchor is not None
    assert when.anchor.kind is AnchorKind.SAID


def test_a_speech_of_an_unknown_day_leaves_its_days_open() -> None:
    when = moment('In 2015, Ana Ruiz said "we met yesterday".', "yesterday")
    assert (when.value, when.start, when.end) == ("XXXX-XX-XX", None, None)


def test_the_words_of_a_speech_date_it_where_the_article_has_no_date() -> None:
    assert moment('"We met yesterday," Ana Ruiz said on 3 March 2021.', "yesterday", None).start == "2021-03-02"


@given(st.lists(st.sampled_from(["on Monday", "yesterday", "earlier", "in 2015", ""]), max_size=6))
def test_no_statement_was_said_after_the_report(whens: list[str]) -> None:
    text = " ".join(f'"The dam is full," Ana Ruiz said {when}.' for when in whens)
    statements: tuple[Statement, ...] = found(text).statements
    assert all(s.said is None or (s.said.end or "") <= PUBLISHED for s in statements)
