"""Measures of a run: marks averaged by group, the headline, and latency."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from eval.items import FIGURE_KINDS, PASSAGE_KINDS
from eval.run import Record

HEADLINE = "right first, with its source"


@dataclass(frozen=True, slots=True)
class Measures:
    """`groups` maps a group to its measures, each from 0 to 1; `counts` to how many questions it has."""

    groups: dict[str, dict[str, float]]
    counts: dict[str, int]
    headline: float
    median_ms: float
    p95_ms: float

    def value(self, name: str) -> float | None:
        """A measure by the name «group / measure»; «headline» is one too."""
        if name == "headline":
            return self.headline
        group, _, measure = name.partition(" / ")
        return self.groups.get(group, {}).get(measure)


def measure(records: Sequence[Record]) -> Measures:
    """The measures of a run, by kind, class of unanswerable questions, language and turn of a conversation."""
    table: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for group in groups_of(record):
            for name, value in record.marks.items():
                table[group][name].append(value)
    times = sorted(record.milliseconds for record in records)
    decisive = [(kind, "cited@1") for kind in FIGURE_KINDS] + [(kind, "passage@1") for kind in PASSAGE_KINDS]
    first = [value for kind, name in decisive if kind in table for value in table[kind][name]]
    return Measures(
        groups={group: {name: fmean(v) for name, v in rows.items() if v} for group, rows in sorted(table.items())},
        counts={group: max((len(v) for v in rows.values()), default=0) for group, rows in table.items()},
        headline=fmean(first) if first else 0.0,
        median_ms=median(times) if times else 0.0,
        p95_ms=times[int(0.95 * (len(times) - 1))] if times else 0.0,
    )


def groups_of(record: Record) -> list[str]:
    """The groups a question is averaged in: kind, class of unanswerable, language, turn of a conversation."""
    conversation, turn = record.item.is_conversation, record.turn
    if conversation:
        groups = ["dialog follow-up" if record.number else "dialog first turn"]
    else:
        groups = [turn.kind]
        if turn.kind == "unanswerable":
            groups.append(f"unanswerable: {turn.unanswerable_class}")
        elif turn.kind != "compare":
            groups.append("all answerable")
    if record.item.lang in ("nn", "en") and turn.kind != "unanswerable":
        groups.append(f"language {record.item.lang}")
    return groups
