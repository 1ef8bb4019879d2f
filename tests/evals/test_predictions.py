"""The evals: `python -m evals.X < docs.jsonl > predictions.jsonl`, whatever keys a document lacks."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAM = "The dam is full, Ana Ruiz said."
FULL = {"doc": "b", "text": "It rained.", "title": None, "published": "2024-05-15", "outlet": "The Olm Gazette"}


def predicted(name: str, *documents: dict[str, Any]) -> list[dict[str, Any]]:
    """What the command prints for these documents, where neither input nor output is taken for UTF-8 by default."""
    lines = "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
    command = [sys.executable, "-m", f"evals.{name}"]
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, input=lines.encode(), capture_output=True, cwd=ROOT, env=environment, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "key"), [("attribution", "attributions"), ("time", "moments"), ("sourcing", "statements")]
)
def test_one_line_a_document_whatever_keys_it_lacks(name: str, key: str) -> None:
    found = predicted(name, FULL, {}, {"doc": 7}, {"doc": "ü", "text": None})
    name_of = "article" if name == "sourcing" else "doc"
    assert found == [{name_of: doc, key: []} for doc in ("b", None, 7, "ü")]


def test_sourced_passages_name_their_source() -> None:
    (found,) = predicted("sourcing", {"doc": "a", "text": DAM})
    (passage,) = found["statements"]
    assert (passage["text"], passage["start"], passage["end"]) == (DAM, 0, len(DAM))
    assert (passage["type"], passage["name"]) == ("named_person", "Ana Ruiz")


def test_attributions_have_offsets_into_the_text() -> None:
    (found,) = predicted("attribution", {"doc": "a", "text": DAM})
    assert found["attributions"] == [{"source": [[17, 25]], "cue": [[26, 30]], "content": [[0, 15]]}]


def test_moments_are_anchored_on_the_day_of_publication() -> None:
    text = "The dam broke yesterday."
    (found,) = predicted("time", {"doc": "a", "text": text, "published": "2024-05-15"})
    assert found["moments"] == [{"start": 14, "end": 23, "type": "DATE", "value": "2024-05-14"}]


def test_pairs_of_names_come_back_with_score_and_match_whatever_columns_they_lack() -> None:
    cases = 'schema,name1,name2,notes\nPerson,Марта Лозовая,Marta Lozovaya,"a, b"\nVessel,Stella,\nPerson,Ana Ruiz\n'
    command = [sys.executable, "-m", "evals.names"]
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, input=cases.encode(), capture_output=True, cwd=ROOT, env=environment, check=True)
    rows = list(csv.DictReader(done.stdout.decode("utf-8").splitlines()))
    assert [row["match"] for row in rows] == ["true", "false", "false"]
    assert [float(row["score"]) > 0.8 for row in rows] == [True, False, False]
    assert rows[0]["name1"] == "Марта Лозовая"
    assert rows[0]["notes"] == "a, b"


def test_utterances_are_found_across_all_documents() -> None:
    words = "“The upper dam is full and every village below the lake must leave tonight,” Ana Ruiz said"
    first, second = (
        {"doc": n, "text": f"{words} {where}.", "published": "2024-05-15"}
        for n, where in ((1, "in Olm"), (2, "on air"))
    )
    (found,) = predicted("utterances", first, {"doc": 3}, second)
    assert found["agent"] == "Ana Ruiz"
    assert sorted(member["article"] for member in found["members"]) == [1, 2]
    assert [words[slice(*span)][:14] for member in found["members"] for span in member["spans"]] == [words[:14]] * 2
    assert found["wordings"] == [[0, 1, "identical"]]
