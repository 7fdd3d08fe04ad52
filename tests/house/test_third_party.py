"""The page of others' licences names all that is installed, all that we ship, and nothing else."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house.test_dependencies import EXTRAS, PROJECT, ROOT

PAGE = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
TABLES = dict(re.findall(r"<!-- table: (\S+) -->\n.*\n.*\n((?:\|.*\n)+)<!-- end -->", PAGE))
ROWS = {name: [row[2:-2].split(" | ") for row in text.splitlines()] for name, text in TABLES.items()}
INSTALLATIONS = {"base": PROJECT["dependencies"], **EXTRAS}
WORDS = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What metadata says before it had a standard (PEP 639), and what that calls it."""


def licence(library):
    about = distribution(library).metadata
    kinds = [kind.split(" :: ")[-1] for kind in about.get_all("Classifier", []) if kind.startswith("License")]
    found = about.get("License-Expression") or next(iter(kinds), None) or about.get("License", "")
    return WORDS.get(found, found)


def required(library, extras=("",)):
    """The libraries that one asks for by itself on this system."""
    asked = map(Requirement, distribution(library).requires or ())
    return [
        one for one in asked if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in extras)
    ]


def installed(requirements):
    """All libraries that are installed for ``requirements``, with those of them that ask for each."""
    found = {}
    todo = [
        ("canonym", one) for one in map(Requirement, requirements) if not one.marker or one.marker.evaluate()
    ]
    while todo:
        parent, asked = todo.pop()
        name = canonicalize_name(asked.name)
        if name not in found or asked.extras:
            todo += [(name, one) for one in required(name, ("", *asked.extras))]
        found.setdefault(name, set()).add(parent)
    return found


@pytest.mark.parametrize("installation", INSTALLATIONS)
def test_the_page_names_each_library_and_its_licence(installation):
    page = {name: kind.split(" or, in older versions, ") for name, kind, _ in ROWS[installation]}
    found = {name: licence(name) for name in installed(INSTALLATIONS[installation])}
    assert {name: kind for name, kind in found.items() if not is_named(kind, page.get(name, ()))} == {}


def is_named(kind, kinds):
    return kind in kinds or (kind == "BSD" and any(one.startswith("BSD-") for one in kinds))


@pytest.mark.parametrize("installation", INSTALLATIONS)
def test_the_page_names_no_library_that_nobody_asks_for(installation):
    named = {canonicalize_name(Requirement(one).name) for one in INSTALLATIONS[installation]}
    asked = {"canonym": named, **{name: asked_by(name) for name, *_ in ROWS[installation]}}
    rows = [(name, by) for name, _, by in ROWS[installation] if "(older)" not in by]
    parents = {name: re.findall(r"[\w-]+", re.sub(r"\(.*\)", "", by)) for name, by in rows}
    assert [(n, p) for n, found in parents.items() for p in found if n not in asked.get(p, {n})] == []
    assert [name for name, found in parents.items() if not found] == []


def asked_by(library):
    """What a library may ask for on any system; where it is not installed, nobody knows."""
    try:
        asked = map(Requirement, distribution(library).requires or ())
    except PackageNotFoundError:
        return {name for rows in ROWS.values() for name, *_ in rows}
    return {canonicalize_name(one.name) for one in asked}


def test_the_page_names_what_is_bundled_into_the_extension():
    lock = json.loads((ROOT / "vscode-extension/package-lock.json").read_text(encoding="utf-8"))["packages"]
    todo, bundled = [*lock[""]["dependencies"]], {}
    while todo:
        about = lock[f"node_modules/{(name := todo.pop())}"]
        bundled[name] = [name, about["version"], about["license"]]
        todo += [one for one in about.get("dependencies", ()) if one not in bundled]
    assert ROWS["extension"] == [bundled[name] for name in sorted(bundled)]


def test_the_page_names_every_file_of_data():
    files = [path for path in (ROOT / "server/canonym").rglob("*.t[sx][vt]") if "data" in path.parts]
    texts = [path.name for path in files if path.parent.name != "licenses"]
    assert sorted(re.findall(r"`(\w+\.t\w+)`", TABLES["data"])) == sorted(texts)


def test_the_page_names_the_notice_of_all_data_of_others():
    notices = sorted(path.name for path in (ROOT / "server/canonym").rglob("licenses/*"))
    assert sorted(set(re.findall(r"licenses/(\w+\.txt)", TABLES["data"]))) == notices
    others = [row for row in TABLES["data"].splitlines() if "all of Canonym" not in row]
    assert [row for row in others if "licenses/" not in row] == []


SOURCES = (
    "GeoNames",
    "NETransliteration",
    "SCOWL",
    "CLDR",
    "stopwords-iso",
    "rigour",
    "arabic_name_romanizer",
)


def test_readme_and_licence_say_which_data_bring_notices():
    for name in ("README.md", "LICENSE"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for source in SOURCES:
            assert source in text


def test_readme_and_licence_say_what_unidecode_means():
    for name in ("README.md", "LICENSE"):
        text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
        assert "Unidecode" in text
        assert "GPL-2.0-or-later" in text
        assert "THIRD-PARTY.md" in text
