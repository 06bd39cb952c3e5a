"""How fast, how large, and how both grow: collections made from templates, measured beside what others offer."""
