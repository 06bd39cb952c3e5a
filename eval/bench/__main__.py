"""`python -m eval.bench SIZE …`: measures made collections of these sizes and prints a table, as Markdown."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.bench.measure import Measured, measure

USUAL = (1_000, 10_000)
HEAD = (
    "passages", "read, s (processor)", "opened, s", "a question, median / p95 ms", "of processor", "right first",
    "memory, MB", "disk, MB", "plain BM25, ms", "ratio",
)  # fmt: skip


def row(found: Measured) -> Sequence[str]:
    """One collection's line."""
    return (
        f"{found.passages:,}".replace(",", " "),
        f"{found.reading:.1f} ({found.reading_cpu:.1f})",
        f"{found.opening:.2f}",
        f"{found.asking[0]:.0f} / {found.asking[1]:.0f}",
        f"{found.asking_cpu[0]:.0f} / {found.asking_cpu[1]:.0f}",
        f"{found.right:.2f}",
        f"{found.memory / 1e6:.0f}",
        f"{found.disk / 1e6:.0f}",
        f"{found.bm25[0]:.1f} / {found.bm25[1]:.1f}",
        f"{found.asking[0] / found.bm25[0]:.1f}",
    )


def main(sizes: Sequence[int]) -> None:
    """Measure each size in a folder of its own."""
    _say(HEAD)
    _say(["---"] * len(HEAD))
    for size in sizes:
        with TemporaryDirectory() as folder:
            _say(row(measure(size, Path(folder))))
    _say([f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"])


def _say(cells: Sequence[str]) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or USUAL)
