"""HTML that cannot be broken by the text in it: only `element` makes tags, and everything else is escaped."""

from html import escape

_VOID = frozenset(("input", "meta"))


class Html(str):
    """A finished piece, told from text that is still to be escaped."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str | bool | None) -> Html:
    """An element.

    `class_` is `class`, other underscores are hyphens; attributes that are None, False or empty are left out.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value not in (None, False, ""))
    if tag in _VOID:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{joined(*children)}</{tag}>")


def joined(*children: str) -> Html:
    """Pieces one after another, text escaped."""
    return Html("".join(child if isinstance(child, Html) else escape(child, quote=False) for child in children))


def _attribute(key: str, value: str | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
