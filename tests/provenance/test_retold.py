"""Copies in other words: told sentence by sentence; two reporters of one event, and quotations, are none."""

from __future__ import annotations

import pytest

from onrecord.provenance.copies import RETOLD_RULE
from onrecord.provenance.linking import link
from onrecord.provenance.prepared import prepared
from onrecord.provenance.retold import retold
from tests.provenance.newsroom import Said, story

TOLD = (
    "The ferry to Brenn lost a propeller near the old lighthouse on Monday morning. Forty passengers waited two hours "
    "in the cold saloon. A tug from Lindholm pulled the ferry back to the quay before noon. Nobody was hurt."
)
AGAIN = (
    "Near the old lighthouse, the Brenn ferry lost its propeller on Monday morning. Two hours long, forty passengers "
    "waited in a cold saloon. Before noon, a Lindholm tug had pulled the ferry to the quay."
)
ANOTHER = (
    "A ferry broke down off Brenn on Monday and had to be towed. The company said that a propeller had come loose, and "
    "that travellers would get their money back. The next boat sailed at three, with twice as many people as seats."
)
QUOTE = Said(
    "Marta Oslington", "The propeller was checked in March and was in good order, and we shall find out why it came off"
)


def test_a_retelling_is_an_edge_with_the_two_likest_sentences() -> None:
    first = story(QUOTE, outlet="TASS", background=TOLD, published="2024-05-14")
    second = story(outlet="Lorry Weekly", background=AGAIN, published="2024-05-15")
    (edge,) = (d for d in link(first, second).derivations if d.rule.startswith(RETOLD_RULE))
    assert (edge.source, edge.target) == (second.article.id, first.article.id)
    texts = {f.article.id: f.article.text for f in (first, second)}
    shown = [e.span.of(texts[e.article]) for e in edge.evidence if e.span]
    assert all("ferry" in words or "passengers" in words for words in shown)
    assert link(first, second) == link(second, first)


@pytest.mark.parametrize("other", [ANOTHER, "", "Snow fell."])
def test_two_reporters_of_one_event_are_no_retelling(other: str) -> None:
    one, two = story(QUOTE, background=TOLD), story(QUOTE, outlet="Lorry Weekly", background=other)
    assert retold(prepared(one), prepared(two)) is None
    assert retold(prepared(two), prepared(one)) is None
