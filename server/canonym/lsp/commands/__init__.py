"""The commands that an editor may run, with their arguments; ``PROTOCOL.md`` is their manual."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs
from cattrs import BaseValidationError, Converter
from pygls.exceptions import JsonRpcException, JsonRpcInternalError, JsonRpcInvalidParams

from canonym.lsp.commands import arguments as takes
from canonym.lsp.commands import asking, deciding, working
from canonym.lsp.learning import LearningFailed
from canonym.lsp.logs import log_failure
from canonym.project.places import OutsideError
from canonym.termbase.errors import SourceError

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

log = logging.getLogger("canonym.lsp")

Handler = Callable[["CanonymServer", Any], Awaitable[object]]


@attrs.frozen
class Command:
    """A command: what it takes, and what runs it."""

    arguments: type
    handle: Handler


COMMANDS: Mapping[str, Command] = {
    "canonym.learn": Command(takes.Learn, working.learn),
    "canonym.checkWorkspace": Command(takes.CheckWorkspace, working.check_workspace),
    "canonym.replaceInWorkspace": Command(takes.ReplaceInWorkspace, working.replace_in_workspace),
    "canonym.addName": Command(takes.AddName, deciding.add_name),
    "canonym.admit": Command(takes.Admit, deciding.admit),
    "canonym.prefer": Command(takes.Prefer, deciding.prefer),
    "canonym.never": Command(takes.Never, deciding.never),
    "canonym.ignoreInProject": Command(takes.IgnoreInProject, deciding.ignore_in_project),
    "canonym.explain": Command(takes.Explain, asking.explain),
    "canonym.names": Command(takes.Names, asking.names),
    "canonym.undecided": Command(takes.Undecided, asking.undecided),
    "canonym.status": Command(takes.Status, asking.status),
}
"""All commands by name; each takes one argument, an object."""

_converter = Converter(forbid_extra_keys=False)


async def run_command(server: "CanonymServer", name: str, given: Sequence[object]) -> object:
    """Run a command and return its answer.

    Raises:
        JsonRpcException: There is no such command, its argument is not what it takes, or it failed.
    """
    command = COMMANDS.get(name)
    if command is None:
        raise JsonRpcInvalidParams(f"unknown command {name!r}")
    try:
        arguments: Any = _converter.structure(given[0] if given else {}, command.arguments)
    except (BaseValidationError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise JsonRpcInvalidParams(f"{name} takes {_signature(command.arguments)}") from error
    try:
        return await command.handle(server, arguments)
    except JsonRpcException:
        raise
    except SourceError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    except LearningFailed as error:
        raise JsonRpcInternalError(str(error)) from error
    except OSError as error:
        raise _refused(name, error) from error
    except Exception as error:
        log_failure(log, name, error)
        raise JsonRpcInternalError(f"{name} failed; the log of the server says why") from None


def _refused(name: str, error: OSError) -> JsonRpcException:
    told = f"{error.filename or name}: {error.strerror}"
    if isinstance(error, OutsideError):
        return JsonRpcInvalidParams(f"{told}: the folders of the workspace; nothing was written")
    return JsonRpcInternalError(told)


def _signature(arguments: type) -> str:
    fields = [f.name + ("" if f.default is attrs.NOTHING else "?") for f in attrs.fields(arguments)]
    return "{" + ", ".join(fields) + "}"
