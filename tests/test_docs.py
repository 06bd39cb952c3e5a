"""What can be set, run, called or met as an error is in the documentation, and its links lead somewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from fastapi.routing import APIRoute, APIRouter

from eval import later
from eval.cli import app
from service import api, ingestions, operating, uploads
from service.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = "\n".join(page.read_text("utf8") for page in PAGES)
WORDS = set(re.findall(r"[\w./{}-]+", TEXT))
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
CODE_AT = {"ServiceError": 1, "UnreadableFileError": 0, "IndexUnusableError": 0}
"""Which argument of each error is its code."""


def commands() -> dict[str, Any]:
    """Every command of the command line."""
    group: Any = typer.main.get_command(app)
    return {**group.commands, "eval": later.group()}


def test_the_commands_are_found() -> None:
    """With their options; else nothing below could fail."""
    found = commands()
    assert {"ingest", "ask", "serve", "documents", "eval", "train-encoder"} <= set(found)
    assert {option for parameter in found["ask"].params for option in parameter.opts} >= {"--json", "--index"}


def routes() -> Iterator[APIRoute]:
    """Every route that is in the OpenAPI description."""
    routers: list[APIRouter] = [api.router, uploads.router, ingestions.router, operating.router]
    for router in routers:
        yield from (route for route in router.routes if isinstance(route, APIRoute) and route.include_in_schema)


def error_codes() -> set[str]:
    """Every code that an error is raised with, found in the source."""
    found: set[str] = set()
    for layer in ("ingest", "retrieval", "service"):
        for path in sorted((ROOT / layer).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf8"))):
                found.update(_code(node))
    return found


def _code(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CODE_AT:
        argument = node.args[CODE_AT[node.func.id]]
        yield from (
            str(part.value)
            for part in ast.walk(argument)
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.isidentifier()
        )


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_described(name: str) -> None:
    """Under the name it is set by, with its default."""
    page = (ROOT / "docs" / "settings.md").read_text("utf8")
    row = next((line for line in page.splitlines() if f"`{PREFIX}{name.upper()}`" in line), "")
    assert row, f"docs/settings.md does not describe {PREFIX}{name.upper()}"
    default = Settings.model_fields[name].default
    assert default in (None, ()) or f"`{default}`" in row


def test_no_setting_is_described_that_is_not_there() -> None:
    """A name in the documentation can be set, or is one the tests read."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    known |= set(
        re.findall(rf"{PREFIX}\w+", "".join(path.read_text("utf8") for path in (ROOT / "tests").rglob("*.py")))
    )
    assert set(re.findall(rf"{PREFIX}[A-Z_]+", TEXT)) <= known


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_described(name: str) -> None:
    """As it is typed, and every option of it."""
    assert f"kildesvar {name}" in TEXT
    options = [
        option
        for parameter in commands()[name].params
        if parameter.param_type_name == "option"
        for option in parameter.opts
        if option.startswith("--")
    ]
    missing = [option for option in options if option not in WORDS]
    assert missing == [], f"kildesvar {name}: not in README.md or docs/: {missing}"


@pytest.mark.parametrize("route", list(routes()), ids=lambda route: f"{sorted(route.methods)[0]} {route.path}")
def test_every_endpoint_is_described(route: APIRoute) -> None:
    """With its method and its path."""
    page = (ROOT / "docs" / "api.md").read_text("utf8")
    assert any(re.search(rf"`{method} {re.escape(route.path)}[`?]", page) for method in route.methods)


def test_every_error_code_is_described() -> None:
    """A program that reads them can look them up."""
    codes = error_codes()
    assert {"empty_question", "damaged", "no_index"} <= codes
    assert sorted(code for code in codes if f"`{code}`" not in TEXT) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    """Files that are there, headings that are there."""
    broken = []
    for target in LINK.findall(page.read_text("utf8")):
        place, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        path = (page.parent / place).resolve() if place else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(target)
    assert broken == []
