"""What people said of who is who: which verdicts stand, and whom they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Agent, Findings, Judgement, Spans, Target, Verdict

SAME_PLACE = 0.5
"""Intersection over union, in code points, from which an agent's mentions are those that a judgement was made on."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdicts on agents that no later one on the same two takes back, the earliest first."""

    judgements: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Standing:
        """What stands of these; the order in which they are given changes nothing."""
        last: dict[frozenset[Target], Judgement] = {}
        for one in sorted(judgements, key=age):
            if one.verdict in (Verdict.MERGE, Verdict.SPLIT) and one.other is not None:
                last[frozenset({one.target, one.other})] = one
        return cls(tuple(sorted(last.values(), key=age)))

    def owner(self, agent: Agent, text_id: str) -> str:
        """The agent's own id where a person split it from another, so that it shares no card; else ""."""
        split = any(
            one.verdict is Verdict.SPLIT and one.target.text_id == text_id and is_meant(agent, one.target.spans)
            for one in self.judgements
        )
        return agent.id if split else ""


def age(judgement: Judgement) -> tuple[str, str, str, str]:
    """What judgements are sorted by: when they were made first."""
    return judgement.made_at, judgement.target.text_id, str(judgement.target.spans), judgement.verdict.value


def is_meant(agent: Agent, spans: Spans) -> bool:
    """Whether these spans are the agent's mentions, or nearly."""
    mine, theirs = (_characters(s) for s in (agent.mentions, spans))
    return len(mine & theirs) >= SAME_PLACE * len(mine | theirs) > 0


def _characters(spans: Spans) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def meant(target: Target, findings: Iterable[Findings]) -> list[str]:
    """The ids of the agents that a target means, sorted; none where the text is unknown or reads otherwise now."""
    return sorted(
        agent.id
        for one in findings
        if one.article.text_id == target.text_id
        for agent in one.agents
        if is_meant(agent, target.spans)
    )


def on_texts(judgements: Iterable[Judgement], findings: Iterable[Findings]) -> tuple[Judgement, ...]:
    """The judgements on the texts of these articles, the earliest first."""
    texts = {one.article.text_id for one in findings}
    return tuple(
        sorted((j for j in judgements if j.target.text_id in texts or (j.other and j.other.text_id in texts)), key=age)
    )


def pairs(standing: Standing, verdict: Verdict, found: Mapping[Target, Sequence[str]]) -> list[tuple[str, str]]:
    """The pairs of agents (of those `found` for each target) that people gave this verdict on, in its order."""
    return [
        (first, second)
        for one in standing.judgements
        if one.verdict is verdict and one.other is not None
        for first in found[one.target]
        for second in found[one.other]
        if first != second
    ]
