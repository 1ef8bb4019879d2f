"""From a text to labels: the labellers by name."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.errors import LabellingError
from onrecord.records import Labeller

DEFAULT = "encoder"


def _encoder() -> Labeller:
    from onrecord.labelling.encoder.labeller import EncoderLabeller

    return EncoderLabeller()


def _rules() -> Labeller:
    from onrecord.labelling.rules import RuleLabeller

    return RuleLabeller()


LABELLERS: dict[str, Callable[[], Labeller]] = {"encoder": _encoder, "rules": _rules}


def labeller(name: str = DEFAULT) -> Labeller:
    """The labeller of that name: "encoder" (the learned one) or "rules".

    Raises LabellingError for an unknown one; the message names those there are.
    """
    made = LABELLERS.get(name)
    if made is None:
        raise LabellingError(f"no labeller is called {name!r}; there is: {', '.join(sorted(LABELLERS))}")
    return made()
