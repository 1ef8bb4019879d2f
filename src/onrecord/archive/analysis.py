"""Analysis: from files or articles to Findings, the part of the main job that needs no store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from os.path import isfile
from pathlib import Path
from typing import TypeAlias

from onrecord.archive.inputs import named, streamed
from onrecord.errors import ReadingError, UsageError
from onrecord.labelling import DEFAULT
from onrecord.records import Article, Engine, Findings, Labeller, Rejected

Result: TypeAlias = Findings | Rejected
_MAX_PATH = 4096


@dataclass(frozen=True, slots=True)
class Analysis:
    """How inputs become findings: the labeller's name, and what to assume of texts that do not say.

    `published` is an ISO 8601 date or date-time with UTC offset, `mapping` pairs of an article's field and the key
    that a JSON Lines file has for it.  Calling it is a pure function of one item and pickles, so that any engine runs
    it; what cannot be processed comes back as a Rejected.
    """

    labeller: str = DEFAULT
    published: str | None = None
    outlet: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()

    def __call__(self, item: str | Article | Rejected) -> list[Result]:
        """The findings of one file, or of one article that was read before."""
        if isinstance(item, Rejected):
            return [item]
        try:
            found = [item] if isinstance(item, Article) else self.read(item)
            return [one if isinstance(one, Rejected) else self._findings(one) for one in found]
        except Exception as error:  # a defect of onrecord's must not cost the batch, nor pass in silence
            return [Rejected(named(item), f"could not be processed: {type(error).__name__}: {error}")]

    def run(self, sources: Iterable[str | Article], engine: Engine) -> Iterator[tuple[Result, ...]]:
        """What each item yields, in order; Raises LabellingError where there is no such labeller."""
        _labeller(self.labeller)
        for results in engine.map(self, self._items(sources)):
            yield tuple(results)

    def read(self, source: str | Path) -> Iterator[Article | Rejected]:
        """The articles of a file, with what it does not say filled in."""
        from onrecord.reading import read

        return read(source, published=self.published, outlet=self.outlet, mapping=dict(self.mapping) or None)

    def _items(self, sources: Iterable[str | Article]) -> Iterator[str | Article | Rejected]:
        for source in sources:
            if isinstance(source, str) and streamed(source):
                yield from self.read(source)
            else:
                yield source

    def _findings(self, article: Article) -> Result:
        from onrecord.pipeline.analyse import analyse

        try:
            return analyse([article], _labeller(self.labeller))[0]
        except Exception as error:  # as above, and the other articles of the same file go on
            return Rejected(named(article), f"could not be analysed: {type(error).__name__}: {error}")


def find_statements(
    source: str | Path | Article,
    *,
    labeller: str = DEFAULT,
    published: str | None = None,
    outlet: str | None = None,
) -> Findings:
    """The statements of one article, given as a path, as text, or as an Article.

    A `pathlib.Path` is a path, and so is a string that names an existing file or, being a single word, ends like one
    ("news.txt"); any other string is the article's text.  `published` (ISO 8601) and `outlet` serve where the text does
    not say.  An empty file gives empty findings.

    Raises ReadingError where the file cannot be read, UsageError where it holds several articles (use `read`),
    LabellingError where there is no such labeller.
    """
    from onrecord.pipeline.analyse import analyse

    article = source if isinstance(source, Article) else _only_article(source, published, outlet)
    return analyse([article], _labeller(labeller))[0]


def _only_article(source: str | Path, published: str | None, outlet: str | None) -> Article:
    from onrecord.reading import read

    if isinstance(source, str) and not _is_path(source):
        return _plain_text(source, published, outlet)
    found = list(islice(read(source, published=published, outlet=outlet), 2))
    if len(found) > 1:
        raise UsageError(f"{source} holds several articles; take them one by one from onrecord.read")
    article = found[0] if found else Article.of("", published=published, outlet=outlet)
    if isinstance(article, Rejected):
        raise ReadingError(article.where, article.reason)
    return article


def _plain_text(text: str, published: str | None, outlet: str | None) -> Article:
    from onrecord.reading.assembly import Defaults, Known, assemble
    from onrecord.reading.dates import to_iso

    return assemble(text, Known(), Defaults(to_iso(published), outlet))


def _is_path(source: str) -> bool:
    from onrecord.reading.sniff import EXTENSIONS

    if len(source) > _MAX_PATH or "\n" in source or not source.strip():
        return False
    return isfile(source) or (len(source.split()) == 1 and Path(source).suffix.lower() in EXTENSIONS)


@cache
def _labeller(name: str) -> Labeller:
    from onrecord.labelling import labeller

    return labeller(name)
