"""What a file says beside its values: remarks, and all of it where it is no YAML.

Nobody reads it on the site, but it is published with the file.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from talqy.comments.content import personal
from talqy.comments.program_signs import commands
from talqy.model.problem import Problem
from talqy.project.yaml_remarks import Remark


def judge_remarks(
    file: str, remarks: Sequence[Remark], public: Collection[str]
) -> Iterator[Problem]:
    """Look at the remarks of a file as at one text: a number may go on in the next one."""
    yield from personal_in_remarks(file, remarks, public)
    text = _one_text(remarks)
    for problem in commands(file, (), text):
        yield replace(problem, line=remarks[0][0], column=1)


def personal_in_remarks(
    file: str, remarks: Sequence[Remark], public: Collection[str]
) -> Iterator[Problem]:
    """Look for personal data alone: remarks of the authority are no commands to its programs."""
    for problem in personal(file, (), _one_text(remarks), public):
        yield replace(problem, line=remarks[problem.line - 1][0])


def _one_text(remarks: Sequence[Remark]) -> str:
    return "\n".join(said.lstrip("#") for _, said in remarks)


def judge_unread(file: str, data: bytes, public: Collection[str]) -> Iterator[Problem]:
    """Look for personal data in a file that is no YAML: a mended one will not take them back."""
    yield from personal(file, (), readable(data), public)


def readable(data: bytes) -> str:
    """Return bytes as far as they are letters and digits; UTF-16 has a NUL beside each digit."""
    return data.replace(b"\0", b"").decode("utf-8", "replace").replace("\r\n", "\n")
