"""Measures and failures in the terminal."""

from collections.abc import Sequence
from statistics import fmean

from rich.console import Console
from rich.table import Table

from eval.measures import HEADLINE, Measures
from eval.measuring.scored import Scored
from eval.measuring.summary import summary_of
from eval.peers.run import PeerScores
from eval.run import Record
from eval.runs.folder import SetRun

COLUMNS = (
    "figure@1", "figure@3", "cited@1", "passage@1", "passage@3", "passage@5",
    "answer", "operands", "result", "refused", "false refusal",
)  # fmt: skip
ESTIMATED = (
    "headline", "all answerable / R@5", "all answerable / RR@10", "all answerable / nDCG@10", "all answerable / value",
    "all answerable / scale", "all answerable / unit", "all answerable / period", "dialog follow-up / passage@1",
    "compare / operands", "compare / result", "refusal / AUROC", "refusal / precision", "refusal / recall",
)  # fmt: skip
"""The measures printed with their intervals; the report has them all."""
PEER_COLUMNS = ("passage@1", "passage@3", "passage@5", "RR@10", "nDCG@10", "R@10")
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


def print_estimates(console: Console, questions: Sequence[Scored]) -> None:
    """The chief measures with their 95 % intervals."""
    summary = summary_of(questions)
    table = Table("Mål", "n", "Verdi", "95 % intervall")
    for name in ESTIMATED:
        if name in summary:
            one = summary[name]
            table.add_row(name, str(one.count), f"{one.value:.3f}", f"{one.low:.3f} … {one.high:.3f}")
    console.print(table)


def print_peers(console: Console, ran: SetRun) -> None:
    """Kildesvar beside plain retrieval, over the questions that the peers were asked."""
    if not ran.peers:
        return
    table = Table("Avsnitt funnet av", "n", *PEER_COLUMNS)
    asked = next(iter(ran.peers.values()))
    own = {one.key: dict(one.values) for one in ran.scored() if one.key in asked}
    everyone: PeerScores = {"Kildesvar": own, **ran.peers}
    for name, scores in everyone.items():
        means = (fmean(values[column] for values in scores.values()) for column in PEER_COLUMNS)
        table.add_row(name, str(len(scores)), *(f"{mean:.3f}" for mean in means))
    console.print(table)
