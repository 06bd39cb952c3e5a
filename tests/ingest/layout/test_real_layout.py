"""The layout of the two real documents: facts by line number."""

import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.document import Block, BlockKind, Layout, Sheet
from ingest.flow import Flow
from ingest.layout import document_kind, document_language, document_year, lay_out
from ingest.readers.text import read_text
from ingest.tables import find_regions

pytestmark = pytest.mark.real


@dataclass(frozen=True, slots=True)
class _Read:
    sheet: Sheet
    layout: Layout

    def block(self, line: int) -> Block:
        """The block a line belongs to."""
        return next(block for block in self.layout.blocks if line in block.lines)

    def marks(self) -> dict[int, str]:
        """The text of the marks glued to words, by line, table signs apart."""
        spans = [(mark.line, self.sheet.line(mark.line).text[mark.start : mark.end]) for mark in self.layout.marks]
        return {line: text for line, text in spans if text.isalnum()}


def _read(folder: Path, start: str) -> _Read:
    path = next(folder.glob(f"{start}_*.txt"))
    sheet = read_text(path.read_bytes(), path.name)
    return _Read(sheet, lay_out(sheet, {number for region in find_regions(sheet) for number in region.lines}))


@pytest.fixture(scope="module")
def report(real_documents: Path) -> _Read:
    """The annual report."""
    return _read(real_documents, "000")


@pytest.fixture(scope="module")
def letter(real_documents: Path) -> _Read:
    """The allocation letter."""
    return _read(real_documents, "002")


def test_documents_are_named_by_their_content(report: _Read, letter: _Read) -> None:
    """The report names itself in a running head, the letter in its introduction."""
    assert report.layout.title == "Arbeids- og velferdsdirektoratets årsrapport 2024"
    assert letter.layout.title == "Tildelingsbrev 2025 for Arbeids- og velferdsdirektoratet"
    for read, kind, year in ((report, "årsrapport", 2024), (letter, "tildelingsbrev", 2025)):
        assert document_kind(read.sheet, read.layout) == kind
        assert document_year(read.sheet, read.layout) == year
        assert document_language(read.sheet) == "nb"


@pytest.mark.parametrize(
    ("line", "level", "marker"),
    [
        (1, 1, "1"),
        (82, 1, "2"),
        (84, 2, "2.1"),
        (238, 2, "2.2"),
        (260, 2, "2.3"),
        (381, 2, "2.4"),
        (383, 3, None),
        (427, 3, None),
        (455, 2, "2.5"),
        (468, 3, None),
        (531, 1, "3"),
        (533, 2, "3.1"),
        (535, 3, None),
        (612, 3, None),
        (614, 4, None),
        (655, 4, None),
        (681, 3, None),
        (726, 3, None),
        (752, 2, "3.2"),
        (754, 3, "3.2.1"),
        (886, 4, None),
        (1012, 3, "3.2.7"),
        (1143, 3, "3.2.9"),
        (1254, 3, "3.2.10"),
        (1542, 4, None),
        (1583, 4, None),
        (1726, 2, "3.3"),
        (1912, 4, None),
        (1954, 4, None),
        (2358, 2, "3.4"),
        (2573, 3, "3.4.2"),
        (2575, 4, None),
        (3064, 4, None),
        (4656, 4, None),
        (4807, 3, "3.4.3"),
        (4809, 4, None),
        (4906, 4, None),
        (5250, 3, None),
        (5337, 3, None),
        (5542, 2, "3.10"),
        (5751, 3, "3.15.1"),
        (5767, 4, None),
        (5780, 4, None),
        (5890, 1, "4"),
        (6389, 3, "4.8.1"),
        (6493, 1, "5"),
        (6558, 1, "6"),
        (6739, 2, "6.2"),
        (6864, 2, "6.3"),
        (7903, 2, "6.4"),
        (8086, 2, "6.5"),
    ],
)
def test_report_headings(report: _Read, line: int, level: int, marker: str | None) -> None:
    """Headings stand at their level: numbers by their parts, titles without number under them."""
    block = report.block(line)
    assert (block.kind, block.level, block.marker) == (BlockKind.HEADING, level, marker)


