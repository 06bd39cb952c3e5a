"""A question is answered: the figure large, where it stands, and everything beside it."""

import pytest
from playwright.sync_api import Page, expect

from tests.service.page import canned
from tests.service.page.server import PageServer
from tests.service.page.walk import NARROW, ask

pytestmark = pytest.mark.browser


def test_the_answer_comes_first_and_large(page: Page) -> None:
    """The figure with its unit is the largest text of the answer; period and confidence stand under it."""
    turn = ask(page, "Hvor mange fartøy var i registeret ved utgangen av 2024?")
    expect(turn.locator(".answer-words")).to_have_text("12 480 fartøy")
    expect(turn.locator(".facts")).to_contain_text("31.12.2024")
    expect(turn.locator(".confidence")).to_contain_text("Sikkert svar. Omtrent 93 av 100")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert turn.locator(".answer-words").evaluate(size) >= 2 * turn.locator("blockquote").evaluate(size)


def test_the_number_is_marked_in_the_sentence(page: Page) -> None:
    """The cited sentence stands under the answer with the number marked, and the source line names the place."""
    turn = ask(page, "Hvor mange fartøy?")
    expect(turn.locator("blockquote mark")).to_have_text("12 480")
    line = "Årsrapport 2024 for Fjordetaten, 2.3 Skipsregisteret, side 3 (PDF-side 5), linje 200–201"
    expect(turn.locator(".evidence .source-line")).to_have_text(line)


def test_a_cell_is_marked_in_its_table(page: Page) -> None:
    """A figure of a table is shown in the rows around it, with its groups, and the rest on demand."""
    turn = ask(page, "Hva var utgifter til drift?", "td.cited")
    expect(turn.locator("td.cited mark")).to_have_text("412 300")
    expect(turn.locator("tr.cited-row th")).to_have_text("Driftsutgifter")
    expect(turn.locator("thead th").first).to_have_attribute("colspan", "2")
    expect(turn.locator(".facts")).to_contain_text("= 412 300 000 kroner")
    expect(turn.locator("tr.group-row")).to_have_text(["Utgifter"])
    turn.get_by_role("button", name="Vis hele tabellen (16 rader)").click()
    expect(turn.locator("tr.group-row")).to_have_text(["Utgifter", "Inntekter"])
    expect(turn.locator("td.cited")).to_have_count(1)


PIECES_SHOWN = """frame => {
    const label = frame.querySelector('tbody th[scope=row]').getBoundingClientRect().right;
    const edge = frame.getBoundingClientRect().right;
    return [...frame.querySelectorAll('tbody td, thead th:not([colspan])')].filter(cell => {
        const { left, right } = cell.getBoundingClientRect();
        const inPart = (left < label - 2 && right > label + 2) || (left < edge - 2 && right > edge + 2);
        return inPart && getComputedStyle(cell).color !== 'rgba(0, 0, 0, 0)';
    }).map(cell => cell.textContent);
}"""


@pytest.mark.parametrize("page", NARROW, indirect=True, ids=["phone"])
def test_a_table_never_shows_a_piece_of_a_number(page: Page) -> None:
    """The cited cell is in sight on a phone, and a column cut by the edge is blank however far it is scrolled."""
    frame = ask(page, "Hva var utgifter til drift?", "td.cited").locator(".table-frame")
    frame.locator("td.cited").scroll_into_view_if_needed()
    expect(frame.locator("td.cited mark")).to_be_in_viewport()
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    for offset in (0, 15, 40, 70, 200):
        frame.evaluate("(frame, offset) => { frame.scrollLeft = offset; }", offset)
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert frame.evaluate(PIECES_SHOWN) == []


def test_other_figures_and_places_stand_below(page: Page) -> None:
    """Figures of the same measure stand beside the answer, others are folded away; the quoted place is not repeated."""
    turn = ask(page, "Hvor mange fartøy?")
    expect(turn.locator(".others .figure")).to_have_count(1)
    expect(turn.locator(".others .figure-words")).to_have_text("9 312 fartøy")
    nearby = turn.locator(".nearby")
    expect(nearby.locator(".figure")).to_be_hidden()
    nearby.get_by_text("1 annet tall i nærheten").click()
    expect(nearby.locator(".figure-label")).to_have_text("Andel i drift · 2024")
    expect(turn.locator(".passage")).to_have_count(3)
    expect(turn.locator(".passage mark").first).to_have_text("Fartøy")


