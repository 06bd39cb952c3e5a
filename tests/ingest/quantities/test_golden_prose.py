"""Quantities in the prose of the real documents against what a person read there."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.document import Figure, Span
from ingest.quantities.model import Measure, Period
from ingest.read import read_document

GOLDEN = Path(__file__).parents[2] / "golden" / "quantities" / "real.json"
FIELDS = ("value", "scale", "unit", "measure", "approximate", "period")
NOT_JUDGED = object()
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Fact = dict[str, Any]
Place = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of comparing: the places that only one side has, and those of both where a field differs."""

    missing: tuple[Place, ...]
    spurious: tuple[Place, ...]
    differing: tuple[str, ...]
    matched: int

    @property
    def recall(self) -> float:
        """The part of the golden quantities that was found."""
        return self.matched / (self.matched + len(self.missing))

    @property
    def precision(self) -> float:
        """The part of what was found that is golden."""
        return self.matched / (self.matched + len(self.spurious))

    @property
    def fields(self) -> float:
        """The part of the matched quantities with every field right."""
        return 1 - len(self.differing) / self.matched


def stretches() -> list[Fact]:
    """The golden file."""
    loaded: list[Fact] = json.loads(GOLDEN.read_text("utf8"))
    return loaded


def place(document: str, line: int, text: str) -> Place:
    """Where a quantity stands, a plus sign and the case of letters apart."""
    return document, line, re.sub(r"\s+", " ", text).lstrip("+").lower()


def as_fact(figure: Figure) -> Fact:
    """A figure in the form of the golden file."""
    period = figure.period
    days = [day.isoformat() if day else None for day in (period.start, period.end)] if period else None
    return {
        "value": str(figure.value),
        "scale": figure.scale,
        "unit": figure.unit,
        "measure": str(figure.measure),
        "approximate": figure.approximate,
        "period": days,
    }


def accepted(fact: Fact, name: str) -> list[Any]:
    """Every reading of a field that is right; none where the field is not judged."""
    if name not in fact:
        return [NOT_JUDGED]
    return [fact[name], *fact.get("or", {}).get(name, [])]


def is_right(name: str, read: Any, right: Sequence[Any]) -> bool:
    """Whether a field as read is one of the right readings."""
    if NOT_JUDGED in right:
        return True
    if name == "value":
        return any(Decimal(read) == Decimal(value) for value in right)
    if name == "unit":
        return str(read).lower() in {str(unit).lower() for unit in right}
    return read in right


def wrong_fields(fact: Fact, read: Fact) -> list[str]:
    """The fields that are not right, with what was read and what would be right."""
    return [
        f"{name} {read[name]!r}, not {accepted(fact, name)!r}"
        for name in FIELDS
        if not is_right(name, read[name], accepted(fact, name))
    ]


def compare(golden: Iterable[Fact], figures: Mapping[str, Iterable[Figure]]) -> Outcome:
    """Compare golden stretches with the figures of each document, given in the order of their places."""
    facts: dict[Place, list[Fact]] = defaultdict(list)
    read: dict[Place, list[Fact]] = defaultdict(list)
    for stretch in golden:
        document = stretch["document"]
        for fact in stretch["quantities"]:
            facts[place(document, fact["line"], fact["text"])].append(fact)
        for figure in figures.get(document, ()):
            line = figure.spans[0].line
            if stretch["first"] <= line <= stretch["last"]:
                read[place(document, line, figure.text)].append(as_fact(figure))
    counted = Counter({where: len(found) for where, found in facts.items()})
    seen = Counter({where: len(found) for where, found in read.items()})
    pairs = [(where, *pair) for where in facts for pair in zip(facts[where], read.get(where, ()), strict=False)]
    wrong = [(where, wrong_fields(fact, got)) for where, fact, got in pairs]
    return Outcome(
        missing=tuple((counted - seen).elements()),
        spurious=tuple((seen - counted).elements()),
        differing=tuple(f"{where}: {'; '.join(fields)}" for where, fields in wrong if fields),
        matched=len(pairs),
    )


def prose(figures: Iterable[Figure]) -> list[Figure]:
    """The quantities outside tables, in the order of the text."""
    kept = [figure for figure in figures if figure.table is None and figure.measure != Measure.DATE]
    return sorted(kept, key=lambda figure: figure.spans[0])