@pytest.mark.parametrize(
    ("line", "level", "marker"),
    [
        (1, 1, "1"),
        (31, 1, "2"),
        (97, 1, "3"),
        (113, 2, "3.1"),
        (164, 3, None),
        (281, 3, None),
        (416, 3, None),
        (581, 3, None),
        (611, 3, None),
        (678, 3, None),
        (1114, 3, None),
        (1194, 3, None),
        (1751, 1, "4"),
        (1753, 2, "4.1"),
        (2014, 3, "1"),
        (2032, 3, "2"),
        (2061, 3, "3"),
        (2099, 1, "5"),
        (2101, 2, "5.1"),
        (2103, 3, None),
        (2119, 3, None),
        (2195, 2, "5.3"),
        (2197, 3, None),
        (2212, 1, "6"),
        (2568, 2, "Kap. 601"),
        (2570, 3, "Post 22"),
        (2621, 2, "Kap. 605"),
        (2752, 4, None),
        (2940, 1, None),
        (2988, 2, None),
        (3037, 2, None),
        (3071, 2, None),
        (3138, 2, None),
        (3381, 1, None),
        (3383, 2, None),
        (3743, 1, None),
        (3750, 2, "1"),
        (3752, 3, "1.1"),
        (4115, 3, "1.10"),
        (4134, 2, "2"),
        (4154, 2, "3"),
        (4156, 3, "3,1"),
        (4302, 3, "3.7"),
        (4863, 1, None),
    ],
)
def test_letter_headings(letter: _Read, line: int, level: int, marker: str | None) -> None:
    """Chapters in capitals, annexes beside them, numberings inside sections, chapters and posts of the budget."""
    block = letter.block(line)
    assert (block.kind, block.level, block.marker) == (BlockKind.HEADING, level, marker)


@pytest.mark.parametrize("line", [75, 80, 140, 148, 1094, 1283, 4816, 4857, 4885, 5234, 5955, 6021, 6721, 6726])
def test_report_lines_that_are_no_headings(report: _Read, line: int) -> None:
    """Dates, signatures, words of a figure, lead-ins and sentences stand alone too."""
    assert report.block(line).kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "level", "marker", "lines"),
    [
        (583, 1, "•", 1),
        (585, 2, "o", 1),
        (591, 2, "o", 1),
        (593, 2, "o", 1),
        (597, 1, "•", 1),
        (680, 1, "•", 3),
        (686, 2, "o", 4),
        (741, 1, "•", 4),
        (757, 1, "•", 6),
        (2962, 1, "a)", 2),
        (2976, 1, "c)", 5),
        (3170, 1, "1.", 2),
        (3368, 1, "1.", 4),
        (3613, 2, "o", 2),
        (3697, 2, "o", 1),
        (3699, 2, "o", 2),
        (3703, 2, "o", 1),
        (3755, 1, "1.1.1", 2),
        (3763, 1, "1.2.1", 3),
        (3769, 2, "•", 1),
        (3775, 2, "•", 2),
        (3783, 1, "1.2.2", 3),
        (3874, 2, "-", 1),
        (4118, 1, "1.10.1", 3),
        (4315, 1, "2.9.6", 1),
    ],
)
def test_letter_lists(letter: _Read, line: int, level: int, marker: str, lines: int) -> None:
    """Duties, letters and numbered statistics are list items of the right depth and length."""
    block = letter.block(line)
    assert (block.kind, block.level, block.marker, len(block.lines)) == (BlockKind.LIST_ITEM, level, marker, lines)


@pytest.mark.parametrize(
    "lines",
    [
        (52, 57),
        (417, 424),
        (461, 465),
        (520, 524),
        (630, 641),
        (693, 697),
        (888, 893),
        (1262, 1267),
        (1353, 1357),
        (1410, 1420),
        (3716, 3759),
        (4856, 4865),
        (5215, 5219),
        (5338, 5347),
        (5967, 5974),
        (6635, 6643),
        (198, 208),
    ],
)
def test_report_paragraphs_go_on_over_breaks(report: _Read, lines: tuple[int, int]) -> None:
    """A paragraph goes on over the page's end, past footnotes, link targets and grids."""
    first, last = lines
    assert report.block(first) is report.block(last) or report.block(first) == report.block(last)
    assert report.block(first).kind is BlockKind.PARAGRAPH


