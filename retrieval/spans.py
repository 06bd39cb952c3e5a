"""The shortest part of a passage that answers in words: a date, a name, the cells of a row, or a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import PassageKind
from ingest.quantities import Context
from ingest.quantities.dates import read_dates
from ingest.quantities.model import Measure, Period
from retrieval.analysis import Analyzer
from retrieval.analysis.words import fold
from retrieval.index.open import Index
from retrieval.index.records import FigureRecord, PassageRecord
from retrieval.query import Query
from retrieval.question import Kind, asks_for_clock, clock_times, has_cue
from retrieval.said import said

CUE_WORTH = 0.3
"""How much of the question a sentence with the signs of an answer may lack and still be preferred."""
BEFORE_WORTH = 0.5
"""How much what only the sentence before holds of the question counts: «Dette skyldes …»."""

BULLET = "•"
"""What stands before each item where a cell holds a list."""
LABEL = 2
"""So many words before the first item only name the cell."""

_CAPITAL, _SMALL = "A-ZÆØÅÄÖÉ", "a-zæøåäöéü"
_NAME = re.compile(rf"\b[{_CAPITAL}][{_SMALL}]+(?:[ -][{_CAPITAL}][{_SMALL}]+)+")
_REFERENCE = re.compile(r"\b[Jj]fr?\b\.?.*")
"""What a text refers to, and all that comes after it: «jf. brev av 3. mai» tells when a letter was written."""


@dataclass(frozen=True, slots=True)
class Answering:
    """What is answered with, None for nothing; of words of a text also the sentence they stand in, and its passage."""

    words: str | None
    sentence: str = ""
    passage: int | None = None


def answering(index: Index, query: Query, passage: PassageRecord, figures: Sequence[FigureRecord]) -> Answering:
    """What of a passage answers a question that no figure answers. `figures` are the passage's."""
    kind = query.question.kind
    if kind == Kind.WHO and passage.kind == PassageKind.TABLE_ROW:
        named = _named_cells(index, query, passage)
        if named:
            return Answering("; ".join(named))
    if kind == Kind.LIST and passage.kind == PassageKind.LIST:
        return Answering(passage.reading)
    sentence = _sentence(query, passage, figures)
    if kind == Kind.WHEN:
        sentence = _item(query, sentence, index.analyzer)
    return Answering(_alone(kind, sentence, query, figures, index.analyzer) or sentence, sentence, passage.number)


def place_of(sentence: str, text: str) -> tuple[int, int] | None:
    """Where in a passage's text a sentence of its reading stands; None where mending has made them differ."""
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
    return found.span() if found and found.group() else None


def _sentence(query: Query, passage: PassageRecord, figures: Sequence[FigureRecord]) -> str:
    """The first of the sentences that hold most of the question and look like an answer to it."""
    places = said(passage.reading, passage.kind)
    texts = [passage.reading[start:end].strip() for start, end in places]
    stems = [frozenset(sentence) for sentence in passage.sentence_terms]
    worth: list[float] = []
    for at, own in enumerate(stems):
        alone = query.coverage(own)
        together = query.coverage(own | stems[at - 1]) if at else alone
        worth.append(alone + BEFORE_WORTH * (together - alone) + CUE_WORTH * _looks_right(query, texts[at], figures))
    return texts[worth.index(max(worth))]


def _item(query: Query, text: str, analyzer: Analyzer) -> str:
    """Of several items in one cell, each with a bullet, the one that holds most of the question; all where several do.

    A word or two before the first bullet name the cell («MARS»), and are no item.
    """
    label, *rest = (item.strip() for item in text.split(BULLET))
    items = [item for item in rest if item]
    if not items or len(label.split()) > LABEL:
        items = [label, *items]
    held = [query.coverage(frozenset(analyzer.terms(item))) for item in items]
    best = max(held)
    return items[held.index(best)] if held.count(best) == 1 else text


def _looks_right(query: Query, text: str, figures: Sequence[FigureRecord]) -> bool:
    kind = query.question.kind
    return has_cue(kind, text) or (kind == Kind.WHEN and bool(_dates(text, query, figures)))


def _alone(kind: Kind, sentence: str, query: Query, figures: Sequence[FigureRecord], analyzer: Analyzer) -> str | None:
    """The only date or name of a sentence that was asked for; where there are several, the sentence itself answers."""
    if kind == Kind.WHEN and asks_for_clock(query.question.text):
        found = clock_times(sentence)
    elif kind == Kind.WHEN:
        found = _dates(sentence, query, figures)
    elif kind == Kind.WHO:
        found = _names(sentence, query, analyzer)
    else:
        return None
    return found[0] if len(found) == 1 else None


def _dates(text: str, query: Query, figures: Sequence[FigureRecord]) -> list[str]:
    """The dates of a text that the question does not name itself, and that date no source the text refers to.

    Where it names days, only those: «12. mars 2025: årsrapporten for 2024».
    """
    own = _REFERENCE.sub("", text)
    days = [date.text for date in read_dates(own, Context(year=None, period=None)) if _is_day(date.period)]
    figured = [figure.text for figure in figures if figure.measure == Measure.DATE]
    written = (" ".join(date.split()) for date in days or figured)
    asked = fold(query.question.text)
    return [date for date in dict.fromkeys(written) if date in own and fold(date) not in asked]


def _is_day(period: Period | None) -> bool:
    return period is not None and period.start is not None and period.start == period.end


def _names(text: str, query: Query, analyzer: Analyzer) -> list[str]:
    """The names of several words in a text that the question does not name itself."""
    found = (_without_first(match.group(), analyzer) for match in _NAME.finditer(text))
    return [name for name in dict.fromkeys(found) if name and name not in query.question.text]


def _without_first(name: str, analyzer: Analyzer) -> str:
    """A name without the function word a sentence begins with; empty when one word is left."""
    first, _, rest = name.partition(" ")
    if not analyzer.is_stop_word(fold(first)):
        return name
    return rest if _NAME.fullmatch(rest) else ""


def _named_cells(index: Index, query: Query, passage: PassageRecord) -> list[str]:
    """The cells of a row that hold names, with their headings; only those of the best heading where one is better."""
    table = index.store.table(passage.document, passage.table) if passage.table else None
    if table is None:
        return []
    heads = [" ".join(column["path"]) for column in table["columns"]]
    cells = [cell for cell in table["cells"] if cell["row"] == passage.row and _NAME.search(cell["text"])]
    asked = {cell["column"]: query.coverage(frozenset(index.analyzer.terms(heads[cell["column"]]))) for cell in cells}
    best = max(asked.values(), default=0.0)
    kept = [cell for cell in cells if asked[cell["column"]] == best]
    return [f"{cell['text']} ({heads[cell['column']]})" if len(kept) > 1 else cell["text"] for cell in kept]
