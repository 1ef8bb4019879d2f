"""The town's news as a graph: a wire report, a copy, a rewrite, an outlet with its own source, a relay."""

from __future__ import annotations

from onrecord.records import CreditKind, Graph, ViaKind
from tests.provenance.newsroom import (
    BACKGROUND,
    DREDGING,
    INDIRECT,
    OTHER_BACKGROUND,
    STORM,
    TARIFF,
    Said,
    graph,
    story,
)

MASTER = "harbour master"
TASS = ((CreditKind.WIRE, "TASS"),)

WIRE = story(
    Said("Marta Oslington", DREDGING, role=MASTER, whom="reporters", day="2024-05-13"),
    Said("Marta Oslington", TARIFF, role=MASTER),
    outlet="TASS",
    background=BACKGROUND,
)
COPY = story(
    Said("Marta Oslington", DREDGING, role=MASTER),
    outlet="The Tidewater Post",
    background=BACKGROUND,
    credits=TASS,
    published="2024-05-15",
)
REWRITE = story(
    Said("Oslington", DREDGING.replace("autumn", "winter")),
    outlet="Quayside Radio",
    background=BACKGROUND,
    published="2024-05-15",
    title="Sand in the harbour mouth",
)
OWN = story(
    Said("Märta Oslington", DREDGING, day="2024-05-13"),
    Said("Ines Carrow", STORM, role="captain"),
    outlet="Lorry Weekly",
    background=OTHER_BACKGROUND,
)
RELAY = story(
    Said("Oslington", DREDGING, via=(ViaKind.OUTLET, "Lorry Weekly")),
    Said("Jörg Välimäki", "the union was never asked about the channel or the fees", INDIRECT),
    outlet="Berth & Bollard",
    published="2024-05-16",
)
STORIES = (WIRE, COPY, REWRITE, OWN, RELAY)


def town() -> Graph:
    """Everything above, linked."""
    return graph(*STORIES)
