"""Body rows → row paths: headings over groups of rows, sub-rows, codes with their names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.quantities import parse_number, read_cell
from ingest.tables.grid import GridRow, Slot
from ingest.tables.meaning.code_labels import apart, has_pairs, under_names
from ingest.tables.meaning.labels import is_bullet, split_sign, without_bullet
from ingest.tables.meaning.roles import Roles
from ingest.tables.words import begins_total

_SUM_SIGNS = ("+ ", "= ")
_ACCOUNT = re.compile(r"^\d[\dx]*$")
"""«7065», «7xxx»"""
_LEADING_CODE = re.compile(r"\d{2,4}(?= [^\W\d])")


@dataclass(frozen=True, slots=True)
class PathRow:
    """A row with its path.

    `codes` are the codes in it, in order; `whole` is its own label where codes and names were taken apart.
    """

    row: GridRow
    path: tuple[str, ...]
    codes: tuple[str, ...] = ()
    whole: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    label: str
    kind: str
    bulleted: bool = False


def path_rows(
    rows: Sequence[GridRow], labels: Sequence[Sequence[str]], roles: Roles, header: Sequence[str] = ()
) -> tuple[PathRow, ...]:
    """Every row that holds cells, with the headings it stands under.

    `labels` are the stub texts of each row, `header` is what stands over them.
    """
    found = _placed(rows, labels, roles)
    paired = has_pairs([label for row in found for label in row.path])
    named = under_names(header) and any(_ACCOUNT.match(row.path[0]) for row in found if row.path)
    if len(roles.stubs) == 1 and (paired or named):
        return tuple(_taken_apart(row) for row in found)
    return found


def _taken_apart(row: PathRow) -> PathRow:
    """A row with the codes and names of its labels apart."""
    path = tuple(part for label in row.path for part in apart(label))
    return PathRow(row.row, path, (*row.codes, *(part for part in path if part.isdigit())), row.path[-1])


def _placed(rows: Sequence[GridRow], labels: Sequence[Sequence[str]], roles: Roles) -> tuple[PathRow, ...]:
    found: list[PathRow] = []
    groups: list[_Group] = []
    fresh: list[str] = []
    signed = any(text.startswith(_SUM_SIGNS) for texts in labels for text in texts[:1])
    members: list[GridRow] = []
    texts_only = not any(_has_number(row, roles) for row in rows)
    for row, texts in zip(rows, labels, strict=True):
        path, codes = _own_path(texts, roles)
        if not _holds_cells(row, roles) and (not texts_only or _names_group(row, roles)):
            fresh.extend(path)
            continue
        bulleted = bool(path) and is_bullet(path[0]) and not signed
        groups = _beside(_entered(groups, fresh, bulleted=bulleted), path, rows=len(fresh) == 0)
        members = [] if fresh else members
        groups = _announced(groups, members, row, roles)
        if groups and path and begins_total(path[0]) and _closes(groups, members, found, row, last=row is rows[-1]):
            groups = []
        fresh = []
        own = tuple(part for label in path for part in split_sign(without_bullet(label) if bulleted else label))
        members.append(row)
        found.append(PathRow(row, (*(group.label for group in groups), *own), codes))
        if path and begins_total(path[-1]):
            groups = groups[:-1]
    return tuple(found)


def _closes(
    groups: Sequence[_Group], members: Sequence[GridRow], found: Sequence[PathRow], total: GridRow, *, last: bool
) -> bool:
    """Whether a sum stands under no heading: it adds up all rows, or comes last and adds up no group, or an account."""
    whole = not _adds_up(members, total)
    if whole and _adds_up([row.row for row in found], total):
        return True
    coded = bool(members) and all(_LEADING_CODE.match(member.slots[0].text) for member in members)
    return last and (bool(_ACCOUNT.match(groups[0].label)) or (whole and coded))


def _announced(groups: list[_Group], members: Sequence[GridRow], row: GridRow, roles: Roles) -> list[_Group]:
    """The headings in force: one that ends with a colon announces rows of one form, in per cent or not."""
    if not groups or not groups[-1].label.endswith(":") or not members:
        return groups
    forms = [_in_percent(member, roles) for member in (members[0], row)]
    return groups[:-1] if forms[0] != forms[1] else groups


def _in_percent(row: GridRow, roles: Roles) -> bool:
    numbers = (slot_or_empty(row, column).text for column in roles.cells)
    return any("%" in text for text in numbers)


def _adds_up(members: Sequence[GridRow], total: GridRow) -> bool:
    """Whether every number of a row is the sum of the members' numbers in its column."""
    told = 0
    for column in range(1, len(total.slots)):
        goal = parse_number(total.slots[column].text)
        if goal is None:
            continue
        parts = [parse_number(slot_or_empty(row, column).text) or 0 for row in members]
        if abs(sum(parts) - goal) > len(parts):
            return False
        told += 1
    return told > 0


def _has_number(row: GridRow, roles: Roles) -> bool:
    return any(read_cell(slot_or_empty(row, column).text) is not None for column in roles.cells)


def _holds_cells(row: GridRow, roles: Roles) -> bool:
    return any(index < len(row.slots) and row.slots[index].text for index in roles.cells)


def _names_group(row: GridRow, roles: Roles) -> bool:
    """Whether a row has the first of several labels and nothing else."""
    return len(roles.stubs) > 1 and sum(bool(slot.text) for slot in row.slots) == 1 and bool(row.slots[0].text)


def _own_path(texts: Sequence[str], roles: Roles) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A row's own labels, and those of them that are codes."""
    path = tuple(text for text in texts if text)
    return path, tuple(text for text, is_code in zip(texts, roles.codes, strict=True) if is_code and text)


def _entered(groups: list[_Group], fresh: Sequence[str], *, bulleted: bool) -> list[_Group]:
    """The headings in force once `fresh` ones have come: one of a kind seen before closes all from that kind on."""
    kept = list(groups) if bulleted else [group for group in groups if not group.bulleted]
    for position, label in enumerate(fresh):
        kind = _kind(label)
        same = [index for index, group in enumerate(kept) if group.kind == kind]
        if same and position == 0:
            kept = kept[: same[0] if len(fresh) > 1 else same[-1]]
        kept.append(_Group(label, kind, bulleted and position == len(fresh) - 1))
    return kept


def _beside(groups: list[_Group], path: Sequence[str], *, rows: bool) -> list[_Group]:
    """The headings in force for a row: a code as long as a heading's own stands beside it, not under it."""
    own = _LEADING_CODE.match(path[0]) if path and rows else None
    for index, group in enumerate(groups):
        code = _LEADING_CODE.match(group.label)
        if own and code and len(code[0]) == len(own[0]):
            return groups[:index]
    return groups


def _kind(label: str) -> str:
    """What sort of heading it is: its first word where a number follows it, else plain."""
    words = label.split()
    if len(words) > 1 and words[1].rstrip(",.:").isdigit():
        return words[0].lower()
    return "code" if words and words[0].isdigit() else ""


def slot_or_empty(row: GridRow, index: int) -> Slot:
    """The slot at `index`, or an empty one past the row's end."""
    return row.slots[index] if index < len(row.slots) else Slot("", ())
