"""Sources in the Norwegian APA 7 style: an entry of the list of sources, and the reference in the running text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from retrieval.index.records import DocumentRecord
from service.export.schemas import SourceCorrection


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a source. `year` is as it is written: «2025», «2025b», «u.å.»; one not `listed` is off the list."""

    publisher: str | None
    title: str
    year: str
    listed: bool = True

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


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of a document as a source: by itself, or by whoever put it right."""

    document: str
    publisher: str | None
    year: str
    title: str
    listed: bool

    @property
    def key(self) -> tuple[str, str]:
        """What a list is ordered by; those without a year stand first."""
        return (self.publisher or self.title).casefold(), self.year


def sources_of(
    documents: Iterable[DocumentRecord], words: Mapping[str, str], corrections: Iterable[SourceCorrection] = ()
) -> dict[str, Source]:
    """Documents as sources, by their ids, in the order of a list; same publisher and year are told apart by letters."""
    corrected = {each.document: each for each in corrections}
    said = (_said(document, corrected.get(document.id)) for document in documents)
    ordered = sorted(said, key=lambda each: (each.key, each.title.casefold(), each.document))
    found: dict[str, Source] = {}
    for _, alike in groupby(ordered, key=lambda each: each.key):
        same = list(alike)
        for letter, each in zip(_letters(len(same)), same, strict=True):
            dash = "-" if letter and not each.year else ""
            year = f"{each.year or words['no_year']}{dash}{letter}"
            found[each.document] = Source(each.publisher, each.title, year, each.listed)
    return found


def _said(document: DocumentRecord, corrected: SourceCorrection | None) -> _Said:
    if corrected is None:
        year = str(document.published or "")
        return _Said(document.id, document.publisher, year, document.title, True)
    publisher, year, title = (" ".join(each.split()) for each in (corrected.publisher, corrected.year, corrected.title))
    return _Said(document.id, publisher or None, year, title or document.title, not corrected.left_out)


def _letters(count: int) -> Iterator[str]:
    """A letter for each of several, none for one alone; what no letter is left for is numbered."""
    yield from [""] if count == 1 else ascii_lowercase[:count]
    yield from map(str, range(len(ascii_lowercase) + 1, count + 1))


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _enumerated(pages: Sequence[str], words: Mapping[str, str]) -> str:
    *before, end = pages
    return f"{', '.join(before)} {words['and']} {end}" if before else end
