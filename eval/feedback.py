"""What users marked wrong, as drafts of questions: to be reviewed, given their right answer, and added to a set."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.errors import ToldError
from retrieval.question import FIGURE_KINDS, Kind, understand

WRONG = ("wrong", "missing")
"""The verdicts that tell of an answer to be mended."""


class FeedbackError(ToldError):
    """A feedback file that cannot be read; the message names file and line."""


def drafts(path: Path) -> list[dict[str, Any]]:
    """A draft for every question that users marked wrong, each question once, with all that was said of it.

    A draft has the fields of a question, those that only a person can know left empty, and `review`: what was said,
    and what is left to do. It is no valid question until `review` is taken out and the rest filled in.
    """
    said: dict[str, list[Mapping[str, Any]]] = {}
    for entry in _entries(path):
        if entry.get("verdict") in WRONG:
            said.setdefault(" ".join(str(entry["question"]).split()), []).append(entry)
    return [_draft(question, entries) for question, entries in said.items()]


def as_lines(found: list[dict[str, Any]]) -> str:
    """Drafts as JSON Lines."""
    return "".join(json.dumps(draft, ensure_ascii=False) + "\n" for draft in found)


def _draft(question: str, entries: list[Mapping[str, Any]]) -> dict[str, Any]:
    kind = understand(question, None).kind
    figure = kind in FIGURE_KINDS
    answer = {"value": None, "scale": 1, "unit": "", "period": ""} if figure else {"must": [[""]]}
    return {
        "id": f"meldt-{hashlib.sha256(question.encode()).hexdigest()[:8]}",
        "question": question,
        "lang": "nb",
        "kind": "figure-text" if figure else ("list" if kind == Kind.LIST else "fact"),
        "source": "",
        "evidence": [],
        "answer": answer,
        "review": {
            "todo": "Fyll ut source, evidence og answer (eller sett kind til unanswerable), og ta ut review.",
            "said": [
                {name: entry[name] for name in ("time", "verdict", "comment", "answer") if entry.get(name)}
                for entry in entries
            ],
        },
    }


def _entries(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        lines = path.read_text("utf8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FeedbackError(f"Tilbakemeldingene i «{path}» kan ikke leses. Sjekk at filen finnes.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            yield {**entry, "question": entry["question"]}
        except (ValueError, KeyError, TypeError) as error:
            raise FeedbackError(f"{path.name}, linje {number}: Linjen er ingen tilbakemelding ({error}).") from error