def test_an_answer_in_words_cites_its_passage(page: Page) -> None:
    """Where no figure answers, the best passage is what the answer stands on."""
    turn = ask(page, "Hvorfor føres fartøy?")
    expect(turn.locator("blockquote mark")).to_have_text(["fartøy", "registeret"])
    expect(turn.locator(".facts")).to_have_count(0)


def test_a_comparison_shows_its_arithmetic(page: Page) -> None:
    """The sum is written out once, over the table of the operands with their cells marked and its source."""
    turn = ask(page, "Hvor mye økte drift?", ".comparison table")
    expect(turn.locator(".answer-words")).to_have_text("14 180 tusen kroner")
    expect(turn.locator(".formula")).to_have_text("412 300 − 398 120 = 14 180 tusen kroner")
    expect(turn.locator(".comparison td.cited")).to_have_text(["412 300", "398 120"])
    expect(turn.locator(".comparison .source-line")).to_have_count(1)


def test_operands_of_different_tables_stand_each_by_itself(page: Page) -> None:
    """With its own source."""
    sources = page.evaluate(
        """async figures => {
            const { comparisonView } = await import('/page/answer/comparison.js');
            const result = { value: 14180000, unit: 'kroner' };
            const view = comparisonView({ operation: 'difference', operands: [0, 1], result }, figures);
            return view.querySelectorAll('.figure .source-line').length;
        }""",
        [canned.COSTS, {**canned.EARLIER, "cell": None}],
    )
    assert sources == 2


def test_rows_of_one_table_are_one_place(page: Page) -> None:
    """Together under their headers; a table that cannot be had is its text. A table shown above is not repeated."""
    turn = ask(page, "Hvor stor er flåten?", ".passages table")
    expect(turn.locator(".passage")).to_have_count(3)
    labels = turn.locator(".passages tbody th[scope=row]")
    expect(labels).to_have_text(["Driftsutgifter", "Renter"])
    expect(turn.locator(".passage", has=page.locator("table")).locator(".source-line")).to_contain_text("linje 318–320")
    turn = ask(page, "Hvor mye økte drift?", ".comparison table")
    expect(turn.locator(".passages table")).to_have_count(0)


def test_arithmetic_that_does_not_add_up_is_not_shown(page: Page) -> None:
    """A formula is written only where the operands give the result."""
    formula = page.evaluate(
        """async ([figures]) => {
            const { comparisonView } = await import('/page/answer/comparison.js');
            const result = { value: 99, unit: 'kroner' };
            return comparisonView({ operation: 'difference', operands: [0, 1], result }, figures).innerText;
        }""",
        [[canned.COSTS, canned.EARLIER]],
    )
    assert "−" not in formula
    assert "99" in formula


def test_an_overview_is_a_table_that_can_be_sorted(page: Page) -> None:
    """Figures lead to their source; what was not found says so and stands last however it is sorted, before sums."""
    turn = ask(page, "Gi en oversikt over drift", ".overview")
    labels = turn.locator(".overview tbody th")
    expect(labels).to_have_text(["Driftsutgifter", "Husleie", "Sum", "Reiser"])
    expect(turn.locator("td .figure-link").first).to_have_text("412 300 tusen kroner")
    expect(turn.locator("td .absent").first).to_have_text("ikke funnet")
    turn.get_by_role("button", name="2024", exact=True).click()
    expect(labels).to_have_text(["Husleie", "Driftsutgifter", "Reiser", "Sum"])
    turn.get_by_role("button", name="2024", exact=True).click()
    expect(labels).to_have_text(["Driftsutgifter", "Husleie", "Reiser", "Sum"])
    expect(turn.locator('th[aria-sort="descending"]')).to_contain_text("2024")


def test_a_column_of_one_unit_says_it_once(page: Page) -> None:
    """In its head, and not in every cell; a column of several leaves it to the cells. The title stands once."""
    shown = page.evaluate(
        """async ([figures, overview]) => {
            const { overviewView } = await import('/page/answer/overview.js');
            const units = [{ unit: 'kroner', scale: 1000 }, { unit: null, scale: null }];
            const view = overviewView({ ...overview, units }, figures, { question: 'q' });
            const shown = ["th.number button", "td .figure-link"];
            return shown.map((where) => view.querySelector(where).textContent);
        }""",
        [[canned.COSTS, canned.EARLIER], canned.OVERVIEW],
    )
    assert shown == [f"{canned.OVERVIEW['columns'][0]} (tusen kroner)", "412\u00a0300"]
    turn = ask(page, "Gi en oversikt over drift", ".overview")
    expect(turn.get_by_text(canned.OVERVIEW["title"])).to_have_count(1)
    expect(turn.locator(".answer-words")).to_have_count(0)


