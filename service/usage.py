"""What is wrong with a command as it was typed, in Norwegian: what it is about, and what is possible instead."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, cast

import typer

UsageError = cast(type[Exception], typer.BadParameter.__bases__[0])
"""Every error of how a command was typed; typer gives the name of its subclass alone."""
_QUOTED = re.compile(r"'([^']+)'|\(([^()]+)\)$")
_HELP = "Skriv «{command} --help» for å se hva den tar."


def in_words(error: Exception) -> str:
    """An error of usage as sentences that name what it is about, what there is, and where one reads on."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kildesvar"
    return f"{_fault(error, context)} {_HELP.format(command=command)}"


def _fault(error: Exception, context: Any) -> str:  # noqa: ANN401 — typer keeps the types of its errors to itself
    if hasattr(error, "option_name"):
        return _about_option(error, str(vars(error)["option_name"]), context)
    if isinstance(error, typer.BadParameter):
        return _about_value(error, error.param)
    return _about_words(str(error), context)


def _about_option(error: Exception, option: str, context: Any) -> str:  # noqa: ANN401
    if hasattr(error, "possibilities"):
        return f"Valget «{option}» finnes ikke. {_instead(option, _options(context), 'Valgene')}"
    if "does not take" in str(error):
        return f"Valget «{option}» tar ingen verdi."
    return f"Valget «{option}» mangler verdien sin."


def _about_value(error: typer.BadParameter, parameter: Any) -> str:  # noqa: ANN401
    """A value that cannot be used, or none; a command's own words where it has looked at the value itself."""
    if parameter is None:
        return error.message
    name = _name(parameter)
    if not error.message:
        return f"«{name}» mangler."
    return f"Verdien til «{name}» kan ikke brukes: {_demand(error, parameter)}."


def _demand(error: typer.BadParameter, parameter: Any) -> str:  # noqa: ANN401
    from pydantic import ValidationError

    from service.invalid import demand

    members = getattr(getattr(parameter.get_runtime_param(), "annotation", None), "__members__", {})
    if members:
        return f"det må være en av {', '.join(str(member.value) for member in members.values())}"
    cause = error.__cause__
    return demand(cause.errors()[0]) if isinstance(cause, ValidationError) else demand({"type": "other"})


def _about_words(message: str, context: Any) -> str:  # noqa: ANN401
    """A command that is not there, or more words than a command takes; the error holds them in its text alone."""
    found = _QUOTED.search(message)
    words = (found[1] or found[2]) if found else ""
    names = list(getattr(getattr(context, "command", None), "commands", {}))
    if names:
        return f"Kommandoen «{words}» finnes ikke. {_instead(words, names, 'Kommandoene')}"
    return f"«{words}» er mer enn kommandoen tar. Skal flere ord være ett, sett dem i anførselstegn."


def _instead(given: str, possible: Iterable[str], kind: str) -> str:
    """What was likely meant, else everything there is."""
    names = sorted(possible)
    near = get_close_matches(given, names, 1)
    return f"Mente du «{near[0]}»?" if near else f"{kind} er {', '.join(names)}."


def _options(context: Any) -> list[str]:  # noqa: ANN401
    return [str(name) for parameter in context.command.params for name in parameter.opts if name.startswith("-")]


def _name(parameter: Any) -> str:  # noqa: ANN401
    """The option as it is typed, or the argument as the help calls it."""
    return str(parameter.opts[-1]) if parameter.param_type_name == "option" else str(parameter.name).upper()
