#!/usr/bin/env bash
# Installs what the tests need into one cache folder, once: Node 24, code-server, playwright-core; and Chromium
# from the system. Prints nothing but progress; exports are in test/env.sh.
set -euo pipefail
cache="${1:?usage: install.sh CACHE}"

# The selectors in the tests belong to this workbench: VS Code 1.139.1.
code_server=4.139.1
node=24.21.0
playwright=1.65.1

mkdir -p "$cache"
have() { [ -e "$cache/$1.done" ]; }
done_with() { : > "$cache/$1.done"; }
npm_install() { npm install --ignore-scripts --no-audit --no-fund --loglevel=error "$@"; }

if ! have "node-$node"; then
    echo "installing Node $node"
    # Its install script fetches nothing: it links the binary that came as a dependency.
    npm install --no-audit --no-fund --loglevel=error --prefix "$cache/node" "node@$node"
    done_with "node-$node"
fi
if ! have "code-server-$code_server"; then
    echo "installing code-server $code_server"
    rm -rf "$cache/code-server"
    npm_install --prefix "$cache/code-server" "code-server@$code_server"
    (cd "$cache/code-server/node_modules/code-server/lib/vscode" && npm_install --omit=dev)
    done_with "code-server-$code_server"
fi
if ! have "playwright-$playwright"; then
    echo "installing playwright-core $playwright"
    npm_install --prefix "$cache/playwright" "playwright-core@$playwright"
    done_with "playwright-$playwright"
fi
