"""One contender built or asked in a process of its own, so that its memory and its start are its own.

`python -m eval.bench.child NAME build DOCUMENTS FOLDER` and `… NAME ask FOLDER QUESTIONS BEGUN`, where QUESTIONS is a
file of JSON and BEGUN the time the process was started at; what was measured is printed as JSON.
"""

import json
import resource
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter, process_time, time

from eval.bench.contender import Ask
from eval.bench.contenders import CONTENDERS
from eval.bench.made import MadeQuestion

AT_A_TIME = 2
"""How many threads ask at a time when it is counted how many questions are answered."""


def build(name: str, documents: Path, folder: Path) -> dict[str, float]:
    """Seconds of wall clock and of processor, of this process and those it started, and bytes on disk."""
    start = perf_counter()
    CONTENDERS[name].build(documents, folder)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "reading": perf_counter() - start,
        "reading_cpu": sum(one.ru_utime + one.ru_stime for one in used),
        "disk": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
    }


def ask(name: str, folder: Path, questions: list[MadeQuestion], begun: float) -> dict[str, object]:
    """Seconds to the first answer, milliseconds for each of the others, the share of right ones, bytes at most.

    `throughput` is how many are answered in a second when they are asked again, from several threads.
    """
    asked = CONTENDERS[name].open(folder)
    right = [_is_right(asked, questions[0])]
    opening = time() - begun
    walls, cpus = [], []
    for question in questions[1:]:
        wall, cpu = perf_counter(), process_time()
        right.append(_is_right(asked, question))
        walls.append((perf_counter() - wall) * 1000)
        cpus.append((process_time() - cpu) * 1000)
    return {
        "opening": opening,
        "walls": walls,
        "cpus": cpus,
        "right": sum(right) / len(right),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "throughput": _throughput(asked, [question.question for question in questions]),
    }


def _is_right(asked: Ask, question: MadeQuestion) -> bool:
    found = asked(question.question)
    return found is not None and found.answers(question)


def _throughput(asked: Ask, questions: list[str]) -> float:
    start = perf_counter()
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        list(pool.map(asked, questions))
    return len(questions) / (perf_counter() - start)


def main(name: str, what: str, *arguments: str) -> None:
    """Do one of the two, and print what was measured."""
    first, second = (Path(argument) for argument in arguments[:2])
    if what == "build":
        found: dict[str, object] = {**build(name, first, second)}
    else:
        questions = [MadeQuestion(**question) for question in json.loads(second.read_text("utf8"))]
        found = ask(name, first, questions, float(arguments[2]))
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
