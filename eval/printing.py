"""Measures and failures in the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from eval.measures import HEADLINE, Measures
from eval.run import Record

COLUMNS = (
    "figure@1", "figure@3", "cited@1", "passage@1", "passage@3", "passage@5",
    "answer", "operands", "result", "refused", "false refusal",
)  # fmt: skip
DECISIVE = ("cited@1", "passage@1", "refused", "result", "operands")


def print_measures(console: Console, measures: Measures) -> None:
    """A table of the measures by group, the headline and the latency."""
    table = Table("Gruppe", "n", *COLUMNS)
    for group, values in measures.groups.items():
        cells = [f"{values[name]:.3f}" if name in values else "" for name in COLUMNS]
        table.add_row(group, str(measures.counts[group]), *cells)
    console.print(table)
    console.print(f"{HEADLINE}: {measures.headline:.3f}", style="bold")
    console.print(f"latency: median {measures.median_ms:.1f} ms, p95 {measures.p95_ms:.1f} ms", highlight=False)


def print_failures(console: Console, records: Sequence[Record], most: int) -> None:
    """The first questions whose decisive mark is missing: what was wanted and what came."""
    failed = [record for record in records if _failed(record)]
    for record in failed[:most]:
        reply, wanted = record.reply, record.turn.answer
        first = reply.figures[0] if reply.figures else None
        console.print(f"\n{record.item.id} {record.turn.kind} {record.turn.question}", highlight=False, markup=False)
        shown = wanted.model_dump(exclude_defaults=True) if wanted else "refusal"
        console.print(f"  want {shown} {record.turn.evidence[:3]}", highlight=False, markup=False)
        got = f"{first.text} | {first.label} | {first.period} | {first.citation.lines}" if first else "no figure"
        console.print(f"  got  {reply.status} {reply.confidence:.2f} {got}", highlight=False, markup=False)
        places = [(passage.source[:4], passage.lines) for passage in reply.passages[:3]]
        console.print(f"       passages {places}", highlight=False, markup=False)


def _failed(record: Record) -> bool:
    decisive = next((name for name in DECISIVE if name in record.marks), None)
    return decisive is not None and not record.marks[decisive]
