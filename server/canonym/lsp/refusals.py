"""Why a message of the editor is not obeyed, and what it is answered (JSON-RPC 2.0, sections 4 and 5.1).

An editor, or what stands between it and us, may send anything. That is its mistake, and is told as one.
"""

import json
from collections.abc import Mapping

from lsprotocol.types import ErrorCodes

from canonym.text.values import NamedTuple

_NO_MESSAGE = "it is no message of JSON-RPC 2.0"


class InvalidParams(Exception):  # noqa: N818  (named as the error of JSON-RPC that it is answered with)
    """A request asks for what cannot be; the words say why."""


class RequestFailed(Exception):  # noqa: N818  (the same)
    """A request could not be obeyed; the words say why."""


class Refusal(NamedTuple):
    """What a message is answered that is not obeyed.

    Attributes:
        code: What sort of mistake it is.
        why: What is wrong with it, in a phrase.
        id: The request that is answered; None where nobody knows which.
        answered: Whether it is answered; a notification and an answer never are.
    """

    code: ErrorCodes
    why: str
    id: int | str | None = None
    answered: bool = True


def unread(error: Exception) -> Refusal | None:
    """Return why a message could not be read, for what was raised; None if the message is not to blame."""
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
    """Return what is answered to JSON that is no message, or not what its method takes.

    Args:
        message: What was read.
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
