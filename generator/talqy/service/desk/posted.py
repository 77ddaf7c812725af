"""What was posted to the desk: texts and files by the names of fields, all of it bounded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import Message

from talqy.model.pasted import UNSEEN

_FORM, _PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
_MOST_FIELDS, _MOST_FILES = 40_000, 20
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class PostedFile:
    """A file from a form: `name` is what its sender calls it, never a path of ours."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeskPosted:
    """What was posted, as it was typed, with line ends of one kind."""

    said: Mapping[str, tuple[str, ...]]
    files: Mapping[str, PostedFile] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """Return what was typed into a field; nothing where it was not there."""
        return self.said.get(name, ("",))[0]

    def all(self, name: str) -> tuple[str, ...]:
        """Return all that was chosen of a field, such as boxes that were ticked."""
        return self.said.get(name, ())

    @property
    def seen(self) -> str:
        """The commit that the form was made of."""
        return self.of("seen")


async def read_posted(request: Request, most: int) -> DeskPosted:
    """Read a body of at most so many bytes; refuse what is longer, and what is no form."""
    body = await _bounded(request, most)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _FORM:
        return DeskPosted(_pairs(body))
    if kind == _PARTS:
        return await _parts(request, body, most)
    raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


async def _bounded(request: Request, most: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return bytes(body)


def _pairs(body: bytes) -> dict[str, tuple[str, ...]]:
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError as error:  # UnicodeDecodeError is one of these
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error
    said = dict[str, list[str]]()
    for name, text in pairs:
        said.setdefault(name[:_LONGEST_NAME], []).append(_lines(text))
    return {name: tuple(texts) for name, texts in said.items()}


async def _parts(request: Request, body: bytes, most: int) -> DeskPosted:
    async def again() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    try:
        parts = Request(request.scope, again)
        async with parts.form(
            max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=most
        ) as form:
            said, files = dict[str, list[str]](), dict[str, PostedFile]()
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    if value.filename or content:
                        files[name] = PostedFile((value.filename or "")[:_LONGEST_NAME], content)
                else:
                    said.setdefault(name[:_LONGEST_NAME], []).append(_lines(value))
    except (MultiPartException, HTTPException, ValueError) as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error
    return DeskPosted({name: tuple(texts) for name, texts in said.items()}, files)


def _lines(text: str) -> str:
    """Return what was typed without signs that nobody sees: nobody could find them there."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
