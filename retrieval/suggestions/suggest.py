"""Which of the questions that can be made are suggested: those that are answered with their own cell."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from weakref import WeakKeyDictionary

from retrieval.answer import Answer, Answerer
from retrieval.index.records import DocumentRecord
from retrieval.index.scope import Filter
from retrieval.suggestions.made import Made, beside, values

FOLLOWING = 3
STARTING = 4
TRIED_AFTER = 8
"""How many questions are tried after an answer, which bounds the time it takes."""
TRIED_EACH = 6
"""How many are tried for each document before there is a question to begin with."""
MOST_DOCUMENTS = 8


_STARTING: WeakKeyDictionary[Answerer, tuple[str, ...]] = WeakKeyDictionary()
"""What was made for the generations that are open; it keeps none of them open."""


def starting(answerer: Answerer) -> tuple[str, ...]:
    """Questions to begin with, from the newest documents in turn. Made once for a generation of the index."""
    if answerer not in _STARTING:
        _STARTING[answerer] = _starting(answerer)
    return _STARTING[answerer]


def _starting(answerer: Answerer) -> tuple[str, ...]:
    newest = sorted(answerer.index.documents.values(), key=lambda document: (-(document.year or 0), document.number))
    lists = [list(_first_answered(answerer, document)) for document in newest[:MOST_DOCUMENTS]]
    longest = max((len(made) for made in lists), default=0)
    in_turns = (made[at] for at in range(longest) for made in lists if at < len(made))
    return tuple(islice(dict.fromkeys(in_turns), STARTING))


def following(answerer: Answerer, question: str, history: Sequence[str], chosen: Filter) -> tuple[str, ...]:
    """Questions to go on with: from the table of the answer, else from the tables of its section."""
    answer = answerer.ask(question, history, chosen, 1)
    if not answer.answered or answer.overview or not (answer.figures or answer.passages):
        return ()
    tried = islice(_after(answerer, answer), TRIED_AFTER)
    said = (*history, question)
    good = (made.question for made in tried if _answers(answerer.ask(made.question, said, chosen, 1), made))
    return tuple(islice(good, FOLLOWING))


def _after(answerer: Answerer, answer: Answer) -> Iterator[Made]:
    if answer.figures and answer.figures[0].ranked.figure.table is not None:
        figure, document = answer.figures[0].ranked.figure, answer.figures[0].document
        table = answerer.index.store.table(document.number, str(figure.table))
        if table is not None and figure.row is not None and figure.column is not None:
            yield from beside(table, document.number, figure.row, figure.column)
    elif answer.passages:
        place = answer.passages[0]
        section = list(place.candidate.passage.section)
        for table in answerer.index.store.tables(place.document.number):
            if table["section"][: len(section)] == section:
                yield from islice(values(table, place.document.number), 2)


def _first_answered(answerer: Answerer, document: DocumentRecord) -> Iterable[str]:
    """The first questions about a document that are answered, one a table so that they are about different things."""
    made = (next(values(table, document.number), None) for table in answerer.index.store.tables(document.number))
    tried = islice((one for one in made if one is not None), TRIED_EACH)
    good = (one.question for one in tried if _answers(answerer.ask(one.question, (), Filter(), 1), one))
    return islice(good, 2)


def _answers(answer: Answer, made: Made) -> bool:
    """Whether an answer is the cell that the question was made from."""
    if not answer.answered or not answer.figures:
        return False
    first, document = answer.figures[0].ranked.figure, answer.figures[0].document
    return (document.number, first.table, first.row, first.column) == (made.document, made.table, made.row, made.column)
