"""Names for rows of codes alone: the same codes stand with their names in another table of the document."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Row, Table

_CODE = re.compile(r"^0*(\d{1,4})$")
_CODED = re.compile(r"^(?:[^\W\d]+\.?\s+)?0*(\d{1,4}),?\s+(?P<name>[^\W\d].*)$")

Named = dict[tuple[str, ...], tuple[str, ...]]


def name_codes(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, rows whose path is codes alone with the names that other rows give the same codes."""
    named: Named = {}
    for table in tables:
        for row in table.rows:
            codes, names = _codes_and_names(row.path)
            if codes and len(codes) == len(names):
                for depth in range(1, len(codes) + 1):
                    named.setdefault(codes[:depth], names[:depth])
    return tuple(replace(table, rows=tuple(_named(row, named) for row in table.rows)) for table in tables)


def _named(row: Row, named: Named) -> Row:
    codes, names = _codes_and_names(row.path)
    if not codes or names:
        return row
    for depth in range(len(codes), 0, -1):
        if codes[:depth] in named:
            return replace(row, names=named[codes[:depth]])
    return row


def _codes_and_names(path: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of a path and the names that stand with them («605», «Etaten», or «Kap. 605 Etaten»)."""
    codes: list[str] = []
    names: list[str] = []
    for part in path:
        coded = _CODED.match(part)
        alone = _CODE.match(part)
        if alone:
            codes.append(alone[1])
        elif coded:
            codes.append(coded[1])
            names.append(coded["name"])
        elif codes:
            names.append(part)
    return tuple(codes), tuple(names)
