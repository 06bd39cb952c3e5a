"""What became better and worse from one run to another, question by question and measure by measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from eval.comparing.baseline import Baseline
from eval.comparing.guards import gain
from eval.measuring.intervals import Estimate, mean_estimate, paired_p
from eval.measuring.scored import Scored, table_of
from eval.measuring.summary import values_of

SHOWN = ("cited@1", "figure@1", "passage@1", "passage@5", "answer", "refused", "false refusal", "operands", "result")
"""The marks a question is said to have become better or worse by, the most telling first."""


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose marks changed: which became right, and which wrong."""

    key: str
    question: str
    better: tuple[str, ...]
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guarded:
    """A measure before and after over the questions both runs have. `margin` is None where it is not guarded.

    `difference` is after less before with its interval, None for measures that are no mean; `p` is that of a paired
    randomisation test.
    """

    measure: str
    before: float
    after: float
    margin: float | None
    difference: Estimate | None
    p: float | None

    @property
    def gain(self) -> float:
        """How much better the measure has become; negative when worse."""
        return gain(self.measure, self.after, self.before)

    @property
    def fell(self) -> bool:
        """Whether a guarded measure became worse by more than its margin."""
        return self.margin is not None and self.gain < -self.margin - 1e-9


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs of one question set compared.

    `gone` were asked before and are not now, `new` the reverse; `altered` have another question or known answer than
    before, and nothing is said of them.
    """

    set_name: str
    changes: tuple[Change, ...]
    measures: tuple[Guarded, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def fallen(self) -> list[Guarded]:
        """The guarded measures that became worse by more than their margins."""
        return [measure for measure in self.measures if measure.fell]


def compare(set_name: str, questions: Sequence[Scored], base: Baseline, margins: Mapping[str, float]) -> Comparison:
    """Compare a run with an earlier one over the questions that both have in the same form."""
    now = {one.key: one for one in questions}
    altered = [key for key, one in now.items() if key in base.questions and base.questions[key].digest != one.digest]
    shared = [one for one in questions if one.key in base.questions and one.key not in altered]
    before = [_as_before(one, base) for one in shared]
    return Comparison(
        set_name=set_name,
        changes=tuple(change for old, new in zip(before, shared, strict=True) if (change := _change(old, new))),
        measures=tuple(_measures(before, shared, margins)),
        new=tuple(key for key in now if key not in base.questions),
        gone=tuple(key for key in base.questions if key not in now),
        altered=tuple(altered),
    )


def _as_before(one: Scored, base: Baseline) -> Scored:
    known = base.questions[one.key]
    return replace(one, values=known.values, confidence=known.confidence)


def _change(before: Scored, after: Scored) -> Change | None:
    gains = {
        name: gain(name, after.values.get(name, 0.0), before.values.get(name, 0.0))
        for name in SHOWN
        if name in after.values or name in before.values
    }
    better = tuple(name for name, value in gains.items() if value > 0)
    worse = tuple(name for name, value in gains.items() if value < 0)
    return Change(after.key, after.question, better, worse) if better or worse else None


def _measures(before: Sequence[Scored], after: Sequence[Scored], margins: Mapping[str, float]) -> list[Guarded]:
    old, new = values_of(before), values_of(after)
    old_table, new_table = table_of(before), table_of(after)
    item_of = {one.key: one.item for one in after}
    found = []
    for name in sorted(old.keys() & new.keys(), key=lambda name: (name not in margins, name)):
        difference, p = None, None
        both = old_table.get(name, {}).keys() & new_table.get(name, {}).keys()
        if both:
            values = {key: new_table[name][key] - old_table[name][key] for key in sorted(both)}
            difference, p = mean_estimate(values, item_of), paired_p(list(values.values()))
        found.append(Guarded(name, old[name], new[name], margins.get(name), difference, p))
    return found
