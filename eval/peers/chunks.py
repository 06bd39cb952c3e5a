"""Naive chunks: lines run together until they are long enough, whatever stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.index.open import Index

LENGTH = 900
"""Characters in a chunk."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a document: its file, pages, first and last line, and text."""

    source: str
    pages: frozenset[int]
    lines: tuple[int, int]
    text: str


def chunks_of(index: Index) -> list[Chunk]:
    """Every document of an index, cut into chunks of whole lines."""
    return [
        chunk
        for document in index.documents.values()
        for chunk in cut(document.source, index.store.lines(document.number, 1, document.lines))
    ]


def cut(source: str, lines: list[tuple[int, int, str]]) -> Iterator[Chunk]:
    """Lines, as (number, page, text), run together into chunks."""
    held: list[tuple[int, int, str]] = []
    length = 0
    for line in lines:
        if held and length + len(line[2]) > LENGTH:
            yield _chunk(source, held)
            held, length = [], 0
        if line[2].strip():
            held.append(line)
            length += len(line[2]) + 1
    if held:
        yield _chunk(source, held)


def _chunk(source: str, held: list[tuple[int, int, str]]) -> Chunk:
    pages = frozenset(page for _, page, _ in held)
    return Chunk(source, pages, (held[0][0], held[-1][0]), "\n".join(text for _, _, text in held))
