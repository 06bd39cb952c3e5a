"""What can be wrong with a PDF, in words for people, with what to do about it."""

from ingest.errors import UnreadableFileError


def encrypted() -> UnreadableFileError:
    """The file asks for a password."""
    return UnreadableFileError(
        "encrypted",
        "PDF-filen er beskyttet med passord og kan ikke leses. "
        "Åpne den med passordet, lagre en kopi uten passord og prøv igjen.",
    )


def damaged() -> UnreadableFileError:
    """The file is not a whole PDF."""
    return UnreadableFileError(
        "damaged",
        "PDF-filen er ødelagt eller ufullstendig. Hent den på nytt fra kilden og prøv igjen.",
    )


def empty() -> UnreadableFileError:
    """The file has no pages, or nothing on them."""
    return UnreadableFileError(
        "empty",
        "PDF-filen er tom: den har ingen sider med innhold. Kontroller at riktig fil er valgt.",
    )


def pictures_only(pages: int) -> UnreadableFileError:
    """No page has a text layer."""
    extent = "Den ene siden" if pages == 1 else f"Alle de {pages} sidene"
    return UnreadableFileError(
        "pictures_only",
        f"PDF-filen inneholder bare bilder av tekst. {extent} må gjenkjennes (OCR) først: "
        "kjør filen gjennom et program for tekstgjenkjenning og prøv igjen med resultatet.",
    )


def too_many_pages(pages: int, limit: int) -> UnreadableFileError:
    """More pages than are read from one file."""
    return UnreadableFileError(
        "too_many_pages",
        f"PDF-filen har {pages} sider; grensen er {limit}. Del den opp i flere filer og prøv igjen.",
    )


def page_too_large(page: int) -> UnreadableFileError:
    """One page with more drawing in it than any page of text has."""
    return UnreadableFileError(
        "too_large",
        f"Side {page} i PDF-filen er for tung til å leses, trolig på grunn av en svær tegning. "
        "Ta ut siden eller skriv filen ut til en ny PDF, og prøv igjen.",
    )
