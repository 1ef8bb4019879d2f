"""From a text to labels: the labellers by name."""

from __future__ import annotations

from onrecord.errors import LabellingError
from onrecord.labelling.rules import RuleLabeller
from onrecord.records import Labeller

LABELLERS = {"rules": RuleLabeller}


def labeller(name: str = "rules") -> Labeller:
    """The labeller of that name.  Raises LabellingError for an unknown one; the message names those there are."""
    made = LABELLERS.get(name)
    if made is None:
        raise LabellingError(f"no labeller is called {name!r}; there is: {', '.join(sorted(LABELLERS))}")
    return made()
