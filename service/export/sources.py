"""Sources in the Norwegian APA 7 style: an entry of the list of sources, and the reference in the running text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from retrieval.index.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a source. `year` is as it is written: «2025», «2025b», «u.å.»."""

    publisher: str | None
    title: str
    year: str

    @property
    def entry(self) -> str:
        """«Nav. (2025). Årsrapport 2024.», the title first where nobody is known to have published it."""
        if self.publisher is None:
            return f"{_ended(self.title)} ({self.year})."
        return f"{_ended(self.publisher)} ({self.year}). {_ended(self.title)}"

    def in_text(self, pages: Sequence[str], words: Mapping[str, str]) -> str:
        """«(Nav, 2025, s. 4 og 7)», «(Nav, 2025)» without pages; `words` are those of a language."""
        word = "page_short" if len(pages) == 1 else "pages_short"
        stands = [words[word].format(pages=_enumerated(pages, words))] if pages else []
        return f"({', '.join([self.publisher or self.title, self.year, *stands])})"


def sources_of(documents: Iterable[DocumentRecord], words: Mapping[str, str]) -> dict[str, Source]:
    """Documents as sources, by their ids, in the order of a list; same publisher and year are told apart by letters."""
    ordered = sorted(documents, key=lambda each: (_key(each), each.title.casefold(), each.id))
    found: dict[str, Source] = {}
    for _, alike in groupby(ordered, key=_key):
        same = list(alike)
        for letter, document in zip(_letters(len(same)), same, strict=True):
            dash = "-" if letter and document.published is None else ""
            year = f"{document.published or words['no_year']}{dash}{letter}"
            found[document.id] = Source(document.publisher, document.title, year)
    return found


def _key(document: DocumentRecord) -> tuple[str, int]:
    """What a list is ordered by; those without a year stand first."""
    return (document.publisher or document.title).casefold(), document.published or 0


def _letters(count: int) -> Iterator[str]:
    """A letter for each of several, none for one alone; what no letter is left for is numbered."""
    yield from [""] if count == 1 else ascii_lowercase[:count]
    yield from map(str, range(len(ascii_lowercase) + 1, count + 1))


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _enumerated(pages: Sequence[str], words: Mapping[str, str]) -> str:
    *before, end = pages
    return f"{', '.join(before)} {words['and']} {end}" if before else end
