"""Relations: what an edge says, in the words that people read: "derived from", "a corrected version of"."""

from __future__ import annotations

from onrecord.lexicon.versions import Version
from onrecord.provenance.versions import version_of
from onrecord.records import DerivationKind

_KINDS = {
    DerivationKind.DERIVATION.value: ("derived from", "copied by"),
    DerivationKind.QUOTATION.value: ("quotes", "quoted by"),
    DerivationKind.REVISION.value: ("revises", "revised by"),
    DerivationKind.PRIMARY_SOURCE.value: ("goes back to", "primary source of"),
}
_VERSIONS = {
    Version.CORRECTION: ("a corrected version of", "corrected by"),
    Version.UPDATE: ("an updated version of", "updated by"),
    Version.REPLACED: ("takes the place of", "replaced by"),
    Version.WITHDRAWN: ("withdraws", "withdrawn by"),
}


def relation(kind: str, rule: str) -> str:
    """What the later end of an edge is to the earlier one; the kind itself where there are no words for it."""
    return _words(kind, rule)[0]


def reverse(kind: str, rule: str) -> str:
    """What the earlier end of an edge is to the later one."""
    return _words(kind, rule)[1]


def _words(kind: str, rule: str) -> tuple[str, str]:
    version = version_of(rule) if kind == DerivationKind.REVISION.value else None
    return _VERSIONS[version] if version else _KINDS.get(kind, (kind, kind))
