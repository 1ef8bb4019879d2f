"""Which field of work a role belongs to, and which fields hardly go together in one life; from `role_fields.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import sections


@cache
def role_fields() -> dict[str, str]:
    """The usual word of a role (see `roles`) → its field; roles that anybody may have are left out."""
    named = sections("role_fields.txt")
    return {role.replace("-", " "): field for field, roles in named.items() if field != "apart" for role in roles}


@cache
def fields_apart() -> frozenset[frozenset[str]]:
    """Every two fields that hardly go together in one life."""
    return frozenset(frozenset(pair.split("=")) for pair in sections("role_fields.txt")["apart"])
