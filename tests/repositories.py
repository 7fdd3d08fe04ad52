"""Real repositories of git, whatever the user of this machine configured."""

import os
import subprocess
from pathlib import Path


def git(where: Path, *arguments: str) -> str:
    """Run git in a directory, as somebody who is called T; return what it prints."""
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", *identity, *arguments]
    done = subprocess.run(command, cwd=where, env=environment, check=True, capture_output=True)
    return done.stdout.decode(errors="surrogateescape")
