"""Real git repositories in a test's folder; nothing of the machine's own settings reaches them."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from builders import Tree, write

WHO = {"name": "A citizen", "email": "talqy@example.kz"}
_AS_IT_IS = ("-c", "maintenance.auto=false")
"""Whether a repository could be tidied up is not asked after each commit: it is another process."""


def git(folder: Path, *words: str | bytes, given: bytes = b"") -> str:
    """Run git in a folder; it must succeed."""
    settings = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        **{
            f"GIT_{role}_{key.upper()}": WHO[key] for role in ("AUTHOR", "COMMITTER") for key in WHO
        },
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    line: list[str | bytes] = ["git", "-C", str(folder), *_AS_IT_IS, *words]
    done = subprocess.run(line, input=given, env=settings, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


def a_repository(folder: Path) -> Path:
    """Make an empty repository with the branch `main`; the examples of git's hooks are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--template=", "--initial-branch", "main")
    for name in ("hooks", "info"):
        (folder / ".git" / name).mkdir(exist_ok=True)
    return folder


def packed(folder: Path) -> Path:
    """Put all objects of a repository into one file: tests that copy it have less to copy."""
    git(folder, "repack", "-a", "-d", "--quiet")
    return folder


def committed(folder: Path, files: Mapping[str, Tree | str | bytes] | None = None) -> str:
    """Write files, commit everything that is in the folder, and answer the commit's id."""
    for file, content in (files or {}).items():
        write(folder, file, content)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "A change")
    return git(folder, "rev-parse", "HEAD")


def put(folder: Path, path: str | bytes, mode: str, content: bytes) -> None:
    """Put something into the next commit that no file system need hold: a link, an odd name."""
    object_id = git(folder, "hash-object", "-w", "--stdin", given=content)
    name = path if isinstance(path, bytes) else path.encode()
    entry = f"{mode} {object_id}\t".encode() + name + b"\0"
    git(folder, "update-index", "-z", "--add", "--index-info", given=entry)
