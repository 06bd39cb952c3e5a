"""Paragraphs read as a whole: which quantities there are and what each of them says."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.quantities import Context, Measure, Period, Quantity, read_dates, read_periods, read_quantities

LEVEL, CHANGE, SHARE, DURATION = Measure.LEVEL, Measure.CHANGE, Measure.SHARE, Measure.DURATION
Row = tuple[str, int, str | None, Measure, str | None]

PARAGRAPHS: list[tuple[str, list[Row]]] = [
    (
        "Antall brukere økte med 9 400 (6,3 prosent) fra 2023 til 2024.",
        [("9 400", 1, "brukere", CHANGE, "2023–2024"), ("6,3", 1, "prosent", CHANGE, "2023–2024")],
    ),
    (
        "Beløpet gikk fra 922 millioner kroner i 2021 til 812 millioner i 2022.",
        [("922", 10**6, "kroner", LEVEL, "2021"), ("812", 10**6, "kroner", LEVEL, "2022")],
    ),
    (
        "I 2024 fikk 8 100 personer hjelp, en økning på 900 (12,6 prosent) fra året før.",
        [
            ("8 100", 1, "personer", LEVEL, "2024"),
            ("900", 1, "personer", CHANGE, "2023–2024"),
            ("12,6", 1, "prosent", CHANGE, "2023–2024"),
        ],
    ),
    (
        "Ved utgangen av 2024 var det 159 000 mottakere. Det er 9 500 flere mottakere enn ett år tidligere.",
        [
            ("159 000", 1, "mottakere", LEVEL, "utgangen av 2024"),
            ("9 500", 1, "mottakere", CHANGE, "utgangen av 2023–utgangen av 2024"),
        ],
    ),
    (
        "Andelen var 12, 14 og 15,5 prosent i 2022, 2023 og 2024.",
        [
            ("12", 1, "prosent", SHARE, "2022"),
            ("14", 1, "prosent", SHARE, "2023"),
            ("15,5", 1, "prosent", SHARE, "2024"),
        ],
    ),
    (
        "Utgiftene til drift, lønn og leie var henholdsvis 316, 125 og 68 milliarder kroner i 2024.",
        [
            ("316", 10**9, "kroner", LEVEL, "2024"),
            ("125", 10**9, "kroner", LEVEL, "2024"),
            ("68", 10**9, "kroner", LEVEL, "2024"),
        ],
    ),
    (
        "Saksbehandlingstiden gikk ned fra 92 til 73 dager i 2024.",
        [("92", 1, "dager", DURATION, "2023"), ("73", 1, "dager", DURATION, "2024")],
    ),
    (
        "Saksbehandlingstiden økte med 4 dager til 21 dager i 2024, normen er 23 dager.",
        [
            ("4", 1, "dager", CHANGE, "2024"),
            ("21", 1, "dager", DURATION, "2024"),
            ("23", 1, "dager", DURATION, "2024"),
        ],
    ),
    (
        "Andelen er lavere (-0,2 prosentpoeng) enn i 2023, og tiltaksbruken er høyere (+0,3 prosentpoeng).",
        [
            ("-0,2", 1, "prosentpoeng", CHANGE, "2023–2024"),
            ("+0,3", 1, "prosentpoeng", CHANGE, None),
        ],
    ),
    (
        "Per 2024 svarte 83 prosent positivt, mot 53 prosent året før.",
        [("83", 1, "prosent", SHARE, "2024"), ("53", 1, "prosent", SHARE, "2023")],
    ),
    (
        "Ventetiden er 6–7 dager, og saker avgjøres innen tolv uker.",
        [("6", 1, "dager", DURATION, None), ("7", 1, "dager", DURATION, None), ("tolv", 1, "uker", DURATION, None)],
    ),
    (
        "I løpet av tredje tertial ble det lyst ut 136 100 ledige stillinger. "
        "Tallet gikk opp med 2 prosent fra tredje tertial i 2023.",
        [
            ("136 100", 1, "stillinger", LEVEL, "3. tertial 2024"),
            ("2", 1, "prosent", CHANGE, "3. tertial 2023–3. tertial 2024"),
        ],
    ),
    (
        "Vi ser en nedgang i beløp til innkreving (A) på 12 prosent, fra 900 mill. kroner i 2023 til 792 mill. i 2024.",
        [
            ("12", 1, "prosent", CHANGE, "2023–2024"),
            ("900", 10**6, "kroner", LEVEL, "2023"),
            ("792", 10**6, "kroner", LEVEL, "2024"),
        ],
    ),
    (
        "Talet på tilsette auka med 35 (4,1 prosent) frå 2023 til 2024, og utgiftene var 12,4 millionar kroner.",
        [
            ("35", 1, "tilsette", CHANGE, "2023–2024"),
            ("4,1", 1, "prosent", CHANGE, "2023–2024"),
            ("12,4", 10**6, "kroner", LEVEL, "2024"),
        ],
    ),
    (
        "Spending rose by 12 percent to 3.4 billion kroner in December 2023.",
        [("12", 1, "prosent", CHANGE, "desember 2023"), ("3.4", 10**9, "kroner", LEVEL, "desember 2023")],
    ),
    (
        "Avvikene utgjorde 51 prosent av sakene i 2024. Merforbruket var på 315,3 millioner kroner.",
        [("51", 1, "prosent", SHARE, "2024"), ("315,3", 10**6, "kroner", CHANGE, "2024")],
    ),
    (
        "Ytelsen er innenfor normen på 6 av 16 områder, og én sak gjenstår.",
        [("6", 1, "områder", LEVEL, None), ("16", 1, "områder", LEVEL, None), ("én", 1, "sak", LEVEL, None)],
    ),
    (
        "I 2024 ble det gjort 15 tilsyn, tre flere enn året før.",
        [("15", 1, "tilsyn", LEVEL, "2024"), ("tre", 1, "tilsyn", CHANGE, "2023–2024")],
    ),
    (
        "Utgiftene gikk ned fra 88,4 til 71,6 millioner kroner. Nedgangen kommer av mye.",
        [("88,4", 10**6, "kroner", LEVEL, None), ("71,6", 10**6, "kroner", LEVEL, None)],
    ),
    (
        "Fra 2023 har utgiftene økt med 535 millioner kroner.",
        [("535", 10**6, "kroner", CHANGE, "2023–2024")],
    ),
    (
        "Veien på 26 km ligger mellom Rv. 555 og fv. 62. Prisene steg 5,8 prosent, den sterkeste veksten siden 1988.",
        [("26", 1, "kilometer", LEVEL, None), ("5,8", 1, "prosent", CHANGE, None)],
    ),
    (
        "Det kom 298 700 anmeldelser i 2022. Det er 4 300 færre enn i 2020 (-1,4 prosent).",
        [
            ("298 700", 1, "anmeldelser", LEVEL, "2022"),
            ("4 300", 1, "anmeldelser", CHANGE, "2020–2022"),
            ("-1,4", 1, "prosent", CHANGE, "2020–2022"),
        ],
    ),
    (
        "Det ble gitt 3 700 dispensasjoner (2021: 3 350), og 61 prosent avvik ble lukket.",
        [
            ("3 700", 1, "dispensasjoner", LEVEL, None),
            ("3 350", 1, "dispensasjoner", LEVEL, "2021"),
            ("61", 1, "prosent", SHARE, "2021"),
        ],
    ),
    (
        "Domstolen avsa 34 dommer i 2022; tre av dem ble anket – nesten to ganger så mange som året før.",
        [
            ("34", 1, "dommer", LEVEL, "2022"),
            ("tre", 1, None, LEVEL, "2022"),
            ("to", 1, "ganger", LEVEL, "2022"),
        ],
    ),
    (
        "Vi brukte kr 2 500 000,- og 15 061,160 mill. kroner.",
        [("2 500 000", 1, "kroner", LEVEL, None), ("15 061,160", 10**6, "kroner", LEVEL, None)],
    ),
]


def row(quantity: Quantity) -> Row:
    """What is compared of a quantity."""
    shown = quantity.period.text if quantity.period else None
    return quantity.text, quantity.scale, quantity.unit, quantity.measure, shown


@pytest.mark.parametrize(("text", "rows"), PARAGRAPHS)
def test_a_paragraph(text: str, rows: list[Row]) -> None:
    """Every quantity of the paragraph has its scale, unit, measure and period."""
    assert [row(quantity) for quantity in read_quantities(text, Context(2024, None))] == rows


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("Om lag tre av fire er fornøyde.", "tre av fire", "75"),
        ("Nær 8 av 10 er fornøyde.", "8 av 10", "80"),
        ("2 av 3 svarte.", "2 av 3", "66.67"),
        ("Halvparten svarte.", "Halvparten", "50"),
        ("En tredjedel svarte.", "En tredjedel", "33.33"),
        ("To tredjedeler svarte.", "To tredjedeler", "66.67"),
        ("Satsen er 2/3 av grunnlaget.", "2/3", "66.67"),
    ],
)
def test_parts_of_a_whole_are_shares_in_percent(text: str, shown: str, value: str) -> None:
    """Fractions and ratios are one share, their value in percent."""
    (quantity,) = read_quantities(text, Context(None, None))
    assert (quantity.text, quantity.value, quantity.unit, quantity.measure) == (shown, Decimal(value), "prosent", SHARE)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("Om lag 300 personer søkte.", True),
        ("Nærmere 300 personer søkte.", True),
        ("Ca. 300 personer søkte.", True),
        ("Det var (ca .) 300 personer.", False),
        ("I underkant av 300 personer søkte.", True),
        ("Over 300 personer søkte.", True),
        ("Hele 300 personer søkte.", False),
        ("300 personer søkte.", False),
        ("Personer over 60 år søkte.", False),
        ("De får inntil 5 prosent.", False),
        ("Det kostet om lag kr 500.", True),
        ("Til sammen om lag 300 personer søkte.", True),
    ],
)
def test_approximations(text: str, approximate: bool) -> None:
    """Words for «about» and bounds of what was measured make a number approximate, limits and ages do not."""
    (quantity,) = read_quantities(text, Context(None, None))
    assert quantity.approximate is approximate


def test_the_period_of_the_context_is_inherited() -> None:
    """Where the paragraph names no period, that of the section holds."""
    year = Period(date(2024, 1, 1), date(2024, 12, 31), "2024")
    (quantity,) = read_quantities("Det var 300 saker.", Context(2024, year))
    assert quantity.period == year


def test_a_number_broken_over_lines_keeps_its_print() -> None:
    """Line breaks, thin spaces and soft hyphens are read through, the text stays as printed."""
    text = "Det er 27\n000 per\u00adsoner og 1\u2009200 saker."
    first, second = read_quantities(text, Context(None, None))
    assert (first.text, first.value, first.unit) == ("27\n000", Decimal(27000), "personer")
    assert (second.text, second.value) == ("1\u2009200", Decimal(1200))


@pytest.mark.parametrize(
    "text",
    [
        "Hvor mange prosent økte tallet i fjor?",
        "en god sak",
        "De to siste årene er gode.",
        "ett eller flere møter",
        "fireårig forsøk",
    ],
)
def test_no_quantity(text: str) -> None:
    """Articles, ordinals, periods in words and compounds are no quantities."""
    assert read_quantities(text, Context(2024, None)) == ()


def test_dates_are_quantities_of_their_own() -> None:
    """A date has its year as value and the unit «dato», a plain year the unit «årstall»."""
    text = "Fristen er 1. mars 2025, vedtatt i 2023. Den gjelder ved utgangen av mai."
    found = [(item.text, item.value, item.unit, item.measure) for item in read_dates(text, Context(2025, None))]
    assert found == [
        ("1. mars 2025", Decimal(2025), "dato", Measure.DATE),
        ("2023", Decimal(2023), "årstall", Measure.DATE),
        ("mai", Decimal(2025), "dato", Measure.DATE),
    ]


WORDS = """økte med|fra|til|i 2023|i 2024|9 400|6,3|prosent|(|)|henholdsvis|og|,|12|mill. kroner|dager|flere|enn
|året før|tre av fire|per 31.12.|§ 4-5|Antall|saker|om lag|–|-|+|.|I|kap.|2|halvparten|en|én|\u00ad|\u00a0|siden 2019
|31. februar 2024|T2 2026|99.99.99|2020-21|skoleåret 2024/2025|de siste fem årene|Det var|mot|nedgang på|0|000|1.800
|G|%|2/3|(ca.|post 01"""
FRAGMENTS = st.sampled_from(WORDS.split("|"))
SENTENCES = st.lists(FRAGMENTS, max_size=25).map(" ".join)
GLUED = st.lists(FRAGMENTS, max_size=12).map("".join)
TEXTS = st.one_of(st.text(max_size=60), SENTENCES, GLUED)
YEARS = st.one_of(st.none(), st.integers(min_value=1800, max_value=2199))


@settings(max_examples=150, deadline=None)
@given(TEXTS, YEARS)
def test_whatever_the_text_quantities_stand_where_they_say(text: str, year: int | None) -> None:
    """Reading never fails; every quantity is exactly its text, in order and without overlap."""
    end = 0
    for quantity in read_quantities(text, Context(year, None)):
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        end = quantity.end


@settings(max_examples=150, deadline=None)
@given(TEXTS, YEARS)
def test_whatever_the_text_periods_stand_where_they_say(text: str, year: int | None) -> None:
    """Reading never fails; periods are in order and without overlap, their core inside, start before end."""
    end = 0
    for mention in read_periods(text, Context(year, None)):
        assert end <= mention.start <= mention.core[0] < mention.core[1] <= mention.end <= len(text)
        end = mention.end
    for quantity in read_dates(text, Context(year, None)):
        assert text[quantity.start : quantity.end] == quantity.text


@settings(max_examples=60, deadline=None)
@given(
    st.integers(min_value=1, max_value=999_999_999), st.sampled_from(["saker", "kroner", "prosent", "dager", "årsverk"])
)
def test_any_amount_in_a_sentence_is_found(number: int, unit: str) -> None:
    """A grouped number with a unit is found with its value and unit wherever it is not a year."""
    printed = f"{number:,}".replace(",", " ")
    (quantity,) = read_quantities(f"Det ble registrert {printed} {unit} hos oss.", Context(None, None))
    assert (quantity.text, quantity.value, quantity.unit) == (printed, Decimal(number), unit)
