"""Imports go one way: ingest, retrieval, service, eval. Each knows those before it and none after."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ("ingest", "retrieval", "service", "eval")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """The top-level packages a file imports, with the lines, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__", "files"):
            names = [str(argument.value) for argument in node.args[:1] if isinstance(argument, ast.Constant)]
        yield from ((getattr(node, "lineno", 0), name.split(".")[0]) for name in names)


def _called(node: ast.Call) -> str:
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


@pytest.mark.parametrize("layer", LAYERS)
def test_no_layer_reaches_back(layer: str) -> None:
    """Nothing imports what stands after it, nor the tests, nor the maker of the sample documents."""
    forbidden = {*LAYERS[LAYERS.index(layer) + 1 :], "tests", "documents"}
    paths = sorted((ROOT / layer).rglob("*.py"))
    assert paths
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in paths
        for line, name in imported(path)
        if name in forbidden
    ]
    assert wrong == []


def test_retrieval_and_ingest_know_nothing_of_http() -> None:
    """What answers can be used without a server."""
    web = {"fastapi", "starlette", "uvicorn", "httpx", "typer", "rich"}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for layer in ("ingest", "retrieval")
        for path in sorted((ROOT / layer).rglob("*.py"))
        for line, name in imported(path)
        if name in web
    ]
    assert wrong == []
