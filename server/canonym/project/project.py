"""A project: its settings, the termbases that they name, and the drafts that they cover."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from canonym.languages import Stated, parse_in_language
from canonym.project.files.find_files import Problem, find_files, is_stream
from canonym.project.files.ignored_files import absolute
from canonym.project.files.text_files import read_text
from canonym.project.settings import AUTHORED, DEFAULTS, LEARNED, LEARNED_START, ProjectSettings
from canonym.project.settings_by_path import SettingsByPath
from canonym.project.settings_file import SettingsFile, find_settings
from canonym.text.document import Document
from canonym.text.formats import FORMATS

if TYPE_CHECKING:
    from canonym.corpus.learning import Source as CorpusSource
    from canonym.index.termbase_index import Index
    from canonym.project.termbase_files import Source
    from canonym.termbase.edits.decision_language import DecisionLanguage


class Project:
    """The settings and paths for the drafts of a directory.

    Attributes:
        root: The base of the paths in the settings.
        settings: The settings.
        file: The file that sets them; None if nothing is set.
        termbases: Termbases of the command line; they replace those in the settings.
        isolated: Whether only the command line counts.
        language: The tag of the language of drafts and articles of which nothing else says one; empty to look
            at their text.
    """

    def __init__(
        self,
        root: Path,
        settings: ProjectSettings = DEFAULTS,
        file: SettingsFile | None = None,
        termbases: tuple[Path, ...] = (),
        *,
        isolated: bool = False,
        language: str = "",
    ) -> None:
        self.root = root
        self.settings = settings
        self.file = file
        self.termbases = termbases
        self.isolated = isolated
        self.language = language

    @classmethod
    def find(
        cls, start: Path, *, isolated: bool = False, termbases: Sequence[Path] = (), language: str = ""
    ) -> "Project":
        """Return the project of ``start``, a directory or a file.

        Args:
            start: Where the search begins; it goes on in the directories above.
            isolated: Search for no settings and no termbases.
            termbases: Termbases that replace those in the settings.
            language: The tag of the language of drafts of which nothing else says one.

        Raises:
            SettingsError: The settings are unusable.
        """
        directory = Path(absolute(start))
        if not directory.is_dir():
            directory = directory.parent
        file = None if isolated else find_settings(directory)
        root = file.path.parent if file else directory if isolated else _root(directory)
        settings = file.read() if file else DEFAULTS
        named = tuple(Path(absolute(path)) for path in termbases)
        return cls(root, settings, file, named, isolated=isolated, language=language)

    @property
    def authored(self) -> Path:
        """The termbase that holds people's decisions; it need not exist yet."""
        named = (*self.termbases, *(self.root / name for name in self.settings.termbase))
        return next((path for path in named if path.suffix.lower() == ".toml"), self.root / AUTHORED)

    @property
    def learned(self) -> Path:
        """The termbase that ``canonym learn`` writes; it need not exist yet."""
        return self.root / self.settings.learned

    @property
    def sources(self) -> "tuple[Source, ...]":
        """The termbase files of a check."""
        from canonym.project.termbase_files import Source

        if self.termbases or self.isolated:
            return tuple(Source(path, self.name(path)) for path in self.termbases)
        stated = self.file is not None and self.file.sets("termbase")
        own = Source(self.learned, self.name(self.learned), required=False)
        paths = (self.root / name for name in self.settings.termbase)
        return (own, *(Source(path, self.name(path), required=stated) for path in paths))

    @property
    def kept_beside(self) -> Path:
        """The directory of our private folder: that of the command line's termbases, else the root."""
        learned = (path for path in self.termbases if path.suffix.lower() != ".toml")
        first = next(learned, self.termbases[0] if self.termbases else None)
        return self.root if first is None else first.parent

    def index(self, texts: Mapping[Path, str] | None = None) -> "Index":
        """Return the index of the termbases. Each call checks whether they changed.

        Args:
            texts: Texts of authored termbases to use instead of those on disk, by path.

        Raises:
            TermbaseError: A termbase is unusable.
        """
        from canonym.project.load_index import load_index

        return load_index(self.sources, texts, self.kept_beside, self.settings.language)

    def index_elsewhere(self) -> str:
        """Return why the compiled index is kept in another place, if a person caused that."""
        from canonym.project.load_index import index_elsewhere

        return index_elsewhere(self.sources, self.kept_beside)

    def name(self, path: Path) -> str:
        """Return the name of ``path`` for people: relative to the root, with ``/``, in valid Unicode."""
        try:
            name = os.path.relpath(absolute(path), self.root).replace(os.sep, "/")
        except ValueError:  # on another drive
            name = path.as_posix()
        return os.fsencode(name).decode(errors="replace")

    def document(self, path: Path) -> Document:
        """Read a draft.

        Raises:
            NotText: It is binary.
            OSError: It cannot be read.
        """
        return self.document_of(path, read_text(path).text)

    def document_of(
        self,
        path: Path,
        text: str,
        format: str | None = None,  # noqa: A002
        language: str = "",
    ) -> Document:
        """Return the draft at ``path`` with the given text, which may differ from the disk.

        Args:
            path: Where it is, or would be.
            text: Its text.
            format: Its format, if neither the settings nor its name decide it.
            language: The tag of its language, if neither the settings nor itself say it; that of the project
                if empty.
        """
        chosen = self._by_path.format_of(path) or format
        keys = self._by_path.keys_of(path) or ()
        stated = self.stated_language(path)._replace(expected=self._expected_language)
        if language:
            stated = stated._replace(option=language)
        return parse_in_language(self.name(path), text, chosen, keys, stated)

    def stated_language(self, path: Path) -> Stated:
        """Return what the settings and the command line say of the language of ``path``."""
        setting = self._by_path.language_of(path) or self.settings.language
        return Stated(setting, self.language)

    def decision_language(self, draft: str) -> "DecisionLanguage":
        """Return the language of a decision about a draft of the language ``draft``; empty for no draft."""
        from canonym.termbase.edits.decision_language import DecisionLanguage
        from canonym.termbase.language_tags import UNDETERMINED

        return DecisionLanguage(draft, self.settings.language or self._expected_language or UNDETERMINED)

    @property
    def languages_by_path(self) -> tuple[str, ...]:
        """The tags that the settings give to drafts by their paths."""
        return tuple(sorted({*self.settings.language_by_path.values()} - {self.settings.language}))

    def idle_language_globs(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Return the globs of ``language-by-path`` that match none of ``paths``, and no article."""
        return self._by_path.idle_language_globs((*paths, *self.articles(lambda _problem: None)))

    def languages_without_names(self, tags: Iterable[str]) -> tuple[str, ...]:
        """Return those of the languages in which the termbases have no names, if they have names in others.

        Args:
            tags: BCP 47 tags of languages alone.
        """
        from canonym.project.termbase_files import languages_without_names

        return languages_without_names(self.sources, tags, self.settings.language or self._expected_language)

    @cached_property
    def _expected_language(self) -> str:
        """The language of most learned articles, else of the authored termbase; empty if nobody knows."""
        from canonym.project.termbase_files import authored_language, main_language

        learned = main_language(source.path for source in self.sources if not source.is_authored)
        return learned or authored_language(source.path for source in self.sources if source.is_authored)

    def article(self, path: Path, fields: Mapping[str, str] = MappingProxyType({})) -> "CorpusSource":
        """Return the article or archive at ``path`` as a source for learning.

        Args:
            path: Where it is.
            fields: Names of fields of an archive's records, by role. They precede those of the settings.
        """
        from canonym.corpus.archives.fields import Fields
        from canonym.corpus.archives.source import ArchiveSource
        from canonym.corpus.articles import ArticleSource

        place, name = Path(absolute(path)), self.name(path)  # the name also holds on other machines
        format_, keys = self._by_path.format_of(path), self._by_path.keys_of(path)
        if not keys:
            named = Fields().with_names({**self.settings.fields, **fields})
            archive = ArchiveSource.of(place, name, format_, named)
            if archive is not None:
                return archive._replace(stated=self.stated_language(path))
        return ArticleSource(place, name, format_, keys or (), self.stated_language(path))

    def drafts(self, paths: Iterable[Path], report: Callable[[Problem], None]) -> Iterator[Path]:
        """Yield the drafts that ``paths`` name: files, those in directories, those of globs.

        Args:
            paths: Files, directories and globs.
            report: Receives each path that is missing or unreadable.
        """
        return self._found(paths, report, ())

    def articles(self, report: Callable[[Problem], None]) -> Iterator[Path]:
        """Yield the articles of the corpus that the settings name, without those in archives."""
        return self.drafts((self.root / name for name in self.settings.corpus), report)

    def corpus(
        self, report: Callable[[Problem], None], paths: Iterable[Path] | None = None
    ) -> Iterator[Path]:
        """Yield the articles and archives of ``paths``, or of the settings if there are none."""
        from canonym.corpus.archives.source import SUFFIXES

        named = (self.root / name for name in self.settings.corpus) if paths is None else paths
        return (path for path in self._found(named, report, SUFFIXES) if not _is_termbase(path))

    @cached_property
    def _by_path(self) -> SettingsByPath:
        return SettingsByPath(self.settings, self.root)

    def _found(
        self, paths: Iterable[Path], report: Callable[[Problem], None], more: tuple[str, ...]
    ) -> Iterator[Path]:
        suffixes = (suffix for one in FORMATS.values() if not one.keyed for suffix in one.suffixes)
        return find_files(
            paths,
            suffixes=(*suffixes, *more),
            also=lambda path: self._by_path.names(Path(path)),
            exclude=self.settings.exclude,
            root=self.root,
            report=report,
        )


def _is_termbase(path: Path) -> bool:
    """Return whether ``learn`` itself wrote a file."""
    if path.suffix.lower() != ".jsonl" or is_stream(path):
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(LEARNED_START)) == LEARNED_START
    except OSError:
        return False


def _root(directory: Path) -> Path:
    """Return the nearest directory with a termbase, else the git repository, else ``directory``."""
    places = (directory, *directory.parents)
    for place in places:
        if (place / AUTHORED).is_file() or (place / LEARNED).is_file():
            return place
    return next((place for place in places if (place / ".git").exists()), directory)
