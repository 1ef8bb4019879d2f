"""The findings of files, one after another, with progress and rejections on stderr; no database."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.cli.opening import all_cores
from onrecord.records import Added, Findings, Rejected

if TYPE_CHECKING:
    from onrecord.archive import Analysis


def analysed(analysis: Analysis, paths: list[str], jobs: int | None, take: Callable[[Findings], None]) -> bool:
    """Hand the findings of each article to `take`, in order; whether every input could be read."""
    from onrecord.archive import Progress
    from onrecord.archive.inputs import files, total_size
    from onrecord.cli.display.progress import Reporter

    sources = list(files(paths))
    total, articles, said = total_size(sources), 0, 0
    with Reporter(bar=not sys.stdout.isatty()) as reporter:
        for done, results in enumerate(analysis.run(sources, all_cores(jobs)), start=1):
            for result in results:
                if isinstance(result, Findings):
                    articles += 1
                    said += len(result.statements)
                    take(result)
            rejected = tuple(r for r in results if isinstance(r, Rejected))
            reporter.show(Progress(done, total, Added(articles, 0, said), rejected))
    return not reporter.rejected
