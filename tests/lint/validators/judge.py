"""Prints the verdict on each output; exits with 1 when one is refused.

Runs in an environment of its own, which has lxml and jsonschema and not canonym.
"""

import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import jsonschema
from lxml import etree

WORK = Path(sys.argv[1])
SCHEMAS = Path(sys.argv[2]) if sys.argv[2:] and sys.argv[2] else None
TOLD = {
    # The project has no address of its own yet.
    "SARIF2005",
    # What a baseline knows and is gone has no place any more.
    "SARIF2017",
}
"""Remarks of the SARIF validator that we know and keep, each with its reason."""


def sarif(file: Path) -> Iterator[str]:
    """Yield what the published schema and Microsoft's validator say of a log."""
    schema = next(WORK.glob("node_modules/@microsoft/sarif-multitool-*/sarif-2.1.0.json"))
    yield from json_documents([file.read_text("utf-8")], schema)
    names = ("Sarif.Multitool", "Sarif.Multitool.exe")
    places = WORK.glob("node_modules/@microsoft/sarif-multitool-*")
    tool = next(place / name for place in places for name in names if (place / name).exists())
    verdict = file.with_suffix(".verdict.json")
    tool.chmod(0o755)
    command = [
        tool,
        "validate",
        file,
        "--rule-kind",
        "Sarif;GHAS",
        "--output",
        verdict,
        "--log",
        "ForceOverwrite",
    ]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if "Analysis completed successfully" not in done.stdout:
        yield done.stdout + done.stderr
    for line in done.stdout.splitlines():
        remark = re.search(r": (error|warning|note) (\w+):", line)
        if remark and not (remark[1] != "error" and remark[2] in TOLD):
            yield line


def junit_schema() -> etree.ElementTree:
    """Return the schema of Jenkins, from the source distribution of pytest."""
    with tarfile.open(WORK / "pytest.tar.gz") as archive:
        name = next(name for name in archive.getnames() if name.endswith("/junit-10.xsd"))
        return etree.parse(archive.extractfile(name))


def xml(file: Path, schema: etree.ElementTree) -> Iterator[str]:
    """Yield what is wrong with an XML file by its schema."""
    judge = etree.XMLSchema(schema)
    if not judge.validate(etree.parse(file)):
        yield from map(str, judge.error_log)


def json_documents(texts: list[str], schema: Path) -> Iterator[str]:
    """Yield what is wrong with JSON documents by their schema."""
    rules = json.loads(schema.read_text(encoding="utf-8-sig"))
    judge = jsonschema.validators.validator_for(rules)(rules)
    for text in texts:
        yield from (error.message for error in judge.iter_errors(json.loads(text)))


def verdicts() -> Iterator[tuple[str, list[str] | None]]:
    """Yield each output with what is wrong with it; None when its schema is not there."""
    for file in sorted((WORK / "outputs").iterdir()):
        if file.suffix == ".sarif":
            yield file.name, list(sarif(file))
        elif file.suffix == ".junit":
            yield file.name, list(xml(file, junit_schema()))
        elif file.suffix == ".checkstyle":
            schema = given("checkstyle-report-1.0.0.xsd")
            yield file.name, list(xml(file, etree.parse(schema))) if schema else None
        elif file.suffix == ".rdjson":
            schema = given("DiagnosticResult.json")
            yield file.name, list(json_documents([file.read_text("utf-8")], schema)) if schema else None
        elif file.suffix == ".rdjsonl":
            schema = given("Diagnostic.json")
            lines = file.read_text("utf-8").splitlines()
            yield file.name, list(json_documents(lines, schema)) if schema else None


def given(name: str) -> Path | None:
    """Return a schema that nobody publishes as a package."""
    return SCHEMAS / name if SCHEMAS and (SCHEMAS / name).exists() else None


refused = False
for output, wrong in verdicts():
    verdict = "no schema given (SCHEMAS=DIR)" if wrong is None else "refused" if wrong else "valid"
    sys.stdout.write("\n  ".join((f"{output}: {verdict}", *(wrong or ()))) + "\n")
    refused = refused or bool(wrong)
sys.exit(refused)
