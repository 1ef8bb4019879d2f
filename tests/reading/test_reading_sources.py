"""Files, folders, standard input, JSON Lines: what comes out of each, and what metadata and defaults decide."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.reading import paths, read, read_bytes
from onrecord.records import Article, CreditKind, Rejected, Span

TEXT = (
    "Two schools stay closed below the dam\n\n11 January 2022\n\n"
    "The schools by the old bridge stay closed until Thursday, the board said.\n"
)


def articles(found: object) -> list[Article]:
    items = list(found)  # type: ignore[call-overload]
    assert all(isinstance(item, Article) for item in items), items
    return items


def test_a_folder_is_walked_in_order_and_knows_its_extensions(tmp_path: Path) -> None:
    for name in ("b/two.txt", "b/one.md", "a/three.txt", "a/picture.png", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT}{name}\n", encoding="utf-8")
    found = [str(Path(p).relative_to(tmp_path)) for p in paths([tmp_path])]
    assert found == ["a/three.txt", "b/one.md", "b/two.txt"]
    assert [a.path for a in articles(read(tmp_path))] == [str(tmp_path / p) for p in found]


def test_paths_passes_on_what_is_no_folder() -> None:
    assert list(paths(["-", "missing.txt", "https://harbourpost.example/a"])) == [
        "-",
        "missing.txt",
        "https://harbourpost.example/a",
    ]


def test_a_missing_file_and_an_address_are_rejected(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    assert list(read(missing)) == [Rejected(missing, "No such file or directory")]
    (found,) = read("https://harbourpost.example/a")
    assert isinstance(found, Rejected)
    assert found.where == "https://harbourpost.example/a"


def test_standard_input_is_read_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, title in ((TEXT.encode(), TEXT.split("\n")[0]), (b'{"text": "He said so.", "title": "T"}\n{', "T")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        first, *rest = read("-")
        assert isinstance(first, Article)
        assert (first.title, first.path) == (title, None)
        assert all(isinstance(item, Rejected) and item.where == "standard input:2" for item in rest)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["", "bom"])
def test_plain_text_is_kept_as_stored(newline: str, bom: bytes) -> None:
    text = TEXT.replace("\n", newline)
    (article,) = articles(read_bytes(bom + text.encode(), "a.txt"))
    assert article.text == text
    assert article.title == "Two schools stay closed below the dam"
    assert article.title_span == Span(0, 37)
    assert article.published == "2022-01-11"
    assert article.language == "en"


def test_the_path_is_no_part_of_the_identity() -> None:
    one, two = (articles(read_bytes(TEXT.encode(), name))[0] for name in ("a.txt", "b.txt"))
    assert one.id == two.id


def test_defaults_fill_in_only_what_the_text_does_not_say() -> None:
    (dated,) = articles(read_bytes(TEXT.encode(), "a.txt", published="2020-02-02", outlet="Coast Today"))
    assert (dated.published, dated.outlet) == ("2022-01-11", "Coast Today")
    (undated,) = articles(read_bytes(TEXT.replace("11 January 2022\n\n", "").encode(), "a.txt", published="2 Feb 2020"))
    assert undated.published == "2020-02-02"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "“Café,” he said.\n"),
        ("windows-1252", "The café by the harbour was “closed” on Tuesday, the owner’s brother said in Città.\n"),
        ("windows-1251", "Спасатели подняли на поверхность всех одиннадцать горняков, сообщило министерство.\n"),
    ],
)
def test_encodings_are_detected(encoding: str, text: str) -> None:
    (article,) = articles(read_bytes(text.encode(encoding), "a.txt"))
    assert article.text == text


def test_json_lines_have_usual_keys_and_a_mapping(tmp_path: Path) -> None:
    usual = {
        "id": 7,
        "headline": "Two schools stay closed below the dam",
        "maintext": TEXT,
        "date_publish": "2022-01-12T08:00:00Z",
    }
    usual |= {
        "source_domain": "harbourpost.example",
        "url": "https://harbourpost.example/a",
        "authors": ["Jane Doe", "AFP"],
    }
    own = {"kop": "Scholen dicht", "tekst": "De scholen blijven dicht.", "taal": "nl", "blad": "Kust Vandaag"}
    file = tmp_path / "news.jsonl"
    file.write_text(f"{json.dumps(usual)}\n\nnot json\n[1]\n{json.dumps(own)}\n", encoding="utf-8")
    first, broken, listed, unknown = read(file)
    assert isinstance(first, Article)
    assert (first.doc, first.title, first.published) == ("7", usual["headline"], "2022-01-12T08:00:00+00:00")
    assert (first.outlet, first.url, first.byline) == ("harbourpost.example", usual["url"], ("Jane Doe",))
    assert first.title_span == Span(0, 37)
    assert [(c.kind, c.name, c.span) for c in first.credits] == [
        (CreditKind.AUTHOR, "Jane Doe", None),
        (CreditKind.WIRE, "AFP", None),
    ]
    assert [r.where for r in (broken, listed, unknown) if isinstance(r, Rejected)] == [f"{file}:{n}" for n in (3, 4, 5)]
    mapping = {"text": "tekst", "title": "kop", "outlet": "blad", "language": "taal"}
    dutch = articles(a for a in read(file, mapping=mapping) if isinstance(a, Article))[-1]
    assert (dutch.title, dutch.title_span, dutch.outlet, dutch.language) == (
        "Scholen dicht",
        None,
        "Kust Vandaag",
        "nl",
    )


def test_a_title_that_stands_nowhere_in_the_text_has_no_span() -> None:
    (article,) = articles(read_bytes(b'{"title": "Another", "text": "It said so."}', "a.jsonl"))
    assert (article.title, article.title_span) == ("Another", None)


def test_importing_the_package_loads_no_heavy_library() -> None:
    heavy = ("lxml", "trafilatura", "feedparser", "resiliparse", "charset_normalizer")
    code = f"import sys, onrecord.reading; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_span_of_the_corpus_holds(shared: Path) -> None:
    found = articles(read(shared / "data" / "polnear" / "dev" / "text"))
    assert len(found) == 84
    for article in found:
        spans = [c.span for c in article.credits if c.span] + ([article.dateline.span] if article.dateline else [])
        assert all(span.end <= len(article.text) and span.of(article.text).strip() for span in spans)


def test_wire_detection_holds_its_floor(shared: Path) -> None:
    from evals.wire import score

    total = score(shared / "data" / "polnear")
    assert total.precision >= 0.98
    assert total.recall >= 0.93
