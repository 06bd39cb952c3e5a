"""One date, month, part of a year or year, made from what a pattern matched."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.quantities import period_words as words
from ingest.quantities import spans_of_time as spans
from ingest.quantities.model import Period
from ingest.quantities.units import unit_follows
from ingest.quantities.words import NUMERALS

Make = Callable[[int], Period | None]
_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Atom:
    """One date, month, part of a year or year. `make` gives its period in a year.

    `year` is the year printed in it. Where there is none, `shift` counts years from the document's year, or from
    the year last spoken of if `spoken`. `bounded` atoms count only behind a word that bounds them. `fine` ones are
    finer than a year.
    """

    start: int
    end: int
    make: Make
    year: int | None = None
    shift: int = 0
    spoken: bool = True
    relative: bool = False
    bounded: bool = False
    fine: bool = True


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMERALS.words[text.lower()]


def _dated(match: re.Match[str], make: Make) -> Atom:
    """An atom that may carry a year of its own or a relative one («desember i fjor»)."""
    groups = match.groupdict()
    if groups.get("year"):
        return Atom(match.start(), match.end(), make, year=int(groups["year"]))
    if groups.get("relative"):
        spoken, shift, _ = words.RELATIVE[groups["relative"].lower()]
        return Atom(match.start(), match.end(), make, shift=shift, spoken=spoken)
    return Atom(match.start(), match.end(), make)


def _day_make(number: int, month: int, last: int | None = None) -> Make:
    def make(year: int) -> Period | None:
        first, end = spans.day(year, month, number), spans.day(year, month, last or number)
        if first is None or end is None:
            return None
        shown = f"{number}.–{last}." if last else f"{number}."
        return Period(first, end, f"{shown} {words.MONTH_NAMES[month]} {year}")

    return make


def iso_date(match: re.Match[str]) -> Atom | None:
    """«2024-12-31»."""
    return Atom(match.start(), match.end(), _day_make(int(match["d"]), int(match["m"])), year=int(match["year"]))


def numeric_date(match: re.Match[str]) -> Atom | None:
    """«31.12.2024», «per 31.12.»."""
    if not (1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31):
        return None
    year = match["y"]
    full = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
    return Atom(match.start(), match.end(), _day_make(int(match["d"]), int(match["m"])), year=full)


def day_of_month(match: re.Match[str]) -> Atom | None:
    """«31. desember 2024», «1.–15. mai», «December 31, 2024»."""
    number, last = words.MONTHS[match["month"].lower()], match.groupdict().get("last")
    make = _day_make(int(match["d"]), number, int(last) if last else None)
    return _dated(match, make) if spans.day(_LEAP_YEAR, number, int(match["d"])) else None


def month(match: re.Match[str]) -> Atom | None:
    """«desember 2024», «desember i fjor»."""
    number = words.MONTHS[match["month"].lower()]
    return _dated(match, lambda year: spans.months(year, number, number, f"{words.MONTH_NAMES[number]} {year}"))


def _part_make(name: str, index: int) -> Make:
    length = words.LENGTHS[name]
    index = index or 12 // length
    return lambda year: spans.months(year, (index - 1) * length + 1, index * length, f"{index}. {name} {year}")


def part(match: re.Match[str]) -> Atom | None:
    """«3. tertial 2024», «tredje kvartal», «siste halvdel av 2024»."""
    name = words.PARTS[match["part"].lower()]
    index = words.ORDINALS[match["ordinal"].lower()] if match["ordinal"] else int(match["n"])
    return _dated(match, _part_make(name, index)) if 1 < words.LENGTHS[name] <= 12 // max(index, 1) else None


def lettered_part(match: re.Match[str]) -> Atom | None:
    """«T1 2024», «Q3 2024»."""
    name, index = words.LETTERS[match["letter"]], int(match["n"])
    return _dated(match, _part_make(name, index)) if index <= 12 // words.LENGTHS[name] else None


def first_parts(match: re.Match[str]) -> Atom | None:
    """«de tre første kvartalene av 2024», «årets 9 første måneder»."""
    name = words.PARTS[match["part"].lower()]
    last = _number(match["count"]) * words.LENGTHS[name]
    if not 0 < last <= 12:
        return None
    shown = f"{words.MONTH_NAMES[1]}–{words.MONTH_NAMES[last]}" if last > 1 else words.MONTH_NAMES[1]
    return _dated(match, lambda year: spans.months(year, 1, last, f"{shown} {year}"))


def season(match: re.Match[str]) -> Atom | None:
    """«høsten 2024»."""
    name = match["season"].lower()
    first, last = words.SEASONS[name]
    return _dated(match, lambda year: spans.months(year, first, last, f"{name} {year}"))


def two_years(match: re.Match[str]) -> Atom | None:
    """«2024/2025», «2020–21», «skoleåret 2024/2025»."""
    first, short = int(match["first"]), match["last"]
    last = int(short) if len(short) == 4 else first // 100 * 100 + int(short)
    if not first < last <= first + 50:
        return None
    name = (match["name"] or "").lower()
    if name:
        period = spans.months(first, 8, 19, f"{name} {first}/{last}")
    else:
        period = spans.months(first, 1, 12 * (last - first + 1), f"{first}{match['join']}{last}")
    return Atom(match.start(), match.end(), lambda _: period, year=last, fine=bool(name))


def stretch(match: re.Match[str]) -> Atom | None:
    """«de siste to årene», «det siste året»."""
    count = _number(match["count"]) if match["count"] else 1
    if count == 1 and match["unit"].lower() in words.STRETCH_PLURALS:
        return None

    def make(year: int) -> Period | None:
        first = year - count + 1
        return spans.months(first, 1, 12 * count, f"{first}–{year}" if count > 1 else str(year))

    return Atom(match.start(), match.end(), make, spoken=False, relative=True, fine=False)


def ago(match: re.Match[str]) -> Atom | None:
    """«for ti år siden»."""
    return Atom(match.start(), match.end(), spans.whole_year, shift=-_number(match["count"]), relative=True, fine=False)


def relative(match: re.Match[str]) -> Atom | None:
    """«i fjor», «året før»."""
    spoken, shift, bounded = words.RELATIVE[match[0].lower()]
    make = spans.whole_year
    return Atom(match.start(), match.end(), make, None, shift, spoken, relative=True, bounded=bounded, fine=False)


def plain_year(match: re.Match[str]) -> Atom | None:
    """«2024», «Inntektsår 2022»; no year where a unit follows («2000 kroner»)."""
    if match.string[match.end() : match.end() + 1] != "-" and unit_follows(match.string, match.end()):
        return None
    name = (match["name"] or "").lower()
    year = int(match["year"])
    text = f"{name} {year}" if name in words.SHOWN_YEAR_NAMES else str(year)
    return Atom(match.start(), match.end(), lambda value: spans.whole_year(value, text), year=year, fine=False)
