"""What a search is restricted to: as it was asked for, and the documents that come to."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.index.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class Filter:
    """What to search in: ids of documents, the years they are about, their kinds; empty means all."""

    documents: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether everything is searched."""
        return not (self.documents or self.years or self.kinds)

    def takes(self, document: DocumentRecord) -> bool:
        """Whether a document is searched."""
        return (
            (not self.documents or document.id in self.documents)
            and (not self.years or document.year in self.years)
            and (not self.kinds or document.kind in self.kinds)
        )


@dataclass(frozen=True, slots=True)
class Scope:
    """A restriction: what was chosen, and the documents of the collection that it takes."""

    chosen: Filter
    documents: Sequence[DocumentRecord]

    @property
    def passages(self) -> int:
        """How many passages may be found."""
        return sum(document.passages for document in self.documents)

    @property
    def ranges(self) -> Sequence[tuple[int, int]]:
        """The passages that may be found, as runs of numbers without their ends: a document's stand together."""
        return [(document.numbers.start, document.numbers.stop) for document in self.documents]
