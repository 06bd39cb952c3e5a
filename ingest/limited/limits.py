"""What reading one file may cost, and what is said of a file that costs more."""

from dataclasses import dataclass

from ingest.errors import UnreadableFileError

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may cost.

    `memory` is address space in bytes, `result` the size in bytes of what was read. Time is counted in seconds of
    the processor, so that a busy machine reads what an idle one does: `seconds`, and `seconds_a_megabyte` for each
    megabyte of the file, at most `most_seconds`. `patience` times as long by the clock is waited for a process that
    does not even run.
    """

    memory: int = 2_000 * _MEGABYTE
    result: int = 250 * _MEGABYTE
    seconds: float = 60.0
    seconds_a_megabyte: float = 30.0
    most_seconds: float = 600.0
    patience: float = 10.0

    def seconds_for(self, size: int) -> float:
        """How long a file of that many bytes may take."""
        return min(self.most_seconds, self.seconds + self.seconds_a_megabyte * size / _MEGABYTE)


LIMITS = Limits()
"""An annual report of 130 pages takes 3 seconds and 100 MB; these leave room for one forty times as long."""


def too_slow(seconds: float) -> UnreadableFileError:
    """Reading took longer than it may."""
    return UnreadableFileError(
        "too_slow",
        f"Filen ble ikke lest ferdig på {round(seconds)} sekunder, som er grensen for en fil av denne størrelsen. "
        "Den er skadet eller svært tung: lagre den på nytt fra kilden, eller del den opp, og prøv igjen.",
    )


def too_heavy(memory: int) -> UnreadableFileError:
    """Reading needed more memory than it may."""
    return UnreadableFileError(
        "too_heavy",
        f"Filen trenger mer enn {memory // _MEGABYTE} MB minne for å bli lest, som er grensen. "
        "Den er skadet eller svært tung: lagre den på nytt fra kilden, eller del den opp, og prøv igjen.",
    )


def too_much(result: int) -> UnreadableFileError:
    """What was read is more than is taken from one file."""
    return UnreadableFileError(
        "too_large",
        f"Filen gir mer enn {result // _MEGABYTE} MB tekst og tall, som er grensen for én fil. "
        "Del den opp i flere filer og prøv igjen.",
    )


def stopped() -> UnreadableFileError:
    """The process that read the file ended without a word."""
    return UnreadableFileError(
        "stopped",
        "Lesingen av filen stoppet uten forklaring. Maskinen kan ha hatt for lite minne: prøv igjen, "
        "og lagre filen på nytt fra kilden hvis det gjentar seg.",
    )


def unexpected(reason: str) -> UnreadableFileError:
    """No reader foresaw this."""
    return UnreadableFileError(
        "unexpected",
        f"Filen kunne ikke leses på grunn av en feil i programmet ({reason}). "
        "Prøv å lagre den på nytt fra kilden; hjelper ikke det, meld fra om feilen.",
    )
