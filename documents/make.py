"""Make the sample documents: `python -m documents.make` writes pdf/, text/ and truth/ from content/.

The same content gives the same bytes every time.
"""

import json
import tomllib
from pathlib import Path

from documents.maker.compose import Composer
from documents.maker.content import load_book
from documents.maker.front import make_front
from documents.maker.lines import Breaker, split_points
from documents.maker.pdf import write_pdf
from documents.maker.style import LOOKS
from documents.maker.text.writer import TextWriter
from documents.maker.truth import Truth

HERE = Path(__file__).parent
BOOKS = ("arsrapport_2024", "tildelingsbrev_2025")


def make(name: str, target: Path) -> None:
    """Make one document: its PDF, its text and the truth behind them, under `target`."""
    book = load_book(HERE / "content" / name)
    hyphens = tomllib.loads((HERE / "content" / "hyphens.toml").read_text("utf8"))
    look, breaker = LOOKS[str(book.style["look"])], Breaker(split_points(hyphens["words"]))
    contents_pages = int(str(book.style["contents_pages"]))
    first_label = int(str(book.style["first_label"]))
    pages = Composer(book, look, breaker, 1 + contents_pages, first_label).compose()
    front = make_front(pages)
    if len(front.contents) != contents_pages:
        raise ValueError(f"{name}: the contents fill {len(front.contents)} pages; set contents_pages in book.toml")
    writer = TextWriter(book)
    writer.write(pages)
    for folder in ("pdf", "text", "truth"):
        (target / folder).mkdir(parents=True, exist_ok=True)
    write_pdf(book, look, front, pages, target / "pdf" / f"{name}.pdf")
    (target / "text" / f"{name}.txt").write_text("\n".join(writer.out.lines) + "\n", "utf8")
    truth = Truth(book, pages, writer.out).build()
    (target / "truth" / f"{name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf8")


def main() -> None:
    """Make both documents in place."""
    for name in BOOKS:
        make(name, HERE)


if __name__ == "__main__":
    main()
