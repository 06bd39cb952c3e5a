"""`kildesvar eval ablate`: what each part is worth."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.progress import track
from rich.table import Table

from eval.ablation.run import Ablated, ablate
from eval.ablation.switches import Ablation, shipped_ablations
from eval.commands.asking import Split, local, part, sets_asked
from eval.commands.shared import DocumentsOption, QuestionsOption, console, eval_app
from eval.comparing.baseline import of_questions
from eval.comparing.compare import Guarded, compare
from eval.measuring.scored import HEADLINE
from eval.measuring.summary import AUROC
from eval.sets import own_set

SHOWN = (HEADLINE, "figure-table / cited@1", "figure-text / cited@1", "all answerable / passage@5", AUROC)


@eval_app.command("ablate")
def ablate_parts(
    folder: DocumentsOption = Path("documents/pdf"),
    questions: QuestionsOption = None,
    split: Annotated[Split, typer.Option(help="Hvilken del av spørsmålene.")] = Split.ALL,
    only: Annotated[list[str] | None, typer.Option("--only", help="Bare disse delene (navn fra listen).")] = None,
) -> None:
    """Still spørsmålene med én del av søket slått av om gangen, og vis hva hver del er verdt."""
    chosen = _chosen(only or [])
    own = own_set(questions or [])
    with TemporaryDirectory() as aside:
        asked = local(folder, Path(aside))
        asked.check()
        for entry in sets_asked(own, asked.sources()):
            found = ablate(part(entry, split), asked, chosen)
            every = list(track(found, f"Spør {entry.name}", total=len(chosen) + 1, transient=True))
            _print(entry.name, every)


def _chosen(only: Sequence[str]) -> list[Ablation]:
    known = {ablation.name: ablation for ablation in shipped_ablations()}
    unknown = sorted(set(only) - set(known))
    if unknown:
        raise typer.BadParameter(f"{', '.join(unknown)} finnes ikke. Velg blant {', '.join(known)}.")
    return [known[name] for name in only] or list(known.values())


def _print(set_name: str, every: Sequence[Ablated]) -> None:
    """How much each measure falls without a part: what the part is worth."""
    console.rule(set_name)
    whole, *parts = every
    base = of_questions(whole.questions, {})
    table = Table("Uten", *SHOWN, "p", "bedre/verre")
    for ablated in parts:
        found = compare(set_name, ablated.questions, base, {})
        by_name = {measure.measure: measure for measure in found.measures}
        headline = by_name.get(HEADLINE)
        worse = sum(bool(change.worse) for change in found.changes)
        cells = [_cell(by_name.get(name)) for name in SHOWN]
        p = f"{headline.p:.3f}" if headline and headline.p is not None else ""
        label = ablated.ablation.label if ablated.ablation else ""
        table.add_row(label, *cells, p, f"{len(found.changes) - worse}/{worse}")
    console.print(table)


def _cell(measure: Guarded | None) -> str:
    return "" if measure is None else f"{measure.after:.3f} ({measure.after - measure.before:+.3f})"
