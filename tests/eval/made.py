"""Replies and questions written by hand."""

from typing import Any

from eval.items import Turn
from service.schemas import AskReply


def figure(amount: float, *, source: str = "a.txt", lines: tuple[int, int] = (5, 6), page: int = 1) -> dict[str, Any]:
    """A figure of a reply, cited from a place."""
    citation = {
        "document": "d",
        "source": source,
        "title": "A",
        "page": page,
        "section": [],
        "lines": lines,
        "quote": str(amount),
        "highlight": None,
    }
    return {
        "text": str(amount),
        "value": amount,
        "scale": 1,
        "unit": None,
        "amount": amount,
        "period": None,
        "label": "",
        "measure": "level",
        "approximate": False,
        "confidence": 1.0,
        "citation": citation,
        "cell": None,
    }


def passage(text: str, *, source: str = "a.txt", lines: tuple[int, int] = (5, 6), page: int = 1) -> dict[str, Any]:
    """A passage of a reply."""
    return {
        "id": "p",
        "document": "d",
        "source": source,
        "title": "A",
        "page": page,
        "section": [],
        "lines": lines,
        "kind": "paragraph",
        "text": text,
        "highlights": [],
        "score": 1.0,
        "table": None,
    }


def reply(
    *figures: dict[str, Any],
    passages: tuple[dict[str, Any], ...] = (),
    answer: str | None = "svar",
    status: str = "answered",
    result: float | None = None,
) -> AskReply:
    """A reply of these parts."""
    comparison = {"operation": "difference", "operands": [0, 1], "result": {"value": result, "unit": None}}
    return AskReply.model_validate(
        {
            "question": "q",
            "resolved_question": "q",
            "status": status,
            "confidence": 0.9,
            "answer": answer,
            "figures": list(figures),
            "comparison": None if result is None else comparison,
            "passages": list(passages),
            "overview": None,
            "trace": {},
            "took_ms": 1.0,
        }
    )


def turn(kind: str, **more: Any) -> Turn:
    """A question over lines 5 to 6 of a.txt."""
    plain: dict[str, Any] = {"question": "q", "kind": kind, "doc": "rapport", "evidence": [[5, 6]]}
    return Turn.model_validate(plain | more)


SOURCES = {"rapport": "a.txt"}
