"""The golden overviews of a folder's documents asked, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from eval.overviews.golden import GoldenOverview, read_overviews
from eval.overviews.marks import OverviewScore, score
from eval.run import Ask
from eval.sets import OverviewSet


@dataclass(frozen=True, slots=True)
class OverviewMeasures:
    """The share of cells that are right, and of tables right in every cell."""

    overviews: int
    cells: float
    tables: float


def golden_of(entry: OverviewSet) -> list[GoldenOverview]:
    """The golden overviews of a set."""
    return read_overviews(Path(str(files("eval").joinpath("questions", entry.file))))


def scores_of(overviews: Sequence[GoldenOverview], ask: Ask, sources: Mapping[str, str]) -> Iterator[OverviewScore]:
    """Every overview asked and scored, in order."""
    for golden in overviews:
        yield score(golden, ask(golden.question, ()), sources)


def measured(scores: Sequence[OverviewScore]) -> OverviewMeasures:
    """The measures of some scores; all right where there are none."""
    cells = sum(each.cells for each in scores)
    right = sum(each.right for each in scores)
    whole = sum(each.whole for each in scores)
    return OverviewMeasures(len(scores), right / cells if cells else 1.0, whole / len(scores) if scores else 1.0)
