"""An index over Documents, and answers from it. This package knows nothing of HTTP."""
