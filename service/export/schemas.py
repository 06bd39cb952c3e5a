"""The shape of a conversation to be exported."""

from typing import Annotated, Literal

from pydantic import Field

from service.schemas import AskRequest, Strict


class ExportRequest(Strict):
    """The questions of a conversation as they were asked, and what kind of file they are wanted in."""

    turns: Annotated[list[AskRequest], Field(min_length=1, max_length=50)]
    format: Literal["markdown", "docx"] = "markdown"
    language: Literal["nb", "nn", "en"] = "nb"
