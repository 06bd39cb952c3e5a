"""A comparison in the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from eval.comparing.compare import Change, Comparison, Guarded

SIGNIFICANT = 0.05
"""Measures that are not guarded are printed when their change is less likely than this to be chance."""


def print_comparison(console: Console, comparison: Comparison, most: int) -> None:
    """The measures that are guarded or changed for certain, then the questions that became worse and better."""
    console.rule(comparison.set_name)
    table = Table("Mål", "Før", "Nå", "Endring", "95 % intervall", "p", "Grense", "")
    for measure in comparison.measures:
        if measure.margin is not None or (measure.p is not None and measure.p < SIGNIFICANT):
            table.add_row(*_row(measure))
    console.print(table)
    for title, keys in (
        ("Nye spørsmål", comparison.new),
        ("Spørsmål som ikke ble stilt nå", comparison.gone),
        ("Spørsmål som er endret og derfor ikke er sammenlignet", comparison.altered),
    ):
        if keys:
            console.print(f"{title}: {len(keys)} ({', '.join(keys[:8])}{' …' if len(keys) > 8 else ''})", markup=False)
    _print_changes(console, "Verre", [change for change in comparison.changes if change.worse], most)
    _print_changes(console, "Bedre", [change for change in comparison.changes if not change.worse], most)


def _row(measure: Guarded) -> list[str]:
    interval = p = ""
    if measure.difference is not None and measure.p is not None:
        interval = f"{measure.difference.low:+.3f} … {measure.difference.high:+.3f}"
        p = f"{measure.p:.3f}"
    margin = "" if measure.margin is None else f"{measure.margin:.3f}"
    verdict = "[red]for langt ned[/red]" if measure.fell else ("ok" if measure.margin is not None else "")
    change = f"{measure.after - measure.before:+.3f}"
    return [measure.measure, f"{measure.before:.3f}", f"{measure.after:.3f}", change, interval, p, margin, verdict]


def _print_changes(console: Console, title: str, changes: Sequence[Change], most: int) -> None:
    console.print(f"\n{title}: {len(changes)} spørsmål", style="bold", highlight=False)
    for change in changes[:most]:
        marks = [f"−{name}" for name in change.worse] + [f"+{name}" for name in change.better]
        console.print(f"  {change.key}  {change.question}  [{', '.join(marks)}]", highlight=False, markup=False)
    if len(changes) > most:
        console.print(f"  … og {len(changes) - most} til (--most {len(changes)} viser alle)", highlight=False)
