"""The worst questions: what was wanted, what came, and why it ranked so."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from eval.items import Expected, Turn
from eval.measuring.scored import DECISIVE, Scored
from eval.run import Record
from service.schemas import FigureSchema, PassageSchema

MOST = 60
MOST_FEATURES = 6
MARKS = (*DECISIVE, "refused", "result", "operands")
"""The marks a question fails by, the first that it has."""

TOLD = {"kind": "slag", "unit": "enhet", "measure": "mål", "periods": "periode", "operation": "regning"}
"""What the trace says of how a question was understood."""

Weights = Mapping[str, Mapping[str, float]]


def worst(records: Sequence[Record], questions: Sequence[Scored]) -> list[tuple[Record, Scored]]:
    """The questions that failed, the surest first: a wrong answer given with confidence does the most harm."""
    failed = [(record, one) for record, one in zip(records, questions, strict=True) if _failed(one)]
    return sorted(failed, key=lambda pair: (-pair[1].confidence, pair[1].key))


def worst_html(failed: Sequence[tuple[Record, Scored]], weights: Weights) -> str:
    """The worst of them, each to be opened."""
    return "".join(_question(record, one, weights) for record, one in failed[:MOST])


def _failed(one: Scored) -> bool:
    decided = next((one.values[name] for name in MARKS if name in one.values), None)
    return decided is not None and decided < 1


def _question(record: Record, one: Scored, weights: Weights) -> str:
    lost = [name for name in MARKS if one.values.get(name) == 0]
    head = (
        f'<summary><span class="sure">{one.confidence:.2f}</span> <b>{escape(one.key)}</b> '
        f'{escape(record.turn.question)} <span class="lost">{escape(", ".join(lost))}</span></summary>'
    )
    rows = [("Ønsket", wanted(record.turn)), ("Kom", _came(record)), *_why(record, weights)]
    body = "".join(f"<dt>{name}</dt><dd>{said}</dd>" for name, said in rows)
    return f"<details>{head}<dl>{body}</dl></details>"


def wanted(turn: Turn) -> str:
    """What was wanted, in words."""
    if turn.answer is None:
        return f"at svaret ikke står i dokumentene ({escape(turn.unanswerable_class or 'ubesvarlig')})"
    said = " <i>eller</i> ".join(_expected(option) for option in (turn.answer, *turn.also))
    places = turn.evidence_pages or turn.evidence
    where = ", ".join(_lines(place) if isinstance(place, tuple) else f"side {place}" for place in places)
    return f"{said} <small>{escape(turn.source or turn.doc or '')} {where}</small>"


def _expected(answer: Expected) -> str:
    if answer.value is not None:
        scale = f" × {answer.scale:g}" if answer.scale != 1 else ""
        return escape(f"{number(answer.value)}{scale} {answer.unit or ''}, {answer.period or 'uten periode'}")
    if answer.values:
        result = f" → {number(answer.result.value)} {answer.result.unit or ''}" if answer.result else ""
        return escape(" og ".join(number(value.amount) for value in answer.values) + result)
    return escape(" + ".join("/".join(words) for words in answer.must))


def number(value: float) -> str:
    """A number with its thousands set off by spaces."""
    whole = f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
    return whole.replace(",", "\u00a0").replace(".", ",")


def _lines(lines: tuple[int, int]) -> str:
    return f"linje {lines[0]}" if lines[0] == lines[1] else f"linje {lines[0]}–{lines[1]}"


def _joined(told: object) -> str:
    return ", ".join(map(str, told)) if isinstance(told, list) else str(told)


def _came(record: Record) -> str:
    reply = record.reply
    lines = [f"{'svart' if reply.status == 'answered' else 'ikke funnet'}: {escape(reply.answer or '–')}"]
    lines += [_figure(at, figure) for at, figure in enumerate(reply.figures[:3], 1)]
    lines += [_passage(at, passage) for at, passage in enumerate(reply.passages[:3], 1)]
    return "<br>".join(lines)


def _figure(at: int, figure: FigureSchema) -> str:
    scale = f" × {figure.scale}" if figure.scale != 1 else ""
    lines = _lines(figure.citation.lines)
    said = f"{figure.text}{scale} {figure.unit or ''} · {figure.label} · {figure.period or 'uten periode'}"
    return f"<small>tall {at}</small> {escape(said)} <small>side {figure.citation.page}, {lines}</small>"


def _passage(at: int, passage: PassageSchema) -> str:
    said = " ".join(passage.text.split())[:160]
    return f"<small>avsnitt {at}</small> {escape(said)} <small>{escape(passage.source)} {_lines(passage.lines)}</small>"


def _why(record: Record, weights: Weights) -> Iterator[tuple[str, str]]:
    trace = record.reply.trace
    terms = ", ".join(map(str, trace.get("terms", [])))
    unknown = ", ".join(map(str, trace.get("unknown", [])))
    told = [f"lette etter: {terms}", f"kjenner ikke: {unknown or '–'}"]
    told += [f"{label}: {_joined(trace[name])}" for name, label in TOLD.items() if trace.get(name)]
    yield "Forstått som", escape(" · ".join(told))
    features = trace.get("features", {})
    for sort, name in (("figures", "figure"), ("passages", "passage")):
        rows = features.get(sort, [])[:2]
        if rows and weights.get(name):
            yield (
                ("Tallene" if sort == "figures" else "Avsnittene") + " fikk poeng for",
                "<br>".join(
                    f"<small>nr. {at}</small> {_contributions(row, weights[name])}" for at, row in enumerate(rows, 1)
                ),
            )


def _contributions(features: Mapping[str, Any], weights: Mapping[str, float]) -> str:
    """What each feature added to the score, the most telling first."""
    added = sorted(
        ((weights.get(name, 0.0) * value, name) for name, value in features.items()), key=lambda a: -abs(a[0])
    )
    return escape(", ".join(f"{name} {value:+.1f}" for value, name in added[:MOST_FEATURES]))
