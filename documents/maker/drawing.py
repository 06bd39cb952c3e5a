"""Drawn things: bar charts, the picture page, and the lighthouse on the cover."""

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from documents.maker.pages import Bars
from documents.maker.style import PAGE_HEIGHT, PAGE_WIDTH, Look


def draw_bars(canvas: Canvas, bars: Bars, look: Look) -> None:
    """A plain bar chart with a value axis and a label under each bar."""
    chart, left, width = bars.chart, bars.x + 34, bars.width - 40
    top = max(chart.ticks)
    canvas.setFont(look.note.font, 7)
    canvas.setLineWidth(0.4)
    for tick in chart.ticks:
        y = bars.y + bars.height * tick / top
        canvas.setStrokeColor("#ccd5d7")
        canvas.line(left, y, left + width, y)
        canvas.setFillColor("#5b676b")
        canvas.drawRightString(left - 4, y - 2, f"{tick:,}".replace(",", " "))
    step = width / len(chart.labels)
    for number, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        x = left + number * step + step * 0.2
        canvas.setFillColor(look.accent)
        canvas.rect(x, bars.y, step * 0.6, bars.height * value / top, stroke=0, fill=1)
        canvas.setFillColor("#5b676b")
        canvas.drawCentredString(x + step * 0.3, bars.y - 9, label)


def draw_lighthouse(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A lighthouse with its beam."""
    canvas.setFillColor("#f4d58d")
    beam = canvas.beginPath()
    beam.moveTo(x, y + size)
    beam.lineTo(x + size * 2.4, y + size * 1.5)
    beam.lineTo(x + size * 2.4, y + size * 0.7)
    beam.close()
    canvas.drawPath(beam, stroke=0, fill=1)
    canvas.setFillColor("#f7f5ef")
    tower = canvas.beginPath()
    tower.moveTo(x - size * 0.2, y)
    tower.lineTo(x + size * 0.2, y)
    tower.lineTo(x + size * 0.12, y + size * 0.92)
    tower.lineTo(x - size * 0.12, y + size * 0.92)
    tower.close()
    canvas.drawPath(tower, stroke=0, fill=1)
    canvas.setFillColor("#b23a2e")
    for level in (0.18, 0.5):
        canvas.rect(x - size * 0.17, y + size * level, size * 0.34, size * 0.14, stroke=0, fill=1)
    canvas.rect(x - size * 0.15, y + size * 0.92, size * 0.3, size * 0.16, stroke=0, fill=1)


def draw_picture(canvas: Canvas, look: Look) -> None:
    """A page that is one picture and holds no text."""
    canvas.setFillColor(look.accent)
    canvas.rect(0, 0, PAGE_WIDTH, PAGE_HEIGHT, stroke=0, fill=1)
    shades = ("#1d5f70", "#347584", "#558f9b", "#7facb5", "#aecbd1")
    for number, shade in enumerate(shades):
        canvas.setFillColor(shade)
        canvas.rect(0, 300 - number * 60, PAGE_WIDTH, 60, stroke=0, fill=1)
    draw_lighthouse(canvas, 210, 340, 190)
