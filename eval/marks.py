"""One question's marks: what of its known answer the reply got right."""

from collections.abc import Mapping, Sequence

from eval.items import FIGURE_KINDS, Expected, Turn, Value
from service.schemas import AskReply, CitationSchema, FigureSchema, PassageSchema

MOST_LINES = 60
"""A citation of more lines than this counts as none."""
RANKS = (1, 3, 5)
COMPARED = 4
"""Among how many of the first figures the operands of a comparison must be."""

Marks = dict[str, bool]


def mark(turn: Turn, reply: AskReply, sources: Mapping[str, str]) -> Marks:
    """Every mark that applies to the question's kind. `sources` maps the sets' names of documents to file names."""
    if turn.kind == "unanswerable":
        return {"refused": reply.status == "not_found"}
    marks: Marks = {"false refusal": reply.status == "not_found"}
    if turn.kind == "compare":
        return marks | _compare_marks(turn, reply)
    source = turn.source or sources.get(turn.doc or "")
    if turn.kind in FIGURE_KINDS:
        marks |= _figure_marks(turn, reply, source)
        hits = [_place_cites(passage, turn, source) for passage in reply.passages]
    else:
        hits = [_place_cites(p, turn, source) and holds(p.text, turn.answer) for p in reply.passages]
        if turn.kind == "fact":
            marks["answer"] = holds(reply.answer or "", turn.answer)
    return marks | {f"passage@{rank}": any(hits[:rank]) for rank in RANKS}


def holds(text: str, answer: Expected | None) -> bool:
    """Whether a text holds, for every list of alternatives, one of them; white space and case apart."""
    squashed = _squash(text)
    return answer is not None and all(any(_squash(word) in squashed for word in words) for words in answer.must)


def is_right_amount(amount: float, turn: Turn) -> bool:
    """Whether an amount is one of the right ones."""
    wanted = [option.amount for option in (turn.answer, *turn.also) if option is not None]
    return any(right is not None and _same(amount, right) for right in wanted)


def cites(page: int, lines: tuple[int, int], turn: Turn) -> bool:
    """Whether a place in the right document is the evidence: it has its page, or shares a line with it."""
    first, last = lines
    if last - first + 1 > MOST_LINES:
        return False
    if turn.evidence_pages:
        return page in turn.evidence_pages
    return any(first <= end and start <= last for start, end in turn.evidence)


def _squash(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u00ad", "").split()).lower()


def _figure_marks(turn: Turn, reply: AskReply, source: str | None) -> Marks:
    right = [is_right_amount(figure.amount, turn) for figure in reply.figures]
    first = bool(right[:1] and right[0])
    return {
        "figure@1": first,
        "figure@3": any(right[:3]),
        "cited@1": first and _place_cites(reply.figures[0].citation, turn, source),
    }


def _compare_marks(turn: Turn, reply: AskReply) -> Marks:
    options = [option for option in (turn.answer, *turn.also) if option is not None]
    first = reply.figures[:COMPARED]
    operands = [option.values for option in options if option.values]
    marks = {"operands": any(all(_among(value, first) for value in values) for values in operands)}
    if turn.answer is not None and turn.answer.result is not None:
        got = reply.comparison.result.value if reply.comparison else None
        wanted = [option.result.value for option in options if option.result]
        marks["result"] = got is not None and any(_same_result(got, value) for value in wanted)
    return marks


def _among(value: Value, figures: Sequence[FigureSchema]) -> bool:
    return any(_same(figure.amount, value.amount) for figure in figures)


def _same(got: float, want: float) -> bool:
    return abs(got - want) <= 1e-6 * max(1.0, abs(want))


def _same_result(got: float, want: float) -> bool:
    """Exact, or within rounding to one decimal where it is small."""
    return abs(got - want) <= max(0.051 if abs(want) < 1000 else 0.0, 1e-6 * abs(want))


def _place_cites(place: CitationSchema | PassageSchema, turn: Turn, source: str | None) -> bool:
    return place.source == source and cites(place.page, place.lines, turn)
