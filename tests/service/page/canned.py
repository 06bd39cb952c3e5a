"""Canned replies for the page: a made-up agency, shaped as the HTTP API's contract has them."""

import io
from functools import lru_cache
from typing import Any

from reportlab.pdfgen.canvas import Canvas

Json = dict[str, Any]

REPORT = "aa11bb22cc33"
LETTER = "dd44ee55ff66"
HOSTILE = "<img src=x onerror=\"document.title='angrepet'\">"

UNREAD: list[Json] = [{"state": "pictures", "count": 16, "total": 20, "pages": [[2, 16], [20, 20]], "message": "…"}]
DOCUMENTS: list[Json] = [
    {
        "id": REPORT,
        "source": "arsrapport_2024.pdf",
        "title": "Årsrapport 2024 for Fjordetaten",
        "kind": "årsrapport",
        "year": 2024,
        "publisher": "Fjordetaten",
        "publisher_line": 2,
        "published": 2025,
        "published_line": 9,
        "language": "nb",
        "media_type": "application/pdf",
        "pages": 48,
        "lines": 400,
        "passages": 310,
    },
    {
        "id": LETTER,
        "source": "tildelingsbrev_2025.txt",
        "title": f"Tildelingsbrev 2025 til Fjordetaten {HOSTILE}",
        "kind": "tildelingsbrev",
        "year": 2025,
        "publisher": None,
        "publisher_line": None,
        "published": None,
        "published_line": None,
        "language": "nb",
        "media_type": "text/plain",
        "pages": 21,
        "lines": 900,
        "passages": 420,
    },
]

SENTENCE = [
    "Ved utgangen av 2024 var det 12 480 fartøy i registeret, og av",
    "disse var 9 312 i drift gjennom hele året.",
]
FIRST_CITED = 200
ROW = "Driftsutgifter 412 300 398 120 14 180"
ROW_LINE = 320


def line_text(number: int) -> str:
    """The text of a line of the report; a hostile line stands among the others."""
    if FIRST_CITED <= number < FIRST_CITED + len(SENTENCE):
        return SENTENCE[number - FIRST_CITED]
    if number == FIRST_CITED + 3:
        return HOSTILE
    if number == ROW_LINE:
        return ROW
    return "" if number % 9 == 0 else f"Linje {number} forteller noe om fiskeri, havner og farvann langs kysten."


def page_label(number: int) -> str:
    """What a page of the report says it is: two pages of contents come before the first."""
    return "i" * number if number < 3 else str(number - 2)


