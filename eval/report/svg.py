"""Plots as inline SVG: intervals on a scale, curves in a unit square, bars, and lines over runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

WIDTH = 860
LEFT = 260
ROW = 26
SQUARE = 300
MARGIN = 46


@dataclass(frozen=True, slots=True)
class Point:
    """A measured value on a row of its own, with its interval and over how many questions."""

    label: str
    value: float
    low: float
    high: float
    count: int


def interval_plot(points: Sequence[Point]) -> str:
    """A dot with its interval for each point, on a scale from 0 to 1."""
    height = ROW * len(points) + 34
    right = WIDTH - 70
    parts = [_grid_column(x / 4, right, height) for x in range(5)]
    for at, point in enumerate(points):
        y = at * ROW + 18
        low, high, value = (_across(share, right) for share in (point.low, point.high, point.value))
        parts += [
            _text(LEFT - 10, y + 4, point.label, "end"),
            f'<line class="interval" x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}"/>',
            f'<circle class="dot" cx="{value:.1f}" cy="{y}" r="5"><title>{escape(point.label)}: {point.value:.3f} '
            f"({point.low:.3f} til {point.high:.3f}), {point.count} spørsmål</title></circle>",
            _text(right + 10, y + 4, f"{point.value:.2f}", "start", "value"),
        ]
    return _svg(WIDTH, height, parts)


def square_plot(curve: Sequence[tuple[float, float]], chosen: tuple[float, float, str], axes: tuple[str, str]) -> str:
    """A curve in a unit square with its diagonal; `chosen` is a point on it that is named."""
    x, y = _inside(chosen[0], chosen[1])
    parts = [
        _square_frame(axes),
        _path(curve, "curve"),
        f'<circle class="chosen" cx="{x:.1f}" cy="{y:.1f}" r="6"/>',
        _text(x - 11, y - 8, chosen[2], "end") if chosen[0] > 0.5 else _text(x + 11, y + 14, chosen[2], "start"),
    ]
    return _svg(SQUARE + 2 * MARGIN, SQUARE + 2 * MARGIN, parts)


def calibration_plot(bins: Sequence[tuple[float, float, int]], axes: tuple[str, str]) -> str:
    """A dot for each bin (how sure, how often right, how many), as large as the bin, beside the diagonal."""
    most = max((count for _, _, count in bins), default=1)
    parts = [_square_frame(axes), _path([(x, y) for x, y, _ in bins], "curve")]
    for sure, right, count in bins:
        x, y = _inside(sure, right)
        radius = 4 + 9 * (count / most) ** 0.5
        title = f"<title>sikkerhet {sure:.2f}, riktig {right:.2f}, {count} spørsmål</title>"
        parts.append(f'<circle class="bin" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">{title}</circle>')
    return _svg(SQUARE + 2 * MARGIN, SQUARE + 2 * MARGIN, parts)


def bar_plot(bars: Sequence[tuple[str, float]], unit: str) -> str:
    """Upright bars, the tallest filling the plot, each with its label under it and its size on top."""
    height, base = 220, 180
    most = max((size for _, size in bars), default=1.0) or 1.0
    step = (WIDTH - 40) / max(len(bars), 1)
    parts = [f'<line class="axis" x1="20" x2="{WIDTH - 20}" y1="{base}" y2="{base}"/>']
    for at, (label, size) in enumerate(bars):
        tall = 150 * size / most
        x = 20 + at * step
        parts += [
            f'<rect class="bar" x="{x + 2:.1f}" y="{base - tall:.1f}" width="{step - 4:.1f}" height="{tall:.1f}"/>',
            _text(x + step / 2, base + 16, label, "middle", "tick"),
            _text(x + step / 2, base - tall - 5, f"{size:g}", "middle", "tick"),
        ]
    return _svg(WIDTH, height, [*parts, _text(WIDTH / 2, height - 4, unit, "middle", "axis-name")])


def history_plot(series: Sequence[tuple[str, Sequence[float]]], labels: Sequence[str]) -> str:
    """A line for each measure over runs, oldest to the left, on a scale from 0 to 1."""
    height, bottom, left, right = 270, 215, 40, WIDTH - 190
    step = (right - left) / max(len(labels) - 1, 1)

    def at(place: int, value: float) -> tuple[float, float]:
        return left + place * step, bottom - value * (bottom - 20)

    parts = []
    for quarter in range(5):
        _, y = at(0, quarter / 4)
        parts.append(f'<line class="grid" x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(_text(left - 6, y + 4, f"{quarter / 4:g}", "end", "tick"))
    ends = _spread([at(0, values[-1])[1] for _, values in series])
    for number, ((name, values), end) in enumerate(zip(series, ends, strict=True)):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(n, value) for n, value in enumerate(values)))
        dots = [(x, y, v) for (x, y), v in ((at(n, value), value) for n, value in enumerate(values))]
        parts.append(f'<polyline class="line s{number}" points="{points}"/>')
        parts += [
            f'<circle class="s{number}" cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{v:.3f}</title></circle>'
            for x, y, v in dots
        ]
        parts.append(_text(right + 12, end + 4, f"{values[-1]:.2f} {name}", "start", f"s{number}"))
    for place in {0, len(labels) - 1}:
        x, _ = at(place, 0)
        parts.append(_text(x, bottom + 20, labels[place], "start" if place == 0 else "end", "tick"))
    return _svg(WIDTH, height, parts)


def _spread(places: Sequence[float]) -> list[float]:
    """Heights of labels moved apart so that none covers another."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    moved = list(places)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + 16)
    return moved


def _svg(width: int, height: int, parts: Sequence[str]) -> str:
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" role="img">{"".join(parts)}</svg>'


def _across(share: float, right: float) -> float:
    return LEFT + share * (right - LEFT)


def _grid_column(share: float, right: float, height: int) -> str:
    x = _across(share, right)
    line = f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="4" y2="{height - 22}"/>'
    return line + _text(x, height - 6, f"{share:g}", "middle", "tick")


def _inside(x: float, y: float) -> tuple[float, float]:
    return MARGIN + x * SQUARE, MARGIN + (1 - y) * SQUARE


def _path(points: Sequence[tuple[float, float]], name: str) -> str:
    drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_inside(*point) for point in points))
    return f'<polyline class="{name}" points="{drawn}"/>'


def _square_frame(axes: tuple[str, str]) -> str:
    left, top, low = MARGIN, MARGIN, MARGIN + SQUARE
    ticks = "".join(
        _text(left + share * SQUARE, low + 16, f"{share:g}", "middle", "tick")
        + _text(left - 6, low - share * SQUARE + 4, f"{share:g}", "end", "tick")
        for share in (0, 0.5, 1)
    )
    frame = f'<rect class="frame" x="{left}" y="{top}" width="{SQUARE}" height="{SQUARE}"/>'
    names = _text(left + SQUARE / 2, low + 36, axes[0], "middle", "axis-name") + _text(
        left, top - 12, axes[1], "start", "axis-name"
    )
    return frame + _path([(0, 0), (1, 1)], "diagonal") + ticks + names


def _text(x: float, y: float, said: str, anchor: str, name: str = "label") -> str:
    return f'<text class="{name}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(said)}</text>'
