"""The shape of a conversation to be exported."""

from typing import Annotated, Literal

from pydantic import Field

from service.schemas import AskRequest, Strict


class ExportRequest(Strict):
    """The questions of a conversation as they were asked, and what kind of file they are wanted in.

    `wrong` are the turns, counted from 0, whose answers the asker holds to be wrong: they are told as such, and what
    they cite is not among the sources.
    """

    turns: Annotated[list[AskRequest], Field(min_length=1, max_length=50)]
    wrong: Annotated[list[int], Field(max_length=50)] = []  # noqa: RUF012 — pydantic copies it
    format: Literal["markdown", "docx"] = "markdown"
    language: Literal["nb", "nn", "en"] = "nb"
