"""Why a message of the editor is refused, and the answer (JSON-RPC 2.0, sections 4 and 5.1).

An editor, or a program between it and us, may send anything. Such a mistake is reported as the editor's.
"""

import json
from collections.abc import Mapping

from lsprotocol.types import ErrorCodes

from canonym.text.values import NamedTuple

_NO_MESSAGE = "it is no message of JSON-RPC 2.0"


class InvalidParams(Exception):  # noqa: N818  (named as the error of JSON-RPC that it is answered with)
    """A request asks for something impossible. The message says why."""


class RequestFailed(Exception):  # noqa: N818  (the same)
    """A request failed. The message says why."""


class Refusal(NamedTuple):
    """The answer to a refused message.

    Attributes:
        code: The kind of mistake.
        why: What is wrong, in a phrase.
        id: The request; None if it is unknown.
        answered: Whether it gets an answer; a notification or an answer never does.
    """

    code: ErrorCodes
    why: str
    id: int | str | None = None
    answered: bool = True


def unread(error: Exception) -> Refusal | None:
    """Return why a message could not be read, by the error; None if the message is not to blame."""
    why = ""
    if isinstance(error, UnicodeDecodeError):
        why = f"it is no UTF-8: byte {error.start} is wrong"
    elif isinstance(error, json.JSONDecodeError):
        why = f"it is no JSON: {error.msg} at character {error.pos}"
    elif isinstance(error, RecursionError):
        why = "it is nested too deep"
    elif isinstance(error, ValueError):
        why = "it holds a number of too many digits"
    return Refusal(ErrorCodes.ParseError, why) if why else None


def malformed(message: object, reason: str = "") -> Refusal:
    """Return the refusal of JSON that is not a message, or does not fit its method.

    Args:
        message: The JSON value.
        reason: What is wrong with the parameters of its method, in a word.
    """
    if not isinstance(message, Mapping):
        return Refusal(ErrorCodes.InvalidRequest, _NO_MESSAGE)
    method, number = message.get("method"), id_of(message.get("id"))
    if isinstance(method, str) and "jsonrpc" in message:
        why = f"malformed parameters of {method}" + (f" ({reason})" if reason else "")
        return Refusal(ErrorCodes.InvalidParams, why, number, answered=number is not None)
    is_answer = "method" not in message and ("result" in message or "error" in message)
    return Refusal(ErrorCodes.InvalidRequest, _NO_MESSAGE, number, answered=not is_answer)


def id_of(value: object) -> int | str | None:
    """Return the id of a request; None if it is none."""
    return value if isinstance(value, int | str) and not isinstance(value, bool) else None
