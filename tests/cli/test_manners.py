"""The manners of the command line: help, exit codes, pipes, colours, speed, and what is loaded for what."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import __version__
from tests.children import interruptible
from tests.cli.running import onrecord

COMMANDS = tuple("statements add trace sources who search timeline ledger why audit export demo".split())
HEAVY = ("lxml", "trafilatura", "feedparser", "rich", "rensa", "charset_normalizer", "resiliparse", "rapidfuzz")


def test_help_names_every_command() -> None:
    done = onrecord("--help")
    assert done.returncode == 0
    listed = re.findall(r"^  (\w+)  ", done.stdout.split("Commands:")[1], re.MULTILINE)
    assert listed == [*COMMANDS, "review"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    done = onrecord(command, "--help")
    assert done.returncode == 0
    assert "--json" in done.stdout or command == "export"


def test_version() -> None:
    assert onrecord("--version").stdout == f"onrecord {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nsys.argv = ['onrecord', '--help']\nfrom onrecord.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.strip() == "[]"


def test_help_is_quick() -> None:
    onrecord("--help")  # once for the byte code
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        onrecord("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.3


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["statements"],
        ["statements", "--nonsense", "x"],
        ["statements", "x", "--published", "someday"],
        ["statements", "x", "--mapping", "text"],
        ["statements", "x", "--labeller", "oracle"],
        ["statements", "x", "--jobs", "0"],
        ["export", "docx"],
        ["trace", "hull", "--db", "missing.db"],
        ["why", "abcdef123456", "--db", "missing.db"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2_in_one_message(words: list[str], tmp_path: Path) -> None:
    done = onrecord(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_id_and_a_foreign_file_are_exit_code_2(database: Path, news: Path) -> None:
    assert onrecord("why", "abcdef123456", "--db", database).returncode == 2
    done = onrecord("trace", "hull", "--db", news / "ferry.txt")
    assert done.returncode == 2
    assert "ferry.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["statements NEWS --json", "statements NEWS"])
def test_a_closed_pipe_is_silent(tmp_path: Path, words: str) -> None:
    news = tmp_path / "news.txt"
    news.write_text("“It is open now,” mayor Karl Berg said.\n\n" * 2_000, encoding="utf-8")
    command = (
        f"{sys.executable} -m onrecord {words.replace('NEWS', str(news))} | head -c 1; echo ${{PIPESTATUS[0]}} >&2"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert len(done.stdout) == 1
    summary, status = done.stderr.splitlines() if done.stderr.count("\n") == 2 else ("", done.stderr.strip())
    assert status == "0"
    assert not summary or summary.startswith("onrecord: 1 article")


def test_a_full_disk_is_one_line(news: Path) -> None:
    command = f"{sys.executable} -m onrecord statements {news} > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("onrecord: ")
    assert "Traceback" not in done.stderr


def test_a_pipe_gets_no_colour(news: Path) -> None:
    assert "\x1b" not in onrecord("statements", news).stdout


def test_a_terminal_gets_colour_unless_no_color_is_set(database: Path) -> None:
    words = [sys.executable, "-m", "onrecord", "trace", "hull is sound", "--db", str(database)]
    shown = {}
    for no_color in ("", "1"):
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "NO_COLOR": no_color}
        shown[no_color] = in_terminal(words, environment)
    colour = re.compile(r"\x1b\[(?:\d+;)*3\d(?:;\d+)*m")
    assert colour.search(shown[""])
    assert not colour.search(shown["1"])


def test_a_terminal_gets_a_progress_bar(news: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "onrecord", "add", str(news), "--db", str(tmp_path / "a.db")]
    shown = in_terminal(words, {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"})
    assert "Reading" in shown
    assert "3 articles" in shown


def in_terminal(words: list[str], environment: dict[str, str]) -> str:
    """What a program shows on a terminal that is stdout and stderr."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(words, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            block = os.read(ours, 65536)
        except OSError:  # Linux's way to say that the terminal's last writer is gone
            break
        if not block:
            break
        shown += block
    process.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8")


def test_ctrl_c_ends_quietly_and_keeps_what_is_done(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text("“It is open,” mayor Karl Berg said.\n\n" * 60 + str(number))
    words = [sys.executable, "-m", "onrecord", "add", str(tmp_path), "--db", str(tmp_path / "a.db"), "--jobs", "2"]
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=interruptible
    )
    while process.poll() is None and not (tmp_path / "a.db").exists():
        time.sleep(0.05)
    time.sleep(2.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode in (0, 130)
    assert "Traceback" not in errors
    done = onrecord("export", "csv-articles", "--db", tmp_path / "a.db")
    assert done.returncode == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    done = onrecord("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert done.returncode == 0
    assert "_ONRECORD_COMPLETE" in done.stdout
