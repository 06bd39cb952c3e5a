"""The page: a run's sets one after the other, with styles and plots inside the file."""

from collections.abc import Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from eval.measuring.summary import summary_of
from eval.report import sections
from eval.report.worst import MOST, worst, worst_html
from eval.runs.folder import SetRun, read_run


def report_page(folder: Path, runs: Path, baselines: Path) -> str:
    """The report on a run as HTML. `runs` are what its history is read from, `baselines` what it is compared with."""
    run = read_run(folder)
    parts = "".join(_set_part(entry, run.fingerprint, runs, baselines) for entry in run.sets)
    return Template(_data("page.html")).substitute(
        title=escape(f"Evaluering {folder.name}"),
        style=_data("page.css"),
        links="".join(f'<a href="#{escape(entry.name)}">{escape(entry.name)}</a>' for entry in run.sets),
        fingerprint=_fingerprint(run.fingerprint),
        parts=parts,
        whole="" if run.whole else "<p>Kjøringen har bare en del av spørsmålene.</p>",
    )


def _set_part(entry: SetRun, fingerprint: Mapping[str, Any], runs: Path, baselines: Path) -> str:
    questions = entry.scored()
    summary = summary_of(questions)
    comparison = sections.against_baseline(questions, entry.name, baselines)
    weights = fingerprint.get("weights", {})
    failed = worst(entry.records, questions)
    shown = f"{min(MOST, len(failed))} av {len(failed)} som feilet, de sikreste først"
    parts = {
        "Siden grunnlinjen": sections.changes(comparison),
        "Etter slag og språk": sections.chosen_points(summary, sections.KINDS),
        "Hvert felt i tallet": sections.chosen_points(summary, sections.FIELDS),
        "Når det skal avvises": sections.refusal(questions, weights.get("threshold"), summary),
        "Ved siden av enkle søk": sections.peers(entry.peers, questions),
        "Svartid": sections.latency(questions, summary),
        "Over tid": sections.history(runs, entry.name),
        f"De verste spørsmålene ({shown})": worst_html(failed, weights),
        "Alle mål": sections.everything(summary),
    }
    body = "".join(f"<section><h3>{escape(title)}</h3>{content}</section>" for title, content in parts.items())
    head = f'<h2 id="{escape(entry.name)}">{escape(entry.name)} <small>{len(questions)} spørsmål</small></h2>'
    return head + sections.tiles(summary, comparison) + body


def _fingerprint(fingerprint: Mapping[str, Any]) -> str:
    """What answered, in a few words."""
    code, index, weights = (fingerprint.get(name, {}) for name in ("code", "index", "weights"))
    told = {
        "Kode": " ".join(str(code[name]) for name in ("revision", "hash") if name in code),
        "Tjeneste": fingerprint.get("url"),
        "Språkmodell": index.get("encoder"),
        "Indeks": index.get("digest"),
        "Analyse": index.get("analysis_fingerprint"),
        "Vekter": weights.get("digest"),
        "Dokumenter": ", ".join(str(source) for source, _ in fingerprint.get("documents", [])),
    }
    return "".join(f"<dt>{name}</dt><dd>{escape(str(said))}</dd>" for name, said in told.items() if said)


def _data(name: str) -> str:
    return files("eval.report").joinpath(name).read_text("utf8")
