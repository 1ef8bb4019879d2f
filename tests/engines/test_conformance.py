"""Every engine that comes with onrecord does what an engine must."""

from __future__ import annotations

from onrecord.engines import AllCores, InProcess
from onrecord.records import Engine
from tests.engines.conformance import EngineConformance


class TestInProcess(EngineConformance):
    def make(self) -> Engine:
        return InProcess()


class TestAllCores(EngineConformance):
    def make(self) -> Engine:
        return AllCores(2, patience=0.0)


class TestAllCoresWithSmallInputsHere(EngineConformance):
    def make(self) -> Engine:
        return AllCores(2)
