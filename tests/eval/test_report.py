"""The report is one file that opens without a network, with every part filled."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from eval.comparing.baseline import as_json
from eval.measuring.refusal import auroc, calibration, calibration_error, roc
from eval.measuring.scored import Scored
from eval.peers.run import peer_scores
from eval.report.page import report_page
from eval.report.worst import number, worst
from eval.run import Record, in_process, run
from eval.runs.fingerprint import fingerprint_of
from eval.runs.folder import Run, SetRun, write_run
from eval.sets import QuestionSet
from retrieval.engine import Engine

VOID = {"meta", "br", "circle", "line", "rect", "polyline"}


class Balance(HTMLParser):
    """Checks that every element that is opened is closed again, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Remember what was opened."""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """What is closed is what was opened last."""
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page(engine: Engine, few: QuestionSet, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report on a few questions, two runs old, beside a baseline that was better."""
    runs = tmp_path_factory.mktemp("runs")
    records = tuple(run(few.items, in_process(engine.answerer()), few.sources))
    peers = peer_scores(few.items, few.sources, engine.answerer().index, engine.encoder)
    made = Run("første", fingerprint_of(engine), (SetRun(few.name, few.sources, records, peers),), whole=False)
    write_run(runs, made)
    folder = write_run(runs, replace(made, name="andre"))
    better = [replace(one, values=dict.fromkeys(one.values, 1.0)) for one in made.sets[0].scored()]
    (runs / f"{few.name}.json").write_text(as_json(better, {}, few.name), "utf8")
    return report_page(folder, runs, runs)


def test_the_page_is_whole(page: str) -> None:
    """Every element is closed, and no number is missing from a plot."""
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    assert "nan" not in re.sub(r">[^<]*<", "><", page)


def test_nothing_is_fetched(page: str) -> None:
    """No address but those inside the page, and no program."""
    assert not re.search(r"(src|href)=\"(?!#)", page)
    assert not re.search(r"url\(|@import|<script|http", page)


@pytest.mark.parametrize(
    "said",
    ["Siden grunnlinjen", "har falt for langt", "Etter slag og språk", "Hvert felt i tallet", "AUROC", "Kalibrering",
     "BM25", "millisekunder", "De verste spørsmålene", "Ønsket", "fikk poeng for", "terskel", "Alle"],
)  # fmt: skip
def test_every_part_is_there(page: str, said: str) -> None:
    """And filled."""
    assert said in page


def test_the_history_has_a_line_for_each_measure(page: str) -> None:
    """Over both runs."""
    assert len(re.findall(r'<polyline class="line s\d" points="[\d.,-]+ [\d.,-]+"', page)) == 4


def test_the_worst_questions_are_the_surest_that_failed(engine: Engine, few: QuestionSet) -> None:
    """None that succeeded is among them."""
    records: list[Record] = list(run(few.items, in_process(engine.answerer()), few.sources))
    questions = SetRun(few.name, few.sources, tuple(records), {}).scored()
    found = [one for _, one in worst(records, questions)]
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)
    failed = {one.key for one in questions if one.values.get("cited@1", one.values.get("passage@1")) == 0}
    assert failed <= {one.key for one in found}
    assert not {one.key for one in questions if one.values.get("cited@1") == 1} & {one.key for one in found}


@pytest.mark.parametrize(
    ("value", "shown"), [(67315.0, "67 315"), (7.4, "7,4"), (-3.0, "-3"), (62220000000.0, "62 220 000 000")]
)
def test_numbers_are_shown_the_norwegian_way(value: float, shown: str) -> None:
    """Groups of three apart, a decimal comma."""
    assert number(value).replace("\u00a0", " ") == shown


def asked(confidence: float, *, answerable: bool, right: bool = True) -> Scored:
    """A question answered with so much confidence."""
    values = {"passage@1": float(right), "false refusal": 0.0} if answerable else {"refused": 0.0}
    return Scored("q", "q", "", "", ("fact",), values, answerable, True, confidence, 1.0)


def test_the_curve_and_its_area() -> None:
    """Worked out by hand: of four pairs, three are in the right order."""
    questions = [asked(c, answerable=a) for c, a in ((0.9, True), (0.6, False), (0.4, True), (0.1, False))]
    curve = [(point.answered_wrongly, point.answered_rightly) for point in roc(questions)]
    assert curve == [(0.0, 0.0), (0.0, 0.5), (0.5, 0.5), (0.5, 1.0), (1.0, 1.0)]
    assert auroc(np.array([0.9, 0.6, 0.4, 0.1]), np.array([True, False, True, False])) == 0.75
    assert roc(questions[:1]) == []


def test_calibration_is_how_far_sureness_is_from_rightness() -> None:
    """Half sure and half right is well calibrated; quite sure and never right is not."""
    half = [asked(0.5, answerable=True, right=right) for right in (True, False)]
    assert calibration_error(calibration(half)) == 0.0
    assert calibration_error(calibration([asked(0.9, answerable=True, right=False)])) == pytest.approx(0.9)
