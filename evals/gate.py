"""The gate: every figure that has a floor is measured and must reach it.  Skips, and says so, without the corpora."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EPSILON = 0.0005


def run(*command: str, stdin: Path | None = None, stdout: Path | None = None) -> str:
    """What the command prints; its standard output goes to a file where one is named."""
    source = stdin.read_bytes() if stdin else b""
    done = subprocess.run([sys.executable, *command], input=source, stdout=subprocess.PIPE, cwd=ROOT, check=True)
    if stdout:
        stdout.write_bytes(done.stdout)
    return done.stdout.decode("utf-8")


def attribution(folder: Path, *, labeller: str = "encoder") -> dict[str, float]:
    """F1 of each metric on PolNeAR dev."""
    scorer, data = SHARED / "eval/attribution", SHARED / "data/polnear"
    documents, predictions = folder / f"for-{labeller}.jsonl", folder / f"of-{labeller}.jsonl"
    run(str(scorer / "polnear.py"), str(data), "dev", "--export", "text", stdout=documents)
    run("-m", "evals.attribution", "--labeller", labeller, stdin=documents, stdout=predictions)
    options = ("--polnear", str(data), "--compartment", "dev", "--merge", "--outermost", "--json")
    scored = json.loads(run(str(scorer / "score.py"), *options, str(predictions)))
    return {name: figures["f"] for name, figures in scored.items()}


def utterances(folder: Path) -> dict[str, float]:
    """F1 of each metric on the 25 articles of five events; the accuracy of `agent`; the recall of `found`."""
    scorer, data = SHARED / "eval/utterances", SHARED / "data/utterances"
    predictions = folder / "utterances.jsonl"
    run("-m", "evals.utterances", stdin=data / "docs.jsonl", stdout=predictions)
    options = (str(data / "gold.jsonl"), str(data / "articles"), str(predictions), "--json")
    scored = json.loads(run(str(scorer / "score.py"), *options))
    figures = {name: figures["f"] for name, figures in scored.items() if "f" in figures}
    return figures | {"agent": scored["agent"]["accuracy"], "found": scored["found"]["r"]}


def commitments(folder: Path) -> dict[str, float]:
    """F1 of detection, and the share of due days that are right, on the same articles."""
    data, predictions = SHARED / "data/utterances", folder / "commitments.jsonl"
    run("-m", "evals.commitments", stdin=data / "docs.jsonl", stdout=predictions)
    options = (str(data / "commitments.jsonl"), str(data / "articles"), str(predictions), "--json")
    scored = json.loads(run(str(SHARED / "eval/commitments/score.py"), *options))
    return {"detection": scored["detection"]["f"], "due": scored["due"]["accuracy"]}


def time(folder: Path) -> dict[str, float]:
    """F1 of extents and values of time expressions on the 64 development documents of TimeBank and AQUAINT."""
    scorer, data = SHARED / "eval/time/score.py", SHARED / "data/timeml"
    only = ("--only", str(data / "dev.txt"), str(data))
    documents, predictions = folder / "dated.jsonl", folder / "moments.jsonl"
    run(str(scorer), *only, "--export", stdout=documents)
    run("-m", "evals.time", stdin=documents, stdout=predictions)
    lines = run(str(scorer), *only, str(predictions)).splitlines()
    return {line.split()[0]: float(line.split()[-1]) for line in lines if " F1 " in line}


def sourcing(folder: Path) -> dict[str, float]:
    """Figures of sourced passages on the ten articles of a newsroom's source audit."""
    data = SHARED / "data/sourcing"
    documents, predictions, scored = (
        folder / f"sourcing-{name}" for name in ("docs.jsonl", "found.jsonl", "scores.json")
    )
    articles = sorted((data / "articles").glob("*.txt"))
    lines = (json.dumps({"doc": p.stem, "text": p.read_bytes().decode("utf-8")}) + "\n" for p in articles)
    documents.write_text("".join(lines), encoding="utf-8")
    run("-m", "evals.sourcing", stdin=documents, stdout=predictions)
    options = ("--gold", str(data / "gold.jsonl"), "--articles", str(data / "articles"), "--json", str(scored))
    run(str(SHARED / "eval/sourcing/score_sourcing.py"), *options, f"ours={predictions}")
    figures: dict[str, float] = json.loads(scored.read_text(encoding="utf-8"))["ours"]["total"]
    return figures


def names(folder: Path) -> dict[str, float]:
    """Precision, recall and F1 on the labelled pairs of names, of persons and of all kinds."""
    figures: dict[str, float] = json.loads(run("-m", "evals.names", "--json", stdin=SHARED / "data/names/cases.csv"))
    return figures


def printed(name: str, *options: str) -> Callable[[Path], dict[str, float]]:
    """A measure that prints its figures itself."""

    def measure(folder: Path) -> dict[str, float]:
        figures: dict[str, float] = json.loads(run("-m", f"evals.{name}", "--json", *options))
        return figures

    return measure


def newsroom(folder: Path) -> dict[str, float]:
    """The product's figures on twenty made-up cascades of medium difficulty."""
    figures = json.loads(run("-m", "evals.newsroom", "--cascades", "20", "--json"))
    product: dict[str, float] = figures["product"]
    return product


MEASURES: dict[str, Callable[[Path], dict[str, float]]] = {
    "attribution": attribution,
    "rules": partial(attribution, labeller="rules"),
    "mentions": printed("mentions"),
    "speakers": printed("speakers"),
    "robustness": printed("robustness", "--every", "4"),
    "wire": printed("wire"),
    "utterances": utterances,
    "newsroom": newsroom,
    "commitments": commitments,
    "annotated": printed("commitments_annotated"),
    "sourcing": sourcing,
    "time": time,
    "names": names,
}


def main() -> int:
    """Print every figure beside its floor; 1 where one falls short."""
    if not (SHARED / "data").is_dir():
        print("evals: skipped, the corpora (../shared/data) are not on this machine")
        return 0
    floors = tomllib.loads((ROOT / "evals/floors.toml").read_text(encoding="utf-8"))
    short = 0
    with TemporaryDirectory() as folder:
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:  # each measure runs in processes of its own
            measured = pool.map(lambda capability: MEASURES[capability](Path(folder)), floors)
        for (capability, wanted), figures in zip(floors.items(), measured, strict=True):
            for name, floor in wanted.items():
                fails = figures[name] < floor - EPSILON
                short += fails
                print(
                    f"{capability:12s} {name:20s} {figures[name]:.4f}   floor {floor:.4f}{'   BELOW' if fails else ''}"
                )
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
