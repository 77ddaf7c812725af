"""A text brought from Word to a desk in a test."""

import re
from typing import Any

from desks import DRAFT, ADesk
from talqy.project.yaml_read import parse
from talqy.service.desk.work.values import WorkName

BRING = "/ru/drafts/bring/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BEGIN = {"standard": "birth-registration", "base": "2", "kind": "amendment"}


def brought(desk: ADesk, *files: tuple[str, bytes], **said: str) -> Any:
    """Bring files, and return the page to which that leads."""
    names = ("file", "second")
    sent = {n: (name, data, WORD) for n, (name, data) in zip(names, files, strict=False)}
    return desk.post(BRING, said, files=sent)


def answers(page: str) -> dict[str, str]:
    """Return the fields of questions that stand open on a page."""
    names = re.findall(r'name="(answer\.[^"]+)"', page)
    return dict.fromkeys(names, "")


def tree_of(desk: ADesk, name: WorkName = DRAFT) -> dict[str, Any]:
    """Return the text of a draft as it was saved last."""
    root = desk.works.of(name).root
    path = f"standards/{name.standard}/revisions/r{name.revision}.yaml"
    tree = parse((root / path).read_bytes(), "").tree
    assert isinstance(tree, dict)
    return tree
