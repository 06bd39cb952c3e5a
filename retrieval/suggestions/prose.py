"""Questions made from sentences and headings, with the figure or the section that each of them asks for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.quantities.model import Measure
from retrieval.answer import Answer
from retrieval.index.records import DocumentRecord, FigureRecord
from retrieval.question import unit_class
from retrieval.suggestions.labels import phrases
from retrieval.suggestions.made import Made

_DEFINITE = re.compile(r"(?:en|et|ene|ane|a)$")


@dataclass(frozen=True, slots=True)
class FigureAim:
    """A figure of a sentence, by its number."""

    figure: int

    def met_by(self, answer: Answer) -> bool:
        """Whether an answer is this figure."""
        return answer.answered and bool(answer.figures) and answer.figures[0].ranked.figure.number == self.figure


@dataclass(frozen=True, slots=True)
class SectionAim:
    """What stands under a heading of a document."""

    document: int
    path: tuple[str, ...]

    def met_by(self, answer: Answer) -> bool:
        """Whether an answer is the words of this section."""
        if not answer.answered or answer.figures or not answer.passages:
            return False
        place = answer.passages[0]
        under = place.candidate.passage.section[: len(self.path)]
        return (place.document.number, under) == (self.document, self.path)


def counted(figures: Iterable[FigureRecord]) -> Iterator[Made]:
    """For every sentence that says how many there are of something, how many there are."""
    for figure in figures:
        exact = figure.table is None and figure.measure == Measure.LEVEL and not figure.approximate
        question = _asked(figure.label) if exact and unit_class(figure.unit) == "count" else None
        if question:
            yield Made(question, FigureAim(figure.number))


def under_headings(document: DocumentRecord) -> Iterator[Made]:
    """For every heading that names a subject, what stands under it; those of parts of chapters first."""
    words = phrases()["section"]
    for path, *_ in sorted(document.sections, key=lambda section: len(section[0]) == 1):
        label = re.sub(str(words["numbered"]), "", path[-1])
        if re.fullmatch(str(phrases()["label"]), label) and label.casefold() not in words["common"]:
            yield Made(str(words["question"]).format(label=label), SectionAim(document.number, path))


def _asked(label: str) -> str | None:
    """The question that a sentence answers; None where none can be made of it."""
    for pattern, question in _sentences():
        found = pattern.match(label)
        if found:
            parts = {name: part or "" for name, part in found.groupdict().items()}
            return question.format(**{name: _inside(name, part) for name, part in parts.items()})
    return None


def _inside(name: str, part: str) -> str:
    """A part that began its sentence, as it stands inside one; a name keeps its capital."""
    begins = name == "when" or (name == "who" and _DEFINITE.search(part) and part[1:].islower())
    return part[:1].lower() + part[1:] if begins else part


@lru_cache(maxsize=1)
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(entry["label"]), entry["question"]) for entry in phrases()["sentence"])
