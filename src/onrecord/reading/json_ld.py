"""The article in a page's JSON-LD: schema.org's NewsArticle and its kin, alone, in lists or in an @graph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_ARTICLE = re.compile(r"(?:\w*Article|LiveBlogPosting|BlogPosting|Report|SocialMediaPosting)")
_MAX_NODES = 5_000
Node = dict[str, Any]


def article_node(scripts: Iterable[str]) -> Node | None:
    """The first node of an article's type, its references to other nodes put in place; None where there is none.

    A script that is no JSON is passed over, raw line breaks inside its strings are not minded.
    """
    nodes = [node for script in scripts for node in _nodes(_load(script))]
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return None
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return {key: _resolved(value, by_id) for key, value in article.items()}


def text_of(value: Any, *keys: str) -> str | None:
    """A string, or the first of an object's or list's strings under the keys; white space collapsed, None for none."""
    if isinstance(value, list):
        return next((found for item in value if (found := text_of(item, *keys))), None)
    if isinstance(value, dict):
        return next((found for key in keys if (found := text_of(value.get(key)))), None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _load(script: str) -> Any:
    script = (
        re.sub(r"^\s*(?:<!--|//\s?<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s?\]\]>|\]\]>)\s*$", "", script)
        .strip()
        .rstrip(";")
    )
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(root: Any) -> Iterator[Node]:
    """Every object of the document that may be a node, outermost first."""
    waiting, seen = [root], 0
    while waiting and seen < _MAX_NODES:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.extend(
                item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher") if key in item
            )


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.fullmatch(kind.rsplit("/", 1)[-1]) for kind in kinds)


def _resolved(value: Any, by_id: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and set(value) == {"@id"}:
        return by_id.get(value["@id"], value)
    return value
