"""What was posted to the form: bytes from anybody in, texts by the names of fields out.

The page of the site posts what stands in its fields as a browser does without a script, and each
post is one comment. Nothing is guessed: what is no such form is refused, with words for a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from talqy.model.values import is_digest
from talqy.project.comment_form import comment_form
from talqy.service.attachments.arriving import FILES
from talqy.service.attachments.aside import FileNote
from talqy.service.form.notices import Notice
from talqy.service.sent_file import SentFile

MOST_BYTES = 65_536
"""How long all that was typed may be, in UTF-8."""
MOST_ON_THE_WAY = 3 * MOST_BYTES
"""How long a body may be: a form writes each byte of a letter that is not Latin as three signs."""
FORM_TYPE = "application/x-www-form-urlencoded"
DRAFT, PAGE, SPEAK = "draft", "page", "speak"
TOKEN, PROOF, TRAP, SEEN = "token", "proof", "website", "seen"
"""What stands beside the fields of a comment: see `docs/service-form.md`."""
FILE, DROP, PUT = "file", "drop", "put"
"""The digest of a file that is kept for the page; of one to take out; of one whose words to put."""
BESIDE = (DRAFT, PAGE, SPEAK, TOKEN, PROOF, TRAP, SEEN, DROP, PUT)
_MOST_LISTED = 20
_MOST_FIELDS = 40
_MOST_NAMED, _MOST_NAME = 5, 40
_MOST_SIGNS = 1_000
"""How long a choice or a line may be: in these nobody writes prose, and they are told back."""


class UnreadableError(Exception):
    """A body is no form, or too long to be one; its notice says so."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self.notice = notice


@dataclass(frozen=True, slots=True)
class Posted:
    """What was posted: texts by field, as they were typed, with line ends of one kind.

    `unknown` are names that no form of ours has, cut short; `twice` are fields that came more than
    once: of these the first counts. `listed` are digests of files that the page names, `files` what
    is kept of them, and `notes` say which were not taken.
    """

    said: Mapping[str, str]
    unknown: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    files: tuple[SentFile, ...] = ()
    notes: tuple[FileNote, ...] = ()

    def of(self, name: str) -> str:
        """Return what was typed into a field; nothing where it was not there."""
        return self.said.get(name, "")

    @property
    def typed(self) -> Mapping[str, str]:
        """What was typed or chosen, of the fields of a comment alone, where anything was."""
        return {name: self.said[name] for name in field_names() if self.said.get(name)}


def field_names() -> tuple[str, ...]:
    """Return the names of the fields of a comment, in the order of the form."""
    return tuple(one.name for one in comment_form().fields)


def _short_names() -> tuple[str, ...]:
    of_comment = (one.name for one in comment_form().fields if one.control != "words")
    return (*of_comment, DRAFT, PAGE, SPEAK, TOKEN, TRAP, SEEN, DROP, PUT)


def posted(body: bytes, content_type: str) -> Posted:
    """Read a body; raise UnreadableError with what is wrong where it is no form."""
    return posted_pairs(pairs_of(body, content_type))


def posted_parts(parts: Iterable[tuple[bytes, bytes]]) -> Posted:
    """Read the fields of a form that came with files; raise UnreadableError as `posted` does."""
    try:
        pairs = [(name.decode(), text.decode()) for name, text in parts]
    except UnicodeDecodeError as error:
        raise UnreadableError(Notice.NOT_UTF8) from error
    if len(pairs) > _MOST_FIELDS:
        raise UnreadableError(Notice.MANY_FIELDS)
    return posted_pairs(pairs)


def posted_pairs(pairs: list[tuple[str, str]]) -> Posted:
    """Return what names and texts of a form say."""
    if sum(len(text.encode("utf-8")) for pair in pairs for text in pair) > MOST_BYTES:
        raise UnreadableError(Notice.TOO_LONG)
    known = {*field_names(), *BESIDE}
    said: dict[str, str] = {}
    unknown, twice = dict[str, None](), dict[str, None]()
    listed = [text for name, text in pairs if name == FILE and is_digest(text)]
    for name, text in pairs:
        if name in {FILE, FILES}:  # without its bytes, the name of a file says nothing
            continue
        if name not in known:
            unknown[name[:_MOST_NAME]] = None
        elif name in said:
            twice[name] = None
        else:
            said[name] = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(len(said.get(name, "")) > _MOST_SIGNS for name in _short_names()):
        raise UnreadableError(Notice.TOO_LONG)
    some = tuple(dict.fromkeys(listed))[:_MOST_LISTED]
    return Posted(said, tuple(unknown)[:_MOST_NAMED], tuple(twice), some)


def pairs_of(body: bytes, content_type: str) -> list[tuple[str, str]]:
    """Return names and texts of a form; both are in UTF-8, as our pages are."""
    if content_type.partition(";")[0].strip().lower() != FORM_TYPE:
        raise UnreadableError(Notice.NO_FORM)
    if len(body) > MOST_ON_THE_WAY:
        raise UnreadableError(Notice.TOO_LONG)
    try:
        return parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeDecodeError as error:
        raise UnreadableError(Notice.NOT_UTF8) from error
    except ValueError as error:
        raise UnreadableError(Notice.MANY_FIELDS) from error
