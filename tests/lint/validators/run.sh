#!/bin/sh
# Has the outputs judged by other people's tools:
#   SARIF       Microsoft's validator: the published schema, its own rules and those of GitHub (npm)
#   JUnit       the schema of Jenkins, as the source distribution of pytest carries it (PyPI), by lxml
#   Checkstyle  checkstyle-report-1.0.0.xsd of the checkstyle project, if SCHEMAS=DIR has it
#   rdjson(l)   DiagnosticResult.json and Diagnostic.json of reviewdog, if SCHEMAS=DIR has them
# Needs node, npm and network for the first run. Keeps what it installs below build/validators.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
python=${PYTHON:-$root/.venv/bin/python}
work=$root/build/validators
mkdir -p "$work/outputs"

if [ ! -d "$work/node_modules" ]; then
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  (cd "$work" && npm ci --no-audit --no-fund --silent)
fi
if [ ! -e "$work/pytest.tar.gz" ]; then
  "$python" -m venv "$work/venv"
  "$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check lxml jsonschema
  "$work/venv/bin/python" -m pip download --quiet --disable-pip-version-check \
    --no-deps --no-binary :all: --dest "$work" 'pytest==9.*'
  mv "$work"/pytest-9*.tar.gz "$work/pytest.tar.gz"
fi

PYTHONPATH=$root/tests${PYTHONPATH:+:$PYTHONPATH} "$python" "$here/write_outputs.py" "$work/outputs"
"$work/venv/bin/python" "$here/judge.py" "$work" "${SCHEMAS:-}"
