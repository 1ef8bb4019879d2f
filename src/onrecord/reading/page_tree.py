"""A page's element tree, parsed without network, own entities or lifted limits, and the few questions asked of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from onrecord.errors import ReadingError

Element = etree._Element


def parse_page(page: str, where: str) -> Element:
    """The tree of a decoded page; what the parser cannot make sense of is left out.

    Raises ReadingError, naming `where`, where there is no element at all.
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    data = page.replace("\x00", "").encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.LxmlError:
        raise ReadingError(where, "no HTML elements found") from None


def elements_with(tree: Element, attribute: str, word: str) -> Iterator[Element]:
    """Every element whose attribute is a list of words that holds this one, in the order of the page."""
    for element in tree.iter():
        if word in (element.get(attribute) or "").split():
            yield element


def words_of(element: Element | None) -> str:
    """The text inside an element, white space collapsed; empty for None."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split()) if element is not None else ""
