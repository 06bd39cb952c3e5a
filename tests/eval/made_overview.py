"""A reply with an overview of two rows, made by hand."""

from service.schemas import AskReply


def figure(amount: float, unit: str, lines: tuple[int, int]) -> dict[str, object]:
    """A figure of a reply."""
    place = {
        "document": "d", "source": "rapport.txt", "title": "t", "page": 1, "section": [], "lines": lines, "quote": "",
        "highlight": None,
    }  # fmt: skip
    return {
        "text": "", "value": amount, "scale": 1, "unit": unit, "amount": amount, "period": None, "label": "",
        "measure": "level", "approximate": False, "confidence": 1.0, "citation": place, "cell": None,
    }  # fmt: skip


def reply(**changes: object) -> AskReply:
    """A reply that is right in every cell, with changes."""
    north = {"label": "Nord", "path": ["Nord"], "total": False, "unit": None}
    both = {"label": "Sum i alt", "path": ["Sum i alt"], "total": True, "unit": None}
    overview = {
        "title": "t",
        "columns": ["2023", "2024"],
        "rows": [
            {**north, "cells": [{"figure": 0, "state": "found"}, {"figure": 1, "state": "found"}]},
            {**both, "cells": [{"figure": None, "state": "not_there"}, {"figure": None, "state": "not_found"}]},
        ],
        "units": [{"unit": None, "scale": None}] * 2,
        "computed": [{"label": "Endring", "cells": [{"value": 3, "unit": None, "operands": [0, 1]}, None]}],
        "others": [],
        "lacking": [],
    }
    whole = {
        "question": "q", "resolved_question": "q", "status": "answered", "confidence": 1.0, "answer": "a",
        "figures": [figure(1_234_000, "kroner", (6, 7)), figure(5.5, "prosent", (7, 7))], "comparison": None,
        "passages": [], "overview": overview, "trace": {}, "took_ms": 1.0,
    }  # fmt: skip
    return AskReply.model_validate({**whole, **changes})
