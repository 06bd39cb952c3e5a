"""The group of commands of the evaluation, made when one of them is run: it needs libraries that take their time."""

from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperGroup

MODULES = ("asking", "judging", "looking", "ablating", "drafting", "overviewing")
"""The modules of `eval.commands` whose commands stand under `kildesvar eval`."""


class Later(TyperGroup):
    """Stands for the group where commands are listed; asked to run, it makes the group and steps aside."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:  # noqa: ANN401 — as typer has it
        """The context of the group itself."""
        return group().make_context(info_name, args, parent, **extra)


def group() -> TyperGroup:
    """The group with its commands."""
    for name in MODULES:
        import_module(f"eval.commands.{name}")
    from eval.commands.shared import eval_app

    return cast(TyperGroup, typer.main.get_command(eval_app))