def test_what_is_computed_in_an_overview_is_said_to_be(page: Page) -> None:
    """A computed column is told apart from what the documents print, and so is what else may have been meant."""
    turn = ask(page, "Gi en oversikt over drift", ".overview")
    expect(turn.locator("td.computed").first).to_have_text("51,5 prosent")
    expect(turn.locator(".overview .notes")).to_have_text(
        ["Regnet ut, står ikke i dokumentene: «Andel».", "Spørsmålet kan også ha ment: Inntekter per år."]
    )


@pytest.mark.parametrize(("name", "ending"), [("Last ned som Excel", "xlsx"), ("Last ned som CSV", "csv")])
def test_an_overview_is_saved_for_a_spreadsheet(page: Page, server: PageServer, name: str, ending: str) -> None:
    """The question is sent as it was asked."""
    turn = ask(page, "Gi en oversikt over drift", ".overview")
    with page.expect_download() as saved:
        turn.get_by_role("button", name=name).click()
    assert saved.value.suggested_filename == f"oversikt.{ending}"
    assert server.sent[-1] == (
        "POST",
        f"/api/overview.{ending}",
        {"question": "Gi en oversikt over drift", "history": []},
    )


def test_an_overview_says_where_it_stands_and_what_it_lacks(page: Page) -> None:
    """Its tables are source lines, a table once; it is as sure as what it holds of the question."""
    turn = ask(page, "Gi en oversikt over drift", ".overview")
    expect(turn.locator(".evidence .source-line")).to_have_text(
        ["Årsrapport 2024 for Fjordetaten, 2.3 Skipsregisteret, side 6 (PDF-side 8), linje 320"]
    )
    expect(turn.locator(".confidence")).to_have_text(
        "Tabellen sier ikke noe om «fyr». Hvert tall er en lenke til der det står.Se at det er tabellen du mente."
    )
    turn.locator(".evidence .source-line").click()
    expect(page.locator(".line.cited .line-text")).to_contain_text("Driftsutgifter")


def test_an_overview_is_copied_as_a_table(page: Page) -> None:
    """With its headings and sources: by tabs for a spreadsheet, as a table for a word processor."""
    turn = ask(page, "Gi en oversikt over drift", ".overview")
    turn.get_by_role("button", name="Kopier svar med kilde").click()
    expect(turn.locator(".copy-outcome").first).to_have_text("Kopiert")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[2:5] == [
        "\t2024\t2022\tAndel",
        "Driftsutgifter\t412 300 tusen kroner\tikke funnet\t51,5 prosent",
        "Husleie\t398 120 tusen kroner\tikke funnet\t–",
    ]
    assert lines[-1].startswith("Kilde: Årsrapport 2024 for Fjordetaten")
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(content => content.text())"
    )
    assert "<td>412 300 tusen kroner</td>" in rich


def test_a_computation_and_a_row_are_copied(page: Page) -> None:
    """The arithmetic with its operands and their sources; a cell with its headers."""
    turn = ask(page, "Hvor mye økte drift?")
    turn.get_by_role("button", name="Kopier svar med kilde").click()
    expect(turn.locator(".copy-outcome").first).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "412 300 − 398 120 = 14 180 tusen kroner\n" in copied
    assert "Driftsutgifter · 2023\t398 120 tusen kroner\n" in copied
    turn = ask(page, "Hva var utgifter til drift?", "td.cited")
    turn.get_by_role("button", name="Kopier svar med kilde").click()
    expect(turn.locator(".copy-outcome").first).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "\tRegnskap – 2024\tRegnskap – 2023\tEndring\nUtgifter – Driftsutgifter\t412 300\t398 120\t3,6 %" in copied


WIDE = [(f"Arbeidsavklaringspenger {at}", "1 039 502 sykepengetilfeller") for at in range(3)]
COLUMNS_SEEN = """frame => {
    const edge = frame.querySelector('tbody th').getBoundingClientRect().right;
    const right = frame.getBoundingClientRect().right;
    return [...frame.querySelectorAll('tbody tr:first-child td')].filter(cell => {
        const box = cell.getBoundingClientRect();
        return box.left >= edge - 1 && box.right <= right + 1 && !cell.classList.contains('cut');
    }).length;
}"""
LINES_OF_FIRST_WORD = """label => {
    const range = document.createRange();
    range.setStart(label.firstChild, 0);
    range.setEnd(label.firstChild, label.textContent.indexOf(' '));
    return new Set([...range.getClientRects()].map(box => box.top)).size;
}"""
WIDE_OVERVIEW = """async ([figure, rows]) => {
    const { overviewView } = await import('/page/answer/overview.js');
    const [number, ...unit] = rows[0][1].split(/ (?=[a-z])/);
    const figures = [{ ...figure, text: number, unit: unit.join(' '), scale: 1 }];
    const cells = [0, 1, 2, 3].map(() => ({ figure: 0, state: 'found' }));
    const overview = {
        title: 'Bred', columns: ['2021', '2022', '2023', '2024'],
        rows: rows.map(([label]) => ({ label, cells })), units: cells.map(() => ({ unit: null, scale: null })),
    };
    document.querySelector('#turns').append(overviewView(overview, figures, { question: 'q' }));
}"""


