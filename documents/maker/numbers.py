"""What a printed number is worth."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"\(?[+\-–−]? ?\d{1,3}(?:[ \u00a0]\d{3})*(?:[,.]\d+)?\)?|\(?[+\-–−]?\d+(?:[,.]\d+)?\)?")
_MINUS = "-–−("
_UNITS = ("%", "mill. kroner")


def value_of(printed: str) -> Decimal | None:
    """The value of a printed number («-1 204,5», «(310)», «1.8», «80 %», «131,3 mill. kroner»), else None."""
    text = printed.strip()
    for unit in _UNITS:
        text = text.removesuffix(unit).strip()
    if not _NUMBER.fullmatch(text):
        return None
    digits = re.sub(r"[^\d,.]", "", text).replace(",", ".")
    value = Decimal(digits)
    return -value if text[0] in _MINUS else value
