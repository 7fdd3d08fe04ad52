"""Converts errors into answers of JSON-RPC."""

from pygls.exceptions import JsonRpcException, JsonRpcInternalError, JsonRpcInvalidParams

from canonym.lsp.client_mistakes import InvalidParams, RequestFailed
from canonym.lsp.editor import EditorError

EXPECTED = (InvalidParams, RequestFailed, EditorError)
"""Errors for requests that cannot be obeyed. Any other error is a mistake in the program."""


def json_rpc_error(error: Exception) -> JsonRpcException:
    """Return the answer for one of ``EXPECTED``. An error of the editor goes back to it unchanged."""
    if isinstance(error.__cause__, JsonRpcException):
        return error.__cause__
    kind = JsonRpcInvalidParams if isinstance(error, InvalidParams) else JsonRpcInternalError
    return kind(str(error))
