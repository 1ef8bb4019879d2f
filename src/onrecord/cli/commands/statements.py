"""`onrecord statements`: what is said in some files; needs no database."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from onrecord.cli.analysed import analysed
from onrecord.cli.options import SOME_REJECTED, Jobs, Json, Labeller, Mapping, Outlet, Published, mapping_of
from onrecord.cli.output import print_json, show
from onrecord.labelling import DEFAULT
from onrecord.records import Findings


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

    analysis = Analysis(labeller, published, outlet, tuple(mapping_of(mapping).items()))
    shown = partial(_show_audit, as_json=as_json) if audit else partial(_show, as_json=as_json, every=every)
    if not analysed(analysis, paths, jobs, shown):
        raise typer.Exit(SOME_REJECTED)


def _show(findings: Findings, *, as_json: bool, every: bool) -> None:
    if as_json:
        from onrecord.exports.article_json import article_json

        print_json(article_json(findings))
    else:
        from onrecord.cli.display.statement_table import article_table

        show(article_table(findings, every=every))


def _show_audit(findings: Findings, *, as_json: bool) -> None:
    from onrecord.answers.passages import passages

    found = passages(findings)
    if as_json:
        print_json({"article": findings.article.id, "passages": [p.to_json() for p in found]})
    else:
        from onrecord.cli.display.passage_table import passage_table

        show(passage_table(findings, found))
