"""Steps that the walks through the page share."""

from playwright.sync_api import Locator, Page

NARROW = [(360, 740)]


def ask(page: Page, question: str, until: str = ".answer") -> Locator:
    """Ask a question with the keyboard and wait for what comes of it; the turn is returned."""
    page.fill("#question", question)
    page.press("#question", "Enter")
    turn = page.locator(".turn").last
    turn.locator(until).wait_for()
    return turn
