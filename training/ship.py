"""Step 6: put the exported files where the package looks for them.  `python -m training.ship`"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from onrecord.labelling.encoder.weights import FOLDER, read_weights
from training.places import WORK


def main() -> None:
    """Check the export, then copy it."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--folder", type=Path, default=WORK / "export")
    folder = options.parse_args().folder
    weights = read_weights(folder)
    FOLDER.mkdir(exist_ok=True)
    for path in folder.iterdir():
        shutil.copy(path, FOLDER / path.name)
    print(f"{FOLDER}: {weights.version}")


if __name__ == "__main__":
    main()
