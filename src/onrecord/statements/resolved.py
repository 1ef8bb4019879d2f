"""Resolved: whom the source of a statement means, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.agent import Agent
from onrecord.statements.entities import Entity


@dataclass(frozen=True, slots=True)
class Resolved:
    """The agent; its entity, where it has a name; and the rule, where the source's own words do not tell."""

    agent: Agent
    entity: Entity | None = None
    rule: str = ""

    def by(self, rule: str) -> Resolved:
        """The same, found by that rule."""
        return Resolved(self.agent, self.entity, rule)
