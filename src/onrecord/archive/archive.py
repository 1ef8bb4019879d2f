"""Archive: a database of articles that answers who said what, and where each statement comes from."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import chain
from time import monotonic
from types import TracebackType
from typing import IO, TYPE_CHECKING

from onrecord.archive.analysis import Analysis, Result
from onrecord.archive.inputs import Sources, files, listed, named, total_size
from onrecord.archive.matches import Match, by_fit, matches, statements_of
from onrecord.archive.progress import Progress
from onrecord.errors import NotFound
from onrecord.labelling import DEFAULT
from onrecord.records import Added, Engine, Findings, FullBucket, Graph, Judgement, Rejected, Selection, Store, Verdict

if TYPE_CHECKING:
    from onrecord.answers.ledger import Ledger
    from onrecord.answers.sources import Sources as SourcesAnswer
    from onrecord.answers.timeline import Timeline
    from onrecord.answers.title_history import TitleHistory
    from onrecord.answers.trace import Trace
    from onrecord.answers.who import Who
    from onrecord.answers.why import Why
    from onrecord.archive.verdicts import Reviewed

BATCH = 64
"""Articles in one transaction of the store: what a crash can cost at most."""
BATCH_SECONDS = 1.0
"""A batch this old is committed before it is full, so that slow inputs are kept, and progress shows, all the same."""
TIMELINE = 200
"""Statements that a timeline of words shows at most."""
_ID = re.compile(r"[0-9a-fA-F]{6,32}")


class Archive:
    """Articles, what is said in them, and the links between them.  A context manager; closing twice is harmless.

    Threads: use an archive in the thread that opened it.  Every method may raise StoreError.
    """

    def __init__(self, store: Store, *, engine: Engine | None = None) -> None:
        """An archive over any store; `engine` reads and analyses what is added (in this process, if none is given)."""
        from onrecord.engines import InProcess

        self._store = store
        self._engine: Engine = engine or InProcess()

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = True, engine: Engine | None = None) -> Archive:
        """The archive in this file, made if need be (unless `create` is false); ":memory:" is gone with the process.

        Raises StoreError where the file is no archive, cannot be opened, or is missing; NewerStore.
        """
        from onrecord.store import MemoryStore, SqliteStore

        store: Store = MemoryStore() if os.fspath(path) == ":memory:" else SqliteStore.open(path, create=create)
        return cls(store, engine=engine)

    def add(
        self,
        sources: Sources,
        *,
        labeller: str = DEFAULT,
        published: str | None = None,
        outlet: str | None = None,
        mapping: Mapping[str, str] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Added:
        """Reads, labels, links and remembers paths (files, folders, "-") or articles; says what that changed.

        `published` and `outlet` serve for texts that do not say; `mapping` gives the keys of JSON Lines files.  What is
        known already changes nothing; what cannot be processed is remembered as Rejected and reported to
        `on_progress`, as is every finished input.  A crash costs at most the last 64 articles; adding again is safe.
        """
        analysis = Analysis(labeller, published, outlet, tuple((mapping or {}).items()))
        found = list(files(listed(sources)))
        total = total_size(found) if on_progress else None
        done, added = 0, Added()
        for batch in _batches(analysis.run(found, self._engine)):
            results = list(chain.from_iterable(batch))
            added = _sum(added, self._store.add(results))
            done += len(batch)
            if on_progress:
                on_progress(_progress(done, total, added, results))
        return added

    def resolve(self, wanted: str, limit: int = 10) -> list[Match]:
        """The statements that an id or some words mean, best first; empty where nothing fits.

        Six or more hexadecimal digits are looked up as an id (of a statement, utterance, article or agent) before they
        are searched as words.
        """
        if _ID.fullmatch(wanted.strip()):
            try:
                graph = self._store.graph(Selection(ids=(wanted.strip(),), alone=True))
            except NotFound:
                found = self.search(wanted, limit)
                if not found:
                    raise
                return found
            return statements_of(graph, graph.selected[0])
        return by_fit(self.search(wanted, limit), wanted)

    def search(self, words: str, limit: int = 20) -> list[Match]:
        """Statements whose words, speaker or headline hold these words, best first."""
        hits = self._store.search(words, limit)
        if not hits:
            return []
        return matches(self._store.graph(Selection(ids=tuple(hit.statement for hit in hits), alone=True)), hits)

    def trace(self, text_or_id: str, *, families: str | os.PathLike[str] | None = None) -> Trace:
        """The way from a statement to its primary source; of words, the best match counts.

        `families` is a file with outlets of one owner, beside those of the bundled list (see `sources`).
        Raises NotFound where nothing fits, ReadingError where the file is malformed.
        """
        from onrecord.answers.trace import trace
        from onrecord.provenance.families import known_families

        known = known_families(families)
        return trace(*self._best(text_or_id), known)

    def sources(self, text_or_id: str, *, families: str | os.PathLike[str] | None = None) -> SourcesAnswer:
        """The independent origins behind a statement's utterance.

        `families` is a file with outlets of one owner, rows "owner | outlet; outlet"; it outranks the bundled list.
        Raises NotFound where nothing fits, ReadingError where the file is malformed.
        """
        from onrecord.answers.sources import sources
        from onrecord.provenance.families import known_families

        known = known_families(families)
        return sources(*self._best(text_or_id), known)

    def who(self, name: str) -> Who:
        """All that is known of a speaker, by name or by id: spellings, titles, positions, statements.

        Empty where nobody has that name.
        """
        from onrecord.answers.who import who, who_is

        found = who(self._store.graph(Selection(agent_name=name)), name)
        if found.type is None and _ID.fullmatch(name.strip()):
            with suppress(NotFound):
                graph = self._store.graph(Selection(ids=(name.strip(),)))
                agent = next((a.id for f in graph.findings for a in f.agents if a.id == graph.selected[0]), None)
                return who_is(graph, agent) if agent else found
        return found

    def title_history(self, title: str) -> TitleHistory:
        """Who held a title with its country or body ("president of Ruritania"), as far as the archive has seen."""
        from onrecord.answers.title_history import title_history

        return title_history(self._store.graph(Selection(post=title)), title)

    def ledger(self, on: date | None = None) -> Ledger:
        """Who undertook what by when, and what became of it; as of a day, with what was published until then."""
        from onrecord.answers.ledger import ledger

        return ledger(self._store.graph(Selection(everything=True)), on)

    def timeline(self, about: str) -> Timeline:
        """Who said and did what when: of somebody, by name, else of the statements that hold these words.

        Empty where nothing fits.
        """
        from onrecord.answers.timeline import Timeline, timeline_about, timeline_of
        from onrecord.answers.who import answering

        graph = self._store.graph(Selection(agent_name=about))
        found = answering(graph, about)
        if found:
            return timeline_of(graph, about, found)
        matched = self.resolve(about, TIMELINE)
        if not matched:
            return Timeline(about)
        ids = [match.statement.id for match in matched]
        return timeline_about(self._store.graph(Selection(ids=tuple(ids))), about, ids)

    def why(self, any_id: str) -> Why:
        """Everything that a statement, utterance, article or agent rests on.  Raises NotFound."""
        from onrecord.answers.why import why

        graph = self._store.graph(Selection(ids=(any_id,)))
        return why(graph, graph.selected[0])

    def merge(self, first: str, second: str, *, by: str, note: str | None = None) -> Judgement:
        """A person's word that two agents are one, each given as a name or as an id (of it, or of its statement).

        It is kept for good and outranks the machine, until a later `split` of the same two.  `by` is who says so.
        Raises NotFound where nobody is meant, UsageError where a name means several people.
        """
        return self._review(Verdict.MERGE, (first, second), by, note)

    def split(self, first: str, second: str, *, by: str, note: str | None = None) -> Judgement:
        """A person's word that two agents are not one: `first` is taken out of what joins them.  See `merge`."""
        return self._review(Verdict.SPLIT, (first, second), by, note)

    def judgements(self) -> list[Reviewed]:
        """What people decided, the earliest first, with the names of those it is about."""
        from onrecord.archive.verdicts import reviewed

        return reviewed(self.graph())

    def statements(self) -> Iterator[Findings]:
        """The findings of every article, by article id."""
        yield from self.graph().findings

    def graph(self) -> Graph:
        """Everything in the archive: findings, links and utterances."""
        return self._store.graph(Selection(everything=True))

    def export(self, format: str, out: IO[str]) -> None:
        """Writes the whole archive as text; raises UsageError where there is no such format."""
        from onrecord.exports import exporter

        exporter(format).write(self.graph(), out)

    def full_buckets(self) -> tuple[FullBucket, ...]:
        """The keys that more articles share than are compared by them, sorted: where links can be missing."""
        return self._store.graph(Selection(full_buckets=True)).full_buckets

    def close(self) -> None:
        """Give the database file back."""
        self._store.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _review(self, verdict: Verdict, wanted: tuple[str, str], by: str, note: str | None) -> Judgement:
        from onrecord.archive.verdicts import judgement

        made = judgement(self._store.graph, verdict, wanted, by, note)
        self._store.add([made])
        return made

    def _best(self, text_or_id: str) -> tuple[Graph, str]:
        found = self.resolve(text_or_id)
        if not found:
            raise NotFound(f"no statement in the archive answers to {text_or_id!r}")
        best = found[0].statement.id
        return self._store.graph(Selection(ids=(best,))), best


