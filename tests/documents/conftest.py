"""The made documents, their text and the truth behind them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from documents.make import BOOKS, HERE


def squash(text: str) -> str:
    """A text with single ordinary spaces."""
    return " ".join(text.replace("\u00a0", " ").split())


@dataclass(frozen=True)
class Made:
    """One made document: its truth, the lines of its text file, and the text of its PDF pages."""

    name: str
    truth: dict[str, Any]
    lines: list[str]
    pages: list[str]

    def text_at(self, numbers: list[int]) -> str:
        """The lines of those numbers as one text, words divided at line ends mended."""
        joined = ""
        for number in numbers:
            line = self.lines[number - 1]
            joined += line[:-1] if line.endswith("-") and line[-2:-1].isalpha() else line + " "
        return squash(joined)

    def page_text(self, numbers: list[int]) -> str:
        """The text of those physical pages of the PDF."""
        return squash(" ".join(self.pages[number - 1] for number in numbers))


def _load(name: str) -> Made:
    truth = json.loads((HERE / "truth" / f"{name}.json").read_text("utf8"))
    lines = (HERE / "text" / f"{name}.txt").read_text("utf8").split("\n")
    reader = PdfReader(HERE / "pdf" / f"{name}.pdf")
    return Made(name, truth, lines, [page.extract_text() for page in reader.pages])


@pytest.fixture(scope="session")
def made_documents() -> dict[str, Made]:
    """Both documents by name."""
    return {name: _load(name) for name in BOOKS}


@pytest.fixture(params=BOOKS)
def made(request: pytest.FixtureRequest, made_documents: dict[str, Made]) -> Made:
    """Each document in turn."""
    return made_documents[request.param]


@pytest.fixture(scope="session")
def documents_folder() -> Path:
    """The folder that the documents are made in."""
    return HERE
