"""The form for a comment: the list of its fields, `site_templates/forms/comment.yaml`.

Pages, letters and whoever takes the form in have this one list; the names are those of a comment's
file.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Literal

import yaml
from pydantic import Field

from talqy.model.values import Flag, Line, Number, Slug, Value
from talqy.project.shipped_files import shipped_templates

SIGN = "•"
"""Before each label of a letter."""
_FILE = "forms/comment.yaml"
_HEAD = """\
# The form for a comment

Printed from `site_templates/forms/comment.yaml` by `talqy export formats`; do not edit it.

The page *How to comment* shows these fields. The names are those of a comment's file
([comment.schema.json](comment.schema.json)). A form that is posted (`intake: {url}` in
`standards/project.yaml`) has them as its names, with `draft` (`birth-registration r2`) beside them.
In a letter each stands behind one of its labels below, `• Мой комментарий: …`; `draft` begins the
letter, `id` or `clause` each remark, and `end` ends it. Drafts and clauses have their id in
brackets behind their name. A label in other words (of a project's own catalogue) has the name of
its field in brackets, `Пікір [text]: …`, as all had in older letters: both are read, see [Taking
in comments](../intake.md).

"""


class FormField(Value):
    """One field; `once`: it is said once for all remarks that are sent together.

    `most` is the greatest number of signs, `rows` the number of lines that are seen.
    """

    name: Line
    control: Literal["choice", "words", "line", "tick", "button"]
    needed: Flag = False
    once: Flag = False
    rows: Number = 1
    most: Annotated[Number, Field(le=20_000)] = 200


class CommentForm(Value):
    """All fields in their order, the patterns of which the page warns, and labels of letters.

    `letter` are the labels in all languages by field; `draft`, `id` and `end` are of letters alone.
    """

    fields: tuple[FormField, ...]
    warned: Mapping[Slug, Line]
    letter: Mapping[Line, tuple[Line, ...]]


@cache
def comment_form() -> CommentForm:
    """Return the form as it comes with the tool."""
    text = (shipped_templates() / _FILE).read_text("utf-8")
    # Strings only, from our own file.
    return CommentForm.model_validate(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506


@cache
def label_names() -> Mapping[str, str]:
    """Return the field that each label of a letter stands for, in whatever language it is."""
    return {label: name for name, labels in comment_form().letter.items() for label in labels}


def label_in_letter(name: str, label: str) -> str:
    """Return a label as letters have it: one that is not read back has the field beside it."""
    return f"{SIGN} {label}" if label_names().get(label) == name else f"{label} [{name}]"


def comment_form_page() -> Iterator[str]:
    """Yield the lines of `docs/formats/comment-form.md`."""
    yield from _HEAD.splitlines()
    yield "| name | control | needed | said | most signs |"
    yield "| --- | --- | --- | --- | --- |"
    for one in comment_form().fields:
        needed, said = "yes" if one.needed else "", "once" if one.once else "in each remark"
        most = str(one.most) if one.control in {"words", "line"} else ""
        yield f"| `{one.name}` | {one.control} | {needed} | {said} | {most} |"
    yield ""
    yield "## Labels of letters"
    yield ""
    yield "| name | labels |"
    yield "| --- | --- |"
    for name, labels in comment_form().letter.items():
        yield f"| `{name}` | {' · '.join(labels)} |"
