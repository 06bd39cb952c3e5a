"""What is wrong with a command as it was typed, in Norwegian."""

from typing import cast

import typer

UsageError = cast(type[Exception], typer.BadParameter.__bases__[0])
"""Every error of how a command was typed; typer gives the name of its subclass alone."""
_HELP = "Skriv «{command} --help» for å se hva den tar."


def in_words(error: Exception) -> str:
    """An error of usage as a sentence that names what it is about, and where one reads on."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kildesvar"
    return f"{_fault(error)} {_HELP.format(command=command)}"


def _fault(error: Exception) -> str:
    option, parameter = getattr(error, "option_name", None), _name(error)
    if option is not None:
        return f"Valget «{option}» finnes ikke, eller mangler verdien sin."
    if parameter is not None and isinstance(error, typer.BadParameter):
        missing = not str(getattr(error, "message", ""))
        return f"«{parameter}» mangler." if missing else f"Verdien til «{parameter}» kan ikke brukes."
    return "Kommandoen finnes ikke, eller har mer enn den tar."


def _name(error: Exception) -> str | None:
    """The option as it is typed, or the argument as the help calls it."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return None
    return str(parameter.opts[-1]) if parameter.param_type_name == "option" else str(parameter.name).upper()
