"""What was measured, kept: a row for each contender and size; what is measured again takes the place of what was."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from eval.bench.contenders import CONTENDERS
from eval.bench.measure import Measured

HEAD = (
    "passages", "", "read, s (processor)", "disk, MB", "first answer, s", "a question, median / p95 ms", "of processor",
    "questions a second", "memory, MB", "right first", "of Kildesvar's processor",
)  # fmt: skip


def read_results(path: Path) -> list[Measured]:
    """The rows kept in a file; none where there is none."""
    if not path.exists():
        return []
    return [
        Measured(**{**row, "asking": tuple(row["asking"]), "asking_cpu": tuple(row["asking_cpu"])})
        for row in json.loads(path.read_text("utf8"))
    ]


def merged(kept: Iterable[Measured], fresh: Iterable[Measured]) -> list[Measured]:
    """Rows by size and in the order contenders have."""
    order = list(CONTENDERS)
    rows = {(row.passages, row.contender): row for row in (*kept, *fresh)}
    return sorted(rows.values(), key=lambda row: (row.passages, order.index(row.contender)))


def write_results(path: Path, rows: Iterable[Measured]) -> None:
    """Keep rows in a file."""
    path.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", "utf8")


def table(rows: Sequence[Measured]) -> str:
    """The rows as Markdown, with what a question costs beside Kildesvar's; what was not measured is left out."""
    ours = {row.passages: row.asking_cpu[0] for row in rows if row.contender == "Kildesvar"}
    lines = [HEAD, ["---"] * len(HEAD), *(_cells(row, ours.get(row.passages)) for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cells(row: Measured, ours: float | None) -> Sequence[str]:
    return (
        f"{row.passages:,}".replace(",", " "),
        row.contender,
        f"{row.reading:.0f} ({row.reading_cpu:.0f})" if row.reading_cpu else "",
        f"{row.disk / 1e6:.1f}" if row.disk < 1e7 else f"{row.disk / 1e6:.0f}",
        f"{row.opening:.1f}" if row.opening else "",
        f"{row.asking[0]:.1f} / {row.asking[1]:.1f}",
        f"{row.asking_cpu[0]:.1f} / {row.asking_cpu[1]:.1f}",
        f"{row.throughput:.0f}" if row.throughput else "",
        f"{row.memory / 1e6:.0f}",
        f"{row.right:.2f}",
        f"{row.asking_cpu[0] / ours:.2f}" if ours else "",
    )
