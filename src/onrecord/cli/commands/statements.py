"""`onrecord statements`: what is said in some files; needs no database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.opening import all_cores
from onrecord.cli.options import SOME_REJECTED, Jobs, Json, Labeller, Mapping, Outlet, Published, mapping_of
from onrecord.cli.output import print_json, show
from onrecord.labelling import DEFAULT
from onrecord.records import Added, Findings, Rejected

if TYPE_CHECKING:
    from onrecord.archive import Analysis
    from onrecord.cli.display.progress import Reporter


def statements(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    as_json: Json = False,
    labeller: Labeller = DEFAULT,
    published: Published = None,
    outlet: Outlet = None,
    mapping: Mapping = None,
    jobs: Jobs = None,
    every: Annotated[bool, typer.Option("--all", help="Show doubtful statements too (confidence below 0.6).")] = False,
    audit: Annotated[
        bool, typer.Option("--audit", help="Show sourced passages, as newsroom audits count them.")
    ] = False,
) -> None:
    """Show who says what in files, without a database."""
    from onrecord.archive import Analysis
    from onrecord.cli.display.progress import Reporter

    analysis = Analysis(labeller, published, outlet, tuple(mapping_of(mapping).items()))
    with Reporter(bar=not sys.stdout.isatty()) as reporter:
        for findings in _found(analysis, paths, jobs, reporter):
            if audit:
                _show_audit(findings, as_json)
            else:
                _show(findings, as_json, every)
    if reporter.rejected:
        raise typer.Exit(SOME_REJECTED)


def _found(analysis: Analysis, paths: list[str], jobs: int | None, reporter: Reporter) -> Iterator[Findings]:
    from onrecord.archive import Progress
    from onrecord.archive.inputs import files, total_size

    sources = list(files(paths))
    total, articles, said = total_size(sources), 0, 0
    for done, results in enumerate(analysis.run(sources, all_cores(jobs)), start=1):
        for result in results:
            if isinstance(result, Findings):
                articles += 1
                said += len(result.statements)
                yield result
        rejected = tuple(r for r in results if isinstance(r, Rejected))
        reporter.show(Progress(done, total, Added(articles, 0, said), rejected))


def _show(findings: Findings, as_json: bool, every: bool) -> None:
    if as_json:
        from onrecord.exports.article_json import article_json

        print_json(article_json(findings))
    else:
        from onrecord.cli.display.statement_table import article_table

        show(article_table(findings, every=every))


def _show_audit(findings: Findings, as_json: bool) -> None:
    from onrecord.answers.passages import passages

    found = passages(findings)
    if as_json:
        print_json({"article": findings.article.id, "passages": [p.to_json() for p in found]})
    else:
        from onrecord.cli.display.passage_table import passage_table

        show(passage_table(findings, found))