def lines_reply(document: str, first: int, last: int, total: int) -> Json:
    """What the lines route replies; forty lines to a page."""
    last = min(last, total)
    pages = ((n, (n - 1) // 40 + 1) for n in range(first, last + 1))
    lines = [{"number": n, "page": page, "page_label": page_label(page), "text": line_text(n)} for n, page in pages]
    return {"document": document, "first": first, "last": last, "lines": lines}


PAGES: list[Json] = [
    {"number": n, "label": page_label(n), "lines": [40 * n - 39, 40 * n], "state": "text"} for n in range(1, 11)
]
SECTIONS: list[Json] = [
    {"path": ["1 Innledning"], "level": 1, "page": 1, "page_label": "i", "lines": [1, 120]},
    {"path": ["2 Aktiviteter og resultater"], "level": 1, "page": 4, "lines": [121, 400]},
    {"path": ["2 Aktiviteter og resultater", "2.3 Skipsregisteret"], "level": 2, "page": 5, "lines": [190, 310]},
]
STARTING = ["Hvor mange fartøy var i registeret i 2024?", "Hvor mye utgjorde husleie i 2024?"]
FOLLOWING = ["Og i 2023?", "Hva med husleie?"]


def find_reply(words: str) -> Json:
    """Where words stand in the report's lines, each on its own line."""
    places = [(number, line_text(number).lower().find(words.lower())) for number in range(1, 401)]
    matches = [
        {"page": (number - 1) // 40 + 1, "spans": [{"line": number, "start": at, "end": at + len(words)}]}
        for number, at in places
        if at >= 0
    ]
    return {"document": REPORT, "words": words, "matches": matches, "complete": True}


@lru_cache(maxsize=1)
def pdf() -> bytes:
    """The report as a PDF: ten pages of forty lines; a line in two pieces, as justified text is drawn."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for page in range(10):
        for row in range(40):
            text = line_text(40 * page + row + 1)
            first, space, rest = text.partition(" ")
            canvas.drawString(60, 790 - 18 * row, first + space)
            canvas.drawString(60 + canvas.stringWidth(first + space), 790 - 18 * row, rest)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def citation(lines: tuple[int, int], quote: str, number: str) -> Json:
    """A place in the report, with the number marked in the quote."""
    at = quote.index(number)
    return {
        "document": REPORT,
        "source": "arsrapport_2024.pdf",
        "title": "Årsrapport 2024 for Fjordetaten",
        "page": (lines[0] - 1) // 40 + 1,
        "page_label": page_label((lines[0] - 1) // 40 + 1),
        "section": ["2 Aktiviteter og resultater", "2.3 Skipsregisteret"],
        "lines": list(lines),
        "quote": quote,
        "highlight": [at, at + len(number)],
        "reading": None,
    }


def figure(text: str, unit: str, label: str, period: str, cited: Json, **other: Any) -> Json:
    """A figure with the fields that most have in common."""
    digits = text.replace(" ", "").replace(",", ".")
    value = float(digits) if digits.replace(".", "", 1).isdigit() else 0.0
    return {
        "text": text,
        "value": value,
        "scale": 1,
        "unit": unit,
        "amount": value,
        "period": period,
        "label": label,
        "measure": "level",
        "approximate": False,
        "confidence": 0.9,
        "citation": cited,
        "cell": None,
        **other,
    }


def passage(number: int, text: str, words: tuple[str, ...], lines: tuple[int, int]) -> Json:
    """A passage with words of the question marked."""
    return {
        "id": f"p{number}",
        "document": REPORT,
        "source": "arsrapport_2024.pdf",
        "title": "Årsrapport 2024 for Fjordetaten",
        "page": (lines[0] - 1) // 40 + 1,
        "page_label": page_label((lines[0] - 1) // 40 + 1),
        "section": ["2 Aktiviteter og resultater", "2.3 Skipsregisteret"],
        "lines": list(lines),
        "kind": "paragraph",
        "text": text,
        "highlights": [[text.index(word), text.index(word) + len(word)] for word in words],
        "score": 0.8,
        "table": None,
    }


QUOTE = "\n".join(SENTENCE)
BROKEN = "Etaten førte 12\n480 fartøy i skips-\nregisteret11 i:\n• nord\n• sør"
READING: Json = {
    "text": "Etaten førte 12 480 fartøy i skipsregisteret i:\n• nord\n• sør",
    "highlights": [[13, 19]],
}
VESSELS = figure("12 480", "fartøy", "Fartøy i registeret", "31.12.2024", citation((200, 201), QUOTE, "12 480"))
ACTIVE = figure("9 312", "fartøy", "Fartøy i registeret hele året", "2024", citation((200, 201), QUOTE, "9 312"))
LISTED = figure("12 480", "fartøy", "Fartøy", "2024", {**citation((200, 204), BROKEN, "12\n480"), "reading": READING})
FOUNDED = figure(
    "1. mai 1887", "dato", "Etaten ble grunnlagt 1. mai 1887", "1887-05-01", citation((200, 201), QUOTE, "2024"),
    value=1887, amount=1887, measure="date",
)  # fmt: skip
RATE = figure(
    "2024", "prosent", "Andel i drift", "2024", citation((200, 201), QUOTE, "2024"), measure="share", confidence=0.1
)
COSTS = figure(
    "412 300",
    "kroner",
    "Driftsutgifter",
    "2024",
    citation((ROW_LINE, ROW_LINE), ROW, "412 300"),
    scale=1000,
    amount=412_300_000.0,
    cell={
        "table": f"{REPORT}:t4",
        "caption": "Tabell 4. Utgifter etter art. Beløp i 1000 kroner",
        "row": ["Utgifter", "Driftsutgifter"],
        "column": ["Regnskap", "2024"],
    },
)
EARLIER = figure(
    "398 120",
    "kroner",
    "Driftsutgifter",
    "2023",
    citation((ROW_LINE, ROW_LINE), ROW, "398 120"),
    scale=1000,
    amount=398_120_000.0,
    cell={**COSTS["cell"], "column": ["Regnskap", "2023"]},
)

NONE: Json = {"figure": None, "state": "not_found"}
OVERVIEW: Json = {
    "title": "Utgifter per år",
    "others": ["Inntekter per år"],
    "lacking": ["fyr"],
    "computed": [
        {"label": "Andel", "cells": [{"value": 51.5, "unit": "prosent", "operands": [0, 1]}, None, None, None]}
    ],
    "columns": ["2024", "2022"],
    "rows": [
        {"label": "Driftsutgifter", "cells": [{"figure": 0, "state": "found"}, NONE]},
        {"label": "Husleie", "cells": [{"figure": 1, "state": "found"}, NONE]},
        {"label": "Sum", "total": True, "cells": [{"figure": 0, "state": "found"}, NONE]},
        {"label": "Reiser", "cells": [{"figure": None, "state": "not_there"}, NONE]},
    ],
}

PASSAGES = [
    passage(1, QUOTE, ("fartøy", "registeret"), (200, 201)),
    passage(2, f"Fartøy som ble slettet, er ikke lenger i registeret. {HOSTILE}", ("Fartøy",), (210, 211)),
    passage(3, "Et fartøy føres i registeret når eieren har meldt det.", ("fartøy",), (230, 231)),
    passage(4, "Gebyret for å føre et fartøy var uendret.", ("fartøy",), (260, 260)),
]

ROWS = [
    {**passage(at, ROW, ("Driftsutgifter",), (line, line)), "kind": "table_row", "table": f"{REPORT}:t4"}
    for at, line in ((5, ROW_LINE), (6, ROW_LINE - 2))
]
OTHER_ROW = {**ROWS[0], "id": "p7", "lines": [330, 330], "table": f"{REPORT}:t9"}

GROUPS = ["Utgifter", "Inntekter"]
LABELS = ["Lønn", "Husleie", "Reiser", "Driftsutgifter", "Investeringer", "Renter", "Tilskudd", "Andre utgifter"]


def _cell(row: int, column: int, text: str) -> Json:
    value = text.replace(" ", "").replace(",", ".")
    return {
        "row": row,
        "column": column,
        "text": text,
        "printed": text,
        "kind": "number",
        "value": value,
        "unit": "kroner",
    }


def table_reply() -> Json:
    """A table with grouped headers and grouped rows, long enough to be cut around a row."""
    paths = [[group, label] for group in GROUPS for label in LABELS]
    lines = {3: ROW_LINE, 5: ROW_LINE - 2}
    rows = [{"path": path, "lines": [lines.get(at, ROW_LINE - 20 + at)]} for at, path in enumerate(paths)]
    cells = [_cell(row, column, f"{(row + 3) * 7} {column + 1}00") for row in range(len(rows)) for column in range(3)]
    cells[3 * 3] = _cell(3, 0, "412 300")
    cells[3 * 3 + 1] = _cell(3, 1, "398 120")
    cells[3 * 3 + 2] = {**_cell(3, 2, "3,6"), "printed": "3,6 %", "unit": "prosent"}
    cells[5 * 3] |= {"text": "-", "printed": "-", "kind": "missing", "value": None}
    return {
        "id": f"{REPORT}:t4",
        "document": REPORT,
        "caption": "Tabell 4. Utgifter etter art. Beløp i 1000 kroner",
        "section": ["3 Økonomi"],
        "page": 8,
        "columns": [{"path": ["Regnskap", "2024"]}, {"path": ["Regnskap", "2023"]}, {"path": ["Endring"]}],
        "rows": rows,
        "cells": cells,
        "notes": [{"mark": "*", "text": "Tallene for 2023 er omarbeidet."}],
    }


def reply(question: str, **other: Any) -> Json:
    """An answered reply, changed where `other` says so."""
    return {
        "question": question,
        "resolved_question": question,
        "status": "answered",
        "confidence": 0.93,
        "answer": "12 480 fartøy",
        "figures": [VESSELS, ACTIVE, RATE],
        "comparison": None,
        "passages": PASSAGES,
        "overview": None,
        "trace": {
            "terms": ["fartøy", "register"],
            "legs": {"lexical": 5, "dense": 2},
            "periods": ["31.12.2024"],
            "kind": "how_many",
            "confidence": {"covered": 0.91, "missing": 0.0, "missing_name": 0.5, "margin": 0.4, "period": -1.0},
        },
        "took_ms": 14.2,
        **other,
    }


INCREASE: Json = {
    "operation": "difference",
    "operands": [0, 1],
    "result": {"value": 14_180_000.0, "unit": "kroner"},
}
SPECIAL: dict[str, Json] = {
    "utgifter": {"answer": "412 300 tusen kroner", "figures": [COSTS, EARLIER], "confidence": 0.61},
    "økte": {
        "answer": "14 180 tusen kroner (412 300 tusen kroner − 398 120 tusen kroner)",
        "figures": [COSTS, EARLIER],
        "comparison": INCREASE,
    },
    "oversikt": {"answer": "Utgifter per år", "figures": [COSTS, EARLIER], "overview": OVERVIEW},
    "hvorfor": {"answer": "Fartøy føres i registeret når eieren har meldt det.", "figures": []},
    "ført": {"figures": [LISTED], "passages": []},
    "grunnlagt": {"answer": "1. mai 1887", "figures": [FOUNDED]},
    "hvor stor": {"passages": [*PASSAGES[:2], *ROWS, OTHER_ROW], "figures": [VESSELS], "comparison": None},
    "månen": {"status": "not_found", "answer": None, "confidence": 0.08},
    "og i": {"resolved_question": "Hvor mange fartøy var det i 2023?", "confidence": 0.3},
}
"""What is special about the reply to a question that has a word in it."""


def answer_to(question: str) -> Json:
    """The reply to a question, chosen by a word in it."""
    words = question.lower()
    return reply(question, **next((special for word, special in SPECIAL.items() if word in words), {}))
