"""Runs of grouped numbers and the cells they may be cut into."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.tables.cutting import cuts, fewest, most
from ingest.tables.plain.candidates import Entry
from ingest.tables.plain.evidence import decide
from ingest.tables.tokens import tokenize


def grouped(number: int) -> str:
    """A number as it is printed, its groups parted by spaces."""
    return f"{number:,}".replace(",", " ")


def cells(text: str, columns: int, *others: str) -> list[str | None]:
    """The cells of a row of numbers, decided with other rows of the same grid."""
    entries = [Entry(tokenize(row)) for row in (*others, text)]
    tokens, choice = entries[-1].tokens, decide(entries, columns)[-1]
    return [" ".join(token.text for token in tokens[slice(*cell)]) if cell else None for cell in choice.cells]


@settings(max_examples=150)
@given(st.lists(st.integers(min_value=1, max_value=999_999_999), min_size=1, max_size=5))
def test_the_true_cut_is_always_among_the_cuts(numbers: list[int]) -> None:
    """Whatever numbers stand side by side, cutting them as they were meant is one of the ways."""
    tokens = tokenize(" ".join(map(grouped, numbers)))
    assert fewest(tokens) <= len(numbers) <= most(tokens)
    printed = [
        [" ".join(token.text for token in tokens[slice(*cell)]) for cell in cut] for cut in cuts(tokens, len(numbers))
    ]
    assert [grouped(number) for number in numbers] in printed


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(1000, 9_999_999), st.integers(1000, 9_999_999)), min_size=4, max_size=8))
@example([(1000, 1000), (1000, 148100), (646000, 1000), (998525, 1475)])
def test_sums_decide(pairs: list[tuple[int, int]]) -> None:
    """In a grid whose third column is the sum of the two before, every row is cut so that it holds, or is not sure."""
    rows = [[one, other, one + other] for one, other in pairs]
    entries = [Entry(tokenize(" ".join(map(grouped, row)))) for row in rows]
    for entry, row, choice in zip(entries, rows, decide(entries, 3), strict=True):
        got = [int("".join(t.text for t in entry.tokens[slice(*cell)])) if cell else None for cell in choice.cells]
        assert got == row or got[0] is None or got[1] is None or got[2] == got[0] + got[1] or choice.confidence < 1


def test_a_group_has_three_digits() -> None:
    """A later group has exactly three digits, so that «45 23 936» is two numbers."""
    assert fewest(tokenize("45 23 936")) == 2


def test_zero_begins_no_group() -> None:
    """«0» alone is a number, whatever follows it."""
    assert fewest(tokenize("0 387 046")) == 2


def test_a_group_with_a_leading_zero_begins_no_number() -> None:
    """«018» can only go on."""
    assert most(tokenize("672 731 018")) == 2


def test_two_spaces_part_cells() -> None:
    """A wide gap parts cells that single spaces would join."""
    assert fewest(tokenize("12 345  678")) == 2


def test_decimals_and_per_cent_end_a_number() -> None:
    """Nothing goes on after decimals or a per cent sign."""
    assert fewest(tokenize("4,5 678 12 % 345")) == 4


def test_differences_decide() -> None:
    """A row that could be cut in several ways takes the one in which the third column is the difference."""
    others = ("43 400 17 885 25 515", "14 091 12 694 1 397", "77 716 57 865 19 851")
    assert cells("14 329 860 13 942 814 387 046", 3, *others) == ["14 329 860", "13 942 814", "387 046"]


def test_a_wide_gap_stands_for_an_empty_column() -> None:
    """A gap wider than in other rows leaves a column out."""
    others = ("10 20 30 40", "11 21 31 41", "12 22 32 42")
    assert cells("13 23    43", 4, *others) == ["13", "23", None, "43"]


def test_two_readings_are_told() -> None:
    """Where nothing decides, the confidence is below one."""
    entries = [Entry(tokenize("120 130 140 150"))]
    assert decide(entries, 3)[0].confidence < 1


def test_a_number_after_note_belongs_to_the_label() -> None:
    """«jf. note 17 590 006 515 899» is 590 006 and 515 899."""
    entries = [
        Entry(tokenize("5 684 5 772")),
        Entry(tokenize("87 692 86 776")),
        Entry(tokenize("160 522 132 750")),
        Entry(tokenize("17 590 006 515 899"), lead=4, draws=True),
    ]
    choice = decide(entries, 2)[-1]
    assert (choice.lead, choice.cells) == (1, ((1, 3), (3, 5)))
