"""Comparisons: what is asked is read, the operands are the right cited figures, the arithmetic is exact."""

from collections.abc import Sequence

import pytest

from retrieval.answer import Answerer
from retrieval.compare import read_plan
from retrieval.index.scope import Filter
from service.replies import ask_reply
from service.schemas import AskReply


def unlike(phrase: str, others: Sequence[str]) -> list[float]:
    """A likeness that knows nothing."""
    return [0.0 for _ in others]


def reply(answerer: Answerer, question: str) -> AskReply:
    """The reply to a question."""
    return ask_reply(answerer.ask(question, (), Filter(), 5), answerer.index.store, 0.0)


def computed(got: AskReply) -> tuple[str, list[float], float, str | None]:
    """What was computed: the operation, the operands' values, the result and its unit."""
    assert got.comparison is not None
    operands = [got.figures[at].value for at in got.comparison.operands]
    return got.comparison.operation, operands, got.comparison.result.value, got.comparison.result.unit


@pytest.mark.parametrize(
    ("question", "operation", "sides"),
    [
        (
            "Hvor mye mer brukte etaten på tilsyn i 2024 enn i 2023?",
            "difference",
            ["Hvor mye brukte etaten på tilsyn 2024 2023", "Hvor mye brukte etaten på tilsyn 2024 2023"],
        ),
        (
            "Hvor mange prosent økte utgiftene fra 2023 til 2024?",
            "percent_change",
            ["Hvor mye utgiftene 2024 2023", "Hvor mye utgiftene 2024 2023"],
        ),
        (
            "Hvor stor var forskjellen mellom Nordvik og Sørvik i 2024?",
            "difference",
            ["Hvor stor var Nordvik i 2024", "Hvor stor var Sørvik i 2024"],
        ),
        (
            "Hvor mange flere menn enn kvinner søkte losbevis i 2024?",
            "difference",
            ["Hvor mange menn søkte losbevis i 2024", "Hvor mange kvinner søkte losbevis i 2024"],
        ),
        (
            "Er det satt av mer til fyr i 2025 enn det etaten brukte i 2024, og hvor stor er forskjellen?",
            "difference",
            ["Er det satt av til fyr i 2025", "Hvor mye etaten brukte i 2024 fyr"],
        ),
        (
            "Hvor stor andel av søkerne i 2024 fikk avslag?",
            "share",
            ["Hvor mye søkerne i 2024 fikk avslag", "Hvor mye søkerne i 2024"],
        ),
        (
            "Hvordan har antall merker utviklet seg fra 2022 til 2024?",
            "series",
            ["2024 2023 2022", "2024 2023 2022", "2024 2023 2022"],
        ),
        (
            "Hvor stor er skilnaden på ventetida for merker og fyr i 2024?",
            "difference",
            ["Hva var ventetida for merker i 2024", "Hva var ventetida for fyr i 2024"],
        ),
        ("Er det flere merker i Nordvik eller Sørvik?", "maximum", ["merker i Nordvik", "merker i Sørvik"]),
        (
            "Hva er størst: antall søkere av losbevis eller farleder?",
            "maximum",
            ["antall søkere av losbevis", "antall søkere av farleder"],
        ),
        (
            "Hvor stor var nedgangen i ventetid fra 2023 til 2024, i prosent?",
            "percent_change",
            ["ventetid 2024 2023", "ventetid 2024 2023"],
        ),
        ("Hvilken region hadde flest tåketimer i 2024?", "maximum", ["Hvor mange tåketimer i 2024"]),
        (
            "How many more beacons were there in 2024 than in 2023?",
            "difference",
            ["How many beacons were there 2024 2023", "How many beacons were there 2024 2023"],
        ),
    ],
)
def test_what_is_compared_is_read_from_the_question(question: str, operation: str, sides: list[str]) -> None:
    """Every side is a question of its own, without the words that only say how to compare."""
    plan = read_plan(question, 2025, unlike)
    assert plan is not None
    assert plan.operation == operation
    assert all(side.text.endswith(end) for side, end in zip(plan.sides, sides, strict=True))


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange merker var det i 2024?",
        "Hvorfor brukte etaten mer penger enn planlagt?",
        "Hvor mange saker hadde ligget lenger enn ett år?",
        "Hvilke krav må de største fartøyene oppfylle?",
        "Hvem leder etaten?",
        "Hvor mye gikk til utvikling av programvare og lisenser i 2023?",
        "Hva heter prosjektet som skal utvikle samarbeidet med kommunene?",
    ],
)
def test_a_question_that_only_holds_a_comparing_word_is_no_comparison(question: str) -> None:
    """«mer enn planlagt» has nothing to compute with, «lenger enn ett år» says which are meant."""
    assert read_plan(question, 2025, unlike) is None


