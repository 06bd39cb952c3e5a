"""The arithmetic of comparisons: exact in decimals, whatever the scales, and undone by doing it backwards."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ingest.quantities.model import Period
from retrieval.compare.compute import compute, extreme
from retrieval.compare.model import Plan, Side
from retrieval.question import Operation

VALUES = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
POSITIVE = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
SCALES = st.sampled_from([1, 1000, 1_000_000, 1_000_000_000])


def operand(value: Decimal, scale: int = 1, unit: str | None = "kroner", year: int = 2024, number: int = 0) -> Any:
    """A figure as comparisons see it."""
    figure = SimpleNamespace(
        number=number,
        value=value,
        scale=scale,
        amount=value * scale,
        unit=unit,
        text=str(value),
        period=Period(None, None, str(year)),
        row_path=(),
        label=f"tall {number}",
    )
    return SimpleNamespace(figure=figure)


def plan(operation: Operation, *, unsigned: bool = False) -> Plan:
    """A plan of two sides."""
    return Plan(operation, (Side("a"), Side("b")), unsigned=unsigned)


@given(VALUES, SCALES, VALUES, SCALES)
def test_a_difference_put_back_gives_the_first(a: Decimal, first: int, b: Decimal, second: int) -> None:
    """Not a cent is lost between «millioner» and «tusen»."""
    got = compute(plan(Operation.DIFFERENCE), (operand(a, first), operand(b, second)))
    assert got.value is not None
    assert got.value + b * second == a * first


@given(VALUES, VALUES)
def test_an_unsigned_difference_is_the_same_both_ways(a: Decimal, b: Decimal) -> None:
    """«Forskjellen mellom» two things has no sign, and its operands stand in the order they are computed in."""
    one = compute(plan(Operation.DIFFERENCE, unsigned=True), (operand(a), operand(b)))
    other = compute(plan(Operation.DIFFERENCE, unsigned=True), (operand(b), operand(a)))
    assert one.value == other.value == abs(a - b)
    assert one.operands[0].figure.amount >= one.operands[1].figure.amount


@given(POSITIVE, POSITIVE)
def test_a_share_and_a_percent_change_are_a_hundred_apart(a: Decimal, b: Decimal) -> None:
    """Both to a tenth, rounded from the exact quotient."""
    share = compute(plan(Operation.SHARE), (operand(a), operand(b))).value
    change = compute(plan(Operation.PERCENT_CHANGE), (operand(a), operand(b))).value
    assert share is not None
    assert change is not None
    assert abs(share - change - 100) <= Decimal("0.1")
    assert abs(share - a / b * 100) <= Decimal("0.05")


@given(st.lists(VALUES, min_size=2, max_size=8))
def test_the_extremes_bound_every_operand(values: list[Decimal]) -> None:
    """The largest first, the smallest first, and nothing lost."""
    operands = tuple(operand(value, number=at) for at, value in enumerate(values))
    largest = compute(Plan(Operation.MAXIMUM, (Side("a"),)), operands)
    smallest = compute(Plan(Operation.MINIMUM, (Side("a"),)), operands)
    assert (largest.value, smallest.value) == (max(values), min(values))
    assert sorted(item.figure.number for item in largest.operands) == list(range(len(values)))


@given(VALUES, VALUES, st.sampled_from([("kroner", "personer"), ("prosent", "dager"), ("kroner", "prosent")]))
def test_other_units_are_never_computed_with(a: Decimal, b: Decimal, units: tuple[str, str]) -> None:
    """Refused with both units named."""
    got = compute(plan(Operation.DIFFERENCE), (operand(a, unit=units[0]), operand(b, unit=units[1])))
    assert got.value is None
    assert got.refused is not None
    assert all(unit in got.refused for unit in units)


@given(VALUES)
def test_nothing_is_a_share_of_nothing(a: Decimal) -> None:
    """Division by zero is refused with the reason."""
    for operation in (Operation.SHARE, Operation.PERCENT_CHANGE):
        got = compute(plan(operation), (operand(a), operand(Decimal(0))))
        assert got.value is None
        assert got.refused == "Tallet det skal regnes fra, er null."


@given(VALUES, VALUES)
def test_two_percentages_are_percentage_points_apart(a: Decimal, b: Decimal) -> None:
    """The unit says so."""
    assert compute(plan(Operation.DIFFERENCE), (operand(a, unit="prosent"), operand(b, unit="prosent"))).unit == (
        "prosentpoeng"
    )


def test_operands_of_two_scales_are_said_in_one() -> None:
    """The finest of them, with what is printed beside it."""
    operands = (operand(Decimal("4.2"), 1_000_000_000), operand(Decimal(373), 1_000_000))
    said = compute(plan(Operation.DIFFERENCE), operands).in_words or ""
    assert said.startswith("3 827 millioner kroner (4 200 millioner kroner [i kilden: 4.2 milliarder kroner] − 373 ")
    same = compute(plan(Operation.DIFFERENCE), (operand(Decimal(5), 1000), operand(Decimal(3), 1000)))
    assert same.in_words == "2 tusen kroner (5 tusen kroner − 3 tusen kroner)"


def test_the_largest_says_of_how_many_it_is() -> None:
    """Where more were compared than are shown."""
    named = [(str(at), operand(Decimal(at), number=at)) for at in range(3)]
    assert extreme(plan(Operation.MAXIMUM), named, 17).considered == 17
    assert extreme(plan(Operation.MAXIMUM), named, 3).considered is None
