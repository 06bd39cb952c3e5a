"""Grids of a sheet with positions: where they stand, and their lines cut into columns and rows."""

from collections.abc import Sequence
from itertools import groupby

from ingest.document import Sheet
from ingest.tables.grid import Grid, GridRow
from ingest.tables.positioned.columns import Column, find_columns
from ingest.tables.positioned.header import header_rows
from ingest.tables.positioned.parts import Parts, part
from ingest.tables.positioned.regions import Found, goes_on, grids_on, repeats_header
from ingest.tables.positioned.rows import body_rows
from ingest.tables.positioned.strips import Strip, page_strips, strip_of
from ingest.tables.region import Region


def has_positions(sheet: Sheet) -> bool:
    """Whether the lines of a sheet say where they stand."""
    return any(line.segments for line in sheet.lines)


def find_regions(sheet: Sheet) -> tuple[Region, ...]:
    """The regions of a sheet with positions that hold grids. A grid that goes on over pages is one region."""
    groups: list[list[Found]] = []
    for page in page_strips(sheet):
        for found in grids_on(page):
            if groups and goes_on(groups[-1][-1], found):
                groups[-1].append(found)
            else:
                groups.append([found])
    return tuple(_region(group) for group in groups)


def _region(group: Sequence[Found]) -> Region:
    return Region(tuple(strip.number for found in group for strip in found.strips))


def cut(sheet: Sheet, region: Region) -> tuple[Grid, ...]:
    """The grid of a region, none where its lines have no two columns.

    Side-by-side panels are one grid, with a column of labels between the columns of cells. The first columns may all
    be labels (a code and its name).
    """
    strips = [strip_of(line) for line in map(sheet.line, region.lines) if line.segments]
    pages = [list(group) for _, group in groupby(strips, key=lambda strip: strip.line.page)]
    parts = [found for page in pages if (found := part(page)) is not None]
    if not parts:
        return ()
    columns = _shared_columns(parts)
    if len(parts) > 1:
        parts = [found for page in pages if (found := part(page, columns)) is not None]
    body = body_rows([_body(found, parts[0]) for found in parts], columns)
    notes = tuple(strip.number for found in parts for strip in found.notes)
    return (Grid(region.lines, _header(parts[0], columns), tuple(body), notes),)


def _body(parts: Parts, first: Parts) -> tuple[Strip, ...]:
    """The body on one page; what looks like a header on a later page, but is not the first one again, is a row."""
    if parts is first or repeats_header(parts, first):
        return parts.body
    return parts.header + parts.body


def _shared_columns(parts: Sequence[Parts]) -> tuple[Column, ...]:
    """The columns of all pages of a grid together."""
    if len(parts) == 1:
        return parts[0].columns
    rows = [strip for found in parts for strip in found.body if strip.is_multi]
    heads = [strip for found in parts for strip in found.header if strip.is_multi]
    return find_columns(rows, heads)


def _header(parts: Parts, columns: Sequence[Column]) -> tuple[GridRow, ...]:
    below: Sequence[Strip] = parts.below
    return tuple(header_rows(parts.header, columns, below))
