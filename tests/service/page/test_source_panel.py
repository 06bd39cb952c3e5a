"""The source panel: the document at the place, the words marked."""

import pytest
from playwright.sync_api import Page, expect

from tests.service.page import canned
from tests.service.page.walk import NARROW, ask

pytestmark = pytest.mark.browser

IN_SIGHT = """line => {
    const box = line.getBoundingClientRect(), frame = line.closest('.source-text').getBoundingClientRect();
    return box.top >= frame.top && box.bottom <= frame.bottom;
}"""

PARTLY_IN_SIGHT = """line => {
    const box = line.getBoundingClientRect(), frame = line.closest('.source-text').getBoundingClientRect();
    return box.bottom > frame.top && box.top < frame.bottom;
}"""


def open_source(page: Page) -> None:
    """Ask, and open the source of the answer."""
    turn = ask(page, "Hvor mange fartøy?")
    turn.locator(".evidence .source-line").click()
    page.locator(".line.cited").first.wait_for()


def test_the_cited_lines_are_marked_and_in_sight(page: Page) -> None:
    """Exactly the cited lines are marked, the number in them too, and the text is scrolled there."""
    open_source(page)
    expect(page.locator(".line.cited .line-text")).to_have_text(canned.SENTENCE)
    expect(page.locator(".cited-line mark")).to_have_text("12 480")
    assert page.locator(".line.cited").first.evaluate(IN_SIGHT)


def test_the_panel_stands_to_the_right(page: Page) -> None:
    """On a wide window it stands beside the answer, which stays in sight."""
    open_source(page)
    answer, panel = page.locator(".answer").bounding_box(), page.locator(".source-dialog").bounding_box()
    assert answer is not None
    assert panel is not None
    assert panel["x"] >= answer["x"] + answer["width"]


def test_pages_are_set_apart(page: Page) -> None:
    """A page break is a heading with the page's number."""
    open_source(page)
    expect(page.locator(".page-break")).to_have_text(["Side 3 (PDF-side 5)", "Side 4 (PDF-side 6)"])


def test_the_original_opens_at_the_page(page: Page) -> None:
    """A PDF is opened at the cited page; another kind of file without one."""
    open_source(page)
    link = page.get_by_role("link", name="Åpne filen på PDF-side 5")
    expect(link).to_have_attribute("href", f"/api/documents/{canned.REPORT}/file#page=5")


def test_more_lines_are_loaded_both_ways(page: Page) -> None:
    """Earlier lines do not move the text in sight; at the document's ends the buttons go away."""
    open_source(page)
    page.get_by_role("button", name="Vis tidligere linjer").click()
    expect(page.locator(".line-number").first).to_have_text("110")
    first_before = page.locator(".line", has=page.get_by_text("170", exact=True))
    assert first_before.evaluate(PARTLY_IN_SIGHT)
    for _ in range(2):
        page.get_by_role("button", name="Vis tidligere linjer").click()
    expect(page.locator(".line-number").first).to_have_text("1")
    expect(page.get_by_role("button", name="Vis tidligere linjer")).to_be_hidden()
    for last in ("291", "351", "400"):
        page.get_by_role("button", name="Vis flere linjer").click()
        expect(page.locator(".line-number").last).to_have_text(last)
    expect(page.get_by_role("button", name="Vis flere linjer")).to_be_hidden()


def test_closing_leads_back(page: Page) -> None:
    """Escape and the button close the panel and give the focus back to the source line."""
    open_source(page)
    expect(page.locator("#source-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#source")).to_be_hidden()
    expect(page.locator(".evidence .source-line")).to_be_focused()


def test_another_source_takes_the_place_of_the_first(page: Page) -> None:
    """The panel stays open and shows the other place."""
    open_source(page)
    ask(page, "Hva var utgifter til drift?", "td.cited").locator(".evidence .source-line").click()
    expect(page.locator(".cited-line mark")).to_have_text("412 300")
    expect(page.locator(".source-dialog")).to_have_count(1)


def test_text_that_cannot_be_had_is_told(page: Page) -> None:
    """A failure stands in the panel, in plain words."""
    page.route("**/lines?**", lambda route: route.abort())
    turn = ask(page, "Hvor mange fartøy?")
    turn.locator(".evidence .source-line").click()
    expect(page.locator(".source-text .problem")).to_contain_text("Tjenesten svarer ikke.")


@pytest.mark.parametrize("page", NARROW, indirect=True, ids=["narrow"])
def test_on_a_narrow_window_it_is_a_dialog(page: Page) -> None:
    """The panel lies over the page, holds the keyboard, and follows when the window grows."""
    open_source(page)
    assert page.locator(".source-dialog").evaluate("dialog => dialog.matches(':modal')")
    assert page.locator(".line.cited").first.evaluate(IN_SIGHT)
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator("#columns")).to_have_class("columns with-source")
    assert not page.locator(".source-dialog").evaluate("dialog => dialog.matches(':modal')")
    expect(page.locator(".line.cited")).to_have_count(2)


@pytest.mark.parametrize("page", NARROW, indirect=True, ids=["narrow"])
def test_the_head_leaves_the_room_to_the_text(page: Page) -> None:
    """On a phone the text has more than half of the panel."""
    open_source(page)
    whole, text = page.locator(".source-dialog").bounding_box(), page.locator(".source-text").bounding_box()
    assert whole is not None
    assert text is not None
    assert text["height"] > 0.6 * whole["height"]


def test_the_cited_lines_stay_in_sight_when_the_window_changes(page: Page) -> None:
    """Until the text is scrolled by hand."""
    open_source(page)
    for size in ((1440, 560), (1000, 700), (1300, 700)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        expect(page.locator(".line.cited").first).to_be_in_viewport()


def test_numbers_are_not_broken_over_lines(page: Page) -> None:
    """The spaces within a number are such as no line ends at; those between words are as they were."""
    open_source(page)
    text = page.locator(".line.cited .line-text").first.evaluate("line => line.textContent")
    assert "var det 12\u00a0480 fartøy" in text


def test_lines_that_differ_from_the_quote_have_no_word_marked(page: Page) -> None:
    """No mark rather than a wrong one: the cited lines are marked whole."""
    cited = page.evaluate(
        """async () => {
            const { citedLines } = await import('/page/source/source_marks.js');
            const lines = [{ number: 4, page: 1, text: 'noe annet 12' }, { number: 5, page: 1, text: '' }];
            return [...citedLines(lines, { lines: [4, 5], quote: 'antall 12', highlights: [[7, 9]] })];
        }"""
    )
    assert cited == [[4, []]]


def test_a_number_broken_over_two_lines_is_marked_in_both(page: Page) -> None:
    """Offsets count characters, also beyond the first 65 536, and indented lines keep their place."""
    cited = page.evaluate(
        """async () => {
            const { citedLines } = await import('/page/source/source_marks.js');
            const lines = [{ number: 8, page: 1, text: '  𝒜 27' }, { number: 9, page: 2, text: '000 kroner' }];
            return [...citedLines(lines, { lines: [8, 9], quote: '𝒜 27\\n000 kroner', highlights: [[2, 8]] })];
        }"""
    )
    assert cited == [[8, [[4, 6]]], [9, [[0, 3]]]]
