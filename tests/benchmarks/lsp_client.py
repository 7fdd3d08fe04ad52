"""A client for the benchmark of the language server: small, so that its own time does not count."""

import json
import os
import subprocess
import sys
from pathlib import Path

CAPABILITIES = {
    "textDocument": {"diagnostic": {}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
    "general": {"positionEncodings": ["utf-16"]},
}


class Server:
    """The server process with a client that pulls diagnostics, as VS Code does.

    Attributes:
        refreshed: How often the server asked to be asked again.
    """

    def __init__(self, folder):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "canonym", "server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._number = 0
        self.refreshed = 0
        folders = [{"uri": folder.as_uri(), "name": "bench"}]
        uri = folder.as_uri()
        self.request(
            "initialize", processId=None, rootUri=uri, capabilities=CAPABILITIES, workspaceFolders=folders
        )
        self.notify("initialized")

    @property
    def memory(self):
        """Resident memory in megabytes; 0 where it cannot be told."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return 0
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmRSS"].split()[0]) // 1024

    @property
    def processor(self):
        """Milliseconds of a processor that the server has used; 0 where it cannot be told."""
        status = Path(f"/proc/{self._process.pid}/stat")
        if not status.exists():
            return 0
        fields = status.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 // os.sysconf("SC_CLK_TCK")

    def notify(self, method, **params):
        self._send({"method": method, "params": params})

    def request(self, method, **params):
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]

    def open(self, uri, text):
        document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        return self.findings(uri)

    def type(self, uri, version, line, character, text, deleted=0):
        place = {"line": line, "character": character}
        end = {"line": line, "character": character + deleted}
        change = {"range": {"start": place, "end": end}, "text": text}
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=[change])
        return self.findings(uri)

    def findings(self, uri):
        return self.request("textDocument/diagnostic", textDocument={"uri": uri})["items"]

    def wait_for_refresh(self):
        """Wait until the server asks to be asked again."""
        before = self.refreshed
        while self.refreshed == before:
            self._receive()

    def end(self):
        self.request("shutdown")
        self.notify("exit")
        self._process.wait(30)

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self):
        """Return the next message; requests of the server are granted."""
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message = json.loads(self._process.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
            self.refreshed += message["method"] == "workspace/diagnostic/refresh"
        return message
