"""One sentence with its numbers and the periods named in it: what periods are given out in."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.quantities.drafts import Draft
from ingest.quantities.model import Context, PeriodMention


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence from `start` to `end` of the text. `mentions` are those of the whole paragraph, `said` its own."""

    text: str
    start: int
    end: int
    drafts: Sequence[Draft]
    said: Sequence[PeriodMention]
    mentions: Sequence[PeriodMention]
    context: Context

    def spoken_before(self, position: int) -> list[PeriodMention]:
        """The mentions of the paragraph before that place that are no comparisons."""
        return [mention for mention in self.mentions if mention.start < position and not mention.baseline]
