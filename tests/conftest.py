"""What all tests share: the two real documents, where they are at hand."""

import os
from pathlib import Path

import pytest

_VARIABLE = "KILDESVAR_REAL_DOCUMENTS"
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "documents"


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """The folder of the two real documents; without it the test is skipped."""
    folder = Path(os.environ.get(_VARIABLE, _BESIDE))
    if not any(folder.glob("*.txt")):
        pytest.skip(f"the two real documents are not here: set {_VARIABLE} to their folder")
    return folder
