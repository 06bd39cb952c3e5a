"""Looking up the phrase that stands straight before a place: quicker than searching for it from the left."""

from collections.abc import Container


def last_phrase(text: str, floor: int, end: int, phrases: Container[str], most: int = 5) -> tuple[int, str] | None:
    """The longest known phrase (in lower case) that ends there, one space apart at most, with where it starts."""
    stop = end - 1 if end > floor and text[end - 1] == " " else end
    found: tuple[int, str] | None = None
    position = stop
    for _ in range(most):
        space = text.rfind(" ", floor, position)
        first = max(space + 1, floor)
        while first < stop and not text[first].isalnum():
            first += 1
        phrase = text[first:stop].lower()
        if phrase in phrases:
            found = first, phrase
        if space < 0:
            break
        position = space
    return found
