"""What a printer prints, as text."""

import io
from collections.abc import Callable

from rich.console import Console

from ingest.document import Document


def printed(
    printer: Callable[[Console, Document], None], document: Document, width: int, *, terminal: bool = True
) -> str:
    """The output of a printer in a terminal of a width, without colours."""
    out = io.StringIO()
    printer(Console(file=out, width=width, force_terminal=terminal, color_system=None), document)
    return out.getvalue()


def widest(text: str) -> int:
    """The length of the longest line."""
    return max(len(line) for line in text.splitlines())
