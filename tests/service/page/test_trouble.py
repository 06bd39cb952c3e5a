"""What is seen when there is no answer, when it takes time, and when something fails."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.service.page.server import PageServer
from tests.service.page.walk import ask

pytestmark = pytest.mark.browser


def test_not_found_says_so_and_shows_no_figure(page: Page) -> None:
    """No figure stands as an answer; the nearest places are listed as such."""
    turn = ask(page, "Hvor langt er det til månen?", ".not-found")
    expect(turn.locator("h3").first).to_have_text("Ikke funnet i dokumentene")
    expect(turn.get_by_role("heading", name="Det nærmeste som finnes")).to_be_visible()
    expect(turn.locator(".passage")).to_have_count(3)
    expect(turn.locator(".answer-words, .figure-words, .others, .confidence")).to_have_count(0)


def test_the_rest_of_the_places_come_on_demand(page: Page) -> None:
    """The button adds the other places and leads the keyboard to the first of them."""
    turn = ask(page, "Hvor langt er det til månen?", ".not-found")
    turn.get_by_role("button", name="Vis 1 sted til").click()
    expect(turn.locator(".passage")).to_have_count(4)
    expect(turn.locator(".passage").last.locator("button")).to_be_focused()


def test_an_error_is_told_and_tried_again(page: Page, server: PageServer) -> None:
    """The service's own sentence is shown, and «Prøv igjen» asks the same once more."""
    server.failures = 1
    turn = ask(page, "Hvor mange fartøy?", ".problem")
    expect(turn.get_by_role("alert")).to_contain_text("Dokumentene leses inn. Vent litt.")
    turn.get_by_role("button", name="Prøv igjen").click()
    expect(turn.locator(".answer-words")).to_have_text("12 480 fartøy")
    assert server.asked[0] == server.asked[1]


def test_a_service_that_is_gone_is_told_in_plain_words(page: Page) -> None:
    """A broken connection is no riddle."""
    page.route("**/api/ask", lambda route: route.abort())
    turn = ask(page, "Hvor mange fartøy?", ".problem")
    expect(turn.get_by_role("alert")).to_contain_text("Tjenesten svarer ikke.")


def test_a_reply_that_is_no_json_is_told_in_plain_words(page: Page) -> None:
    """A proxy's error page does not end in silence."""
    page.route("**/api/ask", lambda route: route.fulfill(status=502, body="<html>Bad gateway</html>"))
    turn = ask(page, "Hvor mange fartøy?", ".problem")
    expect(turn.get_by_role("alert")).to_contain_text("(status 502)")


def test_waiting_is_shown_and_announced(page: Page, server: PageServer) -> None:
    """A slow answer is said to be on its way, in sight and to screen readers; then the answer is announced."""
    server.delay = 1.5
    turn = ask(page, "Hvor mange fartøy?", ".waiting")
    expect(page.locator("#announcer")).to_have_text("Leter i dokumentene …")
    expect(turn).to_have_attribute("aria-busy", "true")
    expect(page.locator("#announcer")).to_have_text("Svar: 12 480 fartøy")
    expect(turn.locator(".waiting")).to_have_count(0)


def test_nothing_can_be_sent_before_the_page_listens(page: Page) -> None:
    """Where the texts or the list of documents are slow, the ask box waits for them: what is written is not lost."""
    held: list[Route] = []
    page.route("**/api/documents", lambda route: held.append(route))
    page.reload()
    expect(page.get_by_role("heading", name="Dokumenter")).to_be_attached()
    expect(page.locator("#question")).to_be_disabled()
    while not held:
        page.wait_for_timeout(20)
    held.pop().continue_()
    turn = ask(page, "Hvor mange fartøy?")
    expect(turn.locator(".answer-words")).to_have_text("12 480 fartøy")


def test_a_quick_answer_shows_no_waiting(page: Page) -> None:
    """Nothing flickers when the answer comes at once."""
    page.evaluate(
        """() => { window.waited = false; new MutationObserver(() => {
            window.waited ||= document.querySelector('.waiting') !== null;
        }).observe(document.body, { childList: true, subtree: true }); }"""
    )
    ask(page, "Hvor mange fartøy?")
    assert page.evaluate("window.waited") is False


def test_an_empty_question_is_not_sent(page: Page, server: PageServer) -> None:
    """The reason stands by the field, which keeps the focus."""
    page.press("#question", "Enter")
    expect(page.locator("#ask-problem")).to_have_text("Skriv et spørsmål først.")
    expect(page.locator("#question")).to_be_focused()
    assert server.asked == []


def test_the_page_works_without_the_list_of_documents(page: Page) -> None:
    """A failing list is told of, and questions can be asked all the same."""
    page.route("**/api/documents", lambda route: route.abort())
    page.reload()
    expect(page.locator("#documents .problem")).to_be_visible()
    page.locator(".suggestion").first.click()
    expect(page.locator(".turn .answer-words")).to_be_visible()
