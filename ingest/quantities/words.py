"""Number words, fractions and ratios: «tolv», «halvannen», «en tredjedel», «tre av fire»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.data import beside
from ingest.quantities.numbers import Token

_WORD = re.compile(r"[^\W\d_]+")
_FRACTION = re.compile(r"(?<![\w.,/-])([1-9])/([1-9][0-9]?)(?= av | of )")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of the data: words, words for one, and decimals of two words («en halv»)."""

    words: dict[str, int]
    one: frozenset[str]
    article: frozenset[str]
    halves: dict[str, Decimal]
    and_half: frozenset[str]
    parts: dict[str, int]
    alone: frozenset[str]
    not_after: frozenset[str]
    denominators: frozenset[int]
    of: tuple[str, ...]
    spelled_only: frozenset[str]


def _numerals() -> Numerals:
    data = beside(__file__, "numbers.toml")
    words = data.table("words").numbering()
    ones = data.table("ones").numbering()
    for ten, value in data.table("tens").numbering().items():
        words |= {ten + one: value + small for one, small in ones.items()}
    ratio, alone = data.table("ratio"), data.table("alone")
    return Numerals(
        words=words,
        one=frozenset(data.table("one").words("words")),
        article=frozenset(data.table("article").words("words")),
        halves={word: Decimal(value) for word, value in data.table("halves").naming().items()},
        and_half=frozenset(data.table("and_half").words("words")),
        parts=data.table("parts").numbering(),
        alone=frozenset(alone.words("words")),
        not_after=frozenset(alone.words("not_after")),
        denominators=frozenset(ratio.integers("denominators")),
        of=ratio.words("of"),
        spelled_only=frozenset(ratio.words("spelled_only")),
    )


NUMERALS = _numerals()


def percent_of(part: Decimal, whole: int) -> Decimal:
    """A part of a whole in percent, exact where two decimals hold it, else rounded to them."""
    percent = part * 100 / whole
    rounded = percent.quantize(_CENT)
    return rounded.normalize() if rounded != rounded.to_integral() else rounded.to_integral()


def read_words(text: str) -> list[Token]:
    """Every number word in even text, words for one included: whether they count is told by what follows them."""
    numerals = NUMERALS
    tokens: list[Token] = []
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word in numerals.parts:
            tokens = _with_part(tokens, before, match, word)
        elif word in numerals.words or word in numerals.article or word in numerals.one:
            tokens.append(Token(match.start(), match.end(), Decimal(numerals.words.get(word, 1)), digits=False))
        elif word in numerals.halves:
            tokens.append(Token(match.start(), match.end(), numerals.halves[word], digits=False))
        elif before is not None and (half := numerals.halves.get(f"{before[0].lower()} {word}")):
            tokens = _with_half(text, tokens, before.start(), match.end(), half)
        before = match
    return tokens


def _with_half(text: str, tokens: list[Token], start: int, end: int, half: Decimal) -> list[Token]:
    """The tokens with «en halv» behind them: with the whole number before it where «og» joins them."""
    kept = tokens[:-1] if tokens and tokens[-1].start == start else tokens
    if kept and not kept[-1].share and text[kept[-1].end : start].strip().lower() in NUMERALS.and_half:
        whole = kept[-1]
        return [*kept[:-1], Token(whole.start, end, whole.value + half, digits=False)]
    return [*kept, Token(start, end, half, digits=False)]


def _with_part(tokens: list[Token], before: re.Match[str] | None, part: re.Match[str], word: str) -> list[Token]:
    """The tokens with a fraction behind them: with the number word before it as its numerator, or alone."""
    numerals = NUMERALS
    denominator = numerals.parts[word]
    if tokens and part.start() - tokens[-1].end == 1 and not tokens[-1].share:
        numerator = tokens.pop()
        share = percent_of(numerator.value, denominator)
        return [*tokens, Token(numerator.start, part.end(), share, digits=False, share=True)]
    follows = before[0].lower() if before is not None else ""
    if word in numerals.alone and follows not in numerals.not_after:
        share = percent_of(Decimal(1), denominator)
        return [*tokens, Token(part.start(), part.end(), share, digits=False, share=True)]
    return tokens


def read_fractions(text: str) -> list[Token]:
    """Every fraction of something in digits: «2/3 av»."""
    matches = [match for match in _FRACTION.finditer(text) if int(match[1]) < int(match[2])]
    return [
        Token(match.start(), match.end(), percent_of(Decimal(match[1]), int(match[2])), share=True) for match in matches
    ]


def join_ratios(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with «tre av fire» and «8 av 10» as one share each."""
    joined: list[Token] = []
    for token in tokens:
        if joined and _is_ratio(text, joined[-1], token):
            part = joined.pop()
            share = percent_of(part.value, int(token.value))
            joined.append(Token(part.start, token.end, share, digits=False, share=True))
        else:
            joined.append(token)
    return joined


def _is_ratio(text: str, part: Token, whole: Token) -> bool:
    joiner = text[part.end : whole.start].strip().lower()
    if joiner not in NUMERALS.of or part.share or whole.share:
        return False
    if joiner in NUMERALS.spelled_only and (part.digits or whole.digits):
        return False
    exact = whole.value == whole.value.to_integral() and part.value == part.value.to_integral()
    return exact and int(whole.value) in NUMERALS.denominators and 0 < part.value < whole.value
