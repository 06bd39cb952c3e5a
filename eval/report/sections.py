"""The parts of a report on one question set."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

import numpy as np

from eval.comparing.baseline import read_baseline
from eval.comparing.compare import Comparison, compare
from eval.comparing.guards import guards_for
from eval.measuring.refusal import calibration, calibration_error, refusal_counts, roc
from eval.measuring.scored import HEADLINE, Scored
from eval.measuring.summary import AUROC, MEDIAN, P95, RECALL, Summary
from eval.peers.run import PeerScores
from eval.report.svg import Point, bar_plot, calibration_plot, history_plot, interval_plot, square_plot
from eval.runs.folder import all_runs, read_measures

TILES = {
    HEADLINE: "riktig først, med kilde",
    "figure-text / cited@1": "tall i tekst",
    "figure-table / cited@1": "tall i tabell",
    "all answerable / passage@5": "rett avsnitt blant fem",
    RECALL: "avvist når svaret ikke finnes",
    "all answerable / false refusal": "avvist selv om svaret finnes",
}
KINDS = {
    "figure-text / cited@1": "tall i tekst, først med kilde",
    "figure-table / cited@1": "tall i tabell, først med kilde",
    "fact / passage@1": "fakta, avsnitt først",
    "fact / answer": "fakta, i selve svaret",
    "passage / passage@1": "hvorfor og hvordan",
    "list / passage@1": "lister",
    "dialog first turn / passage@1": "samtale, første spørsmål",
    "dialog follow-up / passage@1": "samtale, oppfølging",
    "compare / operands": "sammenligning, leddene",
    "compare / result": "sammenligning, resultatet",
    "language nn / passage@1": "nynorsk",
    "language en / passage@1": "engelsk",
    "unanswerable: near-miss / refused": "avvist: nesten det samme",
    "unanswerable: same-field / refused": "avvist: samme felt",
    "unanswerable: off-topic / refused": "avvist: noe helt annet",
}
FIELDS = {
    "all answerable / value": "verdi",
    "all answerable / scale": "skala (når sifrene er rette)",
    "all answerable / unit": "enhet (når beløpet er rett)",
    "all answerable / period": "periode (når beløpet er rett)",
}
FOLLOWED = {
    HEADLINE: "riktig først",
    "all answerable / passage@5": "avsnitt blant fem",
    "unanswerable / refused": "avvist",
    AUROC: "AUROC",
}
PEER_MEASURES = ("passage@1", "passage@3", "passage@5", "RR@10", "nDCG@10", "R@10")
STEPS = (2, 5, 10, 15, 20, 30, 40, 60, 80, 120, 200, 400)
"""Upper bounds of the bars of latency, in milliseconds."""


def tiles(summary: Summary, comparison: Comparison | None) -> str:
    """The chief measures, large, each with its interval and its change from the baseline."""
    before = {measure.measure: measure for measure in comparison.measures} if comparison else {}
    shown = []
    for name, label in TILES.items():
        if name not in summary:
            continue
        one = summary[name]
        change = before.get(name)
        told = f"{change.after - change.before:+.3f} fra grunnlinjen" if change else ""
        sort = "" if change is None or abs(change.gain) < 1e-9 else ("better" if change.gain > 0 else "worse")
        shown.append(
            f'<div class="tile"><b>{one.value:.3f}</b><span>{escape(label)}</span>'
            f"<small>{one.low:.2f} til {one.high:.2f} · {one.count} spørsmål</small>"
            f'<small class="{sort}">{told}</small></div>'
        )
    return f'<div class="tiles">{"".join(shown)}</div>'


def chosen_points(summary: Summary, names: Mapping[str, str]) -> str:
    """The measures named, as dots with intervals."""
    points = [
        Point(label, summary[name].value, summary[name].low, summary[name].high, summary[name].count)
        for name, label in names.items()
        if name in summary
    ]
    return interval_plot(points) if points else "<p>Ingen spørsmål av disse slagene.</p>"


def refusal(questions: Sequence[Scored], threshold: float | None, summary: Summary) -> str:
    """The ROC curve with the threshold in use, and calibration beside it."""
    curve = roc(questions)
    if not curve:
        return "<p>Settet har ikke både spørsmål med og uten svar.</p>"
    rightly, wrongly, unanswerable = refusal_counts(questions)
    answerable = sum(one.alone for one in questions) - unanswerable
    named = "slik det svarer nå" if threshold is None else f"terskel {threshold:.2f}"
    chosen = (1 - rightly / unanswerable, 1 - wrongly / answerable, named)
    axes = ("andel svart på, av dem uten svar", "andel svart på, av dem med svar")
    plot = square_plot([(point.answered_wrongly, point.answered_rightly) for point in curve], chosen, axes)
    bins = calibration(questions)
    calibrated = calibration_plot(
        [(b.confidence, b.right, b.count) for b in bins], ("sikkerheten som vises", "andel riktige")
    )
    area = summary[AUROC]
    told = f"ROC: AUROC {area.value:.3f} ({area.low:.2f} til {area.high:.2f})"
    error = f"Kalibrering: avviket er {calibration_error(bins):.3f} i snitt"
    return f'<div class="pair">{_figure(plot, told)}{_figure(calibrated, error)}</div>'


def _figure(plot: str, caption: str) -> str:
    return f"<figure>{plot}<figcaption>{caption}</figcaption></figure>"


def latency(questions: Sequence[Scored], summary: Summary) -> str:
    """How long replies took."""
    times = np.array([one.milliseconds for one in questions])
    bounds = (0, *STEPS, float("inf"))
    bars = [
        (f"≤{high:g}" if high != float("inf") else f">{low:g}", float(((times > low) & (times <= high)).sum()))
        for low, high in pairwise(bounds)
    ]
    said = f"Median {summary[MEDIAN].value:.0f} ms, 95 av 100 innen {summary[P95].value:.0f} ms."
    return f"<p>{said}</p>{bar_plot(bars, 'millisekunder per spørsmål')}"


def peers(scores: PeerScores, questions: Sequence[Scored]) -> str:
    """Passages found, beside plain retrieval."""
    if not scores:
        return "<p>Enkle søk ble ikke målt i denne kjøringen.</p>"
    asked = next(iter(scores.values()))
    own = {one.key: dict(one.values) for one in questions if one.key in asked}
    everyone: PeerScores = {"Kildesvar": own, **scores}
    rows = [
        f"<tr><th>{escape(name)}</th>"
        + "".join(f"<td>{np.mean([v[measure] for v in found.values()]):.3f}</td>" for measure in PEER_MEASURES)
        + "</tr>"
        for name, found in everyone.items()
    ]
    head = "".join(f"<th>{measure}</th>" for measure in PEER_MEASURES)
    return f"<table><thead><tr><th>{len(asked)} spørsmål</th>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def history(runs: Path, name: str) -> str:
    """The chief measures over all runs of the set that are kept."""
    kept = [(folder.name, read_measures(folder).get(name)) for folder in all_runs(runs)]
    found = [(label, measures) for label, measures in kept if measures and all(key in measures for key in FOLLOWED)]
    if len(found) < 2:
        return "<p>Det trengs minst to kjøringer for å vise historikk.</p>"
    series = [(label, [float(measures[key]["value"]) for _, measures in found]) for key, label in FOLLOWED.items()]
    return history_plot(series, [label for label, _ in found])


def against_baseline(questions: Sequence[Scored], name: str, baselines: Path) -> Comparison | None:
    """The comparison with the accepted baseline, None when there is none."""
    base = read_baseline(baselines, name)
    return compare(name, questions, base, guards_for(name)) if base else None


def changes(comparison: Comparison | None) -> str:
    """What became better and worse since the baseline."""
    if comparison is None:
        return "<p>Det er ingen grunnlinje å sammenligne med.</p>"
    fallen = "".join(
        f'<p class="worse">«{escape(m.measure)}» har falt for langt: '
        f"{m.before:.3f} → {m.after:.3f} (grense {m.margin:.3f})</p>"
        for m in comparison.fallen
    )
    rows = [
        f"<tr><td>{escape(change.key)}</td><td>{escape(change.question)}</td>"
        f'<td class="worse">{escape(", ".join(change.worse))}</td>'
        f'<td class="better">{escape(", ".join(change.better))}</td></tr>'
        for change in sorted(comparison.changes, key=lambda change: (not change.worse, change.key))
    ]
    if not rows:
        return fallen + "<p>Ingen spørsmål er blitt bedre eller verre.</p>"
    worse = sum(bool(change.worse) for change in comparison.changes)
    told = f"<summary>{worse} spørsmål er blitt verre, {len(rows) - worse} bare bedre</summary>"
    head = "<thead><tr><th></th><th>Spørsmål</th><th>verre</th><th>bedre</th></tr></thead>"
    return f"{fallen}<details>{told}<table>{head}<tbody>{''.join(rows)}</tbody></table></details>"


def everything(summary: Summary) -> str:
    """Every measure in a table."""
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{one.count}</td><td>{one.value:.3f}</td>"
        f"<td>{one.low:.3f} til {one.high:.3f}</td></tr>"
        for name, one in sorted(summary.items())
    )
    head = "<thead><tr><th>Mål</th><th>n</th><th>Verdi</th><th>95 % intervall</th></tr></thead>"
    return f"<details><summary>Alle {len(summary)} mål</summary><table>{head}<tbody>{rows}</tbody></table></details>"
