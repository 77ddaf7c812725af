"""What was typed, weighed by the one judge: on the very bytes that would be published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from talqy.comments.comment_file import candidate
from talqy.comments.kinds import TOO_LONG
from talqy.comments.new_comment import comment_text
from talqy.intake import import_kinds, row_kinds
from talqy.intake.drawn_up import drawn_up
from talqy.intake.form_letter import AUTHOR
from talqy.intake.submission import ImportContext, Submission
from talqy.model.comment import WHOLE, Attachment, Comment
from talqy.model.problem import Kind, Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.grids import Place
from talqy.project.comment_form import comment_form
from talqy.service.form.posted import Posted
from talqy.service.form.project_day import ProjectDay

WHOLE_FORM = ""
"""The place of what is wrong with a comment as a whole."""
ATTACHMENTS = "attachments"
"""The place of what is wrong with the names of files."""
_ASKED = ("clause", "kind", "text")
_CHANNEL = "web"
_WRITTEN = frozenset({"words", "line"})

# What a reader of tables says to a clerk, as it is said beside a field.
_HINTS: Mapping[Kind, str] = {
    row_kinds.NAME_UNLIKELY: (
        "if you want your name to be published, write it alone, with a capital letter"
    ),
    row_kinds.NAME_WITH_DIGITS: "leave only the name, or nothing",
    import_kinds.LANGUAGE_UNKNOWN: "choose in which language you write",
}


@dataclass(frozen=True, slots=True)
class AtField:
    """What the judge says of a field of the form, by its name; `WHOLE_FORM` is none of them."""

    field: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class WeighedPost:
    """What the judge says of a post.

    `lacking` are needed fields that are empty; `data` is the file that would be published, empty
    where there can be none.
    """

    comment: Comment | None
    problems: tuple[AtField, ...]
    lacking: tuple[str, ...]
    data: bytes

    @property
    def can_be_taken(self) -> bool:
        """Whether the comment can be stored as it stands."""
        is_refused = any(one.problem.is_error for one in self.problems)
        return bool(self.data) and not self.lacking and not is_refused

    def at(self, field: str) -> tuple[Problem, ...]:
        """Return what is said of a field."""
        return tuple(one.problem for one in self.problems if one.field == field)

    @property
    def of_the_whole(self) -> tuple[Problem, ...]:
        """What is said of no field that people see."""
        fields = {one.name for one in comment_form().fields if one.control != "button"}
        fields.add(ATTACHMENTS)
        return tuple(one.problem for one in self.problems if one.field not in fields)

    @property
    def told(self) -> str:
        """What was told, in few signs: who has seen it need not see it again."""
        said = sorted({f"{one.problem.code} {one.field}" for one in self.problems})
        return "; ".join(said)[:500]


def weigh(
    post: Posted, draft: tuple[Record, Revision], now: ProjectDay, received: date, name: str
) -> WeighedPost:
    """Weigh a post on a draft; `name` is the id that its comment would have."""
    record, revision = draft
    context = ImportContext(judge=now.judge, record=record, revision=revision)
    too_long = _too_long(post)
    lacking = tuple(field for field in _ASKED if not post.of(field).strip())
    # What it is about, its author is asked: nobody looks for it in the words, as for a clerk.
    said = _said(post, received) | ({"clause": WHOLE} if "clause" in lacking else {})
    # No more is weighed than shows that it is too long: rules take the longer, the more there is.
    said |= {AUTHOR.get(name, name): post.of(name)[: most + 1] for name, most in too_long.items()}
    places = {field: Place(_IN_FORM.get(field, field)) for field in said}
    places |= {"name": Place("author.name"), "received": Place(WHOLE_FORM)}
    places |= {ATTACHMENTS: Place(ATTACHMENTS)}
    submission = Submission(
        place=Place(WHOLE_FORM),
        said=said,
        places=places,
        source="form",
        attachments=tuple(Attachment(name=one.name, digest=one.digest) for one in post.files),
    )
    drawn = drawn_up(submission, context, name=name)
    # A reader of the intake names the file in which something is wrong: here each is a field.
    judged = [AtField(one.file, _to_author(one)) for one in drawn.judged(now.judge)]
    told = {one.field for one in judged if one.problem.is_error}
    problems = (*judged, *(one for one in _said_too_long(too_long) if one.field not in told))
    data = comment_text(drawn.comment).encode() if drawn.comment else b""
    if drawn.comment and not any(one.problem.is_error for one in problems):
        wrong = wrong_in_bytes(drawn.comment, data, now)
        problems = (*problems, *(AtField(WHOLE_FORM, one) for one in wrong))
    return WeighedPost(drawn.comment, problems, lacking, data)


def _too_long(post: Posted) -> Mapping[str, int]:
    """Return the fields in which more was typed than they hold, and how many signs they hold."""
    written = (one for one in comment_form().fields if one.control in _WRITTEN)
    return {one.name: one.most for one in written if len(post.of(one.name)) > one.most}


def _said_too_long(too_long: Mapping[str, int]) -> Iterator[AtField]:
    for field, most in too_long.items():
        yield AtField(field, _to_author(TOO_LONG.at("", (), most=most)))


_IN_FORM = {table: form for form, table in AUTHOR.items()}


def _said(post: Posted, received: date) -> dict[str, str]:
    """Return the fields as the readers of the intake name them, with what the door itself knows."""
    said = {AUTHOR.get(name, name): text for name, text in post.typed.items()}
    # Whether the author agrees is asked by the button: without it nothing comes so far.
    return {**said, "consent": "true", "received": received.isoformat(), "channel": _CHANNEL}


def wrong_in_bytes(comment: Comment, data: bytes, now: ProjectDay) -> Iterator[Problem]:
    """Yield what is wrong with the file that would be published, read as the gate will read it."""
    known = {"languages": now.register.project.languages, "codes": now.register.codes.lists}
    read = candidate(comment.path, data, known)
    for problem in read.problems:
        if problem.is_error:
            yield replace(problem, file="", line=0, column=0)


def _to_author(problem: Problem) -> Problem:
    hint = _HINTS.get(problem.kind)
    return replace(problem, kind=replace(problem.kind, hint=hint)) if hint else problem
