"""What read a document: a fingerprint of this package, so that an index knows when its documents must be read again."""

import hashlib
from functools import lru_cache
from pathlib import Path

_READ_BY = (".py", ".toml")


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """The SHA-256 of the package's code and data, shortened. Another version of either may read otherwise."""
    package = Path(__file__).parent
    total = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.suffix in _READ_BY:
            total.update(path.relative_to(package).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:16]
