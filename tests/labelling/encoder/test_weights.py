"""The weights on disk: checked when they are loaded, and small enough to ship."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import LabellingError
from onrecord.labelling.encoder.labeller import EncoderLabeller
from onrecord.labelling.encoder.manifest import FOLDER, MANIFEST, version_of
from onrecord.labelling.encoder.weights import read_weights

LARGEST = 30_000_000


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("damage", [flipped, cut, Path.unlink], ids=["one bit", "cut", "missing"])
@pytest.mark.parametrize("name", ["encoder.onnx", "encoder-int8.onnx", "tensors.safetensors", "vocabulary.txt"])
def test_a_damaged_file_is_named(tmp_path: Path, name: str, damage: Callable[[Path], None]) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "weights")
    damage(folder / name)
    with pytest.raises(LabellingError, match=name):
        EncoderLabeller(folder)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"sha256": 7, "settings": {}, "graphs": {}}'])
def test_a_manifest_that_is_none_is_named(tmp_path: Path, content: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "weights")
    (folder / MANIFEST).write_text(content, encoding="utf-8")
    with pytest.raises(LabellingError, match=MANIFEST):
        read_weights(folder)


def test_the_version_changes_with_the_files_and_with_the_settings() -> None:
    one = version_of({"a": "1"}, {"cue": 0.3})
    assert one != version_of({"a": "2"}, {"cue": 0.3})
    assert one != version_of({"a": "1"}, {"cue": 0.4})
    manifest = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
    assert read_weights().version == version_of(manifest["sha256"], manifest["settings"])


def test_the_weights_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= LARGEST


def test_what_is_stored_as_int8_is_restored_to_float32() -> None:
    tensors = read_weights().tensors
    assert {t.dtype for t in tensors.values()} == {np.dtype(np.float32)}
    assert tensors["encoder.layers.0.up.weight"].shape == (384, 1536)
    assert tensors["encoder.words.weight"].shape[1] == 384
