"""Step 8: put the exported files where the package looks for them.  `python -m training.ship`"""

from __future__ import annotations

import shutil

from onrecord.labelling.encoder.manifest import FOLDER
from onrecord.labelling.encoder.weights import read_weights
from training.places import EXPORT


def main() -> None:
    """Check the export, then copy it."""
    weights = read_weights(EXPORT)
    FOLDER.mkdir(exist_ok=True)
    for path in EXPORT.iterdir():
        shutil.copy(path, FOLDER / path.name)
    print(f"{FOLDER}: {weights.version}")


if __name__ == "__main__":
    main()
