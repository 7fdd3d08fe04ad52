"""The commands of the server and their arguments. ``PROTOCOL.md`` is their manual."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import attrs
from cattrs import BaseValidationError, Converter

from canonym.lsp.background.start_learning import LearningFailed
from canonym.lsp.client_mistakes import InvalidParams, RequestFailed
from canonym.lsp.commands import arguments as takes
from canonym.lsp.commands import decisions, long_running, queries
from canonym.lsp.commands.command_context import CommandContext
from canonym.lsp.editor import EditorError
from canonym.lsp.session.logs import log_failure
from canonym.project.files.links_outside import OutsideError
from canonym.termbase.errors import SourceError

log = logging.getLogger("canonym.lsp")

Handler = Callable[[CommandContext, Any], Awaitable[object]]


@attrs.frozen
class Command:
    """A command: its arguments and its function."""

    arguments: type
    handle: Handler


COMMANDS: Mapping[str, Command] = {
    "canonym.learn": Command(takes.Learn, long_running.learn),
    "canonym.checkWorkspace": Command(takes.CheckWorkspace, long_running.check_workspace),
    "canonym.replaceInWorkspace": Command(takes.ReplaceInWorkspace, long_running.replace_in_workspace),
    "canonym.addName": Command(takes.AddName, decisions.add_name),
    "canonym.admit": Command(takes.Admit, decisions.admit),
    "canonym.prefer": Command(takes.Prefer, decisions.prefer),
    "canonym.never": Command(takes.Never, decisions.never),
    "canonym.ignoreInProject": Command(takes.IgnoreInProject, decisions.ignore_in_project),
    "canonym.explain": Command(takes.Explain, queries.explain),
    "canonym.names": Command(takes.Names, queries.names),
    "canonym.undecided": Command(takes.Undecided, queries.undecided),
    "canonym.status": Command(takes.Status, queries.status),
}
"""All commands by name; each takes one argument, an object."""

_converter = Converter(forbid_extra_keys=False)


async def run_command(context: CommandContext, name: str, given: Sequence[object]) -> object:
    """Run a command and return its answer.

    Raises:
        InvalidParams: There is no such command, or its argument is not what it takes.
        RequestFailed: It failed.
        EditorError: The editor refused its part.
    """
    command = COMMANDS.get(name)
    if command is None:
        raise InvalidParams(f"unknown command {name!r}")
    try:
        arguments: Any = _converter.structure(given[0] if given else {}, command.arguments)
    except (BaseValidationError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise InvalidParams(f"{name} takes {_signature(command.arguments)}") from error
    try:
        return await command.handle(context, arguments)
    except (InvalidParams, RequestFailed, EditorError):
        raise
    except SourceError as error:
        raise InvalidParams(str(error)) from error
    except LearningFailed as error:
        raise RequestFailed(str(error)) from error
    except OSError as error:
        raise _refused(name, error) from error
    except Exception as error:
        log_failure(log, name, error)
        raise RequestFailed(f"{name} failed; the log of the server says why") from None


def _refused(name: str, error: OSError) -> InvalidParams | RequestFailed:
    told = f"{error.filename or name}: {error.strerror}"
    if isinstance(error, OutsideError):
        return InvalidParams(f"{told}: the folders of the workspace; nothing was written")
    return RequestFailed(told)


def _signature(arguments: type) -> str:
    fields = [f.name + ("" if f.default is attrs.NOTHING else "?") for f in attrs.fields(arguments)]
    return "{" + ", ".join(fields) + "}"
