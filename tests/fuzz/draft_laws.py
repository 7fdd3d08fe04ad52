"""What holds of every draft, from its bytes to its reports and its repair."""

import ast
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html.parser import HTMLParser
from itertools import islice, pairwise
from pathlib import Path
from xml.etree import ElementTree

from canonym.checking.engine import examine
from canonym.checking.finding import Edit
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.checking.fixes.write_replacement import written
from canonym.checking.rules import RULES
from canonym.cli.check.baseline_and_diff import Judge
from canonym.cli.check.checker import Checker, Plan
from canonym.cli.check.fix import Refusal, Repair, any_suggestion, diff, encoded, repair, safe
from canonym.matching.draft import forget
from canonym.project.files.text_files import NotText, TextFile, text_of
from canonym.report.output_formats import OUTPUTS, renderer
from canonym.report.report import FixedFile, Mending, Report, Reported, View
from canonym.text.document import Document
from checking.test_write_replacement import of_html, of_itself, of_json, of_toml, of_xml, of_yaml

SETTLED = 3
"""After so many repairs at the latest nothing is left that a repair would change."""
_MORE = "ZqxZ"
_MARKS = re.compile(rf"(Zq[a-j]+Z)z*(?:\s+{_MORE})*")
TURNS = 3
"""So many drafts take turns in being reported in all formats."""
EVERY = 512
"""So many drafts are remembered together, as a long run remembers them."""


