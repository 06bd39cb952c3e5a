"""What became better and worse is told question by question; a fall beyond its margin stops a change."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.comparing.baseline import BaselineError, accept, as_json, of_questions, read_baseline
from eval.comparing.compare import compare
from eval.comparing.guards import guards_for, parse_guards
from eval.measuring.intervals import mean_estimate, paired_p
from eval.measuring.scored import Scored
from eval.runs.folder import Run


def question(key: str, **values: float) -> Scored:
    """A table question as it was scored."""
    marks = {name.replace("_at_", "@"): value for name, value in values.items()}
    return Scored(key, key, f"digest-{key}", f"Spørsmål {key}?", ("figure-table",), marks, True, True, 0.8, 5.0)


BEFORE = [question(f"q{n}", cited_at_1=1.0, figure_at_3=1.0) for n in range(10)]


def test_better_and_worse_are_told_apart() -> None:
    """Each question by the marks that it gained and lost."""
    after = [replace(BEFORE[0], values={"cited@1": 0.0, "figure@3": 1.0}), *BEFORE[1:]]
    found = compare("set", after, of_questions(BEFORE, {}), {})
    (change,) = found.changes
    assert (change.key, change.worse, change.better) == ("q0", ("cited@1",), ())
    (back,) = compare("set", BEFORE, of_questions(after, {}), {}).changes
    assert (back.worse, back.better) == ((), ("cited@1",))


@pytest.mark.parametrize(("margin", "fell"), [(0.1, False), (0.09, True)])
def test_a_fall_is_measured_by_its_margin(margin: float, fell: bool) -> None:
    """One of ten questions lost: just at the margin passes, beyond it does not."""
    after = [replace(BEFORE[0], values={"cited@1": 0.0, "figure@3": 1.0}), *BEFORE[1:]]
    found = compare("set", after, of_questions(BEFORE, {}), {"headline": margin})
    assert bool(found.fallen) == fell


def test_less_false_refusal_is_better() -> None:
    """More of it is a fall, less of it is none."""
    none = [replace(one, values={**one.values, "false refusal": 0.0}) for one in BEFORE]
    all_of_them = [replace(one, values={**one.values, "false refusal": 1.0}) for one in BEFORE]
    margins = {"figure-table / false refusal": 0.1}
    assert compare("set", all_of_them, of_questions(none, {}), margins).fallen
    assert not compare("set", none, of_questions(all_of_them, {}), margins).fallen


def test_questions_that_are_not_the_same_are_not_compared() -> None:
    """New, gone and altered ones are named instead."""
    after = [
        replace(BEFORE[0], digest="another", values={"cited@1": 0.0}),
        *BEFORE[2:],
        question("new", cited_at_1=0.0),
    ]
    found = compare("set", after, of_questions(BEFORE, {}), {})
    assert (found.new, found.gone, found.altered) == (("new",), ("q1",), ("q0",))
    assert found.changes == ()


def test_a_baseline_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Written a question a line, so that a change of it can be read."""
    (tmp_path / "set.json").write_text(as_json(BEFORE, {"code": {"hash": "abc"}}, "set"), "utf8")
    found = read_baseline(tmp_path, "set")
    assert found == of_questions(BEFORE, {"code": {"hash": "abc"}})
    assert sum('"digest"' in line for line in (tmp_path / "set.json").read_text("utf8").splitlines()) == len(BEFORE)
    assert read_baseline(tmp_path, "other") is None


@pytest.mark.parametrize("text", ["{", "[]", '{"code": {}}', '{"code": {}, "questions": {"a": {}}}'])
def test_a_damaged_baseline_is_an_error(tmp_path: Path, text: str) -> None:
    """Never the same as none at all: a guard that reads nothing guards nothing."""
    (tmp_path / "set.json").write_text(text, "utf8")
    with pytest.raises(BaselineError, match=r"set\.json"):
        read_baseline(tmp_path, "set")


def test_part_of_the_questions_is_no_baseline(tmp_path: Path) -> None:
    """What it lacks would never be guarded again."""
    with pytest.raises(BaselineError, match="del av spørsmålene"):
        accept(Run("part", {}, (), whole=False), tmp_path)


@pytest.mark.parametrize("name", ["sample", "real"])
def test_every_guarded_measure_is_in_the_baseline(name: str) -> None:
    """A misspelt guard would guard nothing."""
    path = Path(__file__).parents[2] / "eval" / "baselines" / f"{name}.json"
    measures: dict[str, Any] = json.loads(path.read_text("utf8"))["measures"]
    assert set(guards_for(name)) == set(measures)


@pytest.mark.parametrize("margin", [1, -0.1, "0.1", None])
def test_a_margin_that_is_no_share_is_refused(margin: object) -> None:
    """The set and the measure are named."""
    with pytest.raises(ValueError, match=r"\[s\] «headline»"):
        parse_guards({"headline": margin}, "s")


def test_significance_tells_chance_from_change() -> None:
    """One gain among losses is chance; many gains and no loss are not. The same input gives the same number."""
    assert paired_p([]) == 1.0
    assert paired_p([1.0, -1.0, 1.0, -1.0]) > 0.5
    assert paired_p([1.0] * 12) < 0.01
    assert paired_p([1.0, 1.0, -1.0]) == paired_p([1.0, 1.0, -1.0])


def test_an_interval_holds_its_mean_and_narrows() -> None:
    """With more questions it is narrower; with turns of one conversation it is not."""
    few = {str(n): float(n % 2) for n in range(20)}
    many = {str(n): float(n % 2) for n in range(2000)}
    narrow, wide = mean_estimate(many, {key: key for key in many}), mean_estimate(few, {key: key for key in few})
    assert wide.low < wide.value == 0.5 < wide.high
    assert narrow.high - narrow.low < (wide.high - wide.low) / 4
    together = mean_estimate(many, {key: str(int(key) % 2) for key in many})
    assert (together.low, together.high) == (0.0, 1.0)
