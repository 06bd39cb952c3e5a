"""Characters that are not there to be read: they steer a terminal, or show a text in another order than it has."""

import re

MARK = "\N{REPLACEMENT CHARACTER}"
_CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_ORDER = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_STEERING = re.compile(f"[{_CONTROL}{_ORDER}]")


def harmless(text: str) -> str:
    """The text with every such character replaced by a mark, one for one: places in it stay, and it can be seen."""
    return _STEERING.sub(MARK, text)
