"""The Norwegian words that what was read is shown with: kinds, measures, numbers, units, periods, places."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ingest.document import BlockKind, PageState
from ingest.quantities.model import Measure, Period

BLOCKS = {
    BlockKind.HEADING: "overskrift",
    BlockKind.PARAGRAPH: "avsnitt",
    BlockKind.LIST_ITEM: "listepunkt",
    BlockKind.CAPTION: "tabelltekst",
    BlockKind.GRID: "tabell",
    BlockKind.FOOTNOTE: "fotnote",
    BlockKind.FURNITURE: "topp- eller bunntekst",
    BlockKind.CONTENTS: "innholdsfortegnelse",
}
MEASURES = {
    Measure.LEVEL: "nivå",
    Measure.CHANGE: "endring",
    Measure.SHARE: "andel",
    Measure.DATE: "dato",
    Measure.DURATION: "varighet",
}
STATES = {
    PageState.TEXT: "tekst",
    PageState.PICTURES: "bare bilder",
    PageState.EMPTY: "tom",
    PageState.DAMAGED: "skadet",
}
PATH = " › "
_LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"}
_SCALES = {1000: "tusen", 1_000_000: "mill.", 1_000_000_000: "mrd."}


def language_name(code: str) -> str:
    """A language by its name, or its code where it has none here."""
    return _LANGUAGES.get(code, code)


def path_text(path: Sequence[str]) -> str:
    """A path of headings or labels, outermost first."""
    return PATH.join(path)


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: «1 tabell», «1 048 tall»."""
    return f"{number:,} {one if number == 1 else many}".replace(",", " ")


def value_text(value: Decimal, measure: Measure) -> str:
    """A value as Norwegians write it: groups of three, a decimal comma; a year is never grouped."""
    if measure is Measure.DATE:
        return f"{value:f}"
    return f"{value:,f}".replace(",", " ").replace(".", ",")


def unit_text(unit: str | None, scale: int) -> str:
    """A unit with what the document multiplies by: «tusen kroner», «prosent», «»."""
    words = [] if scale == 1 else [_SCALES.get(scale, f"× {scale}")]
    return " ".join([*words, unit] if unit else words)


def period_text(period: Period | None) -> str:
    """A period in the words it is shown as."""
    return period.text if period else ""


def period_ends(period: Period) -> str:
    """A period's first and last day as ISO dates: «2024-01-01/2024-12-31», «…/2024-12-31», «2024-12-31»."""
    if period.start == period.end:
        return _day(period.end)
    return f"{_day(period.start)}/{_day(period.end)}"


def sure_text(confidence: float) -> str:
    """A confidence with two decimals: «0,80»."""
    return f"{confidence:.2f}".replace(".", ",")


def lines_text(lines: Sequence[int]) -> str:
    """The lines something stands in: «470» or «470–490»."""
    if not lines:
        return ""
    first, last = min(lines), max(lines)
    return str(first) if first == last else f"{first}–{last}"


def page_text(number: int, label: str | None) -> str:
    """A page with the number printed on it where that is another one: «side 12 (trykt 10)»."""
    printed = f" (trykt {label})" if label is not None and label != str(number) else ""
    return f"side {number}{printed}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "…"
