"""One way to read a question: what it covers, how well it fits, and the overview it would give."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.concepts import Concept
from retrieval.forms import Language, Vocabulary
from retrieval.overview.asked import Asked
from retrieval.overview.draft import Draft
from retrieval.overview.wording import Wording, wording

LEAST_COVERED = 0.6
"""What share of the measures' words the table, its columns or the row must hold."""
WHOM, NAMED, LACKING, BESIDE, TITLE = 0.3, 0.5, 0.3, 0.12, 0.005
"""What it counts that a table is of those asked for, that it has the rows named; and against it periods it lacks, every
word of a row's label that was not asked for, and every such word of its caption."""


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of a question: each measure, all of them together, for whom, the rows named, and all of it."""

    items: tuple[Wording, ...]
    measure: Wording
    whom: Wording | None
    names: tuple[Wording, ...]
    whole: Wording
    unit: str | None

    @property
    def is_open(self) -> bool:
        """Whether the question names those it is asked for and no measure: «alle nøkkeltallene», «alle ytelsene»."""
        return not self.measure.total and not self.names and self.whom is not None and bool(self.whom.total)

    def names_itself(self, stems: frozenset[str]) -> bool:
        """Whether a table that these words name is what an open question asks for: a table of «nøkkeltall»."""
        return self.whom is not None and self.whom.coverage(stems) >= LEAST_COVERED / 2

    @property
    def _asked(self) -> tuple[Concept, ...]:
        return (*self.measure.concepts, *(self.whom.concepts if self.whom else ()))

    def share_held(self, stems: frozenset[str]) -> float:
        """The share of what is asked for, by the rarity of its words, that tables with these stems say."""
        return Wording(self._asked).coverage(stems)

    def not_held(self, stems: frozenset[str]) -> tuple[str, ...]:
        """The words of what is asked for that tables with these stems do not say."""
        return tuple(each.words for each in self._asked if Wording((each,)).coverage(stems) < LEAST_COVERED / 2)


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a question: how well it fits, and the overview it gives when it is chosen.

    `said` gives the stems of all that its tables say: captions, headings, columns and rows.
    """

    fit: float
    draft: Callable[[], Draft]
    source: tuple[int, str]
    said: Callable[[], frozenset[str]]


def words_of(asked: Asked, unit: str | None, language: Language, vocabulary: Vocabulary) -> Words:
    """The phrases of a question, ready to be met with labels. `unit` is the class of units it asks for."""

    def read(text: str) -> Wording:
        return wording(text, language, vocabulary)

    return Words(
        items=tuple(map(read, asked.items)),
        measure=read(" ".join(asked.items)),
        whom=read(asked.whom) if asked.whom else None,
        names=tuple(map(read, asked.names)),
        whole=read(asked.text),
        unit=unit,
    )


def whom_fits(words: Words, stems: frozenset[str], kin: Callable[[], frozenset[str]], *, coded: bool) -> float | None:
    """How well a table is of those it is asked for, from 0 to 1; None when it is of others.

    Where its own words do not tell, `kin` gives those of tables like it. A word that no document uses tells nothing
    against a table.
    """
    whom = words.whom
    if whom is None or not whom.total:
        return 0.0
    covered = whom.coverage(stems) or whom.coverage(kin())
    if covered >= LEAST_COVERED / 2:
        return covered
    known = any(concept.known for concept in whom.concepts)
    return 0.0 if coded or not known else None


def best(readings: Sequence[Reading]) -> Reading | None:
    """The reading that fits best; the first of equals, which stands first in the documents."""
    return max(readings, key=lambda reading: reading.fit) if readings else None
