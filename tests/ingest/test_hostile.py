"""Files made to do harm: each is read or named in plain words, within its limits, and the rest goes on."""

import io
import zlib
from pathlib import Path
from time import process_time

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.limited import FileToRead, Limits, read_files
from ingest.limited.reading import whole
from ingest.read import read_document
from ingest.readers.harmless import MARK, harmless
from ingest.readers.text import LONGEST_LINE

LIMITS = Limits(memory=1_000_000_000, seconds=20.0, seconds_a_megabyte=0.0)
HARMLESS = "Lostjenesten hadde 12 oppdrag i 2024.\n"


def pdf_of(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a cross-reference table that is right."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start))
    return out.getvalue()


def one_page(content: bytes, *more: bytes, resources: bytes = b"<< >>") -> bytes:
    """A PDF with one page, its content stream given as an object; other objects are numbered from 5."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % resources
    kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", kids, page, content, *more)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def bomb(size: int, layers: int = 1) -> bytes:
    """A content stream of that many bytes, packed as often as that."""
    data = b"q " * (size // 2)
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return one_page(stream(data, b"/Filter [%s]" % (b"/FlateDecode " * layers)))


def many_pages(count: int) -> bytes:
    """So many empty pages, in one flat list."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    root = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", root, *[page] * count)


def drawn(*lines: str) -> bytes:
    """A PDF of lines."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for row, line in enumerate(lines):
        canvas.drawString(72, 760 - 20 * row, line)
    canvas.save()
    return out.getvalue()


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R /B 5 0 R >> >>"
TEXT_ON_PAGE = drawn("Lostjenesten hadde 12 oppdrag i 2024.")
HOSTILE: dict[str, bytes] = {
    "bombe.pdf": bomb(100_000_000),
    "bombe i bombe.pdf": bomb(50_000_000, 2),
    "selvtegnende skjema.pdf": one_page(
        stream(b"/A Do"), stream(b"/A Do /B Do", FORM), resources=b"<< /XObject << /A 5 0 R >> >>"
    ),
    "side som er sin egen forelder.pdf": pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
    ),
    "sirkel av henvisninger.pdf": pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", b"3 0 R", b"2 0 R"),
    "ti tusen sider.pdf": many_pages(10_000),
    "løgn om antall.pdf": pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 2000000000 >>"
    ),
    "dyp nøsting.pdf": one_page(b"[" * 100_000 + b"]" * 100_000),
    "dype parenteser.pdf": one_page(stream(b"BT " + b"(" * 500_000 + b" Tj")),
    "ødelagt xref.pdf": TEXT_ON_PAGE.replace(b"xref", b"xxxx"),
    "xref som viser til seg selv.pdf": TEXT_ON_PAGE.replace(b"/Size", b"/Prev 0 /Size"),
    "halv fil.pdf": TEXT_ON_PAGE[: len(TEXT_ON_PAGE) // 2],
    "tall uten ende.pdf": one_page(stream(b"BT " + b"9" * 2_000_000 + b" Td (a) Tj ET")),
    "femti megabyte på en linje.txt": b"ord " * 12_500_000,
    "et eneste ord.txt": b"a" * LONGEST_LINE,
    "latin-1.txt": "Årsrapport på norsk".encode("latin-1"),
    "utf-16.txt": "Årsrapport".encode("utf-16"),
    "binær.txt": bytes(range(256)) * 100,
    "bare styretegn.txt": b"\x1b[2J\x07" * 1000,
    "bare kombinerende tegn.txt": ("a" + "\u0301" * 40_000).encode(),
    "bare linjeskift.txt": b"a" + b"\n" * 400_000 + b"b",
    "bare tabulatorer.txt": b"\t" * 40_000 + b"a",
    "bare romertall.txt": b"MDCLXVI " * 5_000,
    "bare streker.txt": ("–" * 40_000).encode(),
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document | UnreadableFileError]:
    """What came of all of them, read together with a harmless file."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in {**HOSTILE, "ufarlig.txt": HARMLESS.encode()}.items():
        (folder / name).write_bytes(data)
    files = [FileToRead(path, path.name, path.stat().st_size) for path in sorted(folder.iterdir())]
    read = read_files(files, whole, LIMITS)
    return {file.source: each if isinstance(each, UnreadableFileError) else each[1] for file, each in read}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_read_or_named(results: dict[str, Document | UnreadableFileError], name: str) -> None:
    """Never a fault of the program's own, never a process that ended without a word."""
    result = results[name]
    if isinstance(result, UnreadableFileError):
        assert result.code not in ("unexpected", "stopped"), result
        assert result.message.endswith(".")
    else:
        assert result.sheet.lines


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ti tusen sider.pdf", "too_many_pages"),
        ("femti megabyte på en linje.txt", "too_large"),
        ("latin-1.txt", "not_utf8"),
        ("utf-16.txt", "not_text"),
        ("binær.txt", "not_text"),
        ("bare styretegn.txt", "not_text"),
    ],
)
def test_what_is_wrong_is_named(results: dict[str, Document | UnreadableFileError], name: str, code: str) -> None:
    """By what is wrong with it, not by what became of the reader."""
    result = results[name]
    assert isinstance(result, UnreadableFileError)
    assert result.code == code


