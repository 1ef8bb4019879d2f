"""Time expressions beside other libraries on the same documents: F1 with bootstrap intervals, and words per second.

    python3 -m venv /tmp/rivals
    /tmp/rivals/bin/pip install dateparser ctparse timexy 'spacy<4' recognizers-text-suite 'emoji<2'
    python -m evals.time_rivals --python /tmp/rivals/bin/python

The rivals live in an environment of their own; one that is missing there is named and left out.  Words per second
count the whole run of a rival on one core, its start included, so they are floors.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from pathlib import Path

from evals.rival_moments import RIVALS
from evals.time_intervals import CORPUS, Expression, gold, ours, predicted_by, table

SCRIPT = Path(__file__).with_name("rival_moments.py")
TIMEOUT = 900
"""Seconds that a rival may take for all documents."""


def documents() -> str:
    """The development documents, one JSON object a line."""
    return "".join(json.dumps({"doc": d, "published": p, "text": t}) + "\n" for d, (p, t, _) in gold().items())


def run(python: str, name: str) -> tuple[dict[str, list[Expression]], float] | None:
    """What a rival finds, and the CPU seconds it took; None, with the reason on stderr, where it cannot run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(
            [python, str(SCRIPT), name], input=documents(), capture_output=True, text=True, timeout=TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        told = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1:]
        print(f"{name}: skipped, it does not run in {python}: {''.join(told)}", file=sys.stderr)
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return predicted_by(done.stdout.splitlines()), seconds


def main() -> int:
    """Print the figures of onrecord and of every rival that is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default="/tmp/rivals/bin/python", help="the interpreter of the rivals' environment")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print("evals: skipped, the corpora (../shared/data) are not on this machine")
        return 0
    if not Path(options.python).exists():
        print(f"evals: rivals skipped, there is no {options.python}; `python -m evals.time_rivals --help` names it")
    count = sum(len(text.split()) for _, text, _ in gold().values())
    table("onrecord", {doc: ours(published, text) for doc, (published, text, _) in gold().items()})
    for name in RIVALS if Path(options.python).exists() else ():
        found = run(options.python, name)
        if found is not None:
            table(name, found[0])
            print(f"{name:24s} {count / found[1]:,.0f} words/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
