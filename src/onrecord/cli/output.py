"""Where output goes: results to stdout, everything else to stderr, and no escape codes from texts to the terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType

PIPE_WIDTH = 100
"""Columns where stdout is no terminal and COLUMNS does not say."""
_TAMED = dict.fromkeys((*range(32), *range(127, 160)), "�")
_TAMED |= {ord(blank): " " for blank in "\t\n\r\v\f\x85\u2028\u2029"}
# marks that reorder or hide text on a screen: bidirectional controls and zero-width ones
_TAMED |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF), "")


def tame(text: str) -> str:
    """The text in one line, without the control characters by which a text could steer a terminal."""
    return " ".join(text.translate(_TAMED).split())


def show(result: RenderableType) -> None:
    """Prints for people on stdout; plain where that is no terminal, without colour where NO_COLOR is set."""
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPE_WIDTH
    with console.capture() as capture:  # rich would end the program itself where the pipe is closed
        console.print(result)
    sys.stdout.write(capture.get())


def flushed() -> bool:
    """Whether everything written so far could be handed on; False where the disk is full."""
    try:
        sys.stdout.flush()
    except OSError:
        return False
    return True


def discard_stdout() -> None:
    """Lets what is still buffered go nowhere, so that the end of the program is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_json(value: Any) -> None:
    """One JSON object as one line on stdout, in UTF-8."""
    from onrecord.exports.json_line import json_line

    sys.stdout.write(json_line(value) + "\n")


def note(message: str) -> None:
    """A line on stderr, for people."""
    sys.stderr.write(f"onrecord: {tame(message)}\n")
    sys.stderr.flush()
