"""The shapes of looking something up in a document."""

from pydantic import BaseModel


class SpanSchema(BaseModel):
    """A stretch of a line, by characters from 0; the end is not included."""

    line: int
    start: int
    end: int


class MatchSchema(BaseModel):
    """One place where the words stand; they may run over several lines."""

    page: int
    spans: list[SpanSchema]


class FindReply(BaseModel):
    """The places in order. `complete` is false where there are more than could be listed."""

    document: str
    words: str
    matches: list[MatchSchema]
    complete: bool
