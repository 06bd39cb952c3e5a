"""A way to look: what was read of one file, beside the file itself."""

from service.show.run import Wanted, show

__all__ = ["Wanted", "show"]
