"""Progress on stderr: a bar with rate and remaining time on a terminal, a summary line at the end anywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.cli.output import note

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import ProgressColumn, Task, TaskID
    from rich.text import Text

    from onrecord.archive import Progress


BUCKETS_SHOWN = 3
"""Full buckets that are named on stderr."""


class Reporter:
    """Shows how far a command has come, names every rejected input with its reason, and sums up at the end."""

    def __init__(self, *, bar: bool = True) -> None:
        self.rejected = 0
        self._last: Progress | None = None
        self._begun = monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        if bar and sys.stderr.isatty():
            self._bar, self._task = _bar()

    def show(self, progress: Progress) -> None:
        """The latest state; its rejected inputs, and what had to be cut or guessed, are named now."""
        self._last = progress
        self.rejected += len(progress.rejected)
        for one in progress.rejected:
            note(f"{one.where}: {one.reason}")
        for remark in progress.notes:
            note(remark)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=progress.done, total=progress.total)

    def __enter__(self) -> Reporter:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
        if kind is None:
            for line in self._full_buckets():
                note(line)
            note(self._summary())

    def _full_buckets(self) -> Iterator[str]:
        """What the articles share with too many others, the fullest bucket first."""
        full = self._last.added.full_buckets if self._last else ()
        if not full:
            return
        from onrecord.provenance.shared_keys import in_words

        for bucket in sorted(full, key=lambda b: (-b.articles, b.key))[:BUCKETS_SHOWN]:
            yield (
                f"{plural(bucket.articles, 'article')} share {in_words(bucket.key)} ({bucket.key}): only "
                f"{bucket.compared:,} of them are compared with each other by it, so links can be missing"
            )
        if len(full) > BUCKETS_SHOWN:
            more = len(full) - BUCKETS_SHOWN
            yield f"and {plural(more, 'more key')} with too many articles; --json names them all"

    def _summary(self) -> str:
        if self._last is None:
            return "nothing to read"
        seconds, added = monotonic() - self._begun, self._last.added
        counts = [plural(added.articles, "article"), plural(added.statements, "statement")]
        if added.known:
            counts.append(f"{added.known:,} known before")
        if self.rejected:
            counts.append(f"{self.rejected:,} rejected")
        rate = (added.articles + added.known) / seconds
        return f"{', '.join(counts)}; {seconds:,.1f} s" + (f", {rate:,.0f} articles/s" if rate >= 1 else "")


def plural(number: int, noun: str) -> str:
    """ "1 article", "2,000 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _bar() -> tuple[Bar, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns: list[ProgressColumn] = [TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), _rate()]
    bar = Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
    return bar, bar.add_task("reading", total=None)


def _rate() -> ProgressColumn:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Finished inputs a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.1f}/s" if speed else "", style="progress.data.speed")

    return Rate()
