"""Page numbers that survive as lines of their own in a text without form feeds.

A lone number is a page number only with evidence: a word for «page» before it, a running head right above it, or
a chain of such numbers that counts steadily through the text.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

_LONE = re.compile(r"\s*(?:[-–]\s*)?(?:(?P<word>side|page|s\.)\s*)?(?P<number>[1-9]\d{0,3})(?:\s*[-–])?"
                   r"(?:\s*(?:av|of|/)\s*\d{1,4})?\s*", re.IGNORECASE)  # fmt: skip
_HEAD_REACH = 4
_SHORTEST_PAGE = 8
_LONGEST_PAGE = 250
_SHORTEST_RUN = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """The printed number `value` on line `line`; the page it numbers begins at line `start`."""

    value: int
    line: int
    start: int


def lone_number(text: str) -> int | None:
    """The number of a line that holds a page number and nothing else."""
    found = _LONE.fullmatch(text)
    return int(found["number"]) if found else None


def printed_numbers(texts: list[str]) -> list[Printed]:
    """The page numbers a text has kept, in order, with the lines their pages begin at."""
    alone = [number for number in range(1, len(texts) + 1) if _stands_alone(texts, number)]
    named = [Printed(_value(texts, n), n, n) for n in alone if _named(texts[n - 1])]
    return _steady(named) or _under_running_heads(texts, alone) or _counted(texts, alone)


def _stands_alone(texts: list[str], number: int) -> bool:
    if lone_number(texts[number - 1]) is None:
        return False
    around = texts[max(0, number - 2) : number - 1] + texts[number : number + 1]
    return not "".join(around).strip()


def _named(text: str) -> bool:
    found = _LONE.fullmatch(text)
    return bool(found and found["word"])


def _value(texts: list[str], number: int) -> int:
    value = lone_number(texts[number - 1])
    return value if value is not None else 0


def _under_running_heads(texts: list[str], alone: list[int]) -> list[Printed]:
    """Lone numbers shortly under a line that stands so more than once: the head and its page number."""
    heads: dict[str, list[Printed]] = defaultdict(list)
    for number in alone:
        for above in range(number - 1, max(0, number - 1 - _HEAD_REACH), -1):
            head = " ".join(texts[above - 1].split())
            if head:
                heads[head].append(Printed(_value(texts, number), number, above))
                break
    repeated = (_steady(found) for head, found in heads.items() if len(found) > 1 and lone_number(head) is None)
    return max(repeated, key=len, default=[])


def _steady(found: list[Printed]) -> list[Printed]:
    """The numbers, if they rise by a plausible count of lines a page; else nothing."""
    rising = all(
        later.value > earlier.value
        and _SHORTEST_PAGE <= (later.line - earlier.line) / (later.value - earlier.value) <= _LONGEST_PAGE
        for earlier, later in pairwise(found)
    )
    return found if rising else []


def _counted(texts: list[str], alone: list[int]) -> list[Printed]:
    """The longest run of lone numbers that count one by one, a page's distance apart."""
    best: list[Printed] = []
    ending: dict[int, list[Printed]] = {}
    for number in alone:
        value = _value(texts, number)
        before = ending.get(value - 1, [])
        fits = bool(before) and _SHORTEST_PAGE <= number - before[-1].line <= _LONGEST_PAGE
        ending[value] = [*(before if fits else []), Printed(value, number, number)]
        best = max(best, ending[value], key=len)
    return _placed(texts, best) if len(best) >= _SHORTEST_RUN else []


def _placed(texts: list[str], run: list[Printed]) -> list[Printed]:
    """Numbers at the foot number the page before them: their pages begin after the number before."""
    below = [text for text in texts[run[-1].line :] if text.strip()]
    if len(below) > _HEAD_REACH:
        return run
    starts = [1 if run[0].value == 1 else run[0].line, *(printed.line + 1 for printed in run[:-1])]
    return [Printed(printed.value, printed.line, start) for printed, start in zip(run, starts, strict=True)]
