"""What is measured is there: a small made collection is built and asked by every contender, kept and plotted."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from eval.bench.__main__ import main
from eval.bench.contenders import CONTENDERS
from eval.bench.measure import Measured, spread
from eval.bench.plots import growth
from eval.bench.results import HEAD, merged, read_results, table, write_results

ROW = Measured("Kildesvar", 1000, 1.0, 2.0, 4e6, 0.5, (10.0, 20.0), (9.0, 18.0), 80.0, 0.9, 2e8)


@pytest.mark.parametrize("names", [("Kildesvar", "bm25s"), pytest.param(tuple(CONTENDERS), marks=pytest.mark.long)])
def test_a_small_collection_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: Sequence[str]
) -> None:
    """Most questions are answered with the right figure; everyone has every measure, and is plotted."""
    main([240], tmp_path, names)
    rows = read_results(tmp_path / "results.json")
    assert [row.contender for row in rows] == list(names)
    for row in rows:
        measures = (row.reading, row.reading_cpu, row.disk, row.opening, *row.asking, row.throughput, row.memory)
        assert min(measures) > 0
    assert rows[0].right >= 0.6
    printed = capsys.readouterr().out
    assert all(f"| {name} |" in printed for name in names)
    assert ElementTree.fromstring((tmp_path / "growth.svg").read_text("utf8")).tag.endswith("svg")


def test_what_is_measured_again_takes_the_place_of_what_was() -> None:
    """Other sizes and other contenders stay, in order."""
    peer = replace(ROW, contender="bm25s")
    again = replace(ROW, reading=7.0)
    large = replace(ROW, passages=10_000)
    assert merged([large, peer, ROW], [again]) == [again, peer, large]


def test_a_table_has_a_ratio_for_everyone() -> None:
    """What a question costs beside Kildesvar's own."""
    lines = table([ROW, replace(ROW, contender="txtai", asking_cpu=(22.5, 30.0))]).splitlines()
    assert {line.count(" | ") for line in lines} == {len(HEAD) - 1}
    assert lines[3].endswith("| 2.50 |")


def test_what_was_not_measured_is_not_plotted() -> None:
    """Nor does it move the axes."""
    plotted = growth([ROW, replace(ROW, passages=620_000, disk=0.0)])
    assert plotted.count("<circle") == 7


def test_results_are_kept_as_they_are(tmp_path: Path) -> None:
    """Row by row; where there are none, there are none."""
    path = tmp_path / "results.json"
    assert read_results(path) == []
    write_results(path, [ROW])
    assert read_results(path) == [ROW]


def test_spread_is_the_median_and_the_95th_percentile() -> None:
    """Of a hundred values, the middle one and the 96th in order."""
    assert spread([float(value) for value in range(100, 0, -1)]) == (51.0, 96.0)
