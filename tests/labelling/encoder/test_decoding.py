"""From scores to attributions: cues, one source each, contents in pieces, and confidence."""

import numpy as np
import pytest

from onrecord.labelling.encoder.decoding import Found, Settings, attributions, confidence, cue_units
from onrecord.labelling.encoder.times import TAGS, extents

EVERY = np.arange(6)
SURE = Settings(change=0.5)


def chances(*rows: tuple[float, ...]) -> np.ndarray:
    return np.log(np.array(rows, np.float32))


def test_a_cue_begins_where_it_is_likely_enough_and_goes_on() -> None:
    scores = chances((0.9, 0.1, 0.001), (0.2, 0.7, 0.1), (0.1, 0.1, 0.8), (0.9, 0.05, 0.05), (0.6, 0.3, 0.1))
    assert [units for units, _ in cue_units(scores, np.arange(5), 0.5)] == [(1, 3)]
    assert [units for units, _ in cue_units(scores, np.arange(5), 0.25)] == [(1, 3), (4, 5)]


def roles(letters: str) -> np.ndarray:
    """Sure scores: "-" neither, "s" source, "c" content."""
    likely = np.full((1, len(letters), 3), 0.02, np.float32)
    for place, letter in enumerate(letters):
        likely[0, place, "-sc".index(letter)] = 0.96
    return np.log(likely)


def found(letters: str, cue: tuple[int, int]) -> Found | None:
    made = attributions([(cue, 0.9)], roles(letters), np.arange(len(letters)), SURE)
    return made[0] if made else None


def test_source_and_content_are_runs_around_the_cue() -> None:
    assert found("ss-ccc", (2, 3)) == found("ssscccc"[:6].replace("sss", "ss-"), (2, 3))
    one = found("ss-ccc", (2, 3))
    assert one is not None
    assert (one.source, one.content) == ((0, 2), ((3, 6),))


def test_a_content_may_be_in_pieces_and_a_source_missing() -> None:
    one = found("cc-cc-", (2, 3))
    assert one is not None
    assert (one.source, one.content) == (None, ((0, 2), (3, 5)))


def test_of_two_sources_the_surer_stays() -> None:
    one = found("ss-csc", (2, 3))
    assert one is not None
    assert one.source == (0, 2)


def test_a_cue_is_no_part_of_its_own_content() -> None:
    one = found("cccccc", (2, 3))
    assert one is not None
    assert one.content == ((0, 2), (3, 6))


def test_without_content_there_is_nothing() -> None:
    assert found("ss----", (2, 3)) is None


def test_confidence_rises_with_every_score() -> None:
    low = Found((0, 1), (1, 2), ((2, 3),), 0.5, 0.5, 0.5)
    settings = Settings(calibration=(0.0, 1.0, 1.0, 1.0, -1.0))
    for surer in ((0.9, 0.5, 0.5), (0.5, 0.9, 0.5), (0.5, 0.5, 0.9)):
        assert confidence(Found((0, 1), (1, 2), ((2, 3),), *surer), settings) > confidence(low, settings)
    assert confidence(low, settings) == pytest.approx(0.5)


def test_settings_come_from_what_a_manifest_holds() -> None:
    stored = {"cue": 0.2, "calibration": [1, 2, 3, 4, 5], "unknown": 7}
    assert Settings.of(stored) == Settings(cue=0.2, calibration=(1, 2, 3, 4, 5))


def tags(*best: int) -> np.ndarray:
    likely = np.full((len(best), TAGS), 0.01, np.float32)
    likely[np.arange(len(best)), best] = 0.9
    return np.log(likely)


def test_times_are_runs_with_the_type_they_mostly_have() -> None:
    assert [e[:3] for e in extents(tags(0, 1, 2, 0, 5))] == [(1, 3, "DATE"), (4, 5, "DURATION")]


def test_two_times_side_by_side_are_two() -> None:
    assert [e[:3] for e in extents(tags(1, 2, 3, 4))] == [(0, 2, "DATE"), (2, 4, "TIME")]
