"""A file becomes a Document. This package knows nothing of searching."""
