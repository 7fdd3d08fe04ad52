#!/usr/bin/env bash
# Tests the packaged extension in a real VS Code, served to a headless Chromium.
# Installs what it needs into ${XDG_CACHE_HOME:-~/.cache}/canonym-test and uses it again the next time.
#   test/run.sh [FILE...]   runs these test files only, such as test/ui/names.test.mjs
# Screenshots, the server's log and figures are left in vscode-extension/test-results.
# UPDATE_SCREENSHOTS=1 puts the screenshots into the README and the walkthrough.
set -euo pipefail
cd "$(dirname "$0")/.."

program=$(command -v canonym) || { echo "put the canonym program on PATH, or run 'make test-vscode'" >&2; exit 1; }
export CANONYM_TEST_PROGRAMS; CANONYM_TEST_PROGRAMS=$(dirname "$program")
export CANONYM_TEST_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/canonym-test"
export CANONYM_TEST_OUTPUT="$PWD/test-results"
export CANONYM_TEST_SCRATCH; CANONYM_TEST_SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/canonym-vscode.XXXXXX")
trap 'rm -rf "$CANONYM_TEST_SCRATCH"' EXIT

test/install.sh "$CANONYM_TEST_CACHE"
PATH="$CANONYM_TEST_CACHE/node/node_modules/.bin:$PATH"

# Dependencies are installed anew only when the lock has changed.
if ! cmp -s package-lock.json node_modules/.lock-of-this-install; then
    echo "installing the dependencies of the extension"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.lock-of-this-install
fi

rm -rf "$CANONYM_TEST_OUTPUT" && mkdir -p "$CANONYM_TEST_OUTPUT"
npm run --silent package > "$CANONYM_TEST_OUTPUT/package.log" 2>&1 || { cat "$CANONYM_TEST_OUTPUT/package.log"; exit 1; }
tail -n 2 "$CANONYM_TEST_OUTPUT/package.log"

files=("$@")
[ ${#files[@]} -gt 0 ] || files=(test/*.test.mjs test/host/*.test.mjs test/ui/*.test.mjs)
node --test --test-concurrency=1 --test-reporter=spec "${files[@]}"

if [ -n "${UPDATE_SCREENSHOTS:-}" ]; then
    cp "$CANONYM_TEST_OUTPUT"/pictures/*.jpg media/walkthrough/
fi
