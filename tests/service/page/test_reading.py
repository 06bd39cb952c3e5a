"""Reading a source: searching in it, its table of contents, and the original page with the quote marked."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.service.page import canned
from tests.service.page.walk import NARROW, ask

pytestmark = pytest.mark.browser

LOCATE = """async ([pieces, place]) => {
    const { locate } = await import('/page/source/locate.js');
    return locate(pieces, place, words => words.length);
}"""


def open_source(page: Page) -> Locator:
    """Ask, open the source of the answer, and wait for its text."""
    ask(page, "Hvor mange fartøy?").locator(".evidence .source-line").click()
    page.locator(".line.cited").first.wait_for()
    return page.locator(".source-dialog")


def piece(words: str, left: float, base: float) -> dict[str, object]:
    """A piece of a page's text, ten points to a character."""
    return {"words": words, "left": left, "base": base, "width": 10 * len(words), "height": 10}


def test_searching_steps_through_the_places(page: Page) -> None:
    """The count, the next and the one before, round and round; text that was not loaded is fetched."""
    panel = open_source(page)
    panel.get_by_role("searchbox").fill("Linje 39")
    panel.get_by_role("button", name="Søk", exact=True).click()
    expect(panel.locator(".find-count")).to_have_text("1 av 10")
    expect(panel.locator("mark.found")).to_have_text("Linje 39")
    panel.get_by_role("button", name="Neste treff").click()
    expect(panel.locator(".find-count")).to_have_text("2 av 10")
    expect(panel.locator("mark.found")).to_be_in_viewport()
    expect(panel.locator(".line", has=page.locator("mark.found")).locator(".line-number")).to_have_text("390")
    for at in ("1 av 10", "10 av 10"):
        panel.get_by_role("button", name="Forrige treff").click()
        expect(panel.locator(".find-count")).to_have_text(at)
    panel.get_by_role("searchbox").fill("finnes ikke")
    page.keyboard.press("Enter")
    expect(panel.locator(".find-count")).to_have_text("Ingen treff")
    expect(panel.get_by_role("button", name="Neste treff")).to_be_disabled()


def test_the_place_that_is_asked_for_last_is_shown(page: Page) -> None:
    """Lines of an earlier place that come late are left out, also when the text is written again."""
    panel = open_source(page)
    held: list[Route] = []
    page.route("**/lines?first=9&**", lambda route: held.append(route))
    panel.get_by_role("searchbox").fill("Linje 39")
    with page.expect_request("**/lines?first=9&**"):
        page.keyboard.press("Enter")
    panel.get_by_role("button", name="Neste treff").click()
    expect(panel.locator("mark.found")).to_be_in_viewport()
    with page.expect_event("requestfinished", lambda request: "first=9&" in request.url):
        held[0].continue_()
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    panel.get_by_role("searchbox").fill("")
    panel.get_by_role("searchbox").dispatch_event("search")
    expect(panel.locator("mark.found")).to_have_count(0)
    expect(panel.locator('[data-line="390"]')).to_be_in_viewport()


def test_the_contents_lead_to_a_heading(page: Page) -> None:
    """A heading is a button that takes the text there."""
    panel = open_source(page)
    panel.get_by_text("Innhold", exact=True).click()
    expect(panel.locator(".outline-item")).to_have_count(3)
    panel.get_by_role("button", name="1 Innledning side i").click()
    expect(panel.locator('[data-line="1"]')).to_be_in_viewport()
    expect(panel.locator(".outline-list")).to_be_hidden()


def test_the_page_starts_light(page: Page) -> None:
    """What draws a PDF is fetched when an original is opened, and not before."""
    fetched: list[str] = []
    page.on("request", lambda sent: fetched.append(sent.url))
    panel = open_source(page)
    assert not any("pdfjs" in url for url in fetched)
    panel.get_by_role("button", name="Original", exact=True).click()
    panel.locator(".pdf-page canvas").wait_for()
    assert any("pdfjs" in url for url in fetched)


