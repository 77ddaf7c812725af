"""Whether an answer on file was another one since the export of a workbook, and was set back.

What is on file says nothing of that: it is what was exported. So what the file has been is looked
at. When it was exported nobody knows; it counts from the first time that this answer was there.
"""

from talqy.model.comment import Response
from talqy.model.register import Record
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.record.digests import digest_of_response
from talqy.responses.cells import ResponseContext

_BROKEN = "?"


def was_set_back(context: ResponseContext, record: Record, name: str, exported: str) -> bool:
    """Return whether the answer to a comment, which is as it was exported, was not so meanwhile."""
    comment = record.comment(name)
    if comment is None:
        return False
    file = comment.path.response_file
    been = [_digest(context, file, data) for data in context.former(file)]
    since = been[been.index(exported) :] if exported in been else []
    return any(one != exported for one in since)


def _digest(context: ResponseContext, file: str, data: bytes | None) -> str:
    if data is None:
        return ""
    register = context.register
    known = {"languages": register.project.languages, "codes": register.codes.lists}
    response, _ = shaped(Response, parse(data, file).tree, file, known)
    return digest_of_response(response) if response else _BROKEN
