"""Content streams: operations and their values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.pdf_content import operations


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"BT /F1 12 Tf (a) Tj ET", [(b"BT", []), (b"Tf", ["/F1", 12.0]), (b"Tj", [b"a"])]),
        (b"[(a) -250 (b)]TJ", [(b"TJ", [[b"a", -250.0, b"b"]])]),
        (b"(a\\(b\\)\\\\\\101\\n) Tj", [(b"Tj", [b"a(b)\\A\n"])]),
        (b"(a (nested) b) Tj", [(b"Tj", [b"a (nested) b"])]),
        (b"<48 656C6> Tj", [(b"Tj", [b"Hel`"])]),
        (b"10 20 m 30 40 l S 1 0 0 1 5 6 Tm", [(b"Tm", [1.0, 0.0, 0.0, 1.0, 5.0, 6.0])]),
        (b"1 1 1 rg 0 0 10 10 re f q", [(b"q", [])]),
        (b"% (comment) Tj\n-.5 Tc", [(b"Tc", [-0.5])]),
        (b"BI /W 1 ID \x00(Tj EI q", [(b"BI", []), (b"q", [])]),
        (b"--5 1.2.3 Td", [(b"Td", [-5.0, 1.2])]),
        (b"/A#42 Do", [(b"Do", ["/AB"])]),
        (b"(never closed", []),
    ],
)
def test_operations(data: bytes, expected: list[tuple[bytes, list[object]]]) -> None:
    """Wanted operators come with their operands; drawing, comments and broken ends are stepped over."""
    assert [operation for operation in operations(data) if operation[0] != b"ET"] == expected


@given(st.binary(max_size=200))
def test_any_bytes_are_stepped_through(data: bytes) -> None:
    """Nothing in a stream makes the reader fail or go on forever."""
    assert sum(1 for _ in operations(data)) <= len(data)


@given(st.binary(max_size=60))
def test_any_string_survives_escaping(text: bytes) -> None:
    """A string written with escapes is read back byte by byte."""
    escaped = b"".join(b"\\%03o" % byte if byte in b"()\\\r\n" else bytes((byte,)) for byte in text)
    assert list(operations(b"(" + escaped + b") Tj")) == [(b"Tj", [text])]