def test_a_difference_between_years_is_of_one_table_row(answerer: Answerer) -> None:
    """Both operands come first, in the order they are computed in."""
    got = reply(answerer, "Hvor mye mer ble brukt på drift av fyrlykter i 2024 enn i 2023?")
    assert computed(got) == ("difference", [131, 118], 13_000_000, "kroner")
    assert got.answer == "13 millioner kroner (131 millioner kroner − 118 millioner kroner)"


def test_less_is_negative(answerer: Answerer) -> None:
    """The first period named is what the other is taken from."""
    got = reply(answerer, "Hvor mye mindre ble brukt på tilsyn i 2024 enn i 2023?")
    assert computed(got) == ("difference", [15, 16], -1_000_000, "kroner")


def test_percent_change_is_of_the_earlier_period(answerer: Answerer) -> None:
    """From 42 to 57."""
    got = reply(answerer, "Hvor mange prosent økte utgiftene til nye merker fra 2023 til 2024?")
    assert computed(got) == ("percent_change", [57, 42], 35.7, "prosent")


def test_two_numbers_of_one_sentence_are_compared(answerer: Answerer) -> None:
    """214 less 201."""
    got = reply(answerer, "Hvor mange flere ansatte hadde etaten ved utgangen av 2024 enn ved utgangen av 2023?")
    assert computed(got)[:3] == ("difference", [214, 201], 13)


def test_the_largest_of_a_column_is_named(answerer: Answerer) -> None:
    """The answer is the row's label and its figure."""
    got = reply(answerer, "Hvilken utgift var størst i 2024, i millioner kroner?")
    assert computed(got)[0] == "maximum"
    assert got.answer == "Drift av fyrlykter: 131 millioner kroner"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hvilken utgift var nest størst i 2024, i millioner kroner?", "Nye merker: 57 millioner kroner"),
        (
            "Hvilke to utgifter var størst i 2024, i millioner kroner?",
            "Drift av fyrlykter: 131 millioner kroner; Nye merker: 57 millioner kroner",
        ),
        (
            "Hvilken utgift økte mest fra 2023 til 2024?",
            "Nye merker: 15 millioner kroner (57 millioner kroner − 42 millioner kroner)",
        ),
        (
            "Hvilken utgift falt mest fra 2023 til 2024?",
            "Tilsyn: −1 millioner kroner (15 millioner kroner − 16 millioner kroner)",
        ),
    ],
)
def test_the_second_largest_the_first_few_and_the_largest_change(
    answerer: Answerer, question: str, answer: str
) -> None:
    """Their order, their number, and what the rows come to between two times."""
    assert reply(answerer, question).answer == answer


@pytest.mark.parametrize(
    ("question", "place", "first", "change"),
    [
        ("Hvilken region har tredje flest fyr?", 3, 1, None),
        ("Hvilke fem regioner har færrest fyr?", 1, 5, None),
        ("Hvilken utgift økte mest i prosent fra 2023 til 2024?", 1, 1, "percent"),
        ("Hvilken utgift hadde størst nedgang?", 1, 1, "amount"),
    ],
)
def test_what_of_many_is_asked_for(question: str, place: int, first: int, change: str | None) -> None:
    """Which in order, how many of the first, and by what a change is the largest."""
    plan = read_plan(question, 2024, unlike)
    assert plan is not None
    assert (plan.place, plan.first, plan.change) == (place, first, change)


@pytest.mark.parametrize(
    ("question", "operation", "operands"),
    [
        ("Hvor mye ble brukt på nye merker i 2024 sammenlignet med 2023?", "difference", [57, 42]),
        ("Hvor mye ble brukt på nye merker i 2024 i forhold til 2023?", "difference", [57, 42]),
        ("Hvor mye ble brukt på nye merker i 2024 mot året før?", "difference", [57, 42]),
        ("Hvor mye mer ble brukt på nye merker i 2024?", "difference", [57, 42]),
        ("Hvor mye mer ble brukt på nye merker enn året før?", "difference", [57, 42]),
        ("Hvor mye har utgiftene til nye merker økt siden 2023?", "difference", [57, 42]),
        ("Hvordan har utgiftene til nye merker utviklet seg de siste årene?", "series", [42, 57]),
    ],
)
def test_another_time_is_compared_with_however_it_is_said(
    answerer: Answerer, question: str, operation: str, operands: list[float]
) -> None:
    """Also where the later time, or both, are unsaid: what was printed last, and what stands beside it."""
    assert computed(reply(answerer, question))[:2] == (operation, operands)


