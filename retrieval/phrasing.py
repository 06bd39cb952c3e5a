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
    return amount_in_words(figure.text, figure.scale, figure.unit)


def amount_in_words(text: str, scale: int, unit: str | None) -> str:
    """A number as printed with what it is multiplied with and its unit, which «%» says already."""
    number = " ".join(text.split())
    counted = "" if number.endswith("%") else unit or ""
    return " ".join(part for part in (number, phrases()["scale"].get(str(scale), ""), counted) if part)


def number_in_words(value: Decimal) -> str:
    """A computed number the Norwegian way: groups of three set off by spaces, a decimal comma, no trailing zeros."""
    plain = f"{value.normalize() + 0:f}"  # adding nothing takes the sign off zero
    sign = "−" if plain.startswith("-") else ""
    whole, _, decimals = plain.removeprefix("-").partition(".")
    groups = f"{int(whole):,}".replace(",", " ")
    return f"{sign}{groups},{decimals}" if decimals else f"{sign}{groups}"
