"""A header whose groups, label header and years are printed one after the other in one run of words.

«Andel (prosent) Ansatte Lønn (kroner) Gruppe 2024 2023 2024 Kvinner Menn» is three groups over two, one and two
columns: a new group begins where a header repeats, and where years give way to words.
"""

from collections.abc import Sequence

from ingest.tables.plain.leaves import Leaf, split_stub

LEAST_GROUPS = 2


def read_grouped(leaves: Sequence[Leaf]) -> tuple[Leaf, tuple[Leaf, ...], tuple[Leaf, ...]] | None:
    """The label column's header, the columns' own headers, and for each of those that of its group; else None."""
    first = next((index for index, leaf in enumerate(leaves) if leaf.dated), 0)
    parts = split_stub(leaves[first]) if leaves else None
    if not first or not parts:
        return None
    values = (parts[1], *leaves[first + 1 :])
    if any(leaf.dated and not leaf.bare for leaf in values[1:]):
        return None
    segments = _segments(values)
    groups = leaves[:first]
    if len(groups) < LEAST_GROUPS or len(groups) != len(segments):
        return None
    return parts[0], values, tuple(group for group, size in zip(groups, segments, strict=True) for _ in range(size))


def _segments(values: Sequence[Leaf]) -> list[int]:
    """How many columns each group has."""
    sizes: list[int] = []
    seen: set[str] = set()
    for index, leaf in enumerate(values):
        if index == 0 or leaf.text in seen or leaf.dated != values[index - 1].dated:
            sizes.append(0)
            seen = set()
        sizes[-1] += 1
        seen.add(leaf.text)
    return sizes
