"""``canonym server``: the language server."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
)
from importlib.util import find_spec

from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, complain

DESCRIPTION = """\
Serve an editor by the Language Server Protocol, on standard input and output unless told
otherwise. Editors start it themselves; server/EDITORS.md says how to tell them to.
"""
EXAMPLES = """\
examples:
  canonym server                          what editors run
  canonym server --tcp 127.0.0.1:4389     wait for one editor on a socket, for debugging
  canonym server --log-level debug        log every message, with the text of articles in it
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = DESCRIPTION
    parser.epilog = EXAMPLES
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--stdio", action="store_true", help="serve on standard input and output (the default)")
    ways.add_argument("--tcp", type=_address, metavar="HOST:PORT", help="serve one editor on a socket")
    ways.add_argument("--ws", type=_address, metavar="HOST:PORT", help="serve one editor on a WebSocket")
    parser.add_argument(
        "--allow-remote",
        action="store_true",
        help="let --tcp and --ws listen where other machines can reach them: whoever connects may read and "
        "change the files of the workspace (default: this machine alone)",
    )
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let pages of this origin open the WebSocket, such as vscode-webview://… (may be repeated; "
        "default: programs that are no browser, and pages of this machine)",
    )
    parser.add_argument(
        "--log-level",
        choices=("error", "warning", "info", "debug"),
        default="warning",
        help="what to log; only `debug` logs text of articles (default: warning)",
    )


def run(args: Namespace) -> int:
    """Serve until the editor leaves. Return 1 if it left without notice."""
    try:
        from canonym.lsp.listening import is_loopback
        from canonym.lsp.serving import serve
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        complain(f"{error.name} is not installed; install canonym with the extra server")
        return EXIT_ERROR
    if (args.allow_origin and not args.ws) or (args.allow_remote and not (args.tcp or args.ws)):
        complain("--allow-remote belongs to --tcp or --ws, and --allow-origin to --ws")
        return EXIT_ERROR
    host, _ = args.tcp or args.ws or ("localhost", 0)
    if not args.allow_remote and not is_loopback(host):
        complain(
            f"{host} can be reached from other machines, and whoever connects may read and change the files "
            "of the workspace; listen on 127.0.0.1, or say --allow-remote"
        )
        return EXIT_ERROR
    if args.ws and find_spec("websockets") is None:
        complain("--ws needs websockets; install pygls[ws]")
        return EXIT_ERROR
    done = serve(tcp=args.tcp, ws=args.ws, allowed=args.allow_origin, log_level=args.log_level)
    return EXIT_CLEAN if done else 1


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise ArgumentTypeError(f"expected HOST:PORT, got {text!r}")
    return host.removeprefix("[").removesuffix("]") or "127.0.0.1", int(port)
