"""How cost grows, as SVG: a panel a measure, both axes by powers of ten, a line a contender."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from eval.bench.contenders import CONTENDERS
from eval.bench.measure import Measured

WIDTH, HEIGHT, MARGIN, TOP = 400, 260, 56, 34
COLORS = ("#0a5c8a", "#b4511f", "#3d7a2d", "#7a4a9c")
PANELS: Sequence[tuple[str, Callable[[Measured], float]]] = (
    ("a question, median processor ms", lambda row: row.asking_cpu[0]),
    ("reading, processor s", lambda row: row.reading_cpu),
    ("memory, MB", lambda row: row.memory / 1e6),
    ("disk, MB", lambda row: row.disk / 1e6),
)
"""What is plotted; what was not measured is 0 and left out."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Powers of ten laid out between two places."""

    low: int
    high: int
    begin: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value."""
        return self.begin + (log10(value) - self.low) / (self.high - self.low) * (self.end - self.begin)


def growth(rows: Sequence[Measured]) -> str:
    """All panels, two beside each other."""
    panels = [_panel(title, rows, value, at % 2 * WIDTH, at // 2 * HEIGHT) for at, (title, value) in enumerate(PANELS)]
    width, height = 2 * WIDTH, (len(PANELS) + 1) // 2 * HEIGHT + 30
    names = [_text(20 + at * 190, height - 10, name, COLORS[at], "start") for at, name in enumerate(CONTENDERS)]
    style = 'font-family="sans-serif" font-size="12"'
    inside = "\n".join([f'<rect width="{width}" height="{height}" fill="#fff"/>', *panels, *names])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {style}>\n{inside}\n</svg>\n'


def _panel(title: str, rows: Sequence[Measured], value: Callable[[Measured], float], x: int, y: int) -> str:
    shown = [row for row in rows if value(row)]
    across = _scale([row.passages for row in shown], x + MARGIN, x + WIDTH - 16)
    up = _scale([value(row) for row in shown], y + HEIGHT - 30, y + TOP)
    parts = [_text(x + MARGIN, y + 18, title, "#222", "start"), *_grid(across, up)]
    for name, color in zip(CONTENDERS, COLORS, strict=True):
        own = [row for row in shown if row.contender == name]
        places = [(across.at(row.passages), up.at(value(row))) for row in own]
        line = " ".join(f"{left:.1f},{top:.1f}" for left, top in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{left:.1f}" cy="{top:.1f}" r="3.5" fill="{color}"><title>{escape(name)}, {row.passages}: '
            f"{value(row):.3g}</title></circle>"
            for row, (left, top) in zip(own, places, strict=True)
        ]
    return "\n".join(parts)


def _scale(values: Sequence[float], begin: float, end: float) -> _Scale:
    low = floor(log10(min(values, default=1)))
    return _Scale(low, max(ceil(log10(max(values, default=10))), low + 1), begin, end)


def _grid(across: _Scale, up: _Scale) -> list[str]:
    """A line and a number for every power of ten."""
    parts = []
    for power in range(across.low, across.high + 1):
        x = across.at(10**power)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{up.begin}" y2="{up.end}" stroke="#ddd"/>')
        parts.append(_text(x, up.begin + 16, _short(10**power), "#555", "middle"))
    for power in range(up.low, up.high + 1):
        y = up.at(10**power)
        parts.append(f'<line x1="{across.begin}" x2="{across.end}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(_text(across.begin - 6, y + 4, f"{10.0**power:g}", "#555", "end"))
    return parts


def _short(number: int) -> str:
    """A power of ten in few characters: 1k, 1M."""
    for size, letter in ((10**6, "M"), (10**3, "k")):
        if number >= size:
            return f"{number // size}{letter}"
    return str(number)


def _text(x: float, y: float, said: str, color: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{color}" text-anchor="{anchor}">{escape(said)}</text>'
