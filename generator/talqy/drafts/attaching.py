"""A picture or a form put beside a text: its name in the standard, its digest, the file itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from talqy.drafts.new_ids import new_id
from talqy.model import paths
from talqy.model.codes import CodeLists
from talqy.model.digest import digest_of_bytes
from talqy.model.problem import Problem
from talqy.project import faults
from talqy.project.attached import is_of_form
from talqy.project.write import Binary
from talqy.project.yaml_read import most_bytes

_FORMS = frozenset({"png", "jpg", "jpeg", "pdf", "docx", "xlsx", "odt", "ods", "rtf"})
_SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_USUAL = "file"


@dataclass(frozen=True, slots=True)
class Attaching:
    """What is known of a file that was sent: how a text names it, and what is to be written.

    `step` is None where that very file lies there already.
    """

    fields: Mapping[str, str]
    step: Binary | None
    problems: tuple[Problem, ...] = ()


def attaching(root: Path, standard: str, sent: str, content: bytes, codes: CodeLists) -> Attaching:
    """Plan a file of a standard; `sent` is what its sender calls it, of which no path is made."""
    stem, _, ending = sent.rpartition(".")
    form = ending.lower()
    name = f"documents/{_named(stem, codes)}.{form}"
    if form not in _FORMS or not is_of_form(name, content):
        return Attaching({}, None, (faults.ATTACHED_FORM.at(sent, name=sent),))
    path = paths.document_file(standard, name)
    if len(content) > most_bytes(path):
        return Attaching({}, None, (faults.TOO_BIG.at(sent, limit=most_bytes(path)),))
    name, is_there = _free(root, standard, name, content)
    fields = {"file": name, "digest": digest_of_bytes(content)}
    step = None if is_there else Binary(paths.document_file(standard, name), content)
    return Attaching(fields, step)


def _named(stem: str, codes: CodeLists) -> str:
    """Return a plain name: Latin letters, figures and hyphens."""
    plain = "-".join(re.findall(r"[a-z0-9]+", stem.lower()))[:40].strip("-")
    if _SAFE.fullmatch(plain):
        return plain
    words = " ".join(re.findall(r"\w+", stem))[:80]
    return new_id({"ru": words}, ("", ""), (), codes, ("ru",)) if words else _USUAL


def _free(root: Path, standard: str, name: str, content: bytes) -> tuple[str, bool]:
    """Return a name that no other file has, and whether this very file lies there."""
    stem, _, form = name.rpartition(".")
    number, free = 1, name
    while (file := root / paths.document_file(standard, free)).is_file():
        if file.read_bytes() == content:
            return free, True
        number += 1
        free = f"{stem}-{number}.{form}"
    return free, False
