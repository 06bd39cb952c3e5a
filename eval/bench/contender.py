"""What is measured side by side: something that is built over a folder of documents, opened, and asked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from eval.bench.made import MadeQuestion, grouped


@dataclass(frozen=True, slots=True)
class First:
    """What was found first: the file it stands in, and what is printed there."""

    source: str
    text: str

    def answers(self, question: MadeQuestion) -> bool:
        """Whether it is in the right document and holds the right number."""
        return self.source == question.source and grouped(question.value) in self.text


Ask = Callable[[str], First | None]
"""A question → what is found first for it."""


class Contender(Protocol):
    """One that takes part."""

    def build(self, documents: Path, folder: Path) -> None:
        """Make all that asking needs, in an empty folder, from text files."""

    def open(self, folder: Path) -> Ask:
        """Make ready to be asked, from what was built, in a process that has done nothing yet."""
