"""Archives of articles, made for tests: JSON Lines and WARC, packed or not."""

import gzip
import json
import sys
from collections.abc import Iterable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = "HTTP/1.1 {status} OK\r\nContent-Type: {content}\r\n\r\n"


def json_lines(records: Iterable[object]) -> bytes:
    """Return records, one a line; those that are text or bytes as they are."""
    lines = (r if isinstance(r, bytes) else json.dumps(r, ensure_ascii=False).encode() for r in records)
    return b"".join(line + b"\n" for line in lines)


def packed(data: bytes, suffix: str) -> bytes:
    """Return ``data`` as a file of that suffix holds it."""
    if suffix.endswith(".gz"):
        return gzip.compress(data, mtime=0)
    return zstd.compress(data) if suffix.endswith(".zst") else data


def record(kind: str, address: str, body: bytes, content: str = "text/plain") -> bytes:
    """Return a record of WARC."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-11-21T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-{len(body):012}>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def page(
    address: str, body: str | bytes, content: str = "text/html; charset=utf-8", status: int = 200
) -> bytes:
    """Return a record of a page that a crawler got."""
    data = body.encode() if isinstance(body, str) else body
    head = PAGE.format(status=status, content=content).encode()
    return record("response", address, head + data, "application/http; msgtype=response")


def web_archive(records: Iterable[bytes], suffix: str = ".warc") -> bytes:
    """Return a file of ``records``, each packed by itself."""
    return b"".join(packed(one, suffix) for one in records)
