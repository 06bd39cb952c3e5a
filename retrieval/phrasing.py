"""Figures in words: the number as printed, its scale and its unit."""

import tomllib
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from retrieval.index.records import FigureRecord


@lru_cache(maxsize=1)
def phrases() -> dict[str, dict[str, str]]:
    """The phrases of the package's data file."""
    return tomllib.loads(files("retrieval").joinpath("phrasing.toml").read_text("utf8"))


def figure_in_words(figure: FigureRecord) -> str:
    """«158 539 personer», «1 006 millioner kroner», «86,52 prosent»."""
    scale = phrases()["scale"].get(str(figure.scale), "")
    number = " ".join(figure.text.split())
    unit = figure.unit or ""
    if number.endswith("%"):
        unit = ""
    return " ".join(part for part in (number, scale, unit) if part)


def number_in_words(value: Decimal) -> str:
    """A computed number the Norwegian way: groups of three set off by spaces, a decimal comma, no trailing zeros."""
    plain = f"{value.normalize() + 0:f}"  # adding nothing takes the sign off zero
    sign = "−" if plain.startswith("-") else ""
    whole, _, decimals = plain.removeprefix("-").partition(".")
    groups = f"{int(whole):,}".replace(",", " ")
    return f"{sign}{groups},{decimals}" if decimals else f"{sign}{groups}"
