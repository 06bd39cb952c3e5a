"""A source in the Norwegian APA style. The documents name no author, so the title stands first, as the style has it."""

from collections.abc import Mapping, Sequence


def source_entry(title: str, year: int | None, pages: Sequence[str], words: Mapping[str, str]) -> str:
    """«Årsrapport 2024. (2024). (s. 4, 7 og 12).»; `pages` are in order, `words` those of a language."""
    cited = f" ({words['pages'].format(pages=_enumerated(pages, words['and']))})." if pages else ""
    return f"{title}. ({year or words['no_year']}).{cited}"


def _enumerated(pages: Sequence[str], last: str) -> str:
    *before, end = pages
    return f"{', '.join(before)} {last} {end}" if before else end
