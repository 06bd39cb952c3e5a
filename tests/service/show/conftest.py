"""Documents to look at: one made by hand, and the sample texts as they are read."""

from pathlib import Path

import pytest

from ingest.document import Document
from ingest.read import read_document
from tests.service.show import made

SAMPLES = Path(__file__).resolve().parents[3] / "documents" / "text"


@pytest.fixture
def document() -> Document:
    """The document made by hand."""
    return made.document()


@pytest.fixture(scope="session")
def letter() -> Path:
    """A sample file that is quickly read."""
    return SAMPLES / "tildelingsbrev_2025.txt"


@pytest.fixture(scope="session", params=sorted(path.name for path in SAMPLES.glob("*.txt")))
def sample(request: pytest.FixtureRequest) -> Document:
    """Every sample text, read."""
    return read_document((SAMPLES / request.param).read_bytes(), request.param)


@pytest.fixture(scope="session")
def long_report(real_documents: Path) -> Document:
    """The longest of the real documents."""
    longest = max(real_documents.glob("*.txt"), key=lambda path: path.stat().st_size)
    return read_document(longest.read_bytes(), longest.name)
