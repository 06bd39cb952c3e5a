"""The log: one line an event, as JSON for programs or as text for people."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from service.observing.request_id import current
from service.settings import Settings

FIELDS = "fields"
"""The name under which a record carries values of its own: `log.info("…", extra={FIELDS: {…}})`."""


def configure(settings: Settings) -> None:
    """Write the log to the error stream, in the form and from the level of the settings."""
    handler = logging.StreamHandler()
    handler.setFormatter(AsJson() if settings.log_format == "json" else AsText())
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)


class AsJson(logging.Formatter):
    """An object a line: `time` (UTC), `level`, `logger`, `event`, `request`, the record's own values, `fault`."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            "request": current.get(),
            **_own(record),
        }
        if record.exc_info:
            entry["fault"] = self.formatException(record.exc_info)
        return json.dumps({name: value for name, value in entry.items() if value is not None}, ensure_ascii=False)


class AsText(logging.Formatter):
    """Level, logger and event, then the record's own values as name=value."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as text; a fault's traceback on lines of its own."""
        values = [f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in _own(record).items()]
        line = " ".join([record.levelname, f"{record.name}:", record.getMessage(), *values])
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def _own(record: logging.LogRecord) -> Mapping[str, Any]:
    values: Mapping[str, Any] = getattr(record, FIELDS, {})
    return {name: value for name, value in values.items() if value is not None}
