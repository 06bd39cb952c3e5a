"""The page's files by themselves: no browser needed."""

import re
from pathlib import Path

import pytest

import service

PAGE = Path(service.__file__).parent / "page"
SCRIPTS = sorted(PAGE.glob("*.js"))
FILES = sorted(PAGE.iterdir())
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\.|localStorage"
)
TEXT_KEY = re.compile(r"""\btext\(\s*"([\w.]+)\"""")
NAMED_KEY = re.compile(r'data-(?:text|label)="([\w.]+)"')


def defined_keys() -> set[str]:
    """The keys of the interface's texts; plural forms count as their stem too."""
    keys = set(re.findall(r'^  "([\w.]+)":', (PAGE / "texts.js").read_text("utf8"), re.MULTILINE))
    return keys | {key.removesuffix(".other") for key in keys if key.endswith(".other")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_fetched_from_outside(path: Path) -> None:
    """No file names another machine; the SVG namespace is a name, not an address."""
    content = path.read_text("utf8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//\w+\.\w+/|@import|url\(", content)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_never_make_markup_of_text(path: Path) -> None:
    """Nothing that a strict content policy forbids, and nothing that reads text as markup."""
    assert FORBIDDEN.findall(path.read_text("utf8")) == []


@pytest.mark.parametrize("path", [path for path in SCRIPTS if path.name != "texts.js"], ids=lambda path: path.name)
def test_scripts_are_small(path: Path) -> None:
    """One idea a file."""
    assert len(path.read_text("utf8").splitlines()) <= 150


def test_the_markup_has_no_inline_script_or_style() -> None:
    """The content policy allows none."""
    content = (PAGE / "index.html").read_text("utf8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", content)


def test_every_text_that_is_used_exists() -> None:
    """A key that is missing would stop the page."""
    used = set(NAMED_KEY.findall((PAGE / "index.html").read_text("utf8")))
    for path in SCRIPTS:
        used |= set(TEXT_KEY.findall(path.read_text("utf8")))
    assert len(used) > 40
    assert used - defined_keys() == set()


def test_every_file_is_used() -> None:
    """Each script and style is named by another file."""
    named = {name for path in FILES for name in re.findall(r'"(?:\./|/page/)([\w.]+)"', path.read_text("utf8"))}
    assert {path.name for path in FILES} - named == {"index.html"}
