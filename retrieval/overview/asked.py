"""What overview a question asks for: of what, for whom, when, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.quantities import Context, read_periods
from ingest.quantities.model import Period
from retrieval.compare.asked import years_asked
from retrieval.overview.language import asks, code_words, pattern


@dataclass(frozen=True, slots=True)
class Order:
    """By what rows are sorted: how much they changed, or how much there is."""

    change: bool
    rising: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """An overview as it is asked for.

    `items` are the measures in the question's words, `whom` what each row is («ytelsene»), `names` the rows where
    they are listed, `codes` the chapters and posts that rows are narrowed to. `explicit` tells that nothing but a
    table answers the question.
    """

    text: str
    items: tuple[str, ...]
    whom: str | None
    names: tuple[str, ...]
    codes: tuple[str, ...]
    periods: tuple[Period, ...]
    order: Order | None
    explicit: bool

    @property
    def of_codes(self) -> bool:
        """Whether the rows asked for are chapters and posts."""
        return bool(self.codes) or (self.whom or "").casefold() in code_words()


def read_asked(question: str, newest_year: int | None) -> Asked | None:
    """The overview a question asks for; None when it asks for none. `newest_year` dates «i fjor»."""
    text = " ".join(question.split())
    periods = tuple(years_asked(text, newest_year))
    order = _order(text)
    explicit = bool(pattern("asking").search(text) or pattern("table").search(text)) or (
        order is not None and any(each.search(text) for each in asks())
    )
    named = pattern("named").search(text)
    several = explicit and (bool(pattern("each").search(text)) or len(periods) > 1 or named is not None)
    if pattern("together").search(text) or not (several or order_alone(text, order) or _is_asked(text)):
        return None
    whom = pattern("order.whom").search(text) if order is not None else pattern("whom").search(text)
    codes = tuple(dict.fromkeys(match["code"] for match in pattern("code").finditer(text)))
    names = _names(text) if explicit and not whom and not codes else ()
    return Asked(
        text,
        _items(text, periods, order, names),
        whom["name"] if whom else None,
        names,
        codes,
        periods,
        order,
        explicit,
    )


def order_alone(text: str, order: Order | None) -> bool:
    """Whether a question asks for a ranking outright («Ranger ytelsene etter …»)."""
    return order is not None and pattern("order.level").search(text) is not None


def _is_asked(text: str) -> bool:
    return any(each.search(text) for each in asks())


def _order(text: str) -> Order | None:
    change = pattern("order.change").search(text) is not None
    if change or pattern("order.level").search(text):
        return Order(change, pattern("order.falling").search(text) is not None)
    return None


def _names(text: str) -> tuple[str, ...]:
    match = pattern("named").search(text)
    return tuple(_divided(match["names"])) if match else ()


def _items(text: str, periods: Sequence[Period], order: Order | None, names: Sequence[str]) -> tuple[str, ...]:
    """The measures: what is left without the words that ask, for whom it is asked, the codes and the years."""
    taken = ("asking",) * (order is None) + ("table", "under", "code", "series", "whom")
    for name in taken:
        text = pattern(name).sub(" ", text)
    if names:
        text = pattern("named").sub(" ", text)
    if order is not None:
        text = pattern("order.words").sub(" ", pattern("order.whom").sub(" ", text))
    for mention in reversed(read_periods(text, Context(year=None, period=None))):
        text = text[: mention.start] + " " + text[mention.end :]
    for period in periods:
        text = text.replace(period.text, " ")
    return tuple(_divided(text))


def _divided(text: str) -> list[str]:
    parts = (part.strip(" ,.?:!") for part in pattern("divider").split(text))
    return [part for part in parts if any(letter.isalpha() for letter in part)]
