"""Content files to a Book: prose in light markup, tables and charts as data."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from documents.maker.markup import parse_text
from documents.maker.model import Block, Book, Chart, Table, Text
from documents.maker.tables import parse_table

_NUMBERED = re.compile(r"(\d+(?:\.\d+)*\.?) +(.*)", re.DOTALL)
_ITEM = re.compile(r"( *)(-|\d+\.|\d+(?:\.\d+)+\.?|[a-z]\)) +(.*)", re.DOTALL)
_BULLETS = {1: "•", 2: "o", 3: "▪"}


def _heading(line: str) -> Block:
    level = len(line) - len(line.lstrip("#"))
    text = line.lstrip("#").strip()
    match = _NUMBERED.fullmatch(text)
    marker, title = match.groups() if match else ("", text)
    return Block("heading", parse_text(title), level, marker)


def _item(source: str) -> Block:
    match = _ITEM.fullmatch(source)
    if match is None:
        raise ValueError(f"list item «{source}»: begin it with -, 1. or a)")
    indent, marker, text = match.groups()
    level = len(indent) // 2 + 1
    return Block("item", parse_text(text), level, _BULLETS[level] if marker == "-" else marker)


def _items(chunk: list[str]) -> Iterator[Block]:
    sources: list[str] = []
    for line in chunk:
        if _ITEM.fullmatch(line):
            sources.append(line.rstrip())
        else:
            sources[-1] += " " + line.strip()
    return (_item(source) for source in sources)


def _blocks(source: str) -> Iterator[Block]:
    for chunk in re.split(r"\n\s*\n", source.strip("\n")):
        lines = chunk.splitlines()
        if lines[0].startswith("#"):
            yield from (_heading(line) for line in lines)
        elif lines[0].startswith("@"):
            for line in lines:
                kind, _, name = line[1:].partition(" ")
                yield Block(kind, name=name.strip())
        elif _ITEM.fullmatch(lines[0]):
            yield from _items(lines)
        else:
            yield Block("paragraph", parse_text(" ".join(line.strip() for line in lines)))


def _chart(data: Mapping[str, Any]) -> Chart:
    caption = parse_text(data["caption"])
    return Chart(data["id"], caption, tuple(data["labels"]), tuple(data["values"]), tuple(data["ticks"]))


def load_book(folder: Path) -> Book:
    """The book whose parts stand in `folder`: book.toml and the files that it lists."""
    head = tomllib.loads((folder / "book.toml").read_text("utf8"))
    blocks: list[Block] = []
    tables: dict[str, Table] = {}
    charts: dict[str, Chart] = {}
    footnotes: dict[str, Text] = {}
    for part in head["parts"]:
        data = tomllib.loads((folder / part).read_text("utf8"))
        blocks += _blocks(data["text"])
        tables |= {table["id"]: parse_table(table) for table in data.get("table", [])}
        charts |= {chart["id"]: _chart(chart) for chart in data.get("chart", [])}
        footnotes |= {mark: parse_text(text) for mark, text in data.get("footnotes", {}).items()}
    return Book(head["name"], head["title"], tuple(blocks), tables, charts, footnotes, head["cover"], head["style"])
