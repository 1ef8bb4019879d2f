"""The pages tell the truth: every command in them runs, and prints what the page says it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.runnable_pages import NOT_RUN, PAGES, ROOT, Folder, blocks, commands, fits, lines_of

LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
MARKDOWN = [*PAGES, *sorted((ROOT / "plans").glob("*.md")), *(ROOT / n for n in ("AGENTS.md", "CONTRIBUTING.md"))]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_command_does_what_the_page_says(path: Path, tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for language, text in blocks(path.read_text(encoding="utf-8")):
        if language == "python":
            done = folder.run_program(text)
            assert done.returncode == 0, done.stderr
        for command in commands(text) if language == "console" else ():
            done = folder.run(command.words)
            assert done.returncode == 0, f"{command.words}\n{done.stderr}"
            printed = lines_of(done.stdout)
            assert fits(command.output, printed), f"$ {command.words}\nprints now:\n" + "\n".join(printed)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_what_is_not_run_is_known(path: Path) -> None:
    for language, text in blocks(path.read_text(encoding="utf-8")):
        if language == "sh":
            assert all(line.startswith(NOT_RUN) for line in text.splitlines())


@pytest.mark.parametrize("path", MARKDOWN, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    missing = [t for t in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / t).exists()]
    assert missing == []


def test_tests_that_pages_name_exist() -> None:
    for path in MARKDOWN:
        for named in re.findall(r"`(tests/[\w/]+(?:\.py)?)(?:::(\w+))?`", path.read_text(encoding="utf-8")):
            target, test = ROOT / named[0], named[1]
            assert target.exists(), f"{name_of(path)} names {named[0]}"
            assert f"def {test}" in (target.read_text(encoding="utf-8") if test else "def "), (
                f"{named[0]} has no {test}"
            )


def test_every_command_of_the_program_has_its_place_in_the_reference() -> None:
    from onrecord.cli.app import app

    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    named = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert named <= set(re.findall(r"^### `(\w+)", reference, re.MULTILINE))


def test_a_gap_stands_for_any_lines() -> None:
    assert fits(("a", "…", "d"), ["a", "b", "c", "d"])
    assert fits(("a", "…", "d"), ["a", "d"])
    assert fits(("start…",), ["start and end"])
    assert not fits(("a", "…", "d"), ["a", "b"])
    assert not fits(("a.c",), ["abc"])
