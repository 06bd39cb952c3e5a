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
    rb"(?P<path>(?:[-+.\d]+\s+){2,6}(?:re|[mlcvy])(?=[\s/(<\[%]|\Z))"
    rb"|(?P<number>[-+]*(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*+)"
    rb"|(?P<operator>[A-Za-z'\"][^\s()<>\[\]{}/%]*+)"
    rb"|(?P<string>\((?:[^()\\]++|\\.)*+\))"
    rb"|(?P<nested>\()"
    rb"|(?P<hex><[0-9A-Fa-f\s]*+>)"
    rb"|(?P<open>\[)|(?P<close>\])"
    rb"|(?P<comment>%[^\r\n]*+)",
    re.DOTALL,
)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_INLINE_IMAGE_END = re.compile(rb"\sEI(?=\s|\Z)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\n": b"", b"\r": b""}
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")


def operations(data: bytes) -> Iterator[Operation]:
    """The wanted operations in `data` with their operands, in order. What is broken is stepped over."""
    operands: list[Operand] = []
    target: list[Operand] = operands
    position = 0
    while (match := _TOKEN.search(data, position)) is not None:
        position = match.end()
        kind = str(match.lastgroup)
        if kind == "operator":
            operator = match.group()
            if operator in _WANTED:
                yield operator, operands
            position = _past_picture_data(operator, data, position)
            operands = target = []
        elif kind == "open":
            target = []
            operands.append(target)  # type: ignore[arg-type]
        elif kind == "close":
            target = operands
        elif kind == "nested":
            position = _end_of_string(data, position)
            target.append(_literal(data[match.start() : position]))
        elif kind in _VALUES:
            target.append(_VALUES[kind](match.group()))


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


def _number(raw: bytes) -> float:
    return float(b"-" + raw.lstrip(b"+-")) if raw.startswith(b"-") else float(raw.lstrip(b"+"))


_VALUES: dict[str, Callable[[bytes], Operand]] = {"number": _number, "string": _literal, "hex": _hex, "name": _name}
