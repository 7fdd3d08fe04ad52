#!/usr/bin/env bash
# Installs a VS Code that runs without a screen: code-server with the Node that it needs, and Chromium.
set -euo pipefail
cache="${1:?usage: install.sh FOLDER}"

# What the tests click on belongs to this workbench: VS Code 1.139.1.
code_server=4.139.1
node=24.21.0

quietly() { npm install --no-audit --no-fund --loglevel=error "$@"; }
once() {  # once NAME COMMAND...
    if [ ! -e "$cache/$1.done" ]; then
        echo "installing $1"
        "${@:2}"
        touch "$cache/$1.done"
    fi
}

install_node() { quietly --prefix "$cache/node" "node@$node"; }

# Nothing is compiled: what lacks its binary then (a faster log, a key ring) is not needed here.
install_code_server() {
    rm -rf "$cache/code-server"
    quietly --ignore-scripts --prefix "$cache/code-server" "code-server@$code_server"
    (cd "$cache/code-server/node_modules/code-server/lib/vscode" && quietly --ignore-scripts --omit=dev)
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        echo "cannot install packages: install them yourself: $*" >&2
        return 1
    fi
}
install_packages() {
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

mkdir -p "$cache"
command -v npm >/dev/null || install_packages nodejs npm
once "node-$node" install_node
once "code-server-$code_server" install_code_server
[ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || install_packages chromium fonts-dejavu-core
