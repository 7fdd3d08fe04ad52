"""What went wrong with a request, as pygls answers it."""

from pygls.exceptions import JsonRpcException, JsonRpcInternalError, JsonRpcInvalidParams

from canonym.lsp.editor import EditorError
from canonym.lsp.refusals import InvalidParams, RequestFailed

EXPECTED = (InvalidParams, RequestFailed, EditorError)
"""What a room raises in the face of a request that it cannot obey; all else is a mistake of ours."""


def json_rpc_error(error: Exception) -> JsonRpcException:
    """Return one of ``EXPECTED`` as it is answered; an error of the editor goes back to it as it came."""
    if isinstance(error.__cause__, JsonRpcException):
        return error.__cause__
    kind = JsonRpcInvalidParams if isinstance(error, InvalidParams) else JsonRpcInternalError
    return kind(str(error))
