"""The times a follow-up only points at: «året før» and «da» are told from the time last spoken of."""

from dataclasses import replace

from ingest.quantities import Context, read_periods
from retrieval.conversation.clause import Clause, read_clause, tokens_of
from retrieval.conversation.language import Words


def with_times(clause: Clause, earlier: Clause, words: Words) -> Clause:
    """A follow-up with «året før» as the year it means, and without a «da» at its end, which the earlier one dates."""
    text = _without_then(clause, words)
    year = spoken_year(earlier)
    if year is not None:
        text = _dated_from(text, year, words)
    return clause if text == clause.text else replace(read_clause(text, words), lead=clause.lead)


def spoken_year(clause: Clause) -> int | None:
    """The year a question is about: not the one it compares with."""
    years = [mention.period.year for mention in clause.periods if not mention.baseline]
    return next((year for year in reversed(years) if year is not None), None)


def points_at_time(clause: Clause, words: Words) -> bool:
    """Whether a question ends with «da», «det året»: it is about the time of the one before it."""
    return bool(_then(clause, words))


def _then(clause: Clause, words: Words) -> tuple[str, ...]:
    low = tuple(token.low for token in clause.tokens)
    return next((run for run in words.periods if low[-len(run) :] == run), ())


def _without_then(clause: Clause, words: Words) -> str:
    run = _then(clause, words)
    if not run:
        return clause.text
    kept = clause.tokens[: len(clause.tokens) - len(run)]
    if kept and len(run) > 1 and kept[-1].low in words.prepositions:
        kept = kept[:-1]
    return clause.text[: kept[-1].end] if kept else ""


def _dated_from(text: str, year: int, words: Words) -> str:
    """A year told from the one spoken of is put in words; one that is compared with («enn året før») is left."""
    for mention in reversed(read_periods(text, Context(year=year, period=None))):
        said = text[mention.start : mention.end]
        if mention.relative and not mention.baseline and words.from_spoken.search(said):
            before = tokens_of(text[: mention.start])
            has_preposition = bool(before) and before[-1].low in words.prepositions
            text = f"{text[: mention.start]}{'' if has_preposition else 'i '}{mention.period.text}{text[mention.end :]}"
    return text
