"""A document, or any part of it, as JSON: the same fields in the same order, nothing rounded.

Decimals are strings as printed by `str`, so that no reader turns them into binary fractions. Dates are ISO.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ingest.document import Document


def as_json(document: Document) -> str:
    """The whole document, indented by one."""
    return json.dumps(_plain(document), ensure_ascii=False, indent=1)


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of any of the model's types
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
