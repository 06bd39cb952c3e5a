"""Numbers printed with digits: where they stand in a text, and what they are worth.

How a number is read:

- Groups of three after a space («1 234 567»), a full stop («1.234.567», «1.800») or, from two groups on, a comma.
- A comma is a decimal comma («6,3», «14 443,216»), a full stop a decimal point unless exactly three digits follow
  a first part of one to three digits that is not 0: «1.8» is 1,8 and «0.125» is 0,125, but «1.800» is 1800.
- A minus is a hyphen, a dash or a minus sign straight before the digits; parentheses around a whole cell too.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = r"""(?:
    [0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])(?:,[0-9]+)?
  | [1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?
  | [0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])(?:\.[0-9]+)?
  | [0-9]+(?:[.,][0-9]+)?
)"""
_SIGN = r"[-+−–]"
_IN_TEXT = re.compile(
    rf"""
    (?P<sign>(?<![^\s(«"/\x00]){_SIGN})?
    (?<!\w)(?<![^\W\d][-−/:.,])(?<![0-9][./:,])
    (?P<digits>{_DIGITS})
    (?![0-9])(?![.,/:][0-9])
    """,
    re.VERBOSE,
)
_SPACES = re.compile(r"\s+")
_WHOLE = re.compile(rf"(?P<sign>{_SIGN}[ ]?)?(?P<digits>{_DIGITS})", re.VERBOSE)
_PARENTHESES = re.compile(r"\((?P<inner>[^()]+)\)")
_POINT_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?")
_MINUS = frozenset("-−–")


@dataclass(frozen=True, slots=True)
class Token:
    """A number at its place, sign included. `share` tells a part of a whole («tre av fire»), value in percent."""

    start: int
    end: int
    value: Decimal
    digits: bool = True
    share: bool = False


def value_of(digits: str) -> Decimal:
    """The value of digits as printed, groups and decimals told apart by the rules above."""
    digits = digits.replace(" ", "")
    if _POINT_GROUPS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", "."))


def read_digits(text: str) -> list[Token]:
    """Every number printed with digits in even text. A dash between two numbers is a range, not a minus."""
    tokens: list[Token] = []
    for match in _IN_TEXT.finditer(text):
        start, sign = match.start(), match["sign"]
        if sign and tokens and text[tokens[-1].end : start].strip() == "":
            start, sign = match.start("digits"), None
        value = value_of(match["digits"])
        tokens.append(Token(start, match.end(), -value if sign in _MINUS else value))
    return tokens


def parse_number(text: str) -> Decimal | None:
    """The number that a whole cell is, or None. A percent sign behind it is left out of account."""
    even = _SPACES.sub(" ", text.replace("\u00ad", "")).strip()
    even = even.removesuffix("%").rstrip()
    inner = _PARENTHESES.fullmatch(even)
    match = _WHOLE.fullmatch(inner["inner"].strip() if inner else even)
    if not match:
        return None
    value = value_of(match["digits"])
    negative = (match["sign"] or "").strip() in _MINUS or inner is not None
    return -value if negative else value
