"""The server as a process, spoken to byte by byte, as a broken or hostile client may."""

import json
import subprocess
import sys
from contextlib import contextmanager

COMMAND = [sys.executable, "-m", "canonym", "server"]
INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}


class Wire:
    """A running server and its streams."""

    def __init__(self, process):
        self.process = process

    def send(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def ask(self, message):
        self.send(framed(message))

    def answer(self, to=None):
        """Return the next answer, or the answer to a request."""
        while True:
            length = None
            while line := self.process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name == b"Content-Length" else length
            if length is None:
                return None
            message = json.loads(self.process.stdout.read(length))
            if message.get("id") == to or to is None:
                return message

    def ended(self):
        """Close the input; return the exit status and what was said on standard error."""
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said.decode()


def framed(message):
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@contextmanager
def wired(*arguments, folder=None, **options):
    """Start a server; kill it if it is still there at the end."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([*COMMAND, *arguments], cwd=folder, **(pipes | options))
    try:
        yield Wire(process)
    finally:
        process.kill()
        process.communicate()
