"""A few articles written for these tests, and a database that holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import onrecord

ARTICLES = {
    "ferry.txt": """Ferry to Oster sails again

8 March 2024

The ferry to Oster will sail again on Monday, transport minister Ida Holm told reporters on Friday.

“The ice is gone and the hull is sound,” Holm said.

Based on materials from TASS
""",
    "copy.txt": """Oster ferry: “The hull is sound”

9 March 2024

The ferry to Oster will sail again on Monday, minister Ida Holm said.

“The ice is gone and the hull is sound,” said Holm, the transport minister.
""",
    "bridge.txt": """Bridge at Nyland stays shut

9 March 2024

“We will not open the bridge before the snow melts — Ærlig talt,” mayor Karl Berg said.
""",
}


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three articles."""
    folder = tmp_path_factory.mktemp("news")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def database(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds them."""
    path = tmp_path_factory.mktemp("db") / "news.db"
    done = onrecord("add", news, "--db", path, "--outlet", "Oster Post")
    assert done.returncode == 0, done.stderr
    return path
