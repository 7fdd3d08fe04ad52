"""The other programs of the speed benchmark: how they are installed, and told the same list of rules."""

import json
import os
import subprocess
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from made_names import Rule

BIN = "Scripts" if os.name == "nt" else "bin"


class Peer(NamedTuple):
    """A program that looks wrong words up in a list.

    Attributes:
        command: Makes the command that checks files or folders by rules, with its settings in a directory.
        package: What to install.
        share: It gets one file in so many, for nobody would wait for the rest.
        ends: The codes with which it ends when all went well.
    """

    command: Callable[[Path, Sequence[Rule], Sequence[str]], list[str]]
    package: tuple[str, ...]
    share: int = 1
    ends: tuple[int, ...] = (0, 1)

    @property
    def is_slow(self) -> bool:
        """Tell whether it gets some of the files only."""
        return self.share > 1


def install(home: Path, peers: dict[str, Peer]) -> None:
    """Install programs into ``home``, once."""
    mark = home / "installed.txt"
    done = set(mark.read_text().split()) if mark.exists() else set()
    wanted = {name: peer for name, peer in peers.items() if name not in done}
    python = home / "venv" / BIN / "python"
    if not python.exists():
        venv.create(home / "venv", with_pip=True)
    if packages := [p for name, peer in wanted.items() if name in PYTHON for p in peer.package]:
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    if packages := [p for name, peer in wanted.items() if name not in PYTHON for p in peer.package]:
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home)]
        subprocess.run([*npm, *packages], check=True)
    mark.write_text("".join(f"{name}\n" for name in sorted({*done, *wanted})))


def _typos(home: Path, rules: Sequence[Rule], paths: Sequence[str]) -> list[str]:
    lines = "".join(f'"{rule.wrong.lower()}" = "{rule.right.lower()}"\n' for rule in rules)
    config = _written(home / "typos.toml", f"[default.extend-words]\n{lines}")
    return [
        str(home / "venv" / BIN / "typos"),
        "--config",
        config,
        "--no-ignore",
        "--format",
        "brief",
        *paths,
    ]


def _codespell(home: Path, rules: Sequence[Rule], paths: Sequence[str]) -> list[str]:
    words = _written(home / "codespell.txt", "".join(f"{rule.wrong}->{rule.right}\n" for rule in rules))
    return [str(home / "venv" / BIN / "codespell"), "-D", words, *paths]


def _cspell(home: Path, rules: Sequence[Rule], paths: Sequence[str]) -> list[str]:
    settings = {"version": "0.2", "flagWords": [f"{rule.wrong}->{rule.right}" for rule in rules]}
    config = _written(home / "cspell.json", json.dumps(settings | {"words": [rule.right for rule in rules]}))
    return [str(home / "node_modules/.bin/cspell"), "--no-progress", "--config", config, *paths]


def _textlint(home: Path, rules: Sequence[Rule], paths: Sequence[str]) -> list[str]:
    entries = "".join(f"  - expected: {rule.right}\n    pattern: {rule.wrong}\n" for rule in rules)
    prh = _written(home / "prh.yml", f"version: 1\nrules:\n{entries}")
    config = _written(home / "textlintrc.json", json.dumps({"rules": {"prh": {"rulePaths": [prh]}}}))
    return [str(home / "node_modules/.bin/textlint"), "--config", config, *paths]


def _written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8", newline="\n")
    return str(path)


PYTHON = ("typos", "codespell")
"""Those that come from PyPI; the others come from npm."""
PEERS = {
    "typos": Peer(_typos, ("typos",), ends=(0, 2)),
    "codespell": Peer(_codespell, ("codespell",), ends=(0, 64, 65)),
    "cspell": Peer(_cspell, ("cspell",), share=10),
    "textlint": Peer(_textlint, ("textlint", "textlint-rule-prh"), share=50),
}
