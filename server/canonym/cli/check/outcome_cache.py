"""Caches the outcomes of unchanged drafts in the part ``cache`` of our private folder.

Each draft has a file, named after the draft. It holds the outcome and its key: content, termbases, settings
and program. So the cache has a bounded size, may be deleted at any time, and parallel runs only replace whole
files. It holds data, never code.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.check.checker import Checker, Outcome
from canonym.project.cache.private_folder import FINDINGS
from canonym.project.cache.private_places import private_folder, why_elsewhere
from canonym.project.cache.program_version import program
from canonym.project.cache.unfinished_files import sweep
from canonym.project.files.ignored_files import absolute
from canonym.project.files.read_toml_text import open_own
from canonym.project.files.text_files import LIMIT

if TYPE_CHECKING:
    from msgspec.json import Decoder, Encoder

_SHAPE = 9
"""The version of ``Outcome``. Increase it when the fields of ``Outcome`` change."""
_MOST_QUOTED = 4 << 20
"""Most characters of the draft in an outcome. Each of 2,000 findings in one line would repeat the line."""


class Cache:
    """Finds outcomes by the data that they were made from.

    Attributes:
        elsewhere: Why the cache is in another place, if a person caused that; else nothing.
    """

    def __init__(self, checker: Checker) -> None:
        self._folder = private_folder(checker.project.kept_beside, FINDINGS)
        self.elsewhere = why_elsewhere(checker.project.kept_beside, FINDINGS)
        self._checker = checker
        self._swept = False
        self._keys: dict[Path, str] = {}
        self._common = _common(checker)

    def get(self, path: Path) -> Outcome | None:
        """Return the outcome of the present content of a draft; None if it is unknown."""
        if self._folder is None:
            return None
        try:
            if path.stat().st_size > LIMIT:
                return None
            self._keys[path] = key = self._key(path, path.read_bytes())
            head, _, body = self._folder.read(self._file(path)).partition(b"\n")
        except OSError:
            return None
        return _decoded(body) if head.decode("ascii", "replace") == key else None

    def put(self, path: Path, outcome: Outcome) -> None:
        """Keep an outcome. A failure to keep it does not matter."""
        key = self._keys.get(path, "")
        if self._folder is None or not key or outcome.problem or _quoted(outcome) > _MOST_QUOTED:
            return
        try:
            body = _encoder().encode(outcome)
        except UnicodeEncodeError:
            return
        try:
            if not self._swept:
                self._swept = True
                sweep(self._folder)
            self._folder.replace(self._file(path), key.encode("ascii") + b"\n" + body)
        except OSError:
            self._folder = None

    def _file(self, path: Path) -> str:
        """Return the file name of a draft. It depends on the whole path, so that projects do not collide."""
        project = self._checker.project
        name = project.name(path) if project.kept_beside == project.root else absolute(path)
        return f"{sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"

    def _key(self, path: Path, data: bytes) -> str:
        name = self._checker.project.name(path).encode("utf-8", "surrogateescape")
        return _hash((self._common, name, data))


def _quoted(outcome: Outcome) -> int:
    """Return how many characters of the draft the findings of ``outcome`` repeat."""
    return sum(
        len(r.before) + sum(map(len, r.source)) + len(r.after) + len(r.anchor.sentence)
        for r in outcome.reported
    )


def _common(checker: Checker) -> bytes:
    project, settings = checker.project, checker.settings
    judged = settings.today if any(one.expires for one in settings.ignores) else None
    shown = (
        _SHAPE,
        program(),
        sorted(settings.rules.items()),
        settings.select,
        settings.ignore,
        settings.ignores,
        judged,
        sorted(project.settings.formats.items()),
        sorted(project.settings.keys.items()),
        project.language,
        project.settings.language,
        list(project.settings.language_by_path.items()),
    )
    parts = [repr(shown).encode("utf-8", "surrogateescape")]
    for source in project.sources:
        parts.append(str(source.path).encode("utf-8", "surrogateescape"))
        try:
            with open_own(source.path) as file:
                parts.append(file.read())
        except OSError:
            parts.append(b"missing")
    return bytes.fromhex(_hash(parts))


def _hash(parts: Iterable[bytes]) -> str:
    """Return the hash of ``parts``. The length of each part separates it from the next."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _decoded(body: bytes) -> Outcome | None:
    from msgspec import DecodeError

    try:
        return _decoder().decode(body)
    except (DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _encoder() -> "Encoder":
    from msgspec.json import Encoder

    return Encoder()


def _decoder() -> "Decoder[Outcome]":
    from msgspec.json import Decoder

    return Decoder(Outcome)
