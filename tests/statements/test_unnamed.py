"""What a phrase calls a body: its name, without the article, the town and the kind of newsroom around it."""

import pytest

from onrecord.statements.unnamed import body_name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Quay Courier newspaper", "Quay Courier"),
        ("the Brenn-based Institute for Rope & Knots", "Institute for Rope & Knots"),
        ("An Oster-based Sailcloth Weekly magazine", "Sailcloth Weekly"),
        ("Brenn news agency", "Brenn"),
        ("the Quill campaign", "Quill campaign"),
        ("the newspaper", "newspaper"),
        ("Broad-based", "Broad-based"),
    ],
)
def test_body_name(phrase: str, name: str) -> None:
    assert body_name(phrase) == name