def test_report_furniture_and_footnotes(report: _Read) -> None:
    """Three running heads with their numbers; 27 footnotes in order, each with its mark."""
    furniture = {block.lines[0] for block in report.layout.blocks if block.kind is BlockKind.FURNITURE}
    assert {375, 378, 3307, 3310, 6733, 6736, 522, 637, 638, 751} <= furniture
    notes = [block.marker for block in report.layout.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == [str(number) for number in range(1, 28)]
    assert report.marks() == {
        146: "1",
        628: "2",
        631: "3",
        728: "4",
        910: "5",
        943: "6",
        1052: "7",
        1080: "8",
        1122: "9",
        1217: "6",
        1257: "10",
        1267: "11",
        1276: "12",
        1399: "13",
        1473: "14",
        1647: "15",
        1654: "16",
        3318: "17",
        3487: "18",
        4887: "19",
        4942: "20",
        4981: "21",
        4994: "22",
        5281: "23",
        5282: "24",
        5410: "25",
        5638: "26",
        5867: "27",
    }


def test_letter_footnotes(letter: _Read) -> None:
    """Numbering that begins anew in the annexes, and Roman marks."""
    notes = [(block.lines[0], block.marker) for block in letter.layout.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == [
        (590, "1"),
        (674, "2"),
        (676, "3"),
        (677, "4"),
        (3104, "1"),
        (3484, "1"),
        (3684, "2"),
        (3728, "i"),
        (3731, "ii"),
        (3732, "iii"),
        (3737, "iv"),
        (3742, "3"),
        (3818, "1"),
        (3897, "2"),
        (3899, "3"),
        (4318, "4"),
    ]
    assert letter.marks() == {
        585: "1",
        593: "2",
        595: "3",
        623: "4",
        3033: "1",
        3469: "1",
        3651: "2",
        3655: "i",
        3695: "3",
        3701: "ii",
        3707: "iii",
        3709: "iv",
        3787: "1",
        3841: "2",
        3886: "3",
        4288: "4",
    }


def test_report_captions(report: _Read) -> None:
    """44 tables and 19 figures are captioned, in order; notes too, one of them out of order."""
    names = [block.marker or "" for block in report.layout.blocks if block.kind is BlockKind.CAPTION]
    assert [name for name in names if name.startswith("Tabell")] == [f"Tabell {number}" for number in range(1, 45)]
    assert [name for name in names if name.startswith("Figur")] == [f"Figur {number}" for number in range(1, 20)]
    assert [name for name in names if name.startswith("Note")] == [
        f"Note {mark}" for mark in ("A", "B", *range(1, 6), 7, 6, *range(8, 20))
    ]


@pytest.mark.parametrize(
    ("line", "start"),
    [(2012, "3.3.2"), (4913, "3.4.3"), (3313, "3.4.2"), (8300, "6.5"), (470, "2.5")],
)
def test_report_section_paths(report: _Read, line: int, start: str) -> None:
    """Text, captions and what follows tables stand under their numbered section."""
    section = report.block(line).section
    assert any(title.startswith(f"{start} ") for title in section)


def test_numbers_over_line_breaks_arrive_whole(report: _Read) -> None:
    """Thousands cut by a line's end are read with their group."""
    for line, number in (
        (412, "27 000"),
        (479, "8 100"),
        (967, "1 650"),
        (6680, "500 personer"),
        (6695, "7 996 millioner"),
    ):
        block = report.block(line)
        assert number in Flow.join([report.sheet.line(other) for other in block.lines], report.layout.marks).text


def test_both_documents_are_laid_out_in_a_second(real_documents: Path) -> None:
    """Layout takes less than a second of processor time for both documents together."""
    sheets = [read_text(path.read_bytes(), path.name) for path in sorted(real_documents.glob("*.txt"))]
    begun = time.process_time()
    for sheet in sheets:
        lay_out(sheet)
    assert time.process_time() - begun < 1.5
