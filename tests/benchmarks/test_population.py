"""The made-up population: the same for a seed, with namesakes, mentions whose spellings come as often as they say."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from benchmarks.population.figures import Population, namesakes
from benchmarks.population.mentions import Mention, mentions
from benchmarks.population.person_names import PersonName, tongues
from benchmarks.population.person_spellings import spelled
from benchmarks.population.spellings import ALONE_RATE, RATES, Spelling, in_script

from onrecord.records import AgentType
from onrecord.text.transliteration import latin

AGENTS, MENTIONS = 3000, 9000


@pytest.fixture(scope="module")
def population() -> Population:
    return Population(AGENTS, seed=7)


@pytest.fixture(scope="module")
def stream(population: Population) -> list[Mention]:
    return list(mentions(population, MENTIONS))


def test_a_seed_gives_the_same_population_and_the_same_mentions(population: Population, stream: list[Mention]) -> None:
    again = Population(AGENTS, seed=7)
    assert again.figures == population.figures
    assert list(mentions(again, MENTIONS)) == stream
    assert Population(50, seed=8).figures != Population(50, seed=7).figures


def test_four_in_five_are_persons_and_some_share_their_names(population: Population) -> None:
    persons = [f for f in population.figures if isinstance(f.name, PersonName)]
    assert 0.77 < len(persons) / AGENTS < 0.83
    assert {f.name.tongue for f in persons if isinstance(f.name, PersonName)} == set(tongues())
    full, family = namesakes(population)
    assert 0.02 < full < 0.07
    assert family > 0.5


def test_posts_follow_one_another_without_a_gap(population: Population) -> None:
    for figure in population.figures:
        assert len(figure.posts) in ((1, 2, 3) if isinstance(figure.name, PersonName) else (0,))
        assert all(before.until == behind.since for before, behind in pairwise(figure.posts))
    assert sum(len(f.posts) > 1 for f in population.figures) > AGENTS / 4


def test_every_mention_has_a_name_an_id_and_a_day_of_its_own(population: Population, stream: list[Mention]) -> None:
    assert len(stream) == MENTIONS
    assert len({m.agent.id for m in stream}) == MENTIONS
    assert {m.truth for m in stream} == set(range(AGENTS))
    for mention in stream:
        figure = population.figures[mention.truth]
        assert all(name.strip() == name and name for name in mention.agent.names), mention
        assert mention.agent.names
        is_person = mention.agent.type is AgentType.NAMED_PERSON
        assert is_person is isinstance(figure.name, PersonName)
        assert (mention.agent.names[0] == figure.usual) or mention.spelling is not Spelling.PLAIN
    articles = Counter((m.agent.article, m.truth) for m in stream)
    assert max(articles.values()) == 1, "nobody is two agents of one article"
    days = [m.agent.roles[0].seen_on or "" for m in stream if m.agent.roles]
    assert days == sorted(days)


def test_few_are_in_many_articles_and_most_in_few(stream: list[Mention]) -> None:
    counts = sorted(Counter(m.truth for m in stream).values(), reverse=True)
    assert counts[0] > 20 * counts[AGENTS // 2]
    assert sum(n <= 3 for n in counts) > 0.6 * AGENTS


def test_spellings_come_as_often_as_they_say(stream: list[Mention]) -> None:
    shares = {spelling: n / MENTIONS for spelling, n in Counter(m.spelling for m in stream).items()}
    assert set(shares) == set(Spelling)
    assert 0.7 < shares[Spelling.PLAIN] < 0.8
    assert abs(shares[Spelling.ALONE] - ALONE_RATE) < 0.01
    assert 0.01 < shares[Spelling.TYPO] < 0.02
    assert all(shares[spelling] < rate + 0.005 for spelling, rate in RATES.items())
    assert 0.3 < sum(not m.agent.roles for m in stream if m.agent.type is AgentType.NAMED_PERSON) / MENTIONS / 0.8 < 0.4


def test_each_way_of_spelling_does_what_it_says() -> None:
    from random import Random

    name = PersonName("central_asian", ("Kassym", "Jomart"), "-", "Tolebayev", "Maratovich")
    dice, found = Random(1), dict[Spelling, set[str]]()
    for _ in range(6000):
        way, written = spelled(name, dice)
        found.setdefault(way, set()).add(written.full)
    assert found[Spelling.PLAIN] == {"Kassym-Jomart Tolebayev"}
    assert "Kasym-Jomart Tolebayev" in found[Spelling.TRANSLITERATION]
    assert "Kassym-Jomart Tolebaev" in found[Spelling.TRANSLITERATION]
    assert found[Spelling.MIDDLE] == {"Kassym-Jomart Maratovich Tolebayev"}
    assert found[Spelling.ORDER] >= {"Tolebayev, Kassym-Jomart", "Tolebayev Kassym-Jomart"}
    assert "K.-J. Tolebayev" in found[Spelling.INITIAL]
    assert "Kassym Jomart Tolebayev" in found[Spelling.HYPHEN]
    assert latin(in_script(name.usual, greek=False)).lower().startswith("ka")