def test_two_things_of_different_places_are_judged_by_themselves(answerer: Answerer) -> None:
    """No one place holds both, and each side is sure enough."""
    got = reply(answerer, "Hvor mye mer ble brukt på drift av fyrlykter enn på tilsyn i 2024?")
    assert computed(got)[:2] == ("difference", [131, 15])


def test_the_year_with_the_least_is_named(answerer: Answerer) -> None:
    """The years are compared in one row."""
    got = reply(answerer, "I hvilket av årene 2023 og 2024 ble det brukt minst på nye merker?")
    assert computed(got)[:3] == ("minimum", [42, 57], 42_000_000)


def test_a_series_is_told_year_by_year(answerer: Answerer) -> None:
    """From the first year to the last, with the change."""
    got = reply(answerer, "Hvordan har utgiftene til drift av fyrlykter utviklet seg fra 2023 til 2024?")
    assert computed(got)[:3] == ("series", [118, 131], 13_000_000)


def test_the_answers_to_two_questions_are_set_against_each_other(answerer: Answerer) -> None:
    """«hva er forskjellen?» after two questions takes both as its sides, and has no sign."""
    history = ("Hvor mye ble brukt på tilsyn i 2024?", "og i 2023?")
    answer = answerer.ask("hva er forskjellen?", history, Filter(), 5)
    got = ask_reply(answer, answerer.index.store, 0.0)
    assert computed(got)[:3] == ("difference", [16, 15], 1_000_000)


def test_a_follow_up_that_compares_has_the_earlier_figure_as_its_operand(answerer: Answerer) -> None:
    """«hvor mye mer er det enn i 2023?» is of the row that the earlier question was answered from."""
    answer = answerer.ask("hvor mye mer er det enn i 2023?", ("Hvor mye ble brukt på nye merker i 2024?",), Filter(), 5)
    got = ask_reply(answer, answerer.index.store, 0.0)
    assert computed(got)[:3] == ("difference", [57, 42], 15_000_000)


def test_what_is_not_given_for_both_times_is_refused_with_the_reason(answerer: Answerer) -> None:
    """A figure of 2024 beside another thing's of 2022 is no comparison, and neither of them is the answer."""
    got = reply(answerer, "Hvor mange flere ansatte hadde etaten i 2024 enn i 2022?")
    assert got.comparison is None
    assert got.status == "not_found"


def test_operands_of_other_units_are_refused_with_the_reason() -> None:
    """People and money cannot be subtracted."""
    from decimal import Decimal
    from types import SimpleNamespace
    from typing import Any

    from retrieval.compare.compute import compute
    from retrieval.compare.model import Plan, Side
    from retrieval.question import Operation

    def operand(unit: str) -> Any:
        return SimpleNamespace(figure=SimpleNamespace(unit=unit, amount=Decimal(1)))

    plan = Plan(Operation.DIFFERENCE, (Side("a"), Side("b")))
    got = compute(plan, (operand("kroner"), operand("personer")))
    assert got.value is None
    assert got.refused == "Tallene har ulike enheter («kroner» og «personer») og kan ikke sammenlignes."


def test_a_benefit_named_after_days_is_not_counted_in_days() -> None:
    """«dagpenger» begins with «dag»; only the word itself asks for a length of time."""
    from retrieval.question import understand

    assert understand("Hvor mange årsverk gikk til dagpenger i 2024?", 2024).unit == "count"
    assert understand("Hvor mange dager tok det i 2024?", 2024).unit == "time"


@pytest.mark.parametrize(
    ("asked", "units"),
    [
        ("Hvor mye antall mottakere av stønad 2024 2023", ["personer", None]),
        ("Hvor mye talet på mottakarar av stønad 2024 2023", ["personer", None]),
        ("Hvor mye utbetalt stønad 2024 2023", ["kroner", "personer", "prosent", None]),
    ],
)
def test_a_number_of_something_is_neither_money_nor_a_share(asked: str, units: list[str | None]) -> None:
    """The money of a row is no operand where the number of its receivers is asked for."""
    from types import SimpleNamespace
    from typing import Any

    from ingest.quantities.model import Measure
    from retrieval.compare.model import Plan, Side
    from retrieval.compare.operands import figures_of_side
    from retrieval.question import Operation

    def ranked(unit: str | None) -> Any:
        figure = SimpleNamespace(unit=unit, measure=Measure.LEVEL, text="7")
        return SimpleNamespace(figure=figure, features={"period": 1.0})

    side = Side(asked)
    plan = Plan(Operation.PERCENT_CHANGE, (side, side), same=True)
    found = figures_of_side(side, plan, lambda *_: [ranked(unit) for unit in ("kroner", "personer", "prosent", None)])
    assert [item.figure.unit for item in found] == units
