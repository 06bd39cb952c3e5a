"""Lines of text drawn side by side in a terminal: blocks of a fixed width, wrapped, aligned and padded."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

GAP = "  "
HANG = 2
"""How far the later lines of a wrapped text stand in."""
FIXED_SPACE = "\N{NO-BREAK SPACE}"
"""Stands for a space that no line may break at; drawn as a plain one."""

_UNPRINTABLE = dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of wrapped lines, `width` characters wide. `align` is "left", "right" or "center"."""

    lines: tuple[str, ...]
    width: int
    align: str = "left"
    style: str = ""


def block(text: str, width: int, align: str = "left", style: str = "", indent: int = 0, hang: int = 0) -> Block:
    """A text wrapped to a width, its lines indented, those after the first further by `hang`."""
    first, later = (" " * max(min(deep, width - 8), 0) for deep in (indent, indent + hang))
    lines = textwrap.wrap(printable(text), max(width, 1), initial_indent=first, subsequent_indent=later)
    return Block(tuple(lines), width, align, style)


def band(blocks: Sequence[Block], *, bottom: bool = False) -> list[Text]:
    """Blocks beside each other as lines, the shorter ones filled up below, or above where they stand at the bottom."""
    height = max((len(part.lines) for part in blocks), default=0)
    lines = []
    for at in range(height):
        line = Text()
        for place, part in enumerate(blocks):
            own = at - (height - len(part.lines) if bottom else 0)
            text = part.lines[own] if 0 <= own < len(part.lines) else ""
            line.append(GAP if place else "")
            line.append(_aligned(text.replace(FIXED_SPACE, " "), part.width, part.align), style=part.style)
        line.rstrip()
        lines.append(line)
    return lines


def fixed(text: str) -> str:
    """The text as one word that is never broken over lines."""
    return text.replace(" ", FIXED_SPACE)


def printable(text: str) -> str:
    """The text without what a terminal would obey: line breaks become spaces, other control characters are marked."""
    return " ".join(text.split("\n")).translate(_UNPRINTABLE)


def write(console: Console, lines: Iterable[Text | str]) -> None:
    """Lines as they are, never wrapped again."""
    for line in lines:
        console.print(line, soft_wrap=True, markup=False, highlight=False, emoji=False)


def _aligned(text: str, width: int, align: str) -> str:
    room = max(width - cell_len(text), 0)
    before = {"left": 0, "right": room, "center": room // 2}[align]
    return " " * before + text + " " * (room - before)
