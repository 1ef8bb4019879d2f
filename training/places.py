"""Where training reads and writes: the corpora, the base model, and the folder of everything it makes."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "data"
WORK = Path(os.environ.get("ONRECORD_TRAINING", ROOT / "scratch/training"))
"""Prepared data, checkpoints and exports; nothing in it is committed."""
VOCABULARY = WORK / "minilm/vocab.txt"
"""The word pieces that all networks read."""
EXPORT, FULL = WORK / "export", WORK / "export-full"
"""What ships, and the same weights in full precision, to compare with."""
