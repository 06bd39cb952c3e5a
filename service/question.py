"""What a question must be before it is asked, over HTTP and in the terminal alike."""

from service.errors import ServiceError


def check_question(text: str, longest: int) -> None:
    """Raise ServiceError unless the text has a word or a number in it and is no longer than allowed."""
    if not any(character.isalnum() for character in text):
        raise ServiceError(400, "empty_question", "Skriv et spørsmål først.")
    check_length(text, longest)


def check_length(text: str, longest: int) -> None:
    """Raise ServiceError when the text is longer than a question can be."""
    if len(text) > longest:
        message = f"Spørsmålet er på {len(text)} tegn. Det kan ikke være lengre enn {longest}; gjør det kortere."
        raise ServiceError(400, "question_too_long", message)