@pytest.mark.parametrize("page", [(1440, 900), *NARROW], indirect=True, ids=["wide", "phone"])
def test_the_original_shows_the_page_with_the_quote_marked(page: Page) -> None:
    """The exact page, what stands of the quote on it and the number in it marked; other pages have no mark."""
    panel = open_source(page)
    panel.get_by_role("button", name="Original", exact=True).click()
    expect(panel.locator(".pdf-where")).to_have_text("Side 3 (PDF-side 5 av 10)")
    expect(panel.locator(".pdf-said")).to_have_text("Sitatet er merket på siden.")
    expect(panel.locator(".pdf-mark")).to_have_count(1)
    expect(panel.locator(".pdf-words")).to_have_count(1)
    number, line = panel.locator(".pdf-words").bounding_box(), panel.locator(".pdf-mark").bounding_box()
    assert number is not None
    assert line is not None
    assert line["x"] < number["x"] < number["x"] + number["width"] < line["x"] + line["width"]
    panel.get_by_role("button", name="Neste side").click()
    expect(panel.locator(".pdf-where")).to_have_text("Side 4 (PDF-side 6 av 10)")
    expect(panel.locator(".pdf-mark")).to_have_count(0)
    before = panel.locator(".pdf-page").evaluate("page => page.clientWidth")
    panel.get_by_role("button", name="Forstørr").click()
    expect(panel.locator(".pdf-page.zoom-1")).to_be_visible()
    assert panel.locator(".pdf-page").evaluate("page => page.clientWidth") > before * 1.4


def test_searching_in_the_original_stays_there(page: Page) -> None:
    """The page where the words stand is shown with them marked; the text shows the same place when it is turned to."""
    panel = open_source(page)
    panel.get_by_role("button", name="Original", exact=True).click()
    expect(panel.locator(".pdf-mark")).to_have_count(1)
    panel.get_by_role("searchbox").fill("Linje 39")
    page.keyboard.press("Enter")
    panel.get_by_role("button", name="Neste treff").click()
    expect(panel.locator(".pdf-where")).to_have_text("Side 8 (PDF-side 10 av 10)")
    expect(panel.locator(".pdf-said")).to_have_text("Treffet er merket på siden.")
    expect(panel.locator(".pdf-words")).not_to_have_count(0)
    expect(panel.locator(".pdf-mark")).to_have_count(0)
    panel.get_by_role("button", name="Tekst", exact=True).click()
    expect(panel.locator("mark.found")).to_be_in_viewport()
    panel.get_by_role("searchbox").fill("")
    panel.get_by_role("searchbox").dispatch_event("search")
    panel.get_by_role("button", name="Original", exact=True).click()
    expect(panel.locator(".pdf-page")).to_have_attribute("data-page", "10")
    expect(panel.locator(".pdf-words")).to_have_count(0)


def test_words_that_are_not_drawn_on_their_page_are_told(page: Page) -> None:
    """No mark, and where they can be seen."""
    lines = {"lines": [{"number": 1, "page": 2, "text": "noe som ikke er tegnet"}]}
    panel = open_source(page)
    page.route("**/lines?**", lambda route: route.fulfill(json=lines))
    panel.get_by_role("button", name="Original", exact=True).click()
    found = {"matches": [{"page": 2, "spans": [{"line": 1, "start": 0, "end": 3}]}], "complete": True}
    page.route("**/find?**", lambda route: route.fulfill(json=found))
    panel.get_by_role("searchbox").fill("noe")
    page.keyboard.press("Enter")
    expect(panel.locator(".pdf-said")).to_contain_text("ble ikke gjenfunnet")
    expect(panel.locator(".pdf-words")).to_have_count(0)


def test_pages_are_dimmed_in_the_dark_where_that_is_wanted(page: Page) -> None:
    """Dimmed at first, as printed when asked for, and so again the next time; in light mode there is no such choice."""
    page.emulate_media(color_scheme="dark")
    panel = open_source(page)
    panel.get_by_role("button", name="Original", exact=True).click()
    sheet = panel.locator(".pdf-page")
    dim = panel.get_by_role("button", name="Demp sidene")
    expect(dim).to_have_attribute("aria-pressed", "true")
    assert sheet.evaluate("sheet => getComputedStyle(sheet).filter") != "none"
    dim.click()
    assert sheet.evaluate("sheet => getComputedStyle(sheet).filter") == "none"
    page.keyboard.press("Escape")
    page.locator(".evidence .source-line").click()
    panel.get_by_role("button", name="Original", exact=True).click()
    expect(dim).to_have_attribute("aria-pressed", "false")
    page.evaluate("localStorage.clear()")
    page.emulate_media(color_scheme="light")
    expect(dim).to_be_hidden()


def test_a_text_file_has_no_original_to_show(page: Page) -> None:
    """Only a PDF has pages to be drawn."""
    page.locator(".document-ways").nth(1).get_by_role("button").first.click()
    expect(page.locator(".source-text .line").first).to_be_visible()
    expect(page.get_by_role("button", name="Original", exact=True)).to_have_count(0)
    expect(page.locator(".line.cited")).to_have_count(0)


def test_an_original_that_cannot_be_drawn_is_told(page: Page) -> None:
    """The reader is told, and can open the file."""
    page.route("**/file", lambda route: route.fulfill(status=404, body="{}"))
    panel = open_source(page)
    panel.get_by_role("button", name="Original", exact=True).click()
    expect(panel.locator(".pdf-said")).to_have_text("Originalen kan ikke vises her. Åpne filen i stedet.")


