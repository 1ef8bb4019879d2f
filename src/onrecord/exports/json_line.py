"""One JSON object as one line that every reader takes for one line."""

from __future__ import annotations

import json
from typing import Any

# str.splitlines and some stream readers end a line at these, and JSON allows them unescaped
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_line(value: Any) -> str:
    """The value as JSON in one line with no line end; text other than ASCII stays readable.

    Lone surrogates, which UTF-8 cannot carry, are escaped.
    """
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": ")).translate(_LINE_ENDS)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")
