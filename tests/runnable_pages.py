"""The commands and programs that stand in a page of Markdown, and what they print: read, run, and written back.

`python -m tests.runnable_pages` runs every page and writes what its commands print into it.

A ```console block holds commands behind "$ " with their output; a ```python block holds a program.  They run in order,
in an empty folder with the project's `src` and `examples` in it.  A line "…" in an output stands for any lines, "…" at
the end of a line for any end.  A ```sh block holds what is not run (see NOT_RUN).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(console|python|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_RUN = ("git clone ", "cd onrecord", "make ", "pip install ")
"""How the commands begin that stand in pages but are not run here: they need the network, or are what runs this."""
GAP = "…"


@dataclass(frozen=True)
class Command:
    """One command of a page and the lines it is said to print."""

    words: str
    output: tuple[str, ...]


def blocks(page: str) -> list[tuple[str, str]]:
    """(language, text) of each fenced block that can be run."""
    return BLOCK.findall(page)


def commands(block: str) -> list[Command]:
    """The commands of one console block, in order."""
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        first, *output = part.rstrip("\n").split("\n")
        found.append(Command(first, tuple(output)))
    return found


def fits(expected: tuple[str, ...], printed: list[str]) -> bool:
    """Whether the lines of a page are what was printed, gaps aside."""
    pattern = "".join(_line_pattern(line) for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def _line_pattern(line: str) -> str:
    if line == GAP:
        return r"(?:[^\n]*\n)*?"
    if line.endswith(GAP):
        return re.escape(line.removesuffix(GAP)) + r"[^\n]*\n"
    return re.escape(line) + "\n"


class Folder:
    """An empty folder in which a page's commands run one after the other, with `onrecord` on the path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        bin = folder / ".bin"
        bin.mkdir()
        (bin / "onrecord").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m onrecord "$@"\n')
        (bin / "onrecord").chmod(0o755)
        for name in ("src", "examples"):
            (folder / name).symlink_to(ROOT / name)
        self._environment = {
            **{k: v for k, v in os.environ.items() if k in ("HOME", "LANG", "SYSTEMROOT", "TMPDIR")},
            "PATH": f"{bin}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUTF8": "1",
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "TZ": "UTC",
        }

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """What a shell does with the command."""
        return self._done(["bash", "-o", "pipefail", "-c", command])

    def run_program(self, program: str) -> subprocess.CompletedProcess[str]:
        """What Python does with the program."""
        return self._done([sys.executable, "-c", program])

    def _done(self, words: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words,
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


def lines_of(printed: str) -> list[str]:
    """The lines of an output without the white space at their ends."""
    return [line.rstrip() for line in printed.rstrip("\n").split("\n")] if printed.strip() else []


def renewed(page: str, folder: Folder) -> str:
    """The page with what its commands print now; outputs with gaps stay where they still fit."""

    def renew(match: re.Match[str]) -> str:
        language, text = match.groups()
        if language == "python":
            folder.run_program(text)
        if language != "console":
            return match[0]
        out = []
        for command in commands(text):
            printed = lines_of(folder.run(command.words).stdout)
            keep = any(line.endswith(GAP) for line in command.output) and fits(command.output, printed)
            out += [f"$ {command.words}", *(command.output if keep else printed)]
        return "\n".join(["```console", *out, "```"])

    return BLOCK.sub(renew, page)


def main() -> None:
    """Renews every page."""
    for path in PAGES:
        with TemporaryDirectory() as folder:
            path.write_text(renewed(path.read_text(encoding="utf-8"), Folder(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
