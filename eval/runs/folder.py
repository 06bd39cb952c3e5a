"""A run kept as a folder: the replies as they were scored, the measures, and the fingerprint of what answered.

`fingerprint.json`, `measures.json`, and for each question set `SET.jsonl` (a question, its reply and its marks a line)
and `SET.peers.json` (what plain retrieval did with the same questions).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from eval.items import Item
from eval.measuring.scored import Scored, scored
from eval.measuring.summary import Summary, summary_of
from eval.peers.run import PeerScores
from eval.run import Record
from eval.runs.fingerprint import Fingerprint
from ingest.errors import ToldError
from service.schemas import AskReply

RUNS = Path("runs")
STAMP = "%Y%m%d-%H%M%S"
FINGERPRINT, MEASURES = "fingerprint.json", "measures.json"


class RunNotFoundError(ToldError):
    """There is no such run, or it cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class SetRun:
    """One question set as it was asked. `sources` maps what questions call their documents to file names."""

    name: str
    sources: Mapping[str, str]
    records: tuple[Record, ...]
    peers: PeerScores

    def scored(self) -> list[Scored]:
        """The scores of its questions."""
        return scored(self.records, self.sources)


@dataclass(frozen=True, slots=True)
class Run:
    """A run: what answered, and what it replied to each question set. `whole` is False for a part of the questions."""

    name: str
    fingerprint: Fingerprint
    sets: tuple[SetRun, ...]
    whole: bool


def write_run(runs: Path, run: Run) -> Path:
    """Keep a run in a folder named by the time and its name; returns the folder."""
    folder = _new_folder(runs, f"{datetime.now().astimezone().strftime(STAMP)}-{run.name}")
    head = {"name": run.name, "whole": run.whole, "sources": {entry.name: entry.sources for entry in run.sets}}
    _write(folder / FINGERPRINT, {**head, **run.fingerprint})
    for entry in run.sets:
        lines = (json.dumps(_record(record), ensure_ascii=False) for record in entry.records)
        (folder / f"{entry.name}.jsonl").write_text("\n".join(lines) + "\n", "utf8")
        _write(folder / f"{entry.name}.peers.json", entry.peers)
    _write(folder / MEASURES, {entry.name: _summary(summary_of(entry.scored())) for entry in run.sets})
    return folder


def _new_folder(runs: Path, name: str) -> Path:
    """A folder of that name, or of the next free one: two runs may end in the same second."""
    for number in count(1):
        folder = runs / (name if number == 1 else f"{name}-{number}")
        with suppress(FileExistsError):
            folder.mkdir(parents=True)
            return folder
    raise AssertionError


def read_run(folder: Path) -> Run:
    """A run read back. Raises RunNotFoundError when the folder is none."""
    try:
        head = json.loads((folder / FINGERPRINT).read_text("utf8"))
        sets = tuple(_read_set(folder, name, sources) for name, sources in head.pop("sources").items())
    except (OSError, ValueError, KeyError) as error:
        msg = f"«{folder}» er ingen kjøring som kan leses. Lag en med «kildesvar eval»."
        raise RunNotFoundError(msg) from error
    return Run(head.pop("name"), head, sets, head.pop("whole"))


def find_run(runs: Path, name: str | None) -> Path:
    """A run by its folder, its folder's name or a part of it; the newest when no name is given."""
    if name is not None and (Path(name) / FINGERPRINT).exists():
        return Path(name)
    found = [folder for folder in all_runs(runs) if name is None or name in folder.name]
    if not found:
        sought = f" som heter «{name}»" if name else ""
        raise RunNotFoundError(f"Det finnes ingen kjøring{sought} i «{runs}». Lag en med «kildesvar eval».")
    return found[-1]


def all_runs(runs: Path) -> list[Path]:
    """The folders of all finished runs, oldest first."""
    return sorted(path.parent for path in runs.glob(f"*/{MEASURES}"))


def read_measures(folder: Path) -> dict[str, dict[str, Any]]:
    """The measures of a run as they were written: by question set and name."""
    return dict(json.loads((folder / MEASURES).read_text("utf8")))


def _read_set(folder: Path, name: str, sources: Mapping[str, str]) -> SetRun:
    lines = (folder / f"{name}.jsonl").read_text("utf8").splitlines()
    peers = json.loads((folder / f"{name}.peers.json").read_text("utf8"))
    return SetRun(name, sources, tuple(_records(json.loads(line) for line in lines)), peers)


def _record(record: Record) -> dict[str, object]:
    return {
        "key": record.key,
        "item": record.item.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "number": record.number,
        "marks": record.marks,
        "milliseconds": round(record.milliseconds, 2),
        "reply": record.reply.model_dump(mode="json"),
    }


def _records(lines: Iterable[Mapping[str, Any]]) -> Iterable[Record]:
    for line in lines:
        item = Item.model_validate(line["item"])
        reply = AskReply.model_validate(line["reply"])
        yield Record(item, item.turns[line["number"]], line["number"], reply, line["marks"], line["milliseconds"])


def _summary(summary: Summary) -> dict[str, dict[str, float]]:
    return {
        name: {field: round(value, 4) for field, value in asdict(estimate).items()}
        for name, estimate in summary.items()
    }


def _write(path: Path, value: Mapping[str, object] | Sequence[object]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n", "utf8")
