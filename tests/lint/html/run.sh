#!/bin/sh
# Opens the HTML report in headless Chromium and lets axe-core judge it. Needs node, npm and Chromium.
# CHROMIUM=PATH names the browser; SCREENSHOTS=DIR keeps a picture of each view.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
python=${PYTHON:-$root/.venv/bin/python}
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)} || {
  echo "run.sh: no Chromium; install it, or name it with CHROMIUM=PATH" >&2
  exit 2
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here"
[ -d node_modules ] || npm ci --no-audit --no-fund --silent
REPORT=$work/report.html
PYTHONPATH=$root/tests "$python" "$here/write_report.py" "$REPORT"
[ -z "${SCREENSHOTS:-}" ] || mkdir -p "$SCREENSHOTS"
export CHROMIUM REPORT
npm test --silent
