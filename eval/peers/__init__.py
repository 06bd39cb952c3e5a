"""Plain retrieval over naive chunks, asked the same questions, so that the distance is always shown."""
