"""Two labels set tight over one number that stands apart, and accounts below: the second label heads the accounts."""

import re
from collections.abc import Sequence

from ingest.tables.plain.drafts import Draft

LEAST_CODED = 2

_CODE = re.compile(r"^\d{3,5}$")


def with_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """The rows; where a heading is printed between a row's label and its number, the number is given to the row."""
    for index in range(len(drafts) - LEAST_CODED - 1):
        row, heading = drafts[index], drafts[index + 1]
        coded = [_is_coded(draft) for draft in drafts[index + 2 :] if draft.label]
        if _is_between(row, heading) and coded[:1] == [True] and sum(coded) >= LEAST_CODED:
            row.numbers, heading.numbers = heading.numbers, row.numbers
    return list(drafts)


def _is_between(row: Draft, heading: Draft) -> bool:
    """Whether a label alone stands right over a label with one number that is set apart below it."""
    if row.numbers or len(heading.numbers) != 1 or len(heading.label) != 1 or not row.label:
        return False
    label, number = heading.label[0].seen, heading.numbers[0].seen
    tight = label.blanks == 0 and number.blanks > 0 and number is not label
    return tight and not (_is_coded(row) or _is_coded(heading))


def _is_coded(draft: Draft) -> bool:
    return bool(_CODE.match(draft.label[0].tokens[0].text))
