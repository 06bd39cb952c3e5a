# ruff: noqa: E501 — the pieces stand together as what they are
"""What texts, tables and questions are made of when they are made by chance: the parts that the readers look for."""

from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *("12 345", "1,8", "1.8", "-", "–", "27\n000", "86,52%", "74,7 %", "10", "2023", "2024", "0", "99999999999999999999"),
        *("kroner", "mill.", "milliarder", "prosent", "prosentpoeng", "dager", "uker3", "år", "tusen", "om lag", "(ca .)"),
        *("i 2024", "ved utgangen av", "1. januar 2024", "31.12.2024", "2023–2024", "desember", "32. januar", "første tertial"),
        *("økte", "fra", "til", "med", "henholdsvis", "mot", "og", "av", "enn året før", "sammenlignet med", "ikke", "per måned"),
        *("Tabell 3.", "Kap. 605", "Post 01", "Note 9", "1.1.1", "Vedlegg A", "Figur", "•", "- ", "a)", "1)", "*", "¹"),
        *("\n", "\n\n", "\n ", "\t", "  ", "\x0c", "\r\n", "\u00a0", "\u00ad\n", "-\n", " - ", "\u202e", "\u200b", "\ufeff", "\x85"),
        *("(", ")", "«", "»", '"', "[", "]", "/", "\\", ":", ";", ".", "…", "%", "§", "&", "<b>", "${x}", "{0}", "ﬁ", "İ", "ß", "𝟜", "٣", "½", "²"),
        *("Etaten", "saksbehandlingstid", "antall mottakere", "Alle", "ytelser", "Sum", "herav", "AAP", "arbeidsavklaringspenger (AAP)"),
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, PIECES, PIECES, st.text(max_size=12)), max_size=60).map(" ".join)
"""Texts of such parts, with anything at all between them."""

CELLS = st.sampled_from(
    ["1", "12 345", "-", "", "0,5", "2023", "Sum", "n.a.", "(3)", "1)", "12*", "«", "86 %", "-4 000", "x" * 30]
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=8).map("  ".join), min_size=1, max_size=14).map("\n".join)
"""Lines of cells, whether or not they make a table."""
