"""The guarded measures: by how much each may fall."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

WORSE_WHEN_HIGHER = ("false refusal",)
"""Measures of which less is better."""


def guards_for(name: str) -> dict[str, float]:
    """The margin of every guarded measure of a question set; none for a set that has no guards."""
    data = tomllib.loads(files("eval.comparing").joinpath("guards.toml").read_text("utf8"))
    return parse_guards(data.get(name, {}), name)


def parse_guards(margins: Mapping[str, object], name: str) -> dict[str, float]:
    """Margins, checked. Raises ValueError, naming set and measure, when one is no share."""
    checked = {}
    for measure, margin in margins.items():
        if not isinstance(margin, int | float) or not 0 <= margin < 1:
            msg = f"guards.toml, [{name}] «{measure}»: {margin!r} is no share from 0 to 1; write e.g. 0.03"
            raise ValueError(msg)
        checked[measure] = float(margin)
    return checked


def gain(measure: str, after: float, before: float) -> float:
    """How much better a measure has become; negative when it is worse."""
    return before - after if measure.rpartition(" / ")[2] in WORSE_WHEN_HIGHER else after - before
