"""Engines: what runs a pure function over many items, in this process or on all cores."""

from onrecord.engines.all_cores import AllCores
from onrecord.engines.in_process import InProcess

__all__ = ["AllCores", "InProcess"]
