"""The guided tour of `onrecord demo`: what went in, what was found, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.display import phrases
from onrecord.cli.display.progress import plural
from onrecord.cli.display.trace_tree import trace_tree
from onrecord.cli.output import tame

if TYPE_CHECKING:
    from onrecord.answers.trace import Trace
    from onrecord.records import Added, Article, Findings, Graph


def guided_tour(added: Added, graph: Graph, trace: Trace) -> RenderableType:
    """The steps of the main job, each with the command that does it."""
    words = phrases.shortened(trace.statement.text.strip("“”\"'"), 34).rstrip("…, ")
    found = f"{plural(added.articles, 'article')}, {plural(added.statements, 'statement')}"
    return Group(
        Text("Who said what in a small pile of news, and where does it come from?", style="bold"),
        Text("The country, its people and its outlets are invented; the database is gone afterwards.", style="dim"),
        *_step("onrecord add sample", f"{found}, {plural(_outlets(graph), 'outlet')}"),
        _articles(graph),
        *_step(f'onrecord trace "{words}"', "the statement that most articles report"),
        trace_tree(trace),
        *_step("onrecord add FOLDER", "now with news of your own: text, web pages, feeds, JSON Lines"),
    )


def _step(command: str, outcome: str) -> tuple[Text, Text, Text, Text]:
    return Text(""), Text("$ ", style="dim").append(command, style="bold cyan"), Text(outcome, style="dim"), Text("")


def _articles(graph: Graph) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, justify="right", style="dim")
    for findings in sorted(graph.findings, key=_by_date):
        article = findings.article
        day, said = (article.published or "")[:10], plural(len(findings.statements), "statement")
        table.add_row(tame(article.outlet or ""), day, _title(article), said)
    return table


def _title(article: Article) -> Text:
    title = Text(phrases.article_name(article))
    wires = ", ".join(dict.fromkeys(credit.name for credit in article.wires))
    return title.append(f"  wire {tame(wires)}" if wires else "", style="dim")


def _outlets(graph: Graph) -> int:
    return len({findings.article.outlet for findings in graph.findings})


def _by_date(findings: Findings) -> tuple[str, str, str]:
    article = findings.article
    return article.published or "", article.outlet or "", article.title or ""
