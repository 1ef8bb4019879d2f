"""Timelines: when it was said, the days that are set and told of, each once and in order; and their picture."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from onrecord import Archive
from onrecord.answers.timeline import Event
from onrecord.exports.timeline_svg import timeline_svg
from onrecord.records import Article

VOW = (
    "“The repairs of the Quill bridge will begin on 20 May and take no more than ten days,” minister Ada Holm said on "
    "Tuesday. Holm opened the bridge on 3 March 2019."
)
REPORTS = (("2024-05-15", VOW, "Quayside Radio"), ("2024-05-16", VOW.split(" Holm opened")[0], "Lorry <Weekly>"))


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive.open(":memory:") as opened:
        opened.add([Article.of(text, published=day, outlet=outlet) for day, text, outlet in REPORTS])
        yield opened


def days(events: tuple[Event, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(e.kind.value, e.start, e.end) for e in events]


def test_the_timeline_of_somebody_has_what_was_said_done_and_set(archive: Archive) -> None:
    found = archive.timeline("Holm")
    assert days(found.events) == [
        ("told", "2019-03-03", "2019-03-03"),
        ("said", "2024-05-14", "2024-05-14"),
        ("begins", "2024-05-20", "2024-05-20"),
        ("due", "2024-05-20", "2024-05-30"),
    ]
    assert {e.who for e in found.events} == {"Ada Holm"}
    assert found.events[1].outlets == ("Lorry <Weekly>", "Quayside Radio")
    texts = [text for _, text, _ in REPORTS]
    for event in found.events:
        assert any(" … ".join(span.of(text) for span in event.spans) == event.text for text in texts)
    json.dumps(found.to_json())


def test_words_give_the_timeline_of_their_statements(archive: Archive) -> None:
    found = archive.timeline("repairs of the Quill bridge").events
    assert [kind for kind, _, _ in days(found)] == ["said", "begins", "due"]
    assert archive.timeline("zebra crossings").events == ()


def test_the_picture_is_sound_and_escaped(archive: Archive) -> None:
    found = archive.timeline("Holm")
    root = ET.fromstring(timeline_svg(found))
    titles = [node.text for node in root.iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == 1 + len(found.events)
    assert any("The repairs of the Quill bridge" in (title or "") for title in titles)
    ET.fromstring(timeline_svg(archive.timeline("nobody & <nothing>")))
