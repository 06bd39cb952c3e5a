"""A header that is printed among the rows, below the first ones."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.tables.plain.columns import Columns
from ingest.tables.plain.leaves import read_leaves
from ingest.tables.plain.seen import Seen, goes_on


def with_late_header(columns: Columns, body: Sequence[Seen]) -> tuple[Columns, Sequence[Seen]]:
    """The columns with the header that stands among the rows, where none stands above them; and its lines.

    It is the first lines with years or dates, and the words that cannot end before them («Regnskap per»).
    """
    first = next((index for index, line in enumerate(body) if line.is_header), len(body))
    if columns.values or first == len(body):
        return columns, ()
    last = first
    while last < len(body) and body[last].is_header:
        last += 1
    while first > 0 and goes_on(body[first - 1]) and not body[first - 1].is_amount:
        first -= 1
    leaves = read_leaves(body[first:last])
    if len(leaves) != columns.count or not any(leaf.dated for leaf in leaves):
        return columns, ()
    return replace(columns, values=leaves), body[first:last]
