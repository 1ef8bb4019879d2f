"""Input that no newsroom would send: each is processed or rejected with its reason, within two seconds and 500 MB."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.pace import in_time

from onrecord.reading import read, read_bytes
from onrecord.reading.caps import MAX_DEPTH, MAX_LINE
from onrecord.records import Article, Rejected

SECONDS = 2.0


def timed(data: bytes, where: str) -> list[Article | Rejected]:
    start = time.process_time()
    found = list(read_bytes(data, where))
    assert in_time(time.process_time() - start, SECONDS)
    return found


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.xml", "a"])
def test_an_empty_file_gives_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert list(read(tmp_path / name)) == []
    assert list(read_bytes(b"", name)) == []


def test_white_space_alone_gives_nothing() -> None:
    assert list(read_bytes(b" \r\n\t\n", "a.txt")) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "binary data (PDF)"),
        (b"PK\x03\x04\x14\x00", "binary data (ZIP, or an office document)"),
        (bytes(range(256)) * 200, "binary data"),
        (os.urandom(2**20), "binary data"),
    ],
    ids=["pdf", "zip", "every byte", "random"],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.bin"])
def test_binary_data_is_rejected(data: bytes, reason: str, name: str) -> None:
    (found,) = timed(data, name)
    assert isinstance(found, Rejected)
    assert found.where == name
    assert found.reason.startswith(reason.split(" (")[0])


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote"])
def test_a_hundred_thousand_nested_tags_are_rejected(tag: str) -> None:
    (found,) = timed(f"<html><body>{f'<{tag}>' * 100_000}deep".encode(), "deep.html")
    assert found == Rejected("deep.html", f"elements nested more than {MAX_DEPTH} deep")


def test_invalid_utf8_is_processed_and_noted() -> None:
    text = "The café by the harbour was closed on Tuesday, its owner said.\n\n“We had no guests,” he added.\n".encode()
    (found,) = timed(text.replace(b"closed", b"clo\xffsed"), "a.txt")
    assert isinstance(found, Article)
    assert "clo\ufffdsed" in found.text
    assert "café" in found.text
    assert found.notes == ("1 bytes are not utf-8; replaced by U+FFFD",)


def test_an_unknown_date_is_no_date() -> None:
    (found,) = timed(b"A headline here\n\n45 Smarch 2022\n\nThe body said that it was so.\n", "a.txt")
    assert isinstance(found, Article)
    assert found.published is None
    record = b'{"text": "The body said that it was so.", "published": "the day after"}'
    (found,) = timed(record, "a.jsonl")
    assert isinstance(found, Article)
    assert found.published is None


def test_five_thousand_unmatched_quotation_marks_are_processed() -> None:
    text = "“He said " * 2_500 + '"she said ' * 2_500
    (found,) = timed(text.encode(), "a.txt")
    assert isinstance(found, Article)
    assert found.text == text


def test_a_ten_megabyte_line_is_cut_and_the_cut_reported() -> None:
    text = "A headline\n\nThe first paragraph.\n" + "word " * 2_000_000
    (found,) = timed(text.encode(), "a.txt")
    assert isinstance(found, Article)
    assert text.startswith(found.text)
    assert len(found.text) < MAX_LINE + 100
    assert found.notes == (f"line 4 is longer than {MAX_LINE:,} characters; the text was cut there",)


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a ",
        '<a "',
        "<!--",
        "&",
        "&#",
        "<p>",
        "</p>",
        "<script>",
        "<b></i>",
        "Photo by ",
        "A/",
        "(AP ",
        "By A, ",
        "© ",
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_one_megabyte_of_one_pattern_takes_linear_time(unit: str, name: str) -> None:
    for data in (unit * (2**20 // len(unit)), f"{unit * 20}\n" * (2**20 // (20 * len(unit) + 1))):
        assert len(timed(f"<html><p>Head</p>{data}".encode() if name == "a.html" else data.encode(), name)) == 1


def test_entity_declarations_in_a_feed_are_rejected_unread() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel/></rss>'
    )
    assert list(read_bytes(bomb, "a.xml")) == [Rejected("a.xml", "a feed with entity declarations (<!ENTITY …>)")]


def test_a_page_without_text_is_rejected() -> None:
    assert list(read_bytes(b"<html><body><img src=x></body></html>", "a.html")) == [
        Rejected("a.html", "no main text found in the page")
    ]


READ = """
import resource, sys
from pathlib import Path
from onrecord.reading import read

print(len(list(read(sys.argv[1]))))
status = Path("/proc/self/status")
if status.exists():  # on Linux the usage of resources counts the parent's memory too
    print(next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM:")) * 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""


def test_memory_stays_below_500_mb(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_bytes(b"word " * 2_000_000)
    (tmp_path / "deep.html").write_bytes(b"<html>" + b"<div>" * 100_000)
    (tmp_path / "wide.html").write_bytes(b"<html>" + b"<p>One paragraph of a long page, he said.</p>\n" * 40_000)
    done = subprocess.run([sys.executable, "-c", READ, str(tmp_path)], capture_output=True, text=True, check=True)
    read, peak = map(int, done.stdout.split())
    assert read == 3
    assert peak < 500 * 2**20
