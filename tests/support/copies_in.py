"""A working copy as a command writes it and takes it back, in the folder of a project."""

from pathlib import Path

import builders as b
from sites import run


def a_copy(project: Path, revision: str = "r1", *words: str) -> bytes:
    """Return the working copy of a text."""
    file = project / "copy.docx"
    line = ("export", "text", b.STANDARD, revision, "--to-edit", "--to", file, "--replace")
    done = run(*line, *words, cwd=project)
    assert done.exit_code == 0, done.output
    return file.read_bytes()


def take(project: Path, data: bytes, *words: str, status: int = 0) -> str:
    """Bring a file, and return all that is said."""
    file = project / "typed.docx"
    file.write_bytes(data)
    done = run("draft", "import", file, *words, cwd=project)
    assert done.exit_code == status, done.output
    return done.output