@pytest.mark.parametrize("page", NARROW, indirect=True, ids=["phone"])
def test_a_column_is_always_seen_whole_on_a_phone(page: Page) -> None:
    """Beside long labels and long units; scrolled by hand it rests at a column, and which ones are shown is said."""
    page.evaluate(WIDE_OVERVIEW, [canned.COSTS, WIDE])
    frame = page.locator(".table-frame")
    assert frame.evaluate(COLUMNS_SEEN) >= 1
    expect(page.locator(".columns-shown")).to_contain_text("Kolonne 1 av 4.")
    frame.hover()
    page.mouse.wheel(40, 0)
    expect(page.locator(".columns-shown")).to_contain_text("Kolonne 2 av 4.")
    assert frame.evaluate(COLUMNS_SEEN) >= 1
    assert frame.locator("tbody th").first.evaluate(LINES_OF_FIRST_WORD) == 1


def test_an_overview_is_seen_as_bars(page: Page) -> None:
    """The bars are drawn in proportion, largest first, and told in words."""
    turn = ask(page, "Gi en oversikt over drift", ".overview")
    turn.get_by_text("Vis som søyler").click()
    widths = turn.locator(".bars-plot .bar").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
    assert len(widths) == 2
    assert abs(widths[1] / widths[0] - 398120 / 412300) < 0.01
    expect(turn.locator(".bars-plot li").first).to_have_text("Driftsutgifter 412 300 tusen kroner")
    frame = turn.locator(".bars").evaluate("list => list.getBoundingClientRect().width")
    assert widths[0] > frame / 2


def test_a_row_of_years_is_a_plot(page: Page) -> None:
    """The years of the cited row, in their order, the cited one marked; the change is no year and stays out."""
    turn = ask(page, "Hva var utgifter til drift?", ".row-plot")
    expect(turn.locator(".row-plot .label")).to_have_text(["2023", "2024"])
    expect(turn.locator(".row-plot .value")).to_have_text(["398\u00a0120", "412\u00a0300"])
    expect(turn.locator(".row-plot .bar.cited")).to_have_count(1)


LONG = [
    {
        "label": "Tilskudd til drift av fyr og fyrlykter som er fredet, og til vedlikehold av dem",
        "value": 5,
        "words": "5 kr",
    },
    {"label": "Refusjon", "value": -2, "words": "−2 kr"},
]
BARS = """async points => {
    const { barPlot } = await import('/page/answer/plot.js');
    document.querySelector('#turns').append(barPlot('Prøve', points));
}"""


