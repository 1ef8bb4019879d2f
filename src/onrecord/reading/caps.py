"""The limits of reading: what is larger is cut with a note, or rejected with a reason."""

MAX_FILE_BYTES = 64 * 2**20
"""A file (or standard input) above this is rejected; JSON Lines files are streamed and have no limit of their own."""

MAX_RECORD_BYTES = 16 * 2**20
"""One line of a JSON Lines file above this is rejected."""

MAX_LINE = 50_000
"""Code points in one line; the text is cut where a longer line reaches it, so that every offset before holds."""

MAX_TEXT = 2_000_000
"""Code points in one article; a longer text is cut there."""

MAX_PAGE_BYTES = 10 * 2**20
"""A web page above this is rejected."""

MAX_DEPTH = 250
"""Elements inside elements; a page nested deeper is rejected, since parsers lose its text silently."""

MAX_ELEMENTS = 100_000
"""Elements in a page; one with more is rejected."""

MAX_CAREFUL_ELEMENTS = 20_000
"""Elements in a page; above this its main text is found by the fast extractor, to stay within seconds."""

MAX_TITLE = 250
"""Code points in a headline."""

SAMPLE_BYTES = 64 * 2**10
"""How much of a file is looked at to tell its format and encoding."""