def test_a_quote_that_stands_twice_is_not_marked(page: Page) -> None:
    """No mark rather than a wrong one."""
    place = {"quote": "antall 12", "highlights": [[7, 9]]}
    twice = [piece("antall 12", 0, 90), piece("og antall 12", 0, 70)]
    assert page.evaluate(LOCATE, [twice, place]) == {"passage": [], "words": []}
    once = page.evaluate(LOCATE, [twice[:1], place])
    assert [(box["left"], box["right"]) for box in once["words"]] == [(70, 90)]


def test_a_quote_is_found_line_by_line_or_not_at_all(page: Page) -> None:
    """Lines apart are found each for itself; where less than half of the quote is there, nothing is marked."""
    place = {"quote": "den første linjen\nden andre linjen er lang", "highlights": []}
    apart = [piece("den første linjen", 0, 90), piece("topptekst", 0, 80), piece("den andre linjen er lang", 0, 70)]
    assert len(page.evaluate(LOCATE, [apart, place])["passage"]) == 2
    assert page.evaluate(LOCATE, [apart[:2], place])["passage"] == []


def test_cells_drawn_out_of_order_are_found_in_reading_order(page: Page) -> None:
    """A table may be drawn column by column; it is read row by row."""
    drawn = [piece("Lønn", 0, 90), piece("Husleie", 0, 70), piece("12", 200, 90), piece("34", 200, 70)]
    found = page.evaluate(LOCATE, [drawn, {"quote": "Husleie 34", "highlights": [[8, 10]]}])
    assert [box["left"] for box in found["words"]] == [200]
    assert {box["bottom"] < 70 < box["top"] for box in found["passage"]} == {True}


def test_a_link_leads_to_the_place(page: Page, server: object) -> None:
    """The link to a place is copied, and opens the panel with the lines marked."""
    panel = open_source(page)
    panel.get_by_role("button", name="Kopier lenke til stedet").click()
    expect(panel.locator(".copy-outcome")).to_have_text("Kopiert")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".line.cited .line-text")).to_have_text(canned.SENTENCE)


def test_the_text_and_the_original_stay_at_one_place(page: Page) -> None:
    """What is searched for, a page turned to, a page scrolled to: each view goes on where the other was left."""
    panel = open_source(page)
    panel.get_by_role("searchbox").fill("Linje 39")
    page.keyboard.press("Enter")
    expect(panel.locator(".find-count")).to_have_text("1 av 10")
    panel.get_by_role("button", name="Neste treff").click()
    original, words = (panel.get_by_role("button", name=name, exact=True) for name in ("Original", "Tekst"))
    where = panel.locator(".pdf-where")
    original.click()
    expect(where).to_have_text("Side 8 (PDF-side 10 av 10)")
    panel.get_by_role("button", name="Neste treff").click()
    words.click()
    expect(panel.locator("mark.found")).to_be_in_viewport()
    expect(panel.locator(".find-count")).to_have_text("3 av 10")
    original.click()
    panel.get_by_role("button", name="Forrige side").click()
    expect(where).to_have_text("Side 7 (PDF-side 9 av 10)")
    words.click()
    expect(panel.locator('[data-line="321"]')).to_be_in_viewport()
    panel.locator(".source-text").evaluate("text => { text.scrollTop = 0; }")
    page_above = panel.locator(".page-break").first.inner_text()
    original.click()
    expect(where).to_contain_text(page_above.split(" (")[0])


def test_a_page_has_more_room_than_its_text(page: Page) -> None:
    """Half the window for the original, and the narrower panel again for the text."""
    panel = open_source(page)
    width = "panel => panel.getBoundingClientRect().width / innerWidth"
    narrow = panel.evaluate(width)
    panel.get_by_role("button", name="Original", exact=True).click()
    panel.locator(".pdf-page canvas").wait_for()
    assert panel.evaluate(width) > narrow + 0.1
    assert panel.locator(".pdf-page canvas").evaluate(width) > 0.4
    panel.get_by_role("button", name="Tekst", exact=True).click()
    assert panel.evaluate(width) == narrow


def test_inner_bullets_are_no_letters(page: Page) -> None:
    """An «o» that begins a line and stands alone is a mark of a list; one in a sentence is not."""
    shown = page.evaluate(
        "async words => (await import('/page/shared/format.js')).bulleted(words)", "• ytre\n o indre\no.l. o g o"
    )
    assert shown == "• ytre\n ◦ indre\no.l. o g o"