def _batches(results: Iterable[tuple[Result, ...]]) -> Iterator[list[tuple[Result, ...]]]:
    """What the inputs yield, with some BATCH results to a batch; an input's results are never parted."""
    batch: list[tuple[Result, ...]] = []
    held, begun = 0, monotonic()
    for one in results:
        batch.append(one)
        held += len(one)
        if held >= BATCH or monotonic() - begun > BATCH_SECONDS:
            yield batch
            batch, held, begun = [], 0, monotonic()
    if batch:
        yield batch


def _progress(done: int, total: int | None, added: Added, results: list[Result]) -> Progress:
    rejected = tuple(r for r in results if isinstance(r, Rejected))
    articles = (r.article for r in results if isinstance(r, Findings))
    return Progress(done, total, added, rejected, tuple(f"{named(a)}: {note}" for a in articles for note in a.notes))


def _sum(a: Added, b: Added) -> Added:
    full = {bucket.key: bucket for bucket in (*a.full_buckets, *b.full_buckets)}  # the later count is the present one
    return Added(
        articles=a.articles + b.articles,
        known=a.known + b.known,
        statements=a.statements + b.statements,
        rejected=a.rejected + b.rejected,
        full_buckets=tuple(bucket for _, bucket in sorted(full.items())),
    )
