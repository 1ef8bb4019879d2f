"""What every test may use: the folder of corpora beside the checkout, where there is one."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

for _seam in ("labelling", "store", "engines", "exports"):  # no test modules by name, but their assertions explain too
    pytest.register_assert_rewrite(f"tests.{_seam}.conformance")

os.environ.pop("PYTHONUNBUFFERED", None)  # what a child prints is buffered, as it is for users

settings.register_profile("onrecord", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpora and scorers; the test is skipped, and says so, where it is missing."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the corpora (../shared/data) are not on this machine")
    return folder
