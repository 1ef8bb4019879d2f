"""`onrecord statements`: the JSON contract, offsets that hold, and inputs of every sort."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from onrecord.cli.app import app
from tests.cli.running import json_lines, onrecord
from tests.exports.test_article_json import ADDED, PROMISED, keys_by_place


def spans_in(value: Any, place: str = "") -> list[tuple[int, int]]:
    """Every offset pair of a line, wherever it stands."""
    if isinstance(value, dict):
        return [span for key, inner in value.items() if key != "text" for span in spans_in(inner)]
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(end, int) for end in value):
            return [(value[0], value[1])]
        return [span for inner in value for span in spans_in(inner)]
    return []


def check_offsets(line: dict[str, Any], text: str) -> None:
    assert line["text"] == text
    for start, end in spans_in(line):
        assert 0 <= start < end <= len(text)
    for statement in line["statements"]:
        for role in ("source", "cue", "content", "addressee", "question", "venue"):
            ends = [end for span in statement[role] for end in span]
            assert ends == sorted(ends), "fragments are sorted and disjoint"
        assert statement["content"]
        answers = " … ".join(text[start:end] for start, end in statement["question"])
        assert (statement["answers"] or "") == answers


def test_one_object_a_line_with_the_promised_keys(news: Path) -> None:
    done = onrecord("statements", news, "--json")
    assert done.returncode == 0
    lines = json_lines(done)
    assert [Path(line["path"]).name for line in lines] == ["bridge.txt", "copy.txt", "ferry.txt"]
    for line in lines:
        found = keys_by_place(line)
        assert found[""] == PROMISED[""] | ADDED[""]
        for place, keys in found.items():
            assert keys == PROMISED[place] | ADDED.get(place, set())
        check_offsets(line, Path(line["path"]).read_text(encoding="utf-8"))
    assert lines[0]["published"] == "2024-03-09"


PIECES = st.sampled_from(
    [
        *("“The ice is gone,”", '"No."', "»Nein«", "‘Yes’", "Ida Holm", "the mayor", "she", "Dr. Bø", "𝒜gnes", "日本"),
        *("said", "told reporters on Friday", "according to", "denied that", "asked whether", "👩‍🚀", "e\u0301"),
        *(" ", ", ", ". ", ": ", "\n\n", "\r\n", "—", "“", '"', "’", "\u2028", "\ufeff", "\x85", "\t"),
    ]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(pieces=st.lists(PIECES, min_size=1, max_size=40), crlf=st.booleans())
def test_every_offset_holds_against_the_file(tmp_path: Path, pieces: list[str], crlf: bool) -> None:
    text = "".join(pieces)
    path = tmp_path / "some.txt"
    path.write_bytes(text.encode("utf-8"))
    done = CliRunner().invoke(app, ["statements", str(path), "--json"])
    assert done.exit_code == 0, done.output
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == (1 if text.strip("\ufeff \t\r\n\x85\u2028") else len(lines))
    for line in lines:
        check_offsets(line, text.removeprefix("\ufeff"))


def test_nothing_in_nothing_out(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for source in (tmp_path / "empty.txt", tmp_path):
        done = onrecord("statements", source, "--json")
        assert (done.returncode, done.stdout) == (0, "")


def test_standard_input() -> None:
    done = onrecord("statements", "-", "--json", stdin="“No,” mayor Karl Berg said.")
    (line,) = json_lines(done)
    assert line["path"] is None
    assert line["statements"][0]["agent"]["name"] == "Karl Berg"


def test_an_input_that_cannot_be_read_is_named_and_the_rest_goes_on(news: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 40)
    done = onrecord("statements", picture, tmp_path / "missing.txt", news / "ferry.txt", "--json")
    assert done.returncode == 1
    assert len(json_lines(done)) == 1
    assert "picture.txt: " in done.stderr
    assert "missing.txt: No such file" in done.stderr
    assert "Traceback" not in done.stderr


def test_json_lines_with_keys_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"n": "7", "prose": "Karl Berg said no.", "day": "2024-03-09"}\nnonsense\n', encoding="utf-8")
    done = onrecord(*("statements", path, "--json"), *("--mapping", "text=prose", "--mapping", "published=day"))
    assert done.returncode == 1
    (line,) = json_lines(done)
    assert (line["text"], line["published"]) == ("Karl Berg said no.", "2024-03-09")
    assert "news.jsonl:2: " in done.stderr


def test_day_and_outlet_serve_where_the_text_does_not_say(tmp_path: Path, news: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("Karl Berg said yesterday that the bridge was open.", encoding="utf-8")
    done = onrecord(*("statements", path, news / "ferry.txt", "--json"), "--published", "2024-03-09", "--outlet", "X")
    bare, ferry = json_lines(done)
    assert (bare["published"], bare["outlet"]) == ("2024-03-09", "X")
    assert bare["statements"][0]["said"]["start"] == "2024-03-08"
    assert ferry["published"] == "2024-03-08"


def test_all_cores_and_one_give_the_same(tmp_path: Path) -> None:
    for number in range(150):
        (tmp_path / f"{number}.txt").write_text(f"“It is {number} now,” mayor Karl Berg said.\n" * 20, encoding="utf-8")
    one, all_cores = (onrecord("statements", tmp_path, "--json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout == all_cores.stdout
    assert len(json_lines(one)) == 150


def test_the_table_for_people(news: Path) -> None:
    done = onrecord("statements", news, COLUMNS="80")
    assert done.returncode == 0
    assert "Karl Berg" in done.stdout
    assert "wire TASS" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "3 articles" in done.stderr
    assert "3 articles" not in done.stdout


def test_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[31m.txt"
    path.write_text("“Wipe \x1b[2J\x1b]0;owned\x07 it,” mayor Karl\x9b31m Berg said.", encoding="utf-8")
    done = onrecord("statements", path, tmp_path / "missing\x1b[2J.txt")
    assert done.returncode == 1
    assert not set("\x1b\x07\x9b") & set(done.stdout + done.stderr)


def test_an_audit_has_the_keys_of_the_contract(news: Path) -> None:
    plain, audited = onrecord("statements", news, "--json"), onrecord("statements", news, "--audit", "--json")
    assert audited.returncode == 0
    for line, audit in zip(json_lines(plain), json_lines(audited), strict=True):
        assert audit.keys() == {"article", "passages"}
        assert audit["article"] == line["article"]
        known = {s["id"] for s in line["statements"]}
        for passage in audit["passages"]:
            assert passage.keys() == {"spans", "statements", "type", "name", "title", "justification"}
            assert known.issuperset(passage["statements"])
            assert all(0 <= start < end <= len(line["text"]) for start, end in passage["spans"])


def test_an_audit_shows_each_source_with_its_type(news: Path) -> None:
    done = onrecord("statements", news, "--audit")
    assert done.returncode == 0
    assert "sourced passage" in done.stdout
    assert "named person" in done.stdout
