"""The headers of every reply, and that the page lives within them."""

import re
from pathlib import Path

import pytest

import service
from service.replying.headers import HEADERS, POLICY
from tests.service.conftest import Service

PAGE = Path(service.__file__).parent / "page"


@pytest.mark.parametrize("kind", ["default-src", "script-src", "connect-src", "worker-src"])
def test_nothing_that_runs_or_sends_comes_from_elsewhere(kind: str) -> None:
    """Neither inline, nor made from text, nor from any other place."""
    assert POLICY[kind] in ("'none'", "'self'")
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("path", sorted(PAGE.rglob("*.html")), ids=lambda path: path.name)
def test_no_page_has_anything_inline(path: Path) -> None:
    """A script, a style or a handler that stands in the page would not work, and would ask for a weaker policy."""
    text = path.read_text("utf8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", text) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", text) == []


def test_errors_and_refusals_have_the_headers(read_only: Service) -> None:
    """Those that the guards answer included."""
    for headers in ({"Host": "ond.example"}, {}):
        response = read_only.client.get("/finnes-ikke", headers=headers)
        assert {name: response.headers[name] for name in HEADERS} == HEADERS
