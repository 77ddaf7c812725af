"""What somebody said somewhere, as it was read: texts by field, with their places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from talqy.comments.judge import JudgeContext
from talqy.model.comment import Attachment, CommentSource
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.grids import Place


@dataclass(frozen=True, kw_only=True)
class ImportContext:
    """The text that comments are taken in for, and what holds where a file says nothing."""

    judge: JudgeContext
    record: Record
    revision: Revision
    unsaid: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Something that may become a comment: texts by field, as they were read, and their places.

    `source` is the kind of file, `origin` what tells it from another of the same words (the number
    of a message, of a letter); `notes` are what the reader of the file has to say, and `left_out`
    the lines of the file that it did not take for the author's own. `subject` is that of a message:
    it is shown, and never stored. `heading` is what stands above the words of a letter on paper;
    `titles` are the names of clauses that a subject or such a heading has. `draft` and `id`
    are what the form of the site says: the text that is meant, and the number that was told; and
    `called` is what it calls the clause in words, `agreed_to` an earlier consent that it names.
    `attachments` are files that came along, and are kept by whoever takes the comment in.
    `made_at` is where it was made on another site, `group` the body of experts that speaks there.
    """

    place: Place
    said: Mapping[str, str]
    places: Mapping[str, Place] = field(default_factory=dict)
    source: str = "table"
    origin: str = ""
    notes: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    subject: str = ""
    heading: str = ""
    titles: tuple[str, ...] = ()
    draft: str = ""
    id: str = ""
    called: str = ""
    agreed_to: str = ""
    attachments: tuple[Attachment, ...] = ()
    made_at: CommentSource | None = None
    group: str = ""

    def place_of(self, name: str) -> Place:
        """Return where a field was read."""
        return self.places.get(name, self.place)


def words_of(submission: Submission) -> tuple[tuple[str, str], ...]:
    """Return what makes two submissions of one file the same."""
    fields = {**submission.said, "origin": submission.origin}
    return tuple(sorted((key, text) for key, text in fields.items() if text))
