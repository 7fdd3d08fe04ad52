"""A loaded project: its settings and its termbases at one moment."""

import gc
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.index.termbase_index import Index
from canonym.languages import language
from canonym.lsp.session.file_stamps import Stamp, stamp_of
from canonym.project.files.text_files import NotText
from canonym.project.load_index import load_index, slow_to_load
from canonym.project.project import Project
from canonym.project.settings_file import OWN_FILE, find_settings
from canonym.project.termbase_files import Source
from canonym.termbase.errors import SourceError
from canonym.termbase.termbase import Termbase
from canonym.text.formats import parse_document
from canonym.text.values import NamedTuple

_PATIENCE = 1 << 7
"""New answers of the index before old ones are forgotten. Each keystroke may bring a new word."""
_ANYTHING = "Yesterday Xyz Qvist met Zyxqvist in Upper Qwistan."

Texts = Mapping[Path, str]
"""Unsaved texts of our own files, by path."""


@dataclass(frozen=True)
class Knowledge:
    """A project with its index.

    Attributes:
        project: The project.
        index: The index of its termbases.
        files: Its termbase files.
        problems: Unusable files and the reasons. The last good state takes their place.
        stamps: All files that were read, with stamps that reveal a change.
        elsewhere: Why the compiled index is kept in another place, if a person caused that.
    """

    project: Project
    index: Index
    files: frozenset[Path] = frozenset()
    problems: tuple[str, ...] = ()
    stamps: Mapping[Path, Stamp | None] = field(default_factory=dict)
    elsewhere: str = ""

    @property
    def has_termbase(self) -> bool:
        """Return whether there is any termbase."""
        return bool(self.files)


class LoadRequest(NamedTuple):
    """What to load.

    Attributes:
        root: The directory.
        texts: Unsaved texts, which replace those on disk.
        termbases: Termbases of the editor, used if no settings file names any.
        last: The earlier state. Its parts replace what is unusable now.
    """

    root: Path
    texts: Texts
    termbases: tuple[Path, ...]
    last: Knowledge | None


def slow(request: LoadRequest) -> tuple[Project, tuple[Source, ...]]:
    """Return the project, and its termbases that take long to load."""
    project = _project(request, [])
    own, others = project.settings.language, project.languages_by_path
    return project, slow_to_load(project.sources, project.kept_beside, own, others)


def load(request: LoadRequest, stopped: Collection[Source] = ()) -> Knowledge:
    """Load everything for a directory. It never raises because of what people wrote.

    Args:
        request: What to load.
        stopped: Termbases to leave out, because somebody stopped their loading.
    """
    texts, last = request.texts, request.last
    problems = [f"{one.name}: loading was stopped; any change of a termbase begins anew" for one in stopped]
    project = _project(request, problems)
    stamps = stamps_of(_looked_at(request.root, project))
    files = frozenset(
        source.path for source in project.sources if source.path in texts or source.path.is_file()
    )
    if last is not None:
        gone = _gone(last, project, files)
        if gone:
            problems += [f"{project.name(path)} is gone; its last state is used" for path in gone]
            return Knowledge(project, last.index, last.files, tuple(problems), stamps)
    if stopped and last is not None:
        return Knowledge(project, last.index, last.files, tuple(problems), stamps)
    sources = [source for source in project.sources if source not in stopped]
    try:
        index = load_index(sources, texts, project.kept_beside, project.settings.language)
    except SourceError as error:
        problems.append(str(error))
        if last is not None and last.has_termbase:
            return Knowledge(project, last.index, last.files, tuple(problems), stamps)
        index = _readable(project, sources, texts)
    _warm(index)
    return Knowledge(project, index, files, tuple(problems), stamps, project.index_elsewhere())


def unloaded(request: LoadRequest, why: str) -> Knowledge:
    """Return the state after a failed load: the earlier state or nothing, with the reason."""
    last = request.last or Knowledge(Project(request.root), Index.build(Termbase()))
    stamps = stamps_of(_looked_at(request.root, last.project))
    return replace(last, problems=(f"loading failed: {why}",), stamps=stamps)


def _warm(index: Index) -> None:
    """Make the index compute its tables now, so that the next keystroke does not wait."""
    index.memory.patience = _PATIENCE
    check(parse_document("", _ANYTHING, language=language(index.language)), index, Settings())
    gc.freeze()  # a termbase has millions of objects without cycles; a collection of them blocks the server


def stamps_of(paths: Iterable[Path]) -> dict[Path, Stamp | None]:
    """Return the stamps of files; None for a missing one."""
    return {path: stamp_of(path) for path in paths}


def _looked_at(root: Path, project: Project) -> set[Path]:
    """Return the settings and termbases, including possible places of missing ones."""
    settings = root / OWN_FILE if project.file is None else project.file.path
    return {settings, project.authored, project.learned, *(source.path for source in project.sources)}


def _project(request: LoadRequest, problems: list[str]) -> Project:
    try:
        file = find_settings(request.root)
        if file is None:
            return Project(request.root, termbases=request.termbases)
        if file.path in request.texts:
            file = file._replace(text=request.texts[file.path])
        return Project(file.path.parent, file.read(), file)
    except (SourceError, NotText) as error:
        problems.append(str(error))
        if request.last is not None:
            return request.last.project
        return Project(request.root, termbases=request.termbases)


def _gone(last: Knowledge, project: Project, files: frozenset[Path]) -> list[Path]:
    """Return the termbases that were loaded before, are still wanted, and are missing now."""
    wanted = {source.path for source in project.sources}
    return sorted((last.files - files) & wanted)


def _readable(project: Project, sources: Iterable[Source], texts: Texts) -> Index:
    """Return the index of the readable termbases. The mistakes of the others were reported before."""
    left = tuple(sources)
    while left:
        try:
            return load_index(left, texts, project.kept_beside, project.settings.language)
        except SourceError as error:
            readable = tuple(source for source in left if source.name != error.source)
            if len(readable) == len(left):
                break
            left = readable
    return Index.build(Termbase())
