"""Input that no newsroom would send, through the whole of `onrecord`: two seconds, 500 MB, and the outcome promised."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.reading.caps import MAX_DEPTH, MAX_LINE
from tests.cli.running import Done, json_lines
from tests.pace import in_time

SECONDS = 2.0
"""Processor time that any one input may take, on the machine of `tests.pace`."""
BUSY = 1.75
"""How much longer the same work may take where other programs keep the machine busy; the better of two runs counts."""
BYTES = 500 * 2**20
TEN_MB = 10 * 2**20
CUT = f"line 1 is longer than {MAX_LINE:,} characters; the text was cut there"
NEWS = (
    "The ferry to Oster will sail again on Monday, transport minister Ida Holm told reporters on Friday. "
    "“The ice is gone and the hull is sound,” Holm said. According to mayor Karl Berg, the bridge stays shut until "
    "the snow melts, and the harbour master said that nobody had asked him. "
)


@pytest.fixture(params=["statements", "add"])
def processed(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str, bytes], Done]:
    """One file through one command, in a process of its own that is held to the time and the memory."""

    def process(name: str, data: bytes) -> Done:
        path = tmp_path / name
        path.write_bytes(data)
        words = {"statements": ["statements", "--json"], "add": ["add", "--json", "--db", str(tmp_path / "a.db")]}
        return measured([sys.executable, "-m", "onrecord", *words[request.param], str(path)])

    return process


METER = """
import os, resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
os.write(int(sys.argv[1]), f"{used.ru_maxrss} {used.ru_utime + used.ru_stime}".encode())
sys.exit(code)
"""
"""A small process between: what a child takes at most counts what its parent took when it was started."""


def measured(words: list[str], *, again: bool = True) -> Done:
    """The run of a program that must keep to the time and the memory."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as err:
        told, tell = os.pipe()
        meter = [sys.executable, "-c", METER, str(tell), *words]
        code = subprocess.run(meter, stdout=out, stderr=err, pass_fds=(tell,), check=False).returncode
        memory, seconds = map(float, os.read(told, 100).split())
        os.close(told)
        os.close(tell)
        out.seek(0)
        err.seek(0)
        done = Done(words, code, out.read(), err.read())
    assert memory * (1 if sys.platform == "darwin" else 1024) < BYTES
    assert "Traceback" not in done.stderr
    timely = in_time(seconds, SECONDS * BUSY)
    if again and not timely:
        if "--db" in words:
            words = [*words, "--db", words[words.index("--db") + 1] + "-again"]
        return measured(words, again=False)
    assert timely, f"{seconds} seconds"
    return done


def statements_in(done: Done) -> int:
    """How many statements a run of either command found, in exactly one article."""
    (line,) = json_lines(done)
    if "text" not in line:
        assert line["articles"] == 1
        return int(line["statements"])
    check_offsets(line)
    return len(line["statements"])


def check_offsets(line: dict[str, Any]) -> None:
    for statement in line["statements"]:
        for role in ("source", "cue", "content"):
            assert all(0 <= start < end <= len(line["text"]) for start, end in statement[role])


