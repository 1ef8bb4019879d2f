"""The house keeps its order: sizes, names and opening lines of every module, and what an import may load."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "onrecord"
MODULES = sorted(p for folder in ("src", "evals", "benchmarks", "training") for p in (ROOT / folder).rglob("*.py"))
MAX_LINES = 400
MAX_FUNCTION = 44
VAGUE = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
TEXTS = {".py", ".md", ".txt", ".html", ".toml", ".jsonl", ".json", ".tsv", ".xml"}
HEAVY = ("lxml", "trafilatura", "feedparser", "rensa", "resiliparse", "charset_normalizer", "rich.table", "sqlite3")
HEAVY += ("numpy", "onnxruntime", "tokenizers")


def test_there_are_modules_to_check() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_is_small_and_says_its_subject(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    opening = ast.get_docstring(tree)
    assert opening, "a module opens with the line that says its subject"
    assert len(opening.splitlines()[0]) > 10
    assert len(text.splitlines()) <= MAX_LINES
    assert path.stem not in VAGUE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MAX_FUNCTION, f"{node.name} is too long"


def test_folders_hold_no_vague_names() -> None:
    assert not [p for p in SOURCE.rglob("*") if p.is_dir() and p.name in VAGUE]


@pytest.mark.parametrize("code", ["import onrecord", "import onrecord.cli", "import onrecord.reading"])
def test_imports_load_no_heavy_library(code: str) -> None:
    show = f"{code}; import sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_core_dependencies_stay_few() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(project["dependencies"]) <= 12


def test_third_party_sentences_are_not_in_the_project(shared: Path) -> None:
    """No tracked text shares eight words in a row with the seed article, whose sentences stay with their owners."""
    seed = (shared / "data" / "seed" / "peskov-csto-2022-01-11.txt").read_text(encoding="utf-8").split()
    runs = {tuple(seed[i : i + 8]) for i in range(len(seed) - 7)}
    for path in [*SOURCE.rglob("*"), *(ROOT / "tests").rglob("*"), *(ROOT / "docs").rglob("*"), ROOT / "README.md"]:
        if path.is_file() and path.suffix in TEXTS:
            words = path.read_text(encoding="utf-8", errors="replace").split()
            found = [i for i in range(len(words) - 7) if tuple(words[i : i + 8]) in runs]
            assert not found, f"{path}: {' '.join(words[found[0] : found[0] + 8])}"
