"""What a page's own metadata says: JSON-LD, OpenGraph, <meta>, microdata, <time>, the canonical address, <title>."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from onrecord.reading.byline import authors_of
from onrecord.reading.dates import to_iso
from onrecord.reading.json_ld import Node, article_node, text_of
from onrecord.reading.page_tree import Element, elements_with, words_of
from onrecord.records import Credit, CreditKind

_PUBLISHED = """
    article:published_time article:published og:article:published_time datepublished date_published published_time
    publish-date publish_date publication_date publicationdate pubdate parsely-pub-date sailthru.date dc.date.issued
    dcterms.issued dcterms.created dc.date dcterms.date date article.published originalpublicationdate
""".split()
_AUTHOR = "author parsely-author sailthru.author dc.creator dcterms.creator article:author byl".split()
_OUTLET = "og:site_name publisher dc.publisher dcterms.publisher application-name article:publisher".split()
_LONGEST_TITLE = 500
_SUFFIX = re.compile(r"\s(?:[|•·–—-]|::|»)\s(?P<site>[^|•·»]{2,60})$")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """One page's metadata; `body` is the text that JSON-LD carries, `free` whether it calls itself free to read."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    body: str | None = None
    free: bool = True


def read_metadata(tree: Element) -> PageMetadata:
    """The metadata of a parsed page; JSON-LD before OpenGraph before other <meta> before microdata before <time>."""
    scripts = [script.text or "" for script in tree.iter("script") if _is_json_ld(script)]
    node = article_node(scripts) or {}
    meta = _meta(tree)
    url, canonical = _addresses(tree, node, meta)
    title, site = _title(tree, node, meta)
    author = node.get("author") or [v for k in _AUTHOR if (v := meta.get(k)) and not v.startswith("http")][:1]
    byline, credits = authors_of(author or _items(tree, "author"))
    body = node.get("articleBody")
    return PageMetadata(
        title=title or None,
        published=_published(tree, node, meta),
        outlet=_outlet(tree, node, meta) or site,
        url=url,
        byline=byline,
        language=_language(tree, node),
        credits=(*_origins(node, url, canonical), *credits),
        body=body if isinstance(body, str) and body.strip() else None,
        free=str(node.get("isAccessibleForFree", "true")).lower() != "false",
    )


def _is_json_ld(script: Element) -> bool:
    return (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"


def _meta(tree: Element) -> dict[str, str]:
    """<meta> contents by name or property in lower case; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = " ".join((element.get("content") or "").split())
        if name and value:
            found.setdefault(name, value)
    return found


def _items(tree: Element, name: str) -> list[str]:
    """Microdata: the content or the shown words of each element with this itemprop; a nested "name" speaks for it."""
    values = []
    for element in elements_with(tree, "itemprop", name):
        inner = elements_with(element, "itemprop", "name") if element.get("itemscope") is not None else iter(())
        holder = next(inner, element)
        values.append(" ".join((holder.get("content") or holder.get("datetime") or words_of(holder)).split()))
    return [value for value in values if value]


def _item(tree: Element, name: str) -> str | None:
    return next(iter(_items(tree, name)), None)


def _language(tree: Element, node: Node) -> str | None:
    said = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or text_of(node.get("inLanguage"))
    return said.strip() or None if said else None


def _title(tree: Element, node: Node, meta: dict[str, str]) -> tuple[str, str | None]:
    """The headline, and the outlet where <title> names it behind a bar or dash ("Headline | Harbour Post").

    A dash alone proves nothing ("Talks - and doubts - go on"): what stands before it must be the headline elsewhere.
    """
    page_title = words_of(next(tree.iter("title"), None))[:_LONGEST_TITLE]
    heading = next((words for h in tree.iter("h1") if (words := words_of(h))), None)
    said = text_of(node.get("headline")) or meta.get("og:title") or text_of(node.get("name")) or _item(tree, "headline")
    said = said or heading
    match = _SUFFIX.search(page_title)
    if not match:
        return said or page_title, None
    headline, site = page_title[: match.start()].strip(), match["site"].strip()
    if said:
        return headline if said == page_title else said, site if headline == said else None
    return (headline, site) if match[0].strip()[0] in "|•·:»" else (page_title, None)


def _addresses(tree: Element, node: Node, meta: dict[str, str]) -> tuple[str | None, str | None]:
    """The page's own address, and its canonical one."""
    link = next((e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()), None)
    canonical = _web(link)
    entity = text_of(node.get("mainEntityOfPage"), "@id", "url")
    own = (
        _web(meta.get("og:url")) or _web(text_of(node.get("url"))) or _web(entity) or _web(meta.get("mainentityofpage"))
    )
    if own and canonical and _host(own) == _host(canonical):
        own = canonical
    return own or canonical, canonical


def _web(address: str | None) -> str | None:
    return address.strip() if address and address.strip().startswith(("http://", "https://")) else None


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _outlet(tree: Element, node: Node, meta: dict[str, str]) -> str | None:
    said = text_of(node.get("publisher"), "name") or next(
        (v for k in _OUTLET if (v := meta.get(k)) and "://" not in v), None
    )
    return said or _item(tree, "publisher")


def _published(tree: Element, node: Node, meta: dict[str, str]) -> str | None:
    """The first of the page's dates of publication that is one; <time> counts where it heads the page."""
    said = [text_of(node.get("datePublished")), text_of(node.get("dateCreated")), *map(meta.get, _PUBLISHED)]
    said += _items(tree, "datePublished")
    times = [e for e in tree.iter("time") if e.get("datetime")]
    marked = [e for e in times if e.get("pubdate") is not None or "publish" in (e.get("class") or "").lower()]
    said += [e.get("datetime") for e in [*marked, *times[:1]]]
    return next((day for phrase in said if (day := to_iso(phrase))), None)


def _origins(node: Node, url: str | None, canonical: str | None) -> list[Credit]:
    """Where the page says that it was first published: `isBasedOn`, or a canonical address on another host."""
    found = []
    if url and canonical and _host(url) != _host(canonical):
        found.append(Credit(CreditKind.REPUBLISHED, _host(canonical), url=canonical, rule="canonical_url"))
    based: Any = node.get("isBasedOn") or node.get("isBasedOnUrl")
    name, address = text_of(based, "name", "@id", "url"), _web(text_of(based, "url", "@id"))
    if name:
        found.append(
            Credit(CreditKind.REPUBLISHED, _host(name) or name, url=address or _web(name), rule="json_ld_is_based_on")
        )
    for key in ("sourceOrganization", "provider", "copyrightHolder"):
        found += [c for c in authors_of(text_of(node.get(key), "name"))[1] if c.kind is CreditKind.WIRE]
    return found