class DraftLaws:
    """Holds the laws of drafts, and counts what it saw."""

    def __init__(self, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self._checker = Checker(Plan(str(folder)))
        self._judge = Judge(self._checker.project.root)
        self._root = folder

    def hold(self, name: str, data: bytes) -> None:
        """Check, report and repair a draft.

        Raises:
            AssertionError: A law is broken.
        """
        path = self._root / name
        self.counts["drafts"] += 1
        try:
            file = text_of(data, path)
        except NotText:
            self.counts["that are no text"] += 1
            return
        assert file.data() == data, "the bytes of a draft are not those that were read"
        document = self._checker.project.document_of(path, file.text)
        self.counts[document.format] += 1
        reported = self._checked(document)
        self.counts["findings"] += len(reported)
        self.counts["refused fixes"] += sum(bool(one.refusal) for one in reported)
        ways = {Mending.SAFE: safe, Mending.ALL: any_suggestion}
        chosen = {mending: list(filter(wanted, reported)) for mending, wanted in ways.items()}
        fixed = [
            self._repaired(path, file, reported, ways[mending], mending)
            for mending, those in chosen.items()
            if those and (mending is Mending.SAFE or those != chosen[Mending.SAFE])
        ]
        if reported:
            self._one_round(document, reported)
        self._report(document, reported, fixed)

    def _checked(self, document: Document) -> tuple[Reported, ...]:
        checker, text = self._checker, document.text
        found, seen = examine(document, checker.index, checker.settings)
        if self.counts["drafts"] % EVERY == 0:
            forget(checker.index)
            checker.index.memory.clear()
        elif self.counts["drafts"] % 4 == 0:
            checker.index.memory.clear()
        assert examine(document, checker.index, checker.settings) == (found, seen), (
            "another check finds others"
        )
        assert all(a.span.end <= b.span.start for a, b in pairwise(found)), (
            "findings overlap or have no order"
        )
        for finding in found:
            assert 0 <= finding.span.start < finding.span.end <= len(text), "a span lies outside of the text"
            assert document.visible_text(finding.span) == finding.text != "", (
                "a finding does not quote the text"
            )
            assert finding.text not in finding.suggestions, "a finding suggests what stands there"
            assert 0 <= finding.confidence <= 1
            assert finding.rule in RULES
            assert "\n" not in finding.message
        outcome = checker.outcome(document, found, seen)
        assert len(outcome.reported) >= len(found), "a finding got lost"
        assert all(a.finding.span.start <= b.finding.span.start for a, b in pairwise(outcome.reported))
        return outcome.reported

    def _repaired(
        self,
        path: Path,
        file: TextFile,
        reported: Sequence[Reported],
        wanted: Callable[[Reported], bool],
        mending: Mending,
    ) -> FixedFile:
        done = self._repair(path, file, reported, wanted)
        self.counts["mended safely" if mending is Mending.SAFE else "mended unsafely"] += bool(done.edits)
        assert bool(list(diff("draft", done))) == (done.text != file.text)
        try:
            encoded(done)
        except Refusal:
            self.counts["whose encoding lacks a letter"] += 1
        again, rounds = done, 0
        while again.edits:
            rounds += 1
            assert rounds <= SETTLED, "repairs do not come to an end"
            document = self._checker.project.document_of(path, again.text)
            left = self._checker.check_document(document).reported
            again = self._repair(path, file.with_text(again.text), left, wanted)
            assert mending is Mending.ALL or not again.edits or rounds < 2, "a second repair changes more"
        return FixedFile("draft", done.edits)

    def _repair(
        self,
        path: Path,
        file: TextFile,
        reported: Sequence[Reported],
        wanted: Callable[[Reported], bool],
    ) -> Repair:
        return repair(self._checker, self._judge, path, file, reported, wanted)

    def _one_round(self, document: Document, reported: Sequence[Reported]) -> None:
        """Hold that a round of fixes leaves a text that says the same but for what was to be mended."""
        chosen = [one.finding for one in reported if any_suggestion(one)]
        edits, meant, _ = written(document, select(chosen, unsafe=True))
        verbatim = all(edit.span.of(document.text) == document.visible_text(edit.span) for edit in meant)
        if not edits or not verbatim:
            return
        new = apply(document.text, edits)
        marked = apply(document.text, [Edit(e.span, _marked(n, e, document)) for n, e in enumerate(edits)])
        words = {_mark(number): edit.text for number, edit in enumerate(meant)}
        for judge, quoted in _judges(document):
            try:
                judge(document.text)
                with_marks = _said(judge(marked), quoted=quoted)
            except ValueError:
                continue
            if judge is of_html and not _are_texts(words, with_marks):
                self.counts["with a fix in what a parser of HTML takes for a broken tag"] += 1
                continue
            expected = [_filled(one, words) for one in with_marks]
            self.counts["texts compared after fixes"] += 1
            found = [_squeezed(one) for one in _said(judge(new), quoted=quoted)]
            assert found == expected, "a fix changes more than it says"

    def _report(self, document: Document, reported: tuple[Reported, ...], fixed: Sequence[FixedFile]) -> None:
        report = Report(
            reported=reported,
            files=(document.path,),
            rules=RULES,
            fixed=tuple(fixed),
            mending=Mending.ALL,
            version="1",
            view=View(color=True, source=True, statistics=True),
        )
        for name in islice(OUTPUTS, self.counts["drafts"] % TURNS, None, TURNS):
            text = "".join(renderer(name)(report))
            text.encode()
            _PARSERS.get(name, _lines)(text)
            self.counts["reports"] += 1


def _mark(number: int) -> str:
    return f"Zq{str(number).translate(str.maketrans('0123456789', 'abcdefghij'))}Z"


def _marked(number: int, edit: Edit, document: Document) -> str:
    """Return marks in the place of an edit, as long and of as many words: a line may depend on both."""
    old = edit.span.of(document.text)
    first, *more = re.split(r"(\s+)", old)
    rest = "".join(_MORE if word.strip() else word for word in more)
    mark = _mark(number) if first else ""
    return mark + "z" * (len(old) - len(mark) - len(rest) if mark else 0) + rest


def _judges(document: Document) -> list[tuple[Callable[[str], list[str]], bool]]:
    """Return who reads a text of a format, each with whether strings come in quotes."""
    match document.format:
        case "json":
            return [(of_json, True)]
        case "toml":
            return [(of_toml, True)]
        case "yaml":
            return [(_yaml, True)]
        case "html":
            return [(of_html, False), (_xml, False)]
    return [(of_itself(document.format), False)]


def _yaml(text: str) -> list[str]:
    import yaml

    try:
        return of_yaml(text)
    except (yaml.YAMLError, TypeError) as error:
        raise ValueError from error


def _xml(text: str) -> list[str]:
    try:
        return of_xml(text)
    except ElementTree.ParseError as error:
        raise ValueError from error


def _said(read: Sequence[str], *, quoted: bool) -> list[str]:
    return [str(ast.literal_eval(one)) if quoted and one[:1] in "'\"" else one for one in read]


def _are_texts(marks: Iterable[str], read: Sequence[str]) -> bool:
    """Tell whether each mark stands in a text; broken tags are texts to us, and tags to some."""
    texts = [one for one in read if not one.startswith("<")]
    return all(any(mark in one for one in texts) for mark in marks)


def _filled(one: str, words: dict[str, str]) -> str:
    return _squeezed(_MARKS.sub(lambda found: words.get(found[1], found[0]), one))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _json_lines(text: str) -> None:
    for line in text.splitlines():
        json.loads(line)


def _xml_report(text: str) -> None:
    ElementTree.fromstring(text.encode())


def _page(text: str) -> None:
    HTMLParser().feed(text[text.index("<body") :])


def _lines(text: str) -> None:
    assert not text or text.endswith("\n")


def _commands(text: str) -> None:
    assert all(line.startswith("##") for line in text.splitlines())


_PARSERS: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(("json", "sarif", "gitlab", "rdjson"), json.loads),
    **dict.fromkeys(("jsonl", "rdjsonl"), _json_lines),
    **dict.fromkeys(("junit", "checkstyle"), _xml_report),
    **dict.fromkeys(("azure", "teamcity"), _commands),
    "html": _page,
}