@cache
def outcome(folder: Path) -> Outcome:
    """The real documents of a folder, read as they always are, against the golden file."""
    golden = stretches()
    names = sorted({stretch["document"] for stretch in golden})
    return compare(golden, {name: prose(read_document((folder / name).read_bytes(), name).figures) for name in names})


@pytest.mark.real
def test_every_quantity_is_found(real_documents: Path) -> None:
    """At least 99 of 100 quantities that a person found are found."""
    result = outcome(real_documents)
    assert result.recall >= 0.99, "\n".join(map(str, result.missing))


@pytest.mark.real
def test_nothing_else_is_taken_for_a_quantity(real_documents: Path) -> None:
    """At least 99 of 100 numbers taken for quantities are quantities."""
    result = outcome(real_documents)
    assert result.precision >= 0.99, "\n".join(map(str, result.spurious))


@pytest.mark.real
def test_fields_are_right(real_documents: Path) -> None:
    """At least 95 of 100 quantities have the right value, scale, unit, measure, approximation and period."""
    result = outcome(real_documents)
    assert result.fields >= 0.95, "\n".join(result.differing)


def test_golden_file_is_large_enough() -> None:
    """The golden truth covers at least 300 lines, both documents and every measure of prose."""
    golden = stretches()
    assert len({stretch["document"] for stretch in golden}) == 2
    assert len({(stretch["document"], fact["line"]) for stretch in golden for fact in stretch["quantities"]}) >= 300
    measures = {fact["measure"] for stretch in golden for fact in stretch["quantities"]}
    assert measures == {"level", "change", "share", "duration"}


def test_golden_stretches_do_not_overlap() -> None:
    """Every stretch begins behind the one before, and its quantities stand in it in the order of their lines."""
    before: dict[str, int] = {}
    for stretch in stretches():
        assert before.get(stretch["document"], 0) < stretch["first"] <= stretch["last"]
        before[stretch["document"]] = stretch["last"]
        lines = [fact["line"] for fact in stretch["quantities"]]
        assert lines == sorted(lines)
        assert all(stretch["first"] <= line <= stretch["last"] for line in lines)


def test_golden_facts_are_well_formed() -> None:
    """Every fact has its fields and no others, and a number in digits has the value it is printed with."""
    for fact in (fact for stretch in stretches() for fact in stretch["quantities"]):
        assert {"line", "text", *FIELDS} - {"period"} <= fact.keys() <= {"line", "text", *FIELDS, "or"}, fact
        assert fact["scale"] in (1, 1_000, 1_000_000, 1_000_000_000), fact
        assert fact.get("or", {}).keys() <= fact.keys(), fact
        periods = [period for period in accepted(fact, "period") if isinstance(period, list)]
        assert all(day is None or DAY.fullmatch(day) for period in periods for day in period), fact
        if re.fullmatch(r"[\d ,.-]+", fact["text"]):
            assert Decimal(fact["text"].replace(" ", "").replace(",", ".")) == Decimal(fact["value"]), fact


def an_invented_figure(text: str, unit: str | None) -> Figure:
    """A figure of 2023 on line 4 of a document that does not exist."""
    year = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")
    spans = (Span(4, 0, len(text)),)
    value = Decimal(text.replace(" ", ""))
    return Figure("f0", text, value, 1, unit, year, Measure.LEVEL, False, "", (), 1, spans, "p0", 0)


def test_comparing_tells_missing_spurious_and_differing() -> None:
    """A quantity only one side has is missing or spurious, and one with another unit is matched but wrong."""
    days = ["2023-01-01", "2023-12-31"]
    level = {"line": 4, "scale": 1, "measure": "level", "approximate": False, "period": days}
    facts = [
        {**level, "text": "1 200", "value": "1200", "unit": "saker"},
        {**level, "text": "7", "value": "7", "unit": "klager"},
        {**level, "text": "15", "value": "15", "unit": "klager", "or": {"unit": [None]}},
    ]
    golden = [{"document": "x.txt", "first": 3, "last": 5, "quantities": facts}]
    figures = [an_invented_figure("1 200", "klager"), an_invented_figure("8", "klager"), an_invented_figure("15", None)]
    result = compare(golden, {"x.txt": figures})
    assert result.missing == (("x.txt", 4, "7"),)
    assert result.spurious == (("x.txt", 4, "8"),)
    assert (result.matched, len(result.differing)) == (2, 1)
    assert (result.recall, result.fields) == (2 / 3, 0.5)
