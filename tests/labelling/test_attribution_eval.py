"""The attribution eval: documents in, attributions out, whatever keys a document lacks."""

import json

from evals.attribution import predictions


def test_one_line_a_document_with_offsets_into_its_text() -> None:
    text = "The dam is full, Ana Ruiz said."
    (line,) = predictions([json.dumps({"doc": "a", "text": text})])
    assert json.loads(line) == {
        "doc": "a",
        "attributions": [{"source": [[17, 25]], "cue": [[26, 30]], "content": [[0, 15]]}],
    }


def test_every_key_of_a_document_may_be_given() -> None:
    document = {"doc": "b", "text": "It rained.", "title": None, "published": "2024-05-15", "outlet": "The Olm Gazette"}
    (line,) = predictions([json.dumps(document)])
    assert json.loads(line) == {"doc": "b", "attributions": []}
