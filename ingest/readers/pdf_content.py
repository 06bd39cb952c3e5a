"""A page's content stream → the operations in it that place text and pictures.

pypdf has a parser for content streams, but it makes an object of every number of every drawn line: a page with a
diagram takes it 60 ms and more. Here drawing operators are stepped over whole, and only operators that matter to
text are given, with plain Python values.
"""

import re
from collections.abc import Callable, Iterator

Operand = float | bytes | str | list["float | bytes | str"]
Operation = tuple[bytes, list[Operand]]

INLINE_IMAGE = b"BI"
_WANTED = frozenset((*b"q Q cm BT Tf Td TD Tm T* Tj TJ ' \" Tc Tw Tz TL Ts Do".split(), INLINE_IMAGE))

_TOKEN = re.compile(
    rb"(?P<numbers>[-+.\d]++(?:\s++[-+.\d]++)*+)(?P<drawing>\s*+(?:re|rg|RG|[mlcvywgGkK])(?=[\s/(<\[%]|\Z))?"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*+)"
    rb"|(?P<operator>[A-Za-z'\"][^\s()<>\[\]{}/%]*+)"
    rb"|(?P<string>\((?:[^()\\]++|\\.)*+\))"
    rb"|(?P<nested>\()"
    rb"|(?P<hex><[0-9A-Fa-f\s]*+>)"
    rb"|(?P<open>\[)|(?P<close>\])"
    rb"|(?P<comment>%[^\r\n]*+)",
    re.DOTALL,
)
_NUMBER = re.compile(rb"-?(?:\d+\.?\d*|\.\d+)")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_INLINE_IMAGE_END = re.compile(rb"\sEI(?=\s|\Z)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\n": b"", b"\r": b""}
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")


def operations(data: bytes) -> Iterator[Operation]:
    """The wanted operations in `data` with their operands, in order. What is broken is stepped over."""
    operands = _Operands()
    position = 0
    while (match := _TOKEN.search(data, position)) is not None:
        position = match.end()
        kind = match.lastgroup
        if kind == "operator":
            operator = match.group()
            values = operands.take()
            if operator in _WANTED:
                yield operator, values
            position = _past_picture_data(operator, data, position)
        elif kind == "drawing":
            operands.take()
        elif kind == "nested":
            position = _end_of_string(data, position)
            operands.add(_literal(data[match.start() : position]))
        else:
            operands.read(str(kind), match.group())


class _Operands:
    """The values that stand before an operator; an array among them is filled until it is closed."""

    def __init__(self) -> None:
        self._values: list[Operand] = []
        self._open: list[Operand] = self._values

    def take(self) -> list[Operand]:
        """The values so far; those of the next operator begin empty."""
        values = self._values
        self._values = self._open = []
        return values

    def add(self, value: Operand) -> None:
        """Add one value."""
        self._open.append(value)

    def read(self, kind: str, raw: bytes) -> None:
        """Add what a token holds."""
        if kind == "numbers":
            self._open.extend(_numbers(raw))
        elif kind == "open":
            self._open = []
            self._values.append(self._open)  # type: ignore[arg-type]
        elif kind == "close":
            self._open = self._values
        elif kind in _VALUES:
            self._open.append(_VALUES[kind](raw))


def _past_picture_data(operator: bytes, data: bytes, position: int) -> int:
    """Where to read on after an operator: past the data of a picture that stands in the stream itself."""
    if operator != INLINE_IMAGE:
        return position
    end = _INLINE_IMAGE_END.search(data, position)
    return end.end() if end else len(data)


def _end_of_string(data: bytes, position: int) -> int:
    """The end of a string with parentheses in it, whose first one stands just before `position`."""
    depth = 1
    for match in _PARENTHESIS.finditer(data, position):
        if match.group() == b"(":
            depth += 1
        elif match.group() == b")":
            depth -= 1
        if depth == 0:
            return match.end()
    return len(data)


def _literal(raw: bytes) -> bytes:
    text = raw[1:-1]
    return _ESCAPE.sub(_unescaped, text) if b"\\" in text else text


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match.group(1)
    if code[:1].isdigit() and code[:1] < b"8":
        return bytes((int(code, 8) & 0xFF,))
    return _ESCAPES.get(code, code)


def _hex(raw: bytes) -> bytes:
    digits = b"".join(raw[1:-1].split()).decode("ascii")
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _name(raw: bytes) -> str:
    return _NAME_ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), raw.decode("latin-1"))


def _numbers(raw: bytes) -> list[float]:
    """The numbers in `raw`; what is no number («--5», «1.2.3») is read as far as it is one, as viewers do."""
    parts = raw.split()
    try:
        return [float(part) for part in parts]
    except ValueError:
        return [_lenient(part) for part in parts]


def _lenient(raw: bytes) -> float:
    found = _NUMBER.search(raw)
    return float(found.group()) if found else 0.0


_VALUES: dict[str, Callable[[bytes], Operand]] = {"string": _literal, "hex": _hex, "name": _name}
