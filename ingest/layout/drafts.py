"""Blocks in the making: what has been claimed by a step, before sections are known."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.document import BlockKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A block without its section. `title` is a heading's text."""

    kind: BlockKind
    lines: tuple[int, ...]
    level: int = 0
    marker: str | None = None
    title: str = ""


@dataclass(slots=True)
class Claims:
    """The drafts so far; a line belongs to the first that claims it."""

    drafts: list[Draft] = field(default_factory=list)
    _taken: set[int] = field(default_factory=set)

    def __contains__(self, number: int) -> bool:
        return number in self._taken

    def add(self, drafts: Iterable[Draft]) -> None:
        """Claim the lines of drafts."""
        for draft in drafts:
            self.drafts.append(draft)
            self._taken.update(draft.lines)

    def free(self, numbers: Iterable[int]) -> list[int]:
        """The lines nobody has claimed."""
        return [number for number in numbers if number not in self._taken]
