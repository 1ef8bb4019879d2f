"""Progress: how far a long job has come."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Added, Rejected


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` inputs are finished; `total` is None where nobody can know, as with standard input.

    `added` sums up all so far; `rejected` are those that came since the last report, `notes` what had to be cut or
    guessed in the texts that came since then, each with the text's name in front.
    """

    done: int
    total: int | None
    added: Added
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
