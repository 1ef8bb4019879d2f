"""Agents linked per second, the memory this takes, and how many merges are wrong or missed.

    python -m benchmarks.agents [--agents 100000] [--mentions 300000] [--seed 1]

The population and its articles are made up (`benchmarks.population`): it is known who is meant.  Another process makes
them and writes them to a file, which this one reads piece by piece, so that only what the registry keeps grows: its
memory is this process's peak less what the process took before the first mention.  Seconds are CPU seconds of adding
every mention and of asking for the identities once; making and reading the articles is not counted.

Beside the registry stand two trivial ways of linking in the same run: by the folded full name, and by the key of the
name (the sound of the family name).  Family names alone, which should mostly be left apart, are counted by themselves.
"""

from __future__ import annotations

import argparse
import multiprocessing
import pickle
import resource
import sys
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from benchmarks.clusters import Grouped, Scores, Share, alone, by_spelling, scores
from benchmarks.population.figures import Population, namesakes
from benchmarks.population.mentions import Mention, mentions
from benchmarks.population.spellings import Spelling
from onrecord.people.names import name_key, organisation_key
from onrecord.records import Agent, AgentType
from onrecord.text.folding import fold

PIECE = 2000
"""Mentions read at a time."""


class Identity(Protocol):
    """Agents of several articles that are one."""

    @property
    def id(self) -> str:
        """Different for each identity."""

    @property
    def agents(self) -> Sequence[str]:
        """Ids of the agents."""


class Linker(Protocol):
    """What is measured: takes agents one by one, and says which of them are one."""

    def add(self, agent: Agent) -> None:
        """Take in one agent of one article."""

    def identities(self) -> Iterable[Identity]:
        """Who there is."""


class Run(NamedTuple):
    """Agent id → identity; CPU seconds of adding and of asking; megabytes before and at most."""

    groups: dict[str, str]
    adding: float
    asking: float
    before: float
    peak: float


def write(path: Path, agents: int, count: int, seed: int) -> None:
    """Make the population and write its mentions to a file, piece by piece; say on stdout what it is like."""
    population = Population(agents, seed)
    full, family = namesakes(population)
    print(f"{agents:,} agents; {full:.1%} of the persons share their full name, {family:.1%} their family name")
    with path.open("wb") as file:
        piece: list[Mention] = []
        for mention in mentions(population, count):
            piece.append(mention)
            if len(piece) == PIECE:
                pickle.dump(piece, file)
                piece = []
        pickle.dump(piece, file)


def pieces(path: Path) -> Iterator[list[Mention]]:
    """The mentions of such a file."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)


def megabytes() -> float:
    """The most memory that this process has taken; the system counts in kilobytes, macOS in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def run(linker: Linker, stream: Iterable[Sequence[Mention]]) -> Run:
    """Give the linker every mention, and ask it once who is who; an agent that it leaves out stands alone."""
    before, adding = megabytes(), 0.0
    for piece in stream:
        start = time.process_time()
        for mention in piece:
            linker.add(mention.agent)
        adding += time.process_time() - start
    start = time.process_time()
    found = linker.identities()
    asking = time.process_time() - start
    peak = megabytes()
    return Run({agent: one.id for one in found for agent in one.agents}, adding, asking, before, peak)


def by_folded_name(agent: Agent) -> Hashable:
    """The trivial way: whoever is spelled alike is one."""
    return agent.type, fold(agent.names[0])


def by_name_key(agent: Agent) -> Hashable:
    """The other trivial way: whose family names sound alike, or whose initials are the same, are one."""
    key = name_key if agent.type is AgentType.NAMED_PERSON else organisation_key
    return agent.type, key(agent.names[0])


def grouped(stream: Iterable[Sequence[Mention]], group: Callable[[Agent], Hashable]) -> list[Grouped]:
    """Every mention with the group that it is put in."""
    return [Grouped(m.truth, m.agent.names[0], m.spelling, group(m.agent)) for piece in stream for m in piece]


def sharers(mentions: Sequence[Grouped]) -> frozenset[int]:
    """The agents whose usual name, as some article spells it, is also that of another."""
    bearers: dict[str, set[int]] = {}
    for mention in mentions:
        if mention.spelling is Spelling.PLAIN:
            bearers.setdefault(fold(mention.name), set()).add(mention.truth)
    return frozenset(truth for these in bearers.values() if len(these) > 1 for truth in these)


