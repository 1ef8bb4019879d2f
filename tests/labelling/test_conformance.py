"""The rule labeller does what every labeller must."""

from __future__ import annotations

from onrecord.labelling import labeller
from onrecord.records import Labeller
from tests.labelling.conformance import LabellerConformance


class TestRules(LabellerConformance):
    def make(self) -> Labeller:
        return labeller("rules")
