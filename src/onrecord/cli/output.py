"""Where output goes: results to stdout, everything else to stderr, and no escape codes from texts to the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 100
"""Columns where stdout is no terminal and COLUMNS does not say."""
_TAMED = dict.fromkeys((*range(32), *range(127, 160)), "�")
_TAMED |= {ord(blank): " " for blank in "\t\n\r\v\f\x85\u2028\u2029"}
# marks that reorder or hide text on a screen: bidirectional controls and zero-width ones
_TAMED |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF), "")


def tame(text: str) -> str:
    """The text in one line, without the control characters by which a text could steer a terminal."""
    return " ".join(text.translate(_TAMED).split())


def console() -> Console:
    """What prints for people on stdout; plain where that is no terminal or NO_COLOR is set."""
    from rich.console import Console

    made = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not made.is_terminal and made.width == 80 and "COLUMNS" not in made._environ:
        made.width = PIPE_WIDTH
    return made


def print_json(value: Any) -> None:
    """One JSON object as one line on stdout, in UTF-8."""
    from onrecord.exports.json_line import json_line

    sys.stdout.write(json_line(value) + "\n")


def note(message: str) -> None:
    """A line on stderr, for people."""
    sys.stderr.write(f"onrecord: {tame(message)}\n")
    sys.stderr.flush()
