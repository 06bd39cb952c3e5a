"""The route that suggests questions."""

from fastapi import APIRouter, Request

from retrieval.suggestions import following, starting
from service.api import chosen_in, reading, settings_of
from service.question import check_length
from service.schemas import SuggestionReply, SuggestionRequest

router = APIRouter(prefix="/api")


@router.post("/suggestions")
def suggestions(request: Request, body: SuggestionRequest) -> SuggestionReply:
    """Questions made from tables, sentences and headings of the collection, or around an answer; there may be none."""
    for text in (body.question, *body.history):
        check_length(text, settings_of(request).question_length)
    with reading(request) as answerer:
        if not body.question.strip():
            return SuggestionReply(questions=list(starting(answerer)))
        return SuggestionReply(questions=list(following(answerer, body.question, body.history, chosen_in(body))))
