"""A made collection measured: every contender built over it and asked about it, each in processes of its own."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from time import time
from typing import Any

from eval.bench.made import make_collection

ASKED = 61
"""How many questions are asked at most; the first is the one that waits for everything to be loaded."""
CHILD = (sys.executable, "-m", "eval.bench.child")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a contender cost over a collection of so many passages.

    Seconds (`reading`, and to the first answer from a standing start: `opening`), milliseconds a question (`asking`:
    median and 95th percentile), questions a second, bytes. `right` is the share of questions for which what was
    found first holds the right number in the right document.
    """

    contender: str
    passages: int
    reading: float
    reading_cpu: float
    disk: float
    opening: float
    asking: tuple[float, float]
    asking_cpu: tuple[float, float]
    throughput: float
    right: float
    memory: float


def measure(passages: int, contenders: Sequence[str], folder: Path) -> list[Measured]:
    """Make a collection of so many passages in an empty folder, and measure these contenders over it."""
    questions = make_collection(folder / "documents", passages)
    chosen = Random(1).sample(questions, min(ASKED, len(questions)))  # noqa: S311 — nothing secret
    asked = folder / "questions.json"
    asked.write_text(json.dumps([asdict(question) for question in chosen]), "utf8")
    return [_measured(name, passages, folder, asked) for name in contenders]


def _measured(name: str, passages: int, folder: Path, questions: Path) -> Measured:
    place = folder / name
    built = _child(name, "build", str(folder / "documents"), str(place))
    found = _child(name, "ask", str(place), str(questions), str(time()))
    asking, asking_cpu = (spread(found.pop(times)) for times in ("walls", "cpus"))
    return Measured(contender=name, passages=passages, asking=asking, asking_cpu=asking_cpu, **built, **found)


def _child(*arguments: str) -> dict[str, Any]:
    done = subprocess.run([*CHILD, *arguments], check=True, capture_output=True, text=True)  # noqa: S603 — our own
    return dict(json.loads(done.stdout.splitlines()[-1]))


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2], ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
