"""Large discussions for the benches: the demonstration's comments, over and over."""

import random
import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import count, cycle, islice
from pathlib import Path
from shutil import copyfile, copytree

ROOT = Path(__file__).parents[2]
STANDARD = "birth-registration"
HISTORY = f"standards/{STANDARD}/history.yaml"
CLOSED, OPEN = "r1", "r2"
TODAY = "2026-11-20"
_SEED = 20261120
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
# An accepted comment would have to be named by the next text, and a repeated one by another.
_COPIED = re.compile(r"^outcome: (rejected|noted|out-of-scope)$", re.MULTILINE)


def _standard(folder: Path) -> None:
    copytree(ROOT / "standards" / STANDARD, folder / "standards" / STANDARD)
    (folder / HISTORY).unlink(missing_ok=True)
    copyfile(ROOT / "standards/project.yaml", folder / "standards/project.yaml")


def _id(number: int, name: str) -> str:
    digest = blake2b(f"{number} {name}".encode(), digest_size=10).digest()
    return "".join(_CROCKFORD[byte % 32] for byte in digest)


# --- considered: comments with their answers -----------------------------------------------------


def an_answered_discussion(folder: Path, comments: int) -> int:
    """Copy the comments on the closed text, with answers; return the number of files."""
    _standard(folder)
    copytree(ROOT / "comments" / STANDARD, folder / "comments" / STANDARD)
    answers = sorted((folder / "comments" / STANDARD / CLOSED).glob("*/*.response.yaml"))
    copied = [file for file in answers if _COPIED.search(file.read_text("utf-8"))]
    copies = ((file, number) for number in count() for file in copied)
    for file, number in islice(copies, comments - len(answers)):
        _copy(file, number)
    return sum(1 for _ in folder.rglob("*.yaml"))


def _copy(answer: Path, number: int) -> None:
    """Copy one comment and its answer under a fresh id."""
    old = answer.name.partition(".")[0]
    new = _id(number, old)
    for file in (answer, answer.with_name(f"{old}.yaml")):
        text = file.read_text("utf-8").replace(old, new)
        file.with_name(file.name.replace(old, new)).write_text(text, encoding="utf-8")


# --- under discussion: comments without answers --------------------------------------------------


def an_open_discussion(folder: Path, comments: int) -> list[Path]:
    """Copy the comments on the open text, with words of their own and without answers."""
    _standard(folder)
    below = Path("comments", STANDARD, OPEN)
    files = sorted(f for f in (ROOT / below).glob("*/*.yaml") if ".response" not in f.name)
    words = [word for file in files for word in _text(file).split()]
    rng = random.Random(_SEED)  # noqa: S311
    made = []
    for number, file in enumerate(islice(cycle(files), comments)):
        name = _id(number, file.stem)
        place = folder / below / file.parent.name / f"{name}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        said = " ".join(rng.choices(words, k=40))
        place.write_text("\n".join(_copied(file, name, said)) + "\n", encoding="utf-8")
        made.append(place)
    return made


def _text(file: Path) -> str:
    return file.read_text("utf-8").partition("\ntext: ")[2].partition("\nconsent")[0]


def _copied(file: Path, name: str, said: str) -> Iterator[str]:
    """Yield the lines of a comment under another id, with other words."""
    head = file.read_text("utf-8").partition("\ntext: ")[0]
    kept = (line for line in head.splitlines() if not line.startswith(("quote:", " ")))
    yield from (f"id: {name}" if line.startswith("id: ") else line for line in kept)
    yield f'text: "{"".join(sign for sign in said if sign.isalnum() or sign == " ")}"'
    yield 'consent: "1"'
