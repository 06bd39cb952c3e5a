"""The page where source lines and what was read from them stand side by side."""

from service.show.html.whole import as_html

__all__ = ["as_html"]
