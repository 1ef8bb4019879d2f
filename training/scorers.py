"""The scorers and corpus loaders that lie beside the corpora, each under a name of its own."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from typing import Any

from training.places import SHARED


@cache
def scorer(capability: str, module: str = "score") -> Any:
    """The module of that name in `eval/CAPABILITY`; two capabilities both have a `score`.

    Raises ImportError where it is not there.
    """
    folder = SHARED / "eval" / capability
    if str(folder) not in sys.path:
        sys.path.append(str(folder))  # a scorer imports its neighbours
    spec = importlib.util.spec_from_file_location(f"{capability}_{module}", folder / f"{module}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer {folder / module}")
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made  # dataclasses look their module up
    spec.loader.exec_module(made)
    return made
