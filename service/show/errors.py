"""What can be asked for that cannot be shown, named so that a person can act on it."""


class ShowError(Exception):
    """Something that cannot be shown or written: a Norwegian sentence for people."""
