"""Collections of any size made from templates: annual reports of agencies there never were, with questions.

The same seed gives the same collection. Documents are plain texts with form feeds, as a tool writes them that extracts
text from PDF, so that ingestion has all its work to do: pages, headings, lists, tables, figures.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from random import Random
from textwrap import fill
from typing import Any

PASSAGES = 81
"""How many passages a document comes to, on the average."""
IN_A_FOLDER = 500
WIDTH = 105
THINGS, PLACES, ROWS = 8, 6, 5
"""How many things and places a document is about, and how many rows a table has."""

FIRST = 1
"""The number of the first chapter, and of the thing it is about, which is asked for."""


@dataclass(frozen=True, slots=True)
class MadeQuestion:
    """A question that one document answers: in which file, and with which value."""

    question: str
    source: str
    value: int


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(files("eval.bench").joinpath("made.toml").read_text("utf8"))


def documents_for(passages: int) -> int:
    """How many documents hold so many passages."""
    return max(1, round(passages / PASSAGES))


def make_collection(folder: Path, passages: int, seed: int = 1) -> list[MadeQuestion]:
    """Write the documents of a collection of so many passages; returns a question about each."""
    questions = []
    for number in range(documents_for(passages)):
        made = Report(number, seed)
        path = folder / f"{number // IN_A_FOLDER:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, "utf8")
        questions.append(MadeQuestion(made.question, path.relative_to(folder).as_posix(), made.value))
    return questions


class Report:
    """One made-up annual report. `value` answers `question`."""

    def __init__(self, number: int, seed: int) -> None:
        self._random = Random(f"{seed}:{number}")  # noqa: S311 — nothing secret
        words = _words()
        years = words["years"]
        names = _agencies()
        self._agency = names[number // len(years) % len(names)]
        self._year = years[number % len(years)]
        own = Random(f"{seed}:{number // len(years)}")  # noqa: S311 — an agency is about the same from year to year
        self._things = own.sample(_compounds("things"), THINGS)
        self._places = own.sample(_compounds("places"), PLACES)
        self._tables = 0
        self._keys = [self._key(thing) for thing in self._things]
        self.value = self._keys[FIRST][1]
        self.question = self._filled(words["question"], things=self._things[FIRST])
        self.text = "\f".join(self._chapters())

    def _chapters(self) -> Iterator[str]:
        """A page each: its heading, its sections with paragraphs, a list or a table."""
        words = _words()
        yield f"Årsrapport {self._year} for {self._agency}\n"
        for at, chapter in enumerate(words["chapters"], FIRST):
            parts = [f"{at} {chapter}", self._paragraph(self._keys[at][0])]
            for below, heading in enumerate(self._random.sample(words["sections"], 2), 1):
                parts += [f"{at}.{below} {self._filled(heading)}"]
                parts += [self._paragraph("") for _ in range(2)]
                parts.append(self._list() if self._random.random() < 0.3 else self._table())
            yield "\n\n".join(parts) + "\n"

    def _key(self, thing: str) -> tuple[str, int]:
        value = self._random.randint(120, 90_000)
        return self._filled(_words()["key"], things=thing, number=grouped(value)), value

    def _paragraph(self, first: str) -> str:
        chosen = [self._filled(text) for text in self._random.sample(_words()["sentences"], 3)]
        return fill(" ".join([first, *chosen]).strip(), WIDTH)

    def _list(self) -> str:
        chosen = self._random.sample(_words()["items"], 3)
        return "\n".join([f"{self._agency} skal:", *(f"- {self._filled(text)}" for text in chosen)])

    def _table(self) -> str:
        self._tables += 1
        caption = self._filled(self._random.choice(_words()["captions"]), at=str(self._tables))
        rows = [f"{place} {self._number()} {self._number()}" for place in self._places[:ROWS]]
        return "\n\n".join([caption, "\n\n".join([f"Region {self._year - 1} {self._year}", *rows])])

    def _number(self) -> str:
        return grouped(self._random.randint(20, 9_999))

    def _filled(self, text: str, **given: str) -> str:
        things, other = self._random.sample(self._things, 2)
        place, place2 = self._random.sample(self._places, 2)
        things = given.get("things", things)
        slots = {
            "agency": self._agency,
            "things": things,
            "Things": things.capitalize(),
            "other": other,
            "place": place,
            "place2": place2,
            "person": self._random.choice(_words()["people"]),
            "year": str(self._year),
            "previous": str(self._year - 1),
            "number": self._number(),
            "before": self._number(),
            "percent": f"{self._random.randint(11, 99)},{self._random.randint(1, 9)}",
            "amount": f"{self._random.randint(2, 900)},{self._random.randint(1, 9)}",
            "days": str(self._random.randint(12, 180)),
            "less": str(self._random.randint(2, 11)),
        }
        return text.format(**{**slots, **given})


@lru_cache(maxsize=2)
def _compounds(name: str) -> Sequence[str]:
    parts = _words()[name]
    return tuple(first + last for first, last in product(parts["first"], parts["last"]))


@lru_cache(maxsize=1)
def _agencies() -> Sequence[str]:
    """More agencies than any collection needs: «Fjæretilsynet», then «Fjæretilsynet i Askvik»."""
    parts = _words()["agencies"]
    plain = [first + last for last, first in product(parts["last"], parts["first"])]
    return (*plain, *(f"{name} i {place}" for place, name in product(_compounds("places"), plain)))


def grouped(number: int) -> str:
    """A whole number with its thousands apart, as it is printed."""
    return f"{number:,}".replace(",", " ")
