"""Golden overviews: what an overview should hold, read from TOML and checked."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from eval.items import QuestionSetError

_CELL = re.compile(r"(?P<shown>-?[\d .,]*\d|-|\?)(?: @(?:(?P<document>\w+):)?(?P<page>p)?(?P<number>\d+))?")
_COMPUTED = re.compile(r"= (?P<shown>-?\d+(?:[.,]\d+)?|\?)")
_LABEL = re.compile(r"(?P<total>Σ )?(?P<label>.*?)(?: \[(?P<unit>[^\d\W]+|\?)(?: × (?P<scale>\d+))?\])?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: in a document, as questions call it, on a line or a physical page."""

    document: str
    line: int | None
    page: int | None


@dataclass(frozen=True, slots=True)
class GoldenCell:
    """A cell: its value as printed, or why there is none. Computed cells have no place."""

    state: Literal["found", "not_found", "not_there", "computed"]
    value: Decimal | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A row's or column's label as any of several, with its unit and scale where they are its own."""

    labels: tuple[str, ...]
    unit: str | None
    scale: int | None
    total: bool


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """A row and its cells, one for each column."""

    heading: Heading
    cells: tuple[GoldenCell, ...]


@dataclass(frozen=True, slots=True)
class GoldenOverview:
    """A question with the overview it should be answered with; `refused` when the documents hold none.

    `unit` and `scale` hold where neither row nor column has its own; a unit of None is not judged.
    """

    id: str
    kept: bool
    question: str
    refused: bool
    unit: str | None
    scale: int
    columns: tuple[Heading, ...]
    rows: tuple[GoldenRow, ...]


def read_overviews(path: Path) -> list[GoldenOverview]:
    """The golden overviews of a file. Raises QuestionSetError, naming file and overview, for one of another form."""
    entries = tomllib.loads(path.read_text("utf8"))["overview"]
    found = []
    for entry in entries:
        try:
            found.append(_overview(entry))
        except (KeyError, ValueError) as error:
            raise QuestionSetError(f"{path.name}, «{entry.get('id')}»: {error}") from error
    return found


def _overview(entry: dict[str, Any]) -> GoldenOverview:
    source = entry.get("source")
    columns = tuple(_heading(label) for label in entry.get("columns", []))
    rows = tuple(_row(line, source, len(columns)) for line in entry.get("rows", "").splitlines() if line.strip())
    return GoldenOverview(
        id=entry["id"],
        kept={"tune": False, "keep": True}[entry["split"]],
        question=entry["question"],
        refused=entry.get("refused", False),
        unit=entry.get("unit"),
        scale=entry.get("scale", 1),
        columns=columns,
        rows=rows,
    )


def _heading(text: str) -> Heading:
    match = _LABEL.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"«{text}» er ingen overskrift.")
    unit = None if match["unit"] == "?" else match["unit"]
    scale = int(match["scale"]) if match["scale"] else (1 if match["unit"] else None)
    return Heading(tuple(match["label"].split(" = ")), unit, scale, bool(match["total"]))


def _row(line: str, source: str | None, width: int) -> GoldenRow:
    label, *cells = line.split(" | ")
    if len(cells) != width:
        raise ValueError(f"«{line}» har {len(cells)} celler, men det er {width} kolonner.")
    return GoldenRow(_heading(label), tuple(_cell(cell.strip(), source) for cell in cells))


def _cell(text: str, source: str | None) -> GoldenCell:
    computed = _COMPUTED.fullmatch(text)
    if computed is not None:
        return GoldenCell("computed", _number(computed["shown"]), None)
    match = _CELL.fullmatch(text)
    if match is None:
        raise ValueError(f"«{text}» er ingen celle.")
    place = None
    if match["number"]:
        number = int(match["number"])
        document = match["document"] or source or ""
        place = Place(document, None if match["page"] else number, number if match["page"] else None)
    states: dict[str, Literal["not_there", "not_found"]] = {"-": "not_there", "?": "not_found"}
    return GoldenCell(states.get(match["shown"], "found"), _number(match["shown"]), place)


def _number(text: str) -> Decimal | None:
    return None if text in "-?" else Decimal(text.replace(" ", "").replace(",", "."))
