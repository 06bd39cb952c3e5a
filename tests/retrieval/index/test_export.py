"""What is exported is what was read: the documents can be put together again from it."""

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest.document import Figure, Passage, PassageKind
from ingest.quantities.model import Measure, Period
from ingest.read import read_file
from retrieval.errors import IndexUnusableError
from retrieval.index.export import export
from retrieval.index.open import Index


@pytest.fixture
def exported(index: Index, tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every line of every file."""
    counts = export(index.generation, tmp_path / "ut")
    made = {
        path.stem: [json.loads(line) for line in path.read_text("utf8").splitlines()]
        for path in (tmp_path / "ut").iterdir()
    }
    assert counts == {name: len(lines) for name, lines in made.items()}
    return made


def of(lines: list[dict[str, Any]], document: str) -> list[dict[str, Any]]:
    """The lines of a document, without its id."""
    return [{k: v for k, v in line.items() if k != "document"} for line in lines if line["document"] == document]


def passage(line: dict[str, Any]) -> Passage:
    """A passage as it was read."""
    line |= {"kind": PassageKind(line["kind"]), "section": tuple(line["section"]), "lines": tuple(line["lines"])}
    return Passage(**line)


def fields(figure: Figure) -> dict[str, Any]:
    """What of a figure an index holds: its section, page and place in the reading are those of its passage."""
    kept = asdict(figure)
    for name in ("section", "page", "offset"):
        del kept[name]
    return kept


def figure(line: dict[str, Any]) -> dict[str, Any]:
    """A figure as it was read."""
    period = line["period"]
    if period is not None:
        dates = [date.fromisoformat(period[end]) if period[end] else None for end in ("start", "end")]
        line["period"] = asdict(Period(*dates, period["text"]))
    del line["row_path"], line["column_path"]
    return {
        **line,
        "value": Decimal(line["value"]),
        "measure": Measure(line["measure"]),
        "spans": tuple(line["spans"]),
    }


@pytest.mark.parametrize("source", ["rapport.txt", "brev.txt"])
def test_nothing_that_was_read_is_lost(folder: Path, exported: dict[str, list[dict[str, Any]]], source: str) -> None:
    """Passages, tables, figures and lines, field by field and in order."""
    read = read_file(folder / source, source)
    document = next(line for line in exported["documents"] if line["source"] == source)
    assert (document["id"], document["digest"], document["title"]) == (read.id, read.digest, read.title)
    assert tuple(map(passage, of(exported["passages"], read.id))) == read.passages
    assert list(map(figure, of(exported["figures"], read.id))) == [fields(one) for one in read.figures]
    tables = json.loads(json.dumps([asdict(table) for table in read.tables], default=str))
    assert of(exported["tables"], read.id) == tables
    text = "\n".join(page["text"] for page in of(exported["pages"], read.id))
    assert text == "\n".join(line.text for line in read.sheet.lines)


def test_the_path_of_a_figure_in_a_table(exported: dict[str, list[dict[str, Any]]]) -> None:
    """It can be read without the tables beside it."""
    found = next(line for line in exported["figures"] if line["text"] == "131")
    assert found["row_path"] == ["Drift av fyrlykter"]
    assert found["column_path"][-1] == "2024"


def test_nothing_is_written_over(index: Index, tmp_path: Path) -> None:
    """A folder with something in it is refused; an empty one is taken."""
    (tmp_path / "tom").mkdir()
    export(index.generation, tmp_path / "tom")
    with pytest.raises(IndexUnusableError) as caught:
        export(index.generation, tmp_path / "tom")
    assert caught.value.code == "exists"
