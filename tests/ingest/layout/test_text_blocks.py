"""Paragraphs and list items: where they begin, where they go on."""

from tests.ingest.layout.shapes import PROSE, of_kind, sheet


def _doubled(text: str) -> str:
    return "\n\n".join(text.split("\n"))


def test_paragraphs_go_on_over_line_and_page_breaks() -> None:
    """A sentence that a page break cuts is one paragraph, with furniture and footnotes left out of it."""
    heads = [f"Havneetatens årsrapport      {number}" for number in (1, 2, 3)]
    made = sheet(
        f"{heads[0]}\nEtaten har i flere år samarbeidet med fylkene om farled1 og havn, og dette arbeidet"
        "\n \n1 Farled er en vei.",
        f"{heads[1]}\nfortsetter neste år med nye midler.\n \n{PROSE}",
        f"{heads[2]}\nSiste side har lite tekst.",
    )
    assert [block.lines for block in of_kind(made, "paragraph")] == [(2, 6), (8, 9, 10), (12,)]
    assert [block.lines for block in of_kind(made, "furniture")] == [(1,), (5,), (11,)]
    assert [(block.lines, block.marker) for block in of_kind(made, "footnote")] == [((4,), "1")]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    """Without a gap, a sentence's end with room behind it parts two paragraphs."""
    made = sheet(f"{PROSE}\nDette er kort.\n{PROSE}")
    assert [len(block.lines) for block in of_kind(made, "paragraph")] == [3, 1, 3]


def test_doubled_lines_are_read_as_lines() -> None:
    """Where every line has an empty one below it, only lines with space part paragraphs."""
    made = sheet(f"{_doubled(PROSE)}\n\n \n\n{_doubled(PROSE)}")
    assert [len(block.lines) for block in of_kind(made, "paragraph")] == [3, 3]


def test_lists_are_nested_by_their_bullets() -> None:
    """The first bullet is the outermost, a new one stands below it, and items go on over lines."""
    made = sheet(
        f"{PROSE}\n \n• Fartøy over 15 meter og de som fører farlig\nlast\no om natten\no om dagen\n"
        "• Fritidsbåter\n- uten motor"
    )
    assert [(block.level, block.marker, block.lines) for block in of_kind(made, "list_item")] == [
        (1, "•", (5, 6)),
        (2, "o", (7,)),
        (2, "o", (8,)),
        (1, "•", (9,)),
        (2, "-", (10,)),
    ]


def test_numbers_and_letters_make_items() -> None:
    """«1.» and «a)» begin items; a date and a number of things do not."""
    made = sheet(
        f"{PROSE}\n \n1. Færre ulykker\n2. Kortere ventetid\n \na) los\nb) fyr\n \n"
        "1. mai 2025 trer loven i kraft, og da må alle havner\nsom er omfattet, ha en plan.\n \n"
        "12 havner har en plan alt."
    )
    assert [block.marker for block in of_kind(made, "list_item")] == ["1.", "2.", "a)", "b)"]


def test_a_reference_at_a_line_s_end_keeps_its_number() -> None:
    """A number that belongs to the word before it begins nothing."""
    made = sheet(
        f"{PROSE}\nSe nærmere omtale av dette i forskriften om havner og farleder, særlig i kapittel\n"
        "7 Opplæring, som gjelder alle."
    )
    assert [block.lines for block in of_kind(made, "paragraph")] == [(1, 2, 3), (4, 5)]


def test_a_label_before_a_bullet_belongs_to_the_item() -> None:
    """A calendar's month stands before its bullet and is part of the item."""
    made = sheet(f"{PROSE}\n\nMARS • 12.03.2025: Frist for rapport\n\n• 14.03.2025: Møte")
    assert [(block.lines, block.marker) for block in of_kind(made, "list_item")] == [((5,), "•"), ((7,), "•")]
