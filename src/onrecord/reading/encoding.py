"""Bytes to text: which encoding they are in, and what could not be decoded."""

from __future__ import annotations

import codecs
import re

from onrecord.reading.caps import SAMPLE_BYTES

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,200}?charset)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})""", re.I
)
_AS_BROWSERS_DO = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
}
_CLOSE = 0.02  # of charset_normalizer's scores, which reach from 0 to 1


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text and notes on what was assumed or replaced.  A byte-order mark is dropped; newlines stay as stored.

    In this order: byte-order mark, valid UTF-8, what the page declares, UTF-8 with a few bad bytes (replaced by
    U+FFFD), a guess from the bytes.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with(data[len(bom) :], name)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    label = declared or declared_encoding(data)
    if label and label != "utf-8":
        return _with(data, label)
    if label == "utf-8" or _mostly_utf8(data):
        return _with(data, "utf-8")
    text, _ = _with(data, guess := _guessed(data))
    return text, (f"encoding guessed: {guess}",)


def declared_encoding(data: bytes) -> str | None:
    """What an XML declaration or <meta charset> says, by the name Python knows; None where nothing known is said."""
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    label = found[1].decode("ascii", "replace").lower()
    try:
        name = codecs.lookup(_AS_BROWSERS_DO.get(label, label)).name
    except LookupError:
        return None
    return "windows-1252" if name == "cp1252" else name


def _with(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return text, (f"{lost} bytes are not {encoding}; replaced by U+FFFD",) if lost else ()


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes above ASCII of a sample form more good UTF-8 sequences than bad ones."""
    sample = data[: 4 * SAMPLE_BYTES].decode("utf-8", "replace")
    bad = sample.count("\ufffd")
    good = sum(ch > "\x7f" for ch in sample) - bad
    return good > 2 * bad


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    high = next((i for i, byte in enumerate(data) if byte > 0x7F), 0)
    matches = from_bytes(data[max(0, high - SAMPLE_BYTES // 2) :][: SAMPLE_BYTES // 2])
    best = matches.best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return "windows-1252"
    western = next((m for m in matches if "cp1252" in (m.encoding, *m.could_be_from_charset)), None)
    if western and western.chaos <= best.chaos + _CLOSE and western.coherence >= best.coherence - _CLOSE:
        return "windows-1252"  # by far the most frequent of the encodings that fit a few accents alike
    return best.encoding
