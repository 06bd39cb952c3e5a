"""What a row's cells count, where its note says it: «*** Antall tilfeller …» under a row of tilfeller***."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.document import Cell, CellKind, Column, Note
from ingest.tables.meaning.inherit import head_noun
from ingest.tables.words import WORDS

_MARK = re.compile(r"(?:\*+|\d{1,2}\))$")
_COUNTING = "|".join(map(re.escape, sorted(WORDS.counting, key=len, reverse=True)))
_COUNTED = re.compile(rf"\b(?:{_COUNTING})\s+(?P<noun>[^\W\d]+)", re.IGNORECASE)


def counted_in(text: str) -> str | None:
    """The word that a text says is counted, in lower case («antall lykter» → lykter)."""
    match = _COUNTED.search(text)
    return match["noun"].lower() if match else None


def count_in(text: str) -> str | None:
    """The words of a text that say what is counted («antall lykter»)."""
    match = _COUNTED.search(text)
    return match[0] if match else None


def units_from_notes(
    cells: Sequence[Cell], columns: Sequence[Column], labels: Sequence[str], notes: Sequence[Note]
) -> tuple[Cell, ...]:
    """The cells, those in columns of counts given the noun of their row where the row's note says it is counted.

    `labels` are the labels of the rows as they are printed, with their marks.
    """
    told = {note.mark: note.text for note in notes if note.mark}
    nouns = {index: noun for index, label in enumerate(labels) if (noun := _noun(label, told))}
    counts = {index for index, column in enumerate(columns) if any(counted_in(part) for part in column.path)}
    return tuple(_given(cell, nouns.get(cell.row)) if cell.column in counts else cell for cell in cells)


def _noun(label: str, told: Mapping[str, str]) -> str | None:
    """The noun of a label, where the note that its mark refers to says that such things are counted."""
    mark = _MARK.search(label.rstrip())
    noun = head_noun(label)
    return noun if mark and noun and counted_in(told.get(mark[0], "")) == noun else None


def _given(cell: Cell, noun: str | None) -> Cell:
    return replace(cell, unit=noun) if noun and cell.kind == CellKind.NUMBER else cell
