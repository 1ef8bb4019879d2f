"""Offsets into pages: whatever the markup, every run of the map is the page's own letters."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import read_bytes
from onrecord.reading.page_blocks import page_blocks
from onrecord.records import Article

MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<div class='x'>",
        "</div>",
        "<br>",
        "&amp;",
        "&nbsp;",
        "&#8212;",
        "<!-- c -->",
        "<td>",
        "\n",
        "  ",
    ]
)
WORDS = st.text(alphabet="abcé“”'—ж漢😀 ", min_size=1, max_size=12)
PAGES = st.lists(st.one_of(MARKUP, WORDS), max_size=40).map("".join)


@given(PAGES)
def test_every_run_is_the_pages_own_letters(page: str) -> None:
    for block in page_blocks(page, "a.html"):
        assert block.text == block.text.strip()
        for run in block.runs:
            own = page[run.page_start : run.page_start + run.length]
            assert block.text[run.start : run.start + run.length] == own


@given(PAGES)
def test_letters_outside_the_runs_come_from_entities_or_white_space(page: str) -> None:
    for block in page_blocks(page, "a.html"):
        covered = {n for run in block.runs for n in range(run.start, run.start + run.length)}
        assert {block.text[n] for n in range(len(block.text)) if n not in covered} <= set(" \n&—")


@given(st.text(max_size=300), st.sampled_from(["a.html", "a.txt", "a.jsonl", "a.xml", "a"]))
def test_no_text_raises_and_every_span_holds(text: str, name: str) -> None:
    for found in read_bytes(text.encode("utf-8", "replace"), name):
        if isinstance(found, Article):
            for credit in found.credits:
                assert credit.span is None or credit.span.end <= len(found.text)
            assert found.title_span is None or found.title_span.of(found.text) == found.title
