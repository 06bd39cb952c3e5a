"""`python -m eval.bench SIZE …`: measures made collections of these sizes beside what others offer.

Prints a table as Markdown, and keeps it with its plots in `docs/bench/`, beside the sizes measured before.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.bench.contenders import CONTENDERS
from eval.bench.measure import measure
from eval.bench.plots import growth
from eval.bench.results import merged, read_results, table, write_results

USUAL = (1_000, 10_000)
KEPT = Path("docs/bench")


def main(sizes: Sequence[int], kept: Path = KEPT, names: Sequence[str] = tuple(CONTENDERS)) -> None:
    """Measure these contenders over each size in a folder of its own, and keep what was found."""
    kept.mkdir(parents=True, exist_ok=True)
    rows = read_results(kept / "results.json")
    for size in sizes:
        with TemporaryDirectory() as folder:
            rows = merged(rows, measure(size, names, Path(folder)))
        write_results(kept / "results.json", rows)
    (kept / "growth.svg").write_text(growth(rows), "utf8")
    sys.stdout.write(f"{table([row for row in rows if row.passages in sizes])}\n")
    sys.stdout.write(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or USUAL)
