"""Which of the questions that can be made are suggested: those that are answered with what they were made from."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from weakref import WeakKeyDictionary

from retrieval.answer import Answer, Answerer, AnswerPassage
from retrieval.index.records import DocumentRecord
from retrieval.index.scope import Filter
from retrieval.suggestions.made import Made, beside, values
from retrieval.suggestions.prose import counted, under_headings

FOLLOWING = 3
STARTING = 4
TRIED_AFTER = 8
"""How many questions are tried after an answer, which bounds the time it takes."""
TRIED_EACH = 4
"""How many of each kind are tried for each document before there is a question to begin with."""
NEAR = 12
"""How many passages before and after the answer its section is looked for in."""
READ = 300
"""How many passages of a document are looked through for sentences to ask about."""
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
    good = (made.question for made in tried if made.aim.met_by(answerer.ask(made.question, said, chosen, 1)))
    return tuple(islice(good, FOLLOWING))


def _after(answerer: Answerer, answer: Answer) -> Iterator[Made]:
    if answer.figures and answer.figures[0].ranked.figure.table is not None:
        figure, document = answer.figures[0].ranked.figure, answer.figures[0].document
        table = answerer.index.store.table(document.number, str(figure.table))
        if table is not None and figure.row is not None and figure.column is not None:
            yield from beside(table, document.number, figure.row, figure.column)
    elif answer.passages:
        yield from _in_section(answerer, answer.passages[0])


def _in_section(answerer: Answerer, place: AnswerPassage) -> Iterator[Made]:
    """What else the section of a passage says how many there are of, then what its tables give."""
    store, document = answerer.index.store, place.document
    section, number = place.candidate.passage.section, place.candidate.passage.number
    at = document.numbers.index(number)
    near = store.passages_by_number(document.numbers[max(0, at - NEAR) : at + NEAR + 1])
    own = [each.number for each in near.values() if each.section == section]
    yield from counted(store.figures_of(own))
    for table in store.tables(document.number):
        if table["section"][: len(section)] == list(section):
            yield from islice(values(table, document.number), 2)


def _first_answered(answerer: Answerer, document: DocumentRecord) -> Iterable[str]:
    """The first question of each kind about a document that is answered: of a table, of a sentence, of a section."""
    store = answerer.index.store
    numbers = document.numbers[:READ]
    tables = (next(values(table, document.number), None) for table in store.tables(document.number))
    kinds: tuple[Iterable[Made | None], ...] = (tables, counted(store.figures_of(numbers)), under_headings(document))
    for made in kinds:
        tried = islice((one for one in made if one is not None), TRIED_EACH)
        good = (one.question for one in tried if one.aim.met_by(answerer.ask(one.question, (), Filter(), 1)))
        yield from islice(good, 1)
