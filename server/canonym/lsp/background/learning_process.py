"""The process that learns: ``python -m canonym.lsp.background.learning_process ROOT FOLDER…``.

It writes one JSON object a line: the progress, and at the end the result or the reason of a failure. It ends
when its standard input is closed.
"""

import json
import os
import sys
from pathlib import Path

from canonym.corpus.learning import ArticleSource, Source, learn
from canonym.lsp.background.corpus_files import corpus_files
from canonym.lsp.background.processes import end_with_input
from canonym.project.files.find_files import is_stream
from canonym.project.files.links_outside import resolve
from canonym.project.files.text_files import check_text
from canonym.project.project import Project
from canonym.project.writing.learned_file import check_place, write_learned
from canonym.termbase.errors import SourceError
from canonym.text.internal_errors import describe_mistake


def main() -> int:
    """Learn, and print the result."""
    end_with_input()
    try:
        _print_message(_learn(*map(Path, sys.argv[1:])))
    except KeyboardInterrupt:
        return 1
    except SourceError as error:
        _print_message({"failed": str(error)})
        return 1
    except OSError as error:
        _print_message({"failed": f"{error.filename or 'the termbase'}: {error.strerror}"})
        return 1
    except Exception as error:
        _print_message({"failed": describe_mistake(error)})
        return 1
    return 0


def _learn(root: Path, *folders: Path) -> dict[str, object]:
    """Learn the termbase of ``root``, and write it if it lies in one of ``folders``."""
    project = Project.find(root)
    within = (project.root,)
    resolve(project.learned, folders)
    check_place(project.learned, within)
    articles = _articles(project, root)
    if not articles:
        raise SourceError(str(root), 0, "corpus", "has no article to learn from")
    jobs = max((os.cpu_count() or 1) - 1, 1)  # one processor stays free for typing
    termbase = learn(
        articles,
        jobs=jobs,
        report=lambda trouble: _print_message({"trouble": str(trouble)}),
        spared=(Exception,),
        progress=lambda done, total: _print_message({"done": done, "total": total}),
    )
    resolve(project.learned, folders)
    write_learned(project.learned, termbase, within)
    every = termbase.by_language
    return {
        "path": str(project.learned),
        "articles": sum(one.articles for one in every),
        "names": sum(len(one.concepts) for one in every),
        "undecided": sum(concept.undecided for one in every for concept in one.concepts),
    }


def _articles(project: Project, root: Path) -> list[Source]:
    sources = (project.article(path) for path in corpus_files(project, root) if not is_stream(path))
    return [one for one in sources if not isinstance(one, ArticleSource) or not check_text(one.path)]


def _print_message(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
