"""Time expressions as other libraries find them: documents in, predictions out, as the TIMEX3 scorer reads them.

Run by `evals.time_rivals` with the interpreter of the rivals' environment; needs nothing of onrecord.  Each rival gets
the text, the day of publication as its reference, and its own defaults for English; its results are written as TIMEX3.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

Found = tuple[int, int, str, str]
"""Start and end in code points, half-open; TIMEX3 type and value."""


def dateparser(text: str, base: datetime) -> Iterator[Found]:
    """`dateparser.search.search_dates`: it gives no offsets, so its words are looked up in their order."""
    from dateparser.search import search_dates

    place = 0
    for said, when in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or ():
        start = text.find(said, place)
        if start >= 0:
            place = start + len(said)
            yield start, place, "DATE", when.date().isoformat()


def ctparse(text: str, base: datetime) -> Iterator[Found]:
    """`ctparse.ctparse`, which reads one expression: asked of each sentence."""
    from ctparse import ctparse as parse

    for sentence in re.finditer(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]+)*", text):
        made = parse(sentence[0], ts=base, timeout=1.0)
        if made is None or made.resolution is None:
            continue
        found = made.resolution
        start = sentence.start() + found.mstart
        yield start, sentence.start() + found.mend, *_of_ctparse(found)


def _of_ctparse(found: Any) -> tuple[str, str]:
    """Its resolutions are a Time, an Interval of two, or a Duration."""
    kind = type(found).__name__
    if kind == "Duration":
        letter = {"minutes": "TM", "hours": "TH"}.get(found.unit.value, found.unit.value[0].upper())
        return "DURATION", f"P{letter[:-1]}{found.value}{letter[-1]}"
    time = found.t_from or found.t_to if kind == "Interval" else found
    parts = (time.year, time.month, time.day)
    day = "-".join(f"{part:02d}" for part in parts if part is not None)
    return ("TIME", f"{day}T{time.hour:02d}:{time.minute or 0:02d}") if time.hour is not None else ("DATE", day)


def timexy(text: str, base: datetime) -> Iterator[Found]:
    """`timexy` in a blank English spaCy pipeline; it takes no reference."""
    for entity in _pipeline()(text).ents:
        kind, value = re.findall(r'"([^"]*)"', entity.kb_id_)[:2]
        yield entity.start_char, entity.end_char, kind, value.removesuffix("T00:00:00")


@cache
def _pipeline() -> Any:
    import spacy

    import_module("timexy")  # registers its pipe
    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    return pipeline


def recognizers(text: str, base: datetime) -> Iterator[Found]:
    """`recognizers_date_time.recognize_datetime`: its TIMEX where that is whole, else the first of its readings."""
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    kinds = {"time": "TIME", "timerange": "TIME", "datetime": "TIME", "duration": "DURATION", "set": "SET"}
    for found in recognize_datetime(text, Culture.English, reference=base):
        values = (found.resolution or {}).get("values") or [{}]
        first = values[0]
        timex = first.get("timex", "")
        if "X" in timex or timex.startswith("("):
            timex = first.get("value") or first.get("start") or timex
        kind = found.type_name.rpartition(".")[2]
        yield found.start, found.end + 1, kinds.get(kind, "DATE"), timex.replace(" ", "T")


RIVALS: dict[str, Callable[[str, datetime], Iterator[Found]]] = {
    "dateparser": dateparser,
    "ctparse": ctparse,
    "timexy": timexy,
    "recognizers": recognizers,
}


def main(name: str) -> None:
    """Read documents, write the predictions of one rival."""
    for line in sys.stdin:
        document = json.loads(line)
        base = datetime.fromisoformat(document.get("published") or "2000-01-01")
        found = [{"start": s, "end": e, "type": t, "value": v} for s, e, t, v in RIVALS[name](document["text"], base)]
        print(json.dumps({"doc": document["doc"], "moments": found}))


if __name__ == "__main__":
    main(sys.argv[1])
