"""The article that specifies the product, beside the agency's report and two rewrites: one origin, one briefing."""

import json
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.answers.trace import Trace
from tests.test_seed import GOLDEN

READING = "Dmitry Peskov, the spokesman of Russia's president, was in no mood to read much into one arrest on Tuesday."
TELEPHONES = (
    "The telephones on his desk rang twice while he spoke. Nobody picked them up, and the questions went on for half "
    "an hour, mostly about the weather in the mountains and the flights that it delayed."
)
AGENCY = (
    f"Kremlin sees no trend in musician's arrest\n\nMOSCOW, January 11. /TASS/. {READING}\n\n"
    f"{{isolated}} Peskov said at a briefing on Tuesday.\n\n{TELEPHONES}"
)
CREDITED = (
    "One arrest proves nothing, Kremlin says\n\nDmitry Peskov would not read much into one arrest when the press met "
    "him on Tuesday.\n\n{isolated} said Peskov, the president's spokesman.\n\nSource: TASS"
)
BARE = f"No trend in musician's arrest, says Peskov\n\n{READING}\n\n{{isolated}} Peskov said.\n\n{TELEPHONES}"


@pytest.fixture(scope="module")
def traced(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Trace:
    seed = shared.parent / "shared" / GOLDEN["file"]
    text = seed.read_text(encoding="utf-8")
    said = next(s["content"] for s in GOLDEN["statements"] if "isolated case" in text[slice(*s["content"][0])])
    quote = text[slice(*said[0])]
    rows = [
        {"text": AGENCY, "outlet": "TASS", "published": "2022-01-11"},
        {"text": CREDITED, "outlet": "Harbour Herald", "published": "2022-01-11"},
        {"text": BARE, "outlet": "Lakeside Gazette", "published": "2022-01-12"},
    ]
    path = tmp_path_factory.mktemp("seed") / "news.jsonl"
    path.write_text("\n".join(json.dumps({**r, "text": r["text"].format(isolated=quote)}) for r in rows), "utf-8")
    with Archive.open(":memory:") as archive:
        archive.add(seed)
        archive.add(path)
        found = archive.trace("isolated case")
        own = next(r.statement for o in found.origins for r in o.reports if r.outlet == GOLDEN["outlet"])
        assert archive.trace(own).utterance == found.utterance
        return archive.trace(own)


def test_four_outlets_have_it_from_the_agency_alone(traced: Trace) -> None:
    assert traced.outlets == 4
    assert (traced.low, traced.high) == (1, 1)
    (origin,) = traced.origins
    assert "TASS" in origin.reason
    assert [step.rule for step in traced.chain if step.target == "wire:TASS"] == ["wire_credit"]


def test_the_primary_source_is_the_briefing_which_is_not_in_the_archive(traced: Trace) -> None:
    primary = traced.primary
    assert (primary.what, primary.who, primary.when) == ("news conference", "Dmitry Peskov", "2022-01-11")
    assert not primary.in_archive
    assert [shown.text for shown in traced.primary_evidence] == ["at a briefing"]