def percent(share: Share) -> str:
    """The share for people to read; a dash for one of nothing."""
    return "–" if share.share is None else f"{share.share:.2%}"


def table(found: dict[str, Scores]) -> str:
    """A row a way of linking."""
    rows = [f"{'':24}{'wrong':>9}{'missed':>9}{'B³ P':>8}{'B³ R':>8}{'whole':>8}{'namesakes':>11}{'unlike':>9}"]
    for name, one in found.items():
        figures = [percent(one.wrong), percent(one.missed), f"{one.bcubed.precision:.3f}", f"{one.bcubed.recall:.3f}"]
        figures += [percent(one.whole), percent(one.namesakes), percent(one.unlike)]
        widths = (9, 9, 8, 8, 8, 11, 9)
        rows.append(f"{name:24}" + "".join(f"{f:>{w}}" for f, w in zip(figures, widths, strict=True)))
    return "\n".join(rows)


def spelling_table(found: dict[str, list[Grouped]]) -> str:
    """A row a way of spelling; for each way of linking the wrong and the missed merges with plain spellings."""
    columns = {name: by_spelling(these) for name, these in found.items()}
    rows = [f"{'':20}{'mentions':>10}" + "".join(f"{name:>22}" for name in columns)]
    first = next(iter(columns.values()))
    for spelling in first:
        cells = [f"{percent(c[spelling].wrong)} {percent(c[spelling].missed):>8}" for c in columns.values()]
        rows.append(f"{spelling.value:20}{first[spelling].mentions:>10,}" + "".join(f"{cell:>22}" for cell in cells))
    for name, these in found.items():
        one = alone(these)
        rows.append(
            f"family name alone, {name}: {percent(one.joined)} of {one.joined.of:,} joined with full names, "
            f"{percent(one.wrong)} of those pairs wrong"
        )
    return "\n".join(rows)


def report(path: Path, groups: dict[str, str]) -> None:
    """Print how well each way of linking does, for all, for persons and for bodies."""
    ways: dict[str, Callable[[Agent], Hashable]] = {
        "registry": lambda agent: groups.get(agent.id, agent.id),
        "folded name": by_folded_name,
        "name key": by_name_key,
    }
    found = {name: grouped(pieces(path), way) for name, way in ways.items()}
    persons = {m.truth for piece in pieces(path) for m in piece if m.agent.type is AgentType.NAMED_PERSON}
    shared = sharers(found["folded name"])
    rows: dict[str, Scores] = {}
    for name, these in found.items():
        rows[name] = scores(these)
        rows[f"{name}, persons"] = scores(m for m in these if m.truth in persons)
        rows[f"{name}, bodies"] = scores(m for m in these if m.truth not in persons)
        rows[f"{name}, namesakes"] = scores(m for m in these if m.truth in shared)
    print("\nwrong: share of the joined pairs that are two agents; missed: share of one agent's pairs not joined")
    print("whole: agents with all their mentions in one identity of their own; namesakes: pairs of two agents spelled")
    print("alike that are joined; unlike: share of the wrong pairs that are spelled differently")
    print(f"rows of namesakes: the {len(shared):,} agents that share their usual name\n")
    print(table(rows))
    print("\nwrong and missed by what is done to the name, counted with plain spellings\n")
    print(spelling_table(found))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--agents", type=int, default=100_000, help="how many there are")
    parser.add_argument("--mentions", type=int, default=300_000, help="how often they are mentioned in all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    from onrecord.people.registry import Registry

    with TemporaryDirectory() as folder:
        path = Path(folder) / "mentions"
        context = multiprocessing.get_context("spawn")
        maker = context.Process(target=write, args=(path, options.agents, options.mentions, options.seed))
        maker.start()
        maker.join()
        if maker.exitcode:
            sys.exit("the population could not be made")
        done = run(Registry(), pieces(path))
        print(
            f"{options.mentions:,} mentions: {options.mentions / (done.adding + done.asking):,.0f} a CPU second", end=""
        )
        print(
            f" ({done.adding:.1f} s adding, {done.asking:.1f} s identities), {len(set(done.groups.values())):,} found"
        )
        print(f"memory: {done.peak - done.before:.0f} MB ({done.peak:.0f} MB at most, {done.before:.0f} MB before)")
        report(path, done.groups)


if __name__ == "__main__":
    main()
