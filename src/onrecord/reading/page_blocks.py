"""A page as blocks of shown text in reading order, each letter's place in the page kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.errors import ReadingError
from onrecord.reading.caps import MAX_DEPTH, MAX_ELEMENTS
from onrecord.reading.html_tokens import Tag, Words, html_tokens
from onrecord.records import OffsetRun

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr amp-img amp-ad".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var amp-link".split()
)
_UNSEEN = frozenset(
    "script style noscript template svg math head textarea select option iframe object canvas audio video".split()
)
_FRAME = frozenset("nav footer form button menu dialog amp-sidebar".split())
_ENDS_ITSELF = {
    "p": {"p"},
    "li": {"li", "p"},
    "td": {"td", "th", "p"},
    "th": {"td", "th", "p"},
    "dt": {"dt", "dd", "p"},
}
_ENDS_ITSELF |= {"tr": {"tr", "td", "th", "p"}, "dd": {"dt", "dd", "p"}, "option": {"option"}}
_SCOPES = frozenset("table ul ol dl div article section main blockquote body html".split())
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|sidebar|footer|foot|related|recommend\w*|promo\w*|teasers?|share|sharing|social|"
    r"comments?|newsletter|subscri\w+|signup|breadcrumbs?|advert\w*|ads?|sponsor\w*|cookies?|popular|trending|widget|"
    r"outbrain|taboola|paywall|offer|most-read|read-more|tags?|pagination|skip-link)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CREDITING = re.compile(r"source|credit|byline|author|wire|attribution|agency|src", re.IGNORECASE)
_CLASS = re.compile(r"""\b(?:class|id|role)\s{0,3}=\s{0,3}["']?([^"'>]{0,300})""", re.IGNORECASE)
_HIDDEN = re.compile(
    r"""(?:^|\s)hidden(?:\s|=|/|$)|display\s{0,2}:\s{0,2}none|aria-hidden\s{0,2}=\s{0,2}["']?true""", re.IGNORECASE
)
_PIECE = re.compile(r"\s+|\S+(?: \S+)*")  # white space, or words parted by single spaces


@dataclass(slots=True)
class Block:
    """One block of text, white space collapsed, "\\n" for a line break; `runs` place it in the page.

    `boilerplate`: it stands in navigation, a footer, a comment, a teaser …; `linked`: letters inside links.
    """

    tag: str
    text: str = ""
    runs: tuple[OffsetRun, ...] = ()
    boilerplate: bool = False
    linked: int = 0

    @property
    def is_link(self) -> bool:
        """Whether most of it is a link."""
        return self.linked > 0.7 * len(self.text)

    def part(self, start: int, end: int) -> Block:
        """The block of the letters `[start, end)` alone."""
        clipped = ((r, max(r.start, start), min(r.start + r.length, end)) for r in self.runs)
        runs = tuple(OffsetRun(a - start, r.page_start + a - r.start, b - a) for r, a, b in clipped if a < b)
        return Block(self.tag, self.text[start:end], runs, self.boilerplate)


@dataclass(slots=True)
class _Open:
    name: str
    unseen: bool
    boilerplate: bool


@dataclass(slots=True)
class _Writer:
    """The block being written."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[OffsetRun] = field(default_factory=list)
    space: Words | None = None
    linked: int = 0

    def add(self, words: Words, in_link: bool) -> None:
        for match in _PIECE.finditer(words.text):
            place = words.page_start + match.start() if words.page_start >= 0 else -1
            piece = Words(match[0], place)
            if piece.text.isspace():
                self.space = self.space or piece
                continue
            if self.space is not None and self.length and self.parts[-1] != "\n":
                self._put(" ", self.space.page_start if self.space.text[0] == " " else -1, 0)
            self.space = None
            self._put(piece.text, place, len(piece.text) if in_link else 0)

    def line_break(self) -> None:
        if self.length and self.parts[-1] != "\n":
            self._put("\n", -1, 0)
        self.space = None

    def _put(self, text: str, place: int, linked: int) -> None:
        if place >= 0:
            last = self.runs[-1] if self.runs else None
            if last and last.start + last.length == self.length and last.page_start + last.length == place:
                self.runs[-1] = OffsetRun(last.start, last.page_start, last.length + len(text))
            else:
                self.runs.append(OffsetRun(self.length, place, len(text)))
        self.parts.append(text)
        self.length += len(text)
        self.linked += linked


class _Page:
    def __init__(self, where: str) -> None:
        self.where = where
        self.stack: list[_Open] = []
        self.blocks: list[Block] = []
        self.writer = _Writer()
        self.elements = 0

    def open(self, tag: Tag) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise ReadingError(self.where, f"more than {MAX_ELEMENTS:,} elements")
        if tag.name == "br" and self.writer.parts[-1:] == ["\n"]:
            self.flush()  # two line breaks are how many sites part their paragraphs
        elif tag.name == "br":
            self.writer.line_break()
        if tag.name in _VOID or (tag.attributes.endswith("/") and tag.name not in _INLINE):
            if tag.name == "hr":
                self.flush()
            return
        if tag.name not in _INLINE:
            self.flush()
            self._close_implied(tag.name)
        above = self.stack[-1] if self.stack else _Open("", False, False)
        names = " ".join(_CLASS.findall(tag.attributes))
        boilerplate = tag.name in _FRAME or (tag.name == "aside" and not _CREDITING.search(names))
        boilerplate = boilerplate or bool(
            tag.name not in ("html", "body", "main", "article") and _BOILERPLATE.search(names)
        )
        unseen = tag.name in _UNSEEN or bool(tag.attributes and _HIDDEN.search(tag.attributes))
        self.stack.append(_Open(tag.name, above.unseen or unseen, above.boilerplate or boilerplate))
        if len(self.stack) > MAX_DEPTH:
            raise ReadingError(self.where, f"elements nested more than {MAX_DEPTH} deep")

    def close(self, name: str) -> None:
        if name not in _INLINE:
            self.flush()
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].name == name:
                del self.stack[depth:]
                return
            if name in _INLINE and self.stack[depth].name not in _INLINE:
                return

    def add(self, words: Words) -> None:
        top = self.stack[-1] if self.stack else None
        if top is None or not top.unseen:
            self.writer.add(words, any(o.name == "a" for o in self.stack[-4:]))

    def flush(self) -> None:
        writer, self.writer = self.writer, _Writer()
        text = "".join(writer.parts).rstrip("\n")
        if text:
            holder = next((o.name for o in reversed(self.stack) if o.name not in _INLINE), "body")
            boilerplate = bool(self.stack) and self.stack[-1].boilerplate
            self.blocks.append(Block(holder, text, tuple(writer.runs), boilerplate, writer.linked))

    def _close_implied(self, name: str) -> None:
        """An opening <p>, <li>, <td> … ends the one before it that was never closed."""
        ends = _ENDS_ITSELF.get(name, {"p"} if name not in _INLINE else set())
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].name in ends:
                del self.stack[depth:]
            elif self.stack[depth].name in _SCOPES:
                return


def page_blocks(page: str, where: str) -> list[Block]:
    """Every block of shown text of a page, in order.

    Raises ReadingError, naming `where`, for more than `MAX_ELEMENTS`, or elements nested deeper than `MAX_DEPTH`.
    """
    state = _Page(where)
    for token in html_tokens(page):
        if isinstance(token, Words):
            state.add(token)
        elif token.closing:
            state.close(token.name)
        else:
            state.open(token)
    state.flush()
    return state.blocks
