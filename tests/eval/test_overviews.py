"""Golden overviews: read as they are written, marked as they should be, and right over the sample documents."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from eval.items import QuestionSetError
from eval.overviews.golden import GoldenOverview, read_overviews
from eval.overviews.marks import score
from eval.overviews.measuring import golden_of, measured, scores_of
from eval.run import in_process
from eval.sets import overviews_for
from retrieval.engine import Engine
from service.schemas import AskReply
from tests.eval.made_overview import figure, reply
from tests.eval.sample import SAMPLE

REAL = ["000_9fb80f13bab3c38a.txt", "002_c606d3bdfaf28594.txt"]
GOLDEN = """[[overview]]
id = "g"
split = "tune"
question = "vis alle"
source = "rapport"
unit = "kroner"
scale = 1000
columns = ["2023", "2024 [prosent]", "Endring"]
rows = \"\"\"
Nord | 1 234 @7 | 5,5 @7 | = 3
Σ Sum = I alt | - @8 | ? | = ?
\"\"\"
"""


def golden(tmp_path: Path, text: str = GOLDEN) -> GoldenOverview:
    """The one golden overview of a text."""
    path = tmp_path / "golden.toml"
    path.write_text(text, "utf8")
    return read_overviews(path)[0]


SOURCES = {"rapport": "rapport.txt"}


def test_a_right_reply_is_right_in_every_cell(tmp_path: Path) -> None:
    """Values with their scale and unit, empty cells with why, computed ones, totals."""
    got = score(golden(tmp_path), reply(), SOURCES)
    assert (got.right, got.cells, got.whole, got.faults) == (6, 6, True, ())


@pytest.mark.parametrize(
    "wrong",
    [
        figure(1234, "kroner", (7, 7)),
        figure(1_234_000, "dager", (7, 7)),
        figure(1_234_000, "kroner", (8, 9)),
    ],
)
def test_a_wrong_cell_is_seen(tmp_path: Path, wrong: dict[str, object]) -> None:
    """The amount, the unit, the line."""
    got = score(golden(tmp_path), reply(figures=[wrong, figure(5.5, "prosent", (7, 7))]), SOURCES)
    assert (got.right, got.whole) == (5, False)


def test_rows_too_many_are_seen(tmp_path: Path) -> None:
    """Each of their cells counts as wrong."""
    right = reply().model_dump()
    right["overview"]["rows"].append({**right["overview"]["rows"][0], "label": "Ytre"})
    right["overview"]["computed"][0]["cells"].append(None)
    got = score(golden(tmp_path), AskReply.model_validate(right), SOURCES)
    assert (got.right, got.cells, got.whole) == (6, 9, False)


def test_an_overview_where_there_should_be_none_is_wrong(tmp_path: Path) -> None:
    """And no overview is right only where the reply says that nothing was found."""
    refused = golden(tmp_path, '[[overview]]\nid = "g"\nsplit = "keep"\nquestion = "vis alle"\nrefused = true')
    assert not score(refused, reply(), SOURCES).whole
    assert score(refused, reply(overview=None, status="not_found"), SOURCES).whole


@pytest.mark.parametrize(("right", "wrong"), [("1 234 @7", "1 234 @x"), ("| = 3", ""), ('"tune"', '"both"')])
def test_a_golden_overview_of_another_form_is_named(tmp_path: Path, right: str, wrong: str) -> None:
    """A cell that is none, a row of too few cells, an unknown half."""
    with pytest.raises(QuestionSetError, match=r"golden\.toml, «g»"):
        golden(tmp_path, GOLDEN.replace(right, wrong))


def test_there_are_as_many_as_promised() -> None:
    """Twenty over the real documents and ten over the samples at least, about half of them kept aside."""
    for present, least in ((REAL, 20), ([path.name for path in SAMPLE.glob("*.pdf")], 10)):
        (entry,) = overviews_for(present)
        overviews = golden_of(entry)
        assert len(overviews) >= least
        assert 0.4 < sum(each.kept for each in overviews) / len(overviews) < 0.6
        assert len({each.id for each in overviews}) == len(overviews)


def test_overviews_of_the_sample_documents_are_right(engine: Engine) -> None:
    """In as many cells and whole tables as the set's floor says."""
    (entry,) = overviews_for([path.name for path in SAMPLE.glob("*.pdf")])
    scores = list(scores_of(golden_of(entry), in_process(engine.answerer()), entry.sources))
    got = measured(scores)
    faults = [(each.id, each.faults[:3]) for each in scores if not each.whole]
    assert (got.cells >= entry.cells, got.tables >= entry.tables) == (True, True), faults


@pytest.mark.real
def test_every_golden_number_stands_in_its_line(real_documents: Path) -> None:
    """The golden tables hold no number that their documents do not print on the line that is given for it."""
    (entry,) = overviews_for(REAL)
    texts = {name: (real_documents / file).read_text("utf8").split("\n") for name, file in entry.sources.items()}
    assert [fault for overview in golden_of(entry) for fault in _misplaced(overview, texts)] == []


def _misplaced(overview: GoldenOverview, texts: dict[str, list[str]]) -> Iterator[str]:
    for row in overview.rows:
        for cell in row.cells:
            if cell.value is None or cell.place is None or cell.place.line is None:
                continue
            line = texts[cell.place.document][cell.place.line - 1]
            digits = r"[ .,]?".join(re.sub(r"\D", "", str(cell.value)))
            sign = "-" if cell.value < 0 else ""
            if not re.search(rf"(?<!\d){sign}{digits}(?!\d)", line):
                yield f"{overview.id}: {cell.value} line {cell.place.line}"


def test_every_golden_number_of_the_samples_is_true() -> None:
    """It stands in a table of that page, in the truth that the documents were made from."""
    (entry,) = overviews_for([path.name for path in SAMPLE.glob("*.pdf")])
    truths = {name: _numbers_by_page(Path(file).stem) for name, file in entry.sources.items()}
    cells = [cell for each in golden_of(entry) for row in each.rows for cell in row.cells if cell.place and cell.value]
    assert [
        cell for cell in cells if cell.place and cell.value not in truths[cell.place.document][cell.place.page]
    ] == []


def _numbers_by_page(name: str) -> dict[int | None, set[Decimal]]:
    truth = json.loads((SAMPLE.parent / "truth" / f"{name}.json").read_text("utf8"))
    found: dict[int | None, set[Decimal]] = defaultdict(set)
    for table in truth["tables"]:
        for cell in table["cells"]:
            if cell["value"] is not None:
                found[table["rows"][cell["row"]]["pdf_page"]].add(Decimal(cell["value"]))
    return found
