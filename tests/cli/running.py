"""Running the command line as users do, as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

Done = subprocess.CompletedProcess[str]


def onrecord(*words: str | Path, cwd: Path | None = None, stdin: str | None = None, **environment: str) -> Done:
    """`onrecord WORDS…`; `environment` is added to this process's."""
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        input=stdin,
        timeout=120,
        env={**os.environ, **environment},
    )


def json_lines(done: Done) -> list[dict[str, Any]]:
    """The objects on stdout, one a line."""
    return [json.loads(line) for line in done.stdout.splitlines()]
