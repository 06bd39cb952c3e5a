"""A real browser over the real page, with canned replies behind it."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.service.page.server import PageServer, serving

CHROMIUM = Path(os.environ.get("KILDESVAR_CHROMIUM", "/usr/bin/chromium"))
HOW_TO_GET_IT = (
    f"no Chromium at {CHROMIUM}: install it (on Debian: apt-get install chromium), "
    "or name the one you have in KILDESVAR_CHROMIUM"
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EXPECTED_NOISE = "Failed to load resource"
"""What the browser itself says of a reply that is an error; the page's own handling is tested apart."""


@pytest.fixture(scope="session")
def browser() -> Iterator[BrowserContext]:
    """Chromium, started once."""
    if not CHROMIUM.exists():
        pytest.skip(HOW_TO_GET_IT)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        context = started.new_context(
            locale="nb-NO", reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"]
        )
        context.set_default_timeout(10_000)
        yield context
        started.close()


@pytest.fixture(scope="session")
def running() -> Iterator[PageServer]:
    """The page and its canned replies, on loopback."""
    with serving() as started:
        yield started


@pytest.fixture
def server(running: PageServer) -> PageServer:
    """The server as it was at first: nothing asked, nothing failing."""
    running.reset()
    return running


@pytest.fixture(params=[(1440, 900)], ids=["wide"])
def page(request: pytest.FixtureRequest, browser: BrowserContext, server: PageServer) -> Iterator[Page]:
    """The page, opened and ready. Afterwards: nothing on the console, and nothing asked of any other machine."""
    width, height = request.param
    opened = browser.new_page()
    opened.set_viewport_size({"width": width, "height": height})
    complaints: list[str] = []
    strangers: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and EXPECTED_NOISE not in message.text:
            complaints.append(message.text)

    def on_request(sent: Request) -> None:
        if urlsplit(sent.url).hostname != "127.0.0.1":
            strangers.append(sent.url)

    opened.on("console", on_console)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", on_request)
    opened.goto(server.address)
    opened.wait_for_selector(".suggestion")
    yield opened
    opened.close()
    assert complaints == []
    assert strangers == []