def line_of(unit: str) -> bytes:
    """A line of ten megabytes."""
    data = unit.encode()
    return (data * (TEN_MB // len(data) + 1))[:TEN_MB]


Processed = Callable[[str, bytes], Done]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.xml"])
def test_an_empty_file_gives_an_empty_result(processed: Processed, name: str) -> None:
    done = processed(name, b"")
    assert done.returncode == 0
    assert not [line for line in json_lines(done) if line.get("articles", 1)]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.xml", "a"])
def test_binary_data_is_rejected_with_the_reason(processed: Processed, name: str) -> None:
    done = processed(name, bytes(range(256)) * (TEN_MB // 256))
    assert done.returncode == 1
    assert f"{name}: binary data" in done.stderr
    assert "1 rejected" in done.stderr


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_a_hundred_thousand_nested_tags_are_rejected_with_the_reason(processed: Processed, tag: str) -> None:
    done = processed("a.html", f"<html><body>{f'<{tag}>' * 100_000}deep{f'</{tag}>' * 100_000}".encode())
    assert done.returncode == 1
    assert f"a.html: elements nested more than {MAX_DEPTH} deep" in done.stderr
    assert "1 rejected" in done.stderr


def test_a_hundred_thousand_nested_entries_of_a_feed_are_rejected(processed: Processed) -> None:
    done = processed("a.xml", b'<?xml version="1.0"?><rss version="2.0"><channel>' + b"<item>" * 100_000)
    assert done.returncode == 1
    assert f"a.xml: elements nested more than {MAX_DEPTH} deep" in done.stderr
    assert "1 rejected" in done.stderr


def test_a_hundred_thousand_nested_lists_of_json_are_rejected(processed: Processed) -> None:
    done = processed("a.jsonl", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")
    assert done.returncode == 1
    assert "a.jsonl:1: not JSON" in done.stderr


def test_invalid_utf8_is_processed(processed: Processed) -> None:
    text = "The café, the crêperie and the pâtisserie are clo\0sed, mayor Karl Berg said.\n"
    done = processed("a.txt", text.encode().replace(b"\0", b"\xff"))
    assert done.returncode == 0
    assert statements_in(done) == 1
    assert "replaced by U+FFFD" in done.stdout + done.stderr


def test_an_unknown_date_is_processed(processed: Processed) -> None:
    done = processed("a.txt", b"Bridge shut\n\n45 Smarch 2022\n\nThe bridge is shut, mayor Karl Berg said.\n")
    assert done.returncode == 0
    assert statements_in(done) == 1
    assert all(line.get("published") is None for line in json_lines(done))


@pytest.mark.parametrize(
    "text",
    ["“" * 5_000, "“He said " * 5_000, '"and she said ' * 5_001, "« Karl Berg „" * 2_500, "“so\n\n" * 5_000],
    ids=["marks alone", "curly", "straight", "two kinds", "paragraphs"],
)
def test_five_thousand_unmatched_quotation_marks_are_processed(processed: Processed, text: str) -> None:
    done = processed("a.txt", text.encode())
    assert done.returncode == 0
    assert statements_in(done) >= 0


@pytest.mark.parametrize(
    ("unit", "talks"),
    [
        ("x", False),
        ("word ", False),
        ("“", False),
        ("日本", False),
        (NEWS, True),
        ("Peter Pan said that ", True),
        ("the minister told the president that ", True),
        ("“Yes,” said Karl Berg, “no,” ", True),
        ("Ida Holm told reporters that Karl Berg said ", True),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_line_of_ten_megabytes_is_cut_and_the_cut_reported(processed: Processed, unit: str, talks: bool) -> None:
    done = processed("a.txt", line_of(unit))
    assert done.returncode == 0
    assert CUT in done.stdout + done.stderr
    assert (statements_in(done) > 100) is talks


def test_a_folder_of_good_and_bad_files_gives_all_that_is_good(tmp_path: Path) -> None:
    for name, data in {
        "a-good.txt": b"The bridge is shut, mayor Karl Berg said.\n",
        "b-empty.txt": b"",
        "c-binary.txt": bytes(range(256)) * 100,
        "d-deep.html": b"<html>" + b"<div>" * 100_000,
        "e-good.jsonl": b'{"text": "The bridge is open, mayor Karl Berg said."}\nnonsense\n[1]\n{"text": 5}\n',
        "f-notes.pdf": b"%PDF-1.7",
        "g-last.txt": b"\xff\xfe" + "“No,” Ida Holm said.".encode("utf-16-le"),
    }.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "h-nowhere.txt").symlink_to(tmp_path / "missing")
    done = measured([sys.executable, "-m", "onrecord", "statements", "--json", str(tmp_path)])
    assert done.returncode == 1
    assert [len(line["statements"]) for line in json_lines(done)] == [1, 1, 1]
    reasons = [line for line in done.stderr.splitlines() if str(tmp_path) in line]
    assert [line.split(": ")[1].rpartition("/")[2] for line in reasons] == [
        *("c-binary.txt", "d-deep.html", "e-good.jsonl:2", "e-good.jsonl:3", "e-good.jsonl:4", "h-nowhere.txt")
    ]
