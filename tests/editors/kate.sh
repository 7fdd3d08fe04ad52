#!/usr/bin/env bash
# Kate as a user sets it up, in a newsroom's folder: Quick Fix mends the name at the cursor, and nothing else.
# Run by run.sh on a display of its own: kate.sh
set -euo pipefail
LIMIT=60
NEWSROOM=$PWD
HOME=$(mktemp -d)
export HOME XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache XDG_DATA_HOME=$HOME/.local/share XDG_RUNTIME_DIR=$HOME/run
export QT_QPA_PLATFORM=xcb LANG=C.UTF-8
mkdir -p "$XDG_CONFIG_HOME/kate/lspclient" -m 700 "$XDG_RUNTIME_DIR"

# What passes between Kate and the server is kept, to know when to press a key.
cat >"$HOME/server" <<END
#!/bin/sh
tee "$HOME/asked" | canonym server | tee "$HOME/told"
END
chmod +x "$HOME/server"
cat >"$XDG_CONFIG_HOME/kate/lspclient/settings.json" <<END
{"servers": {"plaintext": {
  "command": ["$HOME/server"],
  "rootIndicationFileNames": ["canonym.toml", "termbase.toml"],
  "highlightingModeRegex": "^(Normal|None)$"
}}}
END
cat >"$XDG_CONFIG_HOME/katerc" <<END
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines=$HOME/server
END

finish() {
    kill "${KATE:-}" "${WINDOWS:-}" 2>/dev/null || true
    wait
    rm -rf "$HOME"
}
trap finish EXIT

# until_true WHAT COMMAND...: try a command until it succeeds.
until_true() {
    local end=$((SECONDS + LIMIT))
    until "${@:2}"; do
        if [ $SECONDS -ge $end ]; then echo "waited in vain: $1" >&2; return 1; fi
        sleep 0.2
    done
}

said() { grep -qs "$2" "$HOME/$1"; }
is_shown() { WINDOW=$(xdotool search --onlyvisible --class kate 2>/dev/null | tail -n 1) && [ -n "$WINDOW" ]; }
focused() { xdotool windowactivate --sync "$WINDOW" windowfocus "$WINDOW" 2>/dev/null; }
asks_for_fixes() { focused && xdotool key ctrl+period && sleep 1 && said asked textDocument/codeAction; }
is_saved() { focused && xdotool key ctrl+s && sleep 1 && ! cmp -s drafts/draft.txt "$HOME/before"; }

cp drafts/draft.txt "$HOME/before"
cp canonym.toml "$HOME/settings"
place=$(grep -bn -o 'Punjir' drafts/draft.txt | head -n 1)
line=${place%%:*}
column=$(sed -n "${line}p" drafts/draft.txt | grep -bo 'Punjir' | head -n 1 | cut -d : -f 1)

openbox >/dev/null 2>&1 & WINDOWS=$!
kate -n -l "$line" -c "$((column + 2))" drafts/draft.txt >"$HOME/log" 2>&1 & KATE=$!
until_true "findings" said told publishDiagnostics
until_true "the window" is_shown
until_true "a request for fixes" asks_for_fixes
until_true "the fix to be saved" is_saved

cd "$NEWSROOM"
# Kate ends the last line when it saves.
{ sed "${line}s/Punjir/Panjshir/" "$HOME/before"; } | sed -e '$a\' >"$HOME/expected"
diff -u "$HOME/expected" drafts/draft.txt
[ ! -e termbase.toml ] || { echo "a decision was written" >&2; exit 1; }
diff -u "$HOME/settings" canonym.toml
