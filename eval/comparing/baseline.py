"""What was accepted: every question's scores and the guarded measures, kept with the project as data."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from eval.comparing.guards import guards_for
from eval.measuring.scored import DECIMALS, Scored
from eval.measuring.summary import values_of
from eval.runs.folder import Run
from ingest.errors import ToldError


class BaselineError(ToldError):
    """A baseline that cannot be used or made; the message says why."""


@dataclass(frozen=True, slots=True)
class Known:
    """A question as it was scored before: the digest of its form, its scores, and how sure the reply was."""

    digest: str
    values: Mapping[str, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class Baseline:
    """A set's questions as they were scored before, by key. `code` tells what answered."""

    code: Mapping[str, str]
    questions: Mapping[str, Known]


def baseline_folder() -> Path:
    """Where the accepted baselines lie."""
    return Path(str(files("eval").joinpath("baselines")))


def of_questions(questions: Sequence[Scored], fingerprint: Mapping[str, Any]) -> Baseline:
    """A run's questions as a baseline."""
    known = {one.key: Known(one.digest, one.values, one.confidence) for one in questions}
    return Baseline(fingerprint.get("code", {}), known)


def read_baseline(folder: Path, name: str) -> Baseline | None:
    """The accepted baseline of a question set, None when there is none."""
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    try:
        data = json.loads(path.read_text("utf8"))
        questions = {key: _known(entry) for key, entry in data["questions"].items()}
        return Baseline(data["code"], questions)
    except (ValueError, KeyError, TypeError) as error:
        msg = f"Grunnlinjen «{path}» kan ikke leses ({error}). Lag den på nytt med «kildesvar eval accept»."
        raise BaselineError(msg) from error


def accept(run: Run, folder: Path) -> list[Path]:
    """Make a run the baseline of every set it asked; returns the files. Part of a set is no baseline."""
    if not run.whole:
        raise BaselineError("Kjøringen har bare en del av spørsmålene. Bare en hel kjøring kan bli grunnlinje.")
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for entry in run.sets:
        path = folder / f"{entry.name}.json"
        path.write_text(as_json(entry.scored(), run.fingerprint, entry.name), "utf8")
        paths.append(path)
    return paths


def as_json(questions: Sequence[Scored], fingerprint: Mapping[str, Any], name: str) -> str:
    """A baseline as JSON, one question a line, so that a change shows as the lines of the questions it changed."""
    measures = values_of(questions)
    head = {
        "code": fingerprint.get("code", {}),
        "measures": {
            measure: round(measures[measure], DECIMALS) for measure in guards_for(name) if measure in measures
        },
    }
    lines = [f" {json.dumps(one.key)}: {json.dumps(_entry(one), ensure_ascii=False)}" for one in questions]
    start = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{start},\n "questions": {{\n' + ",\n".join(lines) + "\n }\n}\n"


def _entry(one: Scored) -> dict[str, object]:
    values = {name: int(value) if value in (0, 1) else value for name, value in one.values.items()}
    return {"digest": one.digest, "confidence": round(one.confidence, DECIMALS), **values}


def _known(entry: Mapping[str, Any]) -> Known:
    values = {name: float(value) for name, value in entry.items() if name not in ("digest", "confidence")}
    return Known(entry["digest"], values, float(entry["confidence"]))
