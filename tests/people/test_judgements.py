"""Judgements: the last word on two people stands, and finds them again where their mentions moved a little."""

from __future__ import annotations

from onrecord.people.judgements import Standing, is_meant, meant, pairs
from onrecord.records import Agent, AgentType, Article, Findings, Judgement, Span, Target, Verdict

ARTICLE = Article.of("Marta Oslington met Ines Carrow. Oslington spoke.", outlet="Quayside Radio")
MARTA = Agent("1", ARTICLE.id, AgentType.NAMED_PERSON, ("Marta Oslington",), mentions=(Span(0, 15), Span(33, 42)))
INES = Agent("2", ARTICLE.id, AgentType.NAMED_PERSON, ("Ines Carrow",), mentions=(Span(20, 31),))
FINDINGS = Findings(ARTICLE, agents=(MARTA, INES))
ONE, OTHER = Target(ARTICLE.text_id, MARTA.mentions), Target(ARTICLE.text_id, INES.mentions)


def judged(verdict: Verdict, day: int, first: Target = ONE, second: Target = OTHER) -> Judgement:
    return Judgement(first, verdict, "an editor", f"2024-05-{day:02}T09:00:00+00:00", second)


def test_the_last_word_on_two_stands_whichever_of_them_was_named_first() -> None:
    given = [judged(Verdict.MERGE, 3), judged(Verdict.SPLIT, 5, OTHER, ONE), judged(Verdict.MERGE, 4)]
    assert Standing.of(given) == Standing.of(reversed(given)) == Standing((given[1],))


def test_who_is_split_off_owns_a_card_and_the_other_does_not() -> None:
    standing = Standing.of([judged(Verdict.SPLIT, 3)])
    assert standing.owner(MARTA, ARTICLE.text_id) == MARTA.id
    assert standing.owner(INES, ARTICLE.text_id) == ""
    assert standing.owner(MARTA, "another text") == ""


def test_a_target_is_found_again_by_most_of_its_characters() -> None:
    assert is_meant(MARTA, (Span(6, 15), Span(33, 42)))
    assert not is_meant(MARTA, (Span(33, 42),))
    assert not is_meant(MARTA, ())
    assert meant(Target(ARTICLE.text_id, (Span(0, 15),)), [FINDINGS]) == ["1"]
    assert meant(Target("another text", MARTA.mentions), [FINDINGS]) == []


def test_pairs_are_of_all_agents_that_the_targets_mean() -> None:
    standing = Standing.of([judged(Verdict.MERGE, 3)])
    assert pairs(standing, Verdict.MERGE, {ONE: ["1", "3"], OTHER: ["2"]}) == [("1", "2"), ("3", "2")]
    assert pairs(standing, Verdict.SPLIT, {ONE: ["1"], OTHER: ["2"]}) == []
