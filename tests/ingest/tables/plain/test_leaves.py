"""Header lines cut into headers of columns."""

import pytest

from ingest.tables.plain.leaves import read_leaves
from tests.ingest.tables.shapes import seen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022 2023 2024", ["2022", "2023", "2024"]),
        ("Region 1. kvartal 2. kvartal Hele året", ["Region 1. kvartal", "2. kvartal", "Hele året"]),
        (
            "Utgifts-\nkapittel\n\nKapittelnavn Post Posttekst Note",
            ["Utgiftskapittel", "Kapittelnavn", "Post", "Posttekst", "Note"],
        ),
        (
            "Merutgift\n (-) og\n\nmindreutgift\n\nPostert på\n\navgitte\nbelastnings-\nfullmakter",
            ["Merutgift (-) og mindreutgift", "Postert på avgitte belastningsfullmakter"],
        ),
        (
            "Mer-\ninntekter\n\nift.\nFullmakt\n\nOverføres\ntil 2025",
            ["Merinntekter ift. Fullmakt", "Overføres til 2025"],
        ),
        ("Alle\n\nytelser\n\n2024 Bak tallene", ["Alle ytelser 2024", "Bak tallene"]),
        ("Beløp i hele NOK  Note 31.12.24 31.12.23", ["Beløp i hele NOK", "Note", "31.12.24", "31.12.23"]),
    ],
)
def test_headers(text: str, expected: list[str]) -> None:
    """A new header begins at a capital, at a second period, and at a word that stands alone."""
    assert [leaf.text for leaf in read_leaves(seen(text))] == expected


def test_where_a_header_stands() -> None:
    """The spans of a header are its characters in every line it stands in."""
    (leaf,) = read_leaves(seen("Samlet\ntildeling 2024"))
    assert [(span.line, span.start, span.end) for span in leaf.spans] == [(1, 0, 6), (2, 0, 14)]
