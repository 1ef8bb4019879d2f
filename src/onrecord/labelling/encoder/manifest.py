"""The manifest of the weights: the files, their hashes, what the graphs ask for; checked before anything is used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import LabellingError

FOLDER = Path(__file__).parent / "weights"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.json` says: the files' hashes, the weights that each graph asks for, the settings of decoding."""

    version: str
    sha256: Mapping[str, str]
    graphs: Mapping[str, tuple[str, ...]]
    settings: Mapping[str, Any]


def version_of(sha256: Mapping[str, str], settings: Mapping[str, Any]) -> str:
    """What is stamped on results: a hash of the files' hashes and of the settings."""
    told = json.dumps([sorted(sha256.items()), sorted(settings.items())])
    return "encoder " + hashlib.sha256(told.encode()).hexdigest()[:12]


def read_manifest(folder: Path = FOLDER) -> Manifest:
    """The manifest of the weights in the folder, after each file was checked against its hash.

    Raises LabellingError, which names the file, where one is missing or damaged.
    """
    try:
        told = json.loads(file_bytes(folder / MANIFEST))
        hashes: dict[str, str] = dict(told["sha256"])
        graphs = {str(name): tuple(weights) for name, weights in dict(told["graphs"]).items()}
        found = Manifest(version_of(hashes, told["settings"]), hashes, graphs, dict(told["settings"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LabellingError(f"{folder / MANIFEST}: is no manifest of weights ({error})") from error
    for name, wanted in hashes.items():
        _checked(folder / name, wanted)
    return found


def file_bytes(path: Path) -> bytes:
    """The file; raises LabellingError, which names it, where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise LabellingError(f"{path}: cannot be read ({error.strerror}); install onrecord again") from error


def _checked(path: Path, wanted: str) -> None:
    if hashlib.sha256(file_bytes(path)).hexdigest() != wanted:
        raise LabellingError(f"{path}: is damaged: its SHA-256 is not the one of the manifest; install onrecord again")
