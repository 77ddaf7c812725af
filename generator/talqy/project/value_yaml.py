"""The file of a value of the model: a comment, or an answer.

People's words are in it, and it is written once. So what comes out is read again, and compared with
the value, before anybody sees it.
"""

from collections.abc import Collection
from typing import Any

from talqy.model.comment import Comment, Response
from talqy.project.validate import shaped
from talqy.project.yaml_edit import LayoutError, dumped
from talqy.project.yaml_read import parse
from talqy.project.yaml_styles import OneLine


def value_yaml(value: Comment | Response, schema: str, one_line: Collection[str] = ()) -> str:
    """Write a value; `schema` is the address of its JSON Schema for editors.

    The mappings at the keys `one_line` stand on one line each, as people write them.
    """
    said = value.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    tree: dict[str, Any] = {**said, "schema": int(value.schema_)}
    tree |= {key: OneLine(tree[key]) for key in one_line if key in tree}
    text = dumped(tree, schema)
    again, _ = shaped(type(value), parse(text.encode(), "").tree, "", {})
    if again != value:
        raise LayoutError(f"{_name(value)} cannot be written as it is")
    return text


def _name(value: Comment | Response) -> str:
    if isinstance(value, Response):
        return f"the answer to “{value.comment}”"
    return f"the comment “{value.id}”"
