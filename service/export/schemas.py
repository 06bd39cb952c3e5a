"""The shape of a conversation to be exported."""

from typing import Annotated, Literal

from pydantic import Field

from service.schemas import AskRequest, Strict


class SourceCorrection(Strict):
    """What a person says of a document as a source; empty where nothing is known. `left_out` keeps it off the list."""

    document: Annotated[str, Field(max_length=64)]
    publisher: Annotated[str, Field(max_length=300)]
    year: Annotated[str, Field(max_length=40)]
    title: Annotated[str, Field(max_length=600)]
    left_out: bool = False


class ExportRequest(Strict):
    """The questions of a conversation as they were asked, and what kind of file they are wanted in.

    `wrong` are the turns, counted from 0, whose answers the asker holds to be wrong: they are told as such, and what
    they cite is not among the sources. `sources` are those that a person has put right.
    """

    turns: Annotated[list[AskRequest], Field(min_length=1, max_length=50)]
    wrong: Annotated[list[int], Field(max_length=50)] = []  # noqa: RUF012 — pydantic copies it
    sources: Annotated[list[SourceCorrection], Field(max_length=500)] = []  # noqa: RUF012 — pydantic copies it
    format: Literal["markdown", "docx"] = "markdown"
    language: Literal["nb", "nn", "en"] = "nb"
