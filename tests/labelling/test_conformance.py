"""The labellers that ship pass the suite of their seam."""

from onrecord.labelling import labeller
from onrecord.records import Labeller
from tests.labelling.conformance import LabellerConformance

ENCODER = labeller("encoder")


class TestRules(LabellerConformance):
    def make(self) -> Labeller:
        return labeller("rules")


class TestEncoder(LabellerConformance):
    def make(self) -> Labeller:
        return ENCODER