@pytest.mark.parametrize("page", [(1440, 900), *NARROW], indirect=True, ids=["wide", "phone"])
def test_names_and_numbers_of_bars_are_never_cut(page: Page) -> None:
    """Long names wrap; bars below zero stand on the other side of it."""
    page.evaluate(BARS, LONG)
    plot = page.locator(".bars-plot")
    for part in plot.locator(".bar-label, .bar-value").all():
        assert part.evaluate(
            "part => part.scrollWidth <= part.clientWidth + 1 || getComputedStyle(part).display === 'inline'"
        )
        box, frame = part.bounding_box(), plot.bounding_box()
        assert box is not None
        assert frame is not None
        assert box["x"] >= frame["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    above, below = (bar.bounding_box() for bar in plot.locator(".bar").all())
    assert above is not None
    assert below is not None
    assert abs(below["x"] + below["width"] - above["x"]) < 1


def test_a_date_is_said_once(page: Page) -> None:
    """What the answer says already does not stand under it again."""
    turn = ask(page, "Når ble etaten grunnlagt?")
    expect(turn.locator(".answer-words")).to_have_text("1. mai 1887")
    expect(turn.locator(".facts li")).to_have_text(["Etaten ble grunnlagt 1. mai 1887"])


def test_a_quote_is_read_as_text(page: Page) -> None:
    """Hyphenation, footnote marks and broken numbers are mended; list items keep their lines; so is what is copied."""
    turn = ask(page, "Hvor mange ble ført?")
    quote = turn.locator("blockquote p")
    assert quote.inner_text() == "Etaten førte 12\u00a0480 fartøy i skipsregisteret i:\n• nord\n• sør"
    expect(quote.locator("mark")).to_have_text("12\u00a0480")
    turn.get_by_role("button", name="Kopier svar med kilde").click()
    expect(turn.locator(".copy-outcome").first).to_have_text("Kopiert")
    assert "«Etaten førte 12 480 fartøy i skipsregisteret i: • nord • sør»" in page.evaluate(
        "navigator.clipboard.readText()"
    )


CITED_IN_FRAME = """frame => {
    const cell = frame.querySelector('td.cited').getBoundingClientRect(), box = frame.getBoundingClientRect();
    const label = frame.querySelector('tr.cited-row th').getBoundingClientRect();
    const head = frame.querySelector('thead').getBoundingClientRect();
    return cell.left >= label.right - 1 && cell.right <= box.right + 1 && cell.bottom <= box.bottom + 1
        && cell.top >= (frame.classList.contains('tall-head') ? box.top : head.bottom) - 1;
}"""


@pytest.mark.parametrize("page", [(1440, 500), (360, 500)], indirect=True, ids=["wide", "phone"])
def test_the_marked_cell_stays_in_sight(page: Page) -> None:
    """Both ways in its frame: at first, when the source opens beside it, and when the whole table is shown."""
    turn = ask(page, "Hva var utgifter til drift?", "td.cited")
    frame = turn.locator(".table-frame").first
    assert frame.evaluate(CITED_IN_FRAME)
    turn.get_by_role("button", name="Vis hele tabellen").click()
    assert frame.evaluate("frame => frame.scrollHeight > frame.clientHeight")
    assert frame.evaluate(CITED_IN_FRAME)
    turn.locator(".evidence .source-line").click()
    page.locator(".line.cited").first.wait_for()
    assert frame.evaluate(CITED_IN_FRAME)


def test_cells_are_shown_as_they_are_printed(page: Page) -> None:
    """A percentage has its sign."""
    turn = ask(page, "Hva var utgifter til drift?", "td.cited")
    expect(turn.locator("tr.cited-row td").last).to_have_text("3,6 %")


def test_a_follow_up_sends_the_earlier_questions(page: Page, server: PageServer) -> None:
    """The history goes along, and a question that was completed is shown as it was understood."""
    ask(page, "Hvor mange fartøy?")
    turn = ask(page, "Og i 2023?")
    assert server.asked[-1]["history"] == ["Hvor mange fartøy?"]
    expect(turn.locator(".resolved")).to_have_text("Forstått som: Hvor mange fartøy var det i 2023?")
    expect(turn.locator(".confidence")).to_contain_text("Usikkert svar")


def test_how_the_answer_came_about_is_folded_away(page: Page) -> None:
    """The words searched for, the hits of each way of searching, and whatever else the trace holds."""
    turn = ask(page, "Hvor mange fartøy?")
    trace = turn.locator(".trace")
    expect(trace.locator("dl").first).to_be_hidden()
    trace.locator("summary").click()
    for words in ("register", "funnet ved ordene", "31.12.2024", "et antall", "91\u00a0%", "14,2 millisekunder"):
        expect(trace).to_contain_text(words)
    expect(trace.locator("dd dd")).to_have_text(["5", "2", "91\u00a0%", "ganske viktig", "tydelig", "nei"])


def test_the_answer_is_copied_with_its_source(page: Page) -> None:
    """The clipboard holds the question, the answer, the quote and the source line."""
    turn = ask(page, "Hvor mange fartøy?")
    turn.get_by_role("button", name="Kopier svar med kilde").click()
    expect(turn.locator(".copy-outcome").first).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    for words in (
        "Spørsmål: Hvor mange fartøy?",
        "Svar: 12 480 fartøy",
        "«Ved utgangen",
        "side 3 (PDF-side 5), linje 200–201",
    ):
        assert words in copied


def test_text_of_documents_is_never_markup(page: Page) -> None:
    """A title and a passage that hold markup are shown as they are."""
    turn = ask(page, "Hvor mange fartøy?")
    expect(turn.locator(".passages")).to_contain_text(canned.HOSTILE)
    expect(page.locator("#documents")).to_contain_text(canned.HOSTILE)
    expect(page).to_have_title("Kildesvar")
    assert page.locator("#columns img").count() == 0