def test_the_rest_goes_on(results: dict[str, Document | UnreadableFileError]) -> None:
    """Whatever stood beside it."""
    result = results["ufarlig.txt"]
    assert isinstance(result, Document)
    assert [str(figure.value) for figure in result.figures if figure.text == "12"] == ["12"]


def test_a_line_too_long_to_be_cited() -> None:
    """It is counted and the remedy named; one character less is read."""
    with pytest.raises(UnreadableFileError, match="linjeskift") as caught:
        read_document(("ord " * LONGEST_LINE).encode(), "fil.txt")
    assert caught.value.code == "long_line"
    assert read_document(("o" * LONGEST_LINE).encode(), "fil.txt").passages


@pytest.mark.parametrize("piece", ["a", "7", "a1", "ab-", ".", "(", "– ", "\u0301", "Å"])
def test_time_grows_with_an_unbroken_word_as_with_its_length(piece: str) -> None:
    """Four times as long a word takes nearer four than sixteen times as long."""
    once, fourfold = (_seconds(piece * (length // len(piece))) for length in (5_000, 20_000))
    assert fourfold < 9 * once + 0.5


def _seconds(text: str) -> float:
    start = process_time()
    read_document(f"{text} slutt\n".encode(), "fil.txt")
    return process_time() - start


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x1b", "\x07", "\x9b"])
def test_what_steers_a_reader_is_shown_as_a_mark(sign: str) -> None:
    """A number is neither turned around nor made of two; places in the line stay."""
    document = read_document(f"Etaten hadde 12{sign}34 ansatte i 2024.\n{HARMLESS * 3}".encode(), "fil.txt")
    assert document.sheet.lines[0].text == f"Etaten hadde 12{MARK}34 ansatte i 2024."
    assert not {figure.text for figure in document.figures} & {"1234", "4321", "3412"}
    assert sign not in "".join(passage.text for passage in document.passages)


def test_ordinary_characters_stay() -> None:
    """Tabs, form feeds, no-break spaces, soft hyphens and letters of all kinds are not touched."""
    text = "Ærlig\ttalt\x0c\u00a0ja\u00ad\u2013 «å»\x85\u2028 漢字 عربى"
    assert harmless(text) == text


def test_a_bomb_costs_no_more_than_it_may(tmp_path: Path) -> None:
    """Memory is bounded by the kernel: what a page unpacks to is named, or the page left out."""
    (tmp_path / "bombe.pdf").write_bytes(bomb(400_000_000))
    file = FileToRead(tmp_path / "bombe.pdf", "bombe.pdf", 1)
    ((_, result),) = read_files([file], whole, Limits(memory=500_000_000, seconds=30))
    assert isinstance(result, UnreadableFileError)
    assert result.code in ("too_large", "too_heavy", "too_slow", "damaged")
