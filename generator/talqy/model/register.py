"""All that a project says, linked, and how it stands on a day: what travels through all rooms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from talqy.model.calendar import Calendar
from talqy.model.codes import CodeLists
from talqy.model.comment import Comment, Outcome, Response
from talqy.model.history import History, RecordedComment
from talqy.model.project import Project, RuleProfile
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.model.standing import Standing
from talqy.model.tags import Tag, Tags


@dataclass(frozen=True)
class Record:
    """Everything on file about one standard; revisions by number, comments by receipt.

    What could not be read is named, so that rules do not call missing what is merely broken:
    `broken_history` is a record that lies there and cannot be used, `gone_history` one that git has
    and the folder has not; `broken_comments` are the ids of comments whose own file or whose
    response cannot be used. `digests` are those of the comments' files, by comment. `tagged` is
    what reviewers have put beside them.
    """

    standard: Standard
    revisions: tuple[Revision, ...]
    comments: tuple[Comment, ...] = ()
    responses: Mapping[str, Response] | None = None
    history: History | None = None
    broken_history: bool = False
    gone_history: bool = False
    broken_revisions: frozenset[int] = frozenset()
    broken_comments: frozenset[str] = frozenset()
    digests: Mapping[str, str] = field(default_factory=dict)
    tagged: Tags | None = None

    @property
    def id(self) -> str:
        """The standard's id."""
        return self.standard.id

    @cached_property
    def _by_number(self) -> Mapping[int, Revision]:
        return {revision.revision: revision for revision in self.revisions}

    @cached_property
    def _comments_by_id(self) -> Mapping[str, Comment]:
        return {comment.id: comment for comment in self.comments}

    @cached_property
    def _by_revision(self) -> Mapping[int, tuple[Comment, ...]]:
        numbers = dict.fromkeys(comment.revision for comment in self.comments)
        return {n: tuple(c for c in self.comments if c.revision == n) for n in numbers}

    def revision(self, number: int) -> Revision | None:
        """Find a revision by its number."""
        return self._by_number.get(number)

    @property
    def next_revision(self) -> int:
        """The number of the text that would be written next; broken ones keep theirs."""
        return max(*(r.revision for r in self.revisions), 0, *self.broken_revisions) + 1

    def base_of(self, revision: Revision) -> Revision | None:
        """Find the revision that this one starts from."""
        return None if revision.base is None else self.revision(revision.base)

    def text_with(self, clause: str, revision: Revision) -> Revision:
        """Return the text that has a clause: a revision, or the one before, if it was taken out."""
        base = self.base_of(revision)
        return base if base and base.clause(clause) and not revision.clause(clause) else revision

    def comment(self, name: str) -> Comment | None:
        """Find a comment by its id."""
        return self._comments_by_id.get(name)

    def digest_of(self, comment: Comment) -> str:
        """Return the digest of a comment as it was given: before any words were taken out."""
        original = comment.redacted.original if comment.redacted else None
        return original or self.digests[comment.id]

    def is_withdrawn(self, comment: str) -> bool:
        """Return whether its author took a comment back."""
        response = self.response_to(comment)
        return response is not None and response.outcome is Outcome.WITHDRAWN

    def shown(self, comment: Comment) -> Comment:
        """Return a comment as it is shown: one that was withdrawn is a tombstone without words."""
        if not self.is_withdrawn(comment.id):
            return comment
        nameless = comment.author.model_copy(update={"name": None})
        bare = {"author": nameless, "quote": None, "text": "", "proposal": None}
        return comment.model_copy(update={**bare, "attachments": ()})

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The register numbers of comments, by id; those not merged yet have none."""
        return {name: entry.number for name, entry in self.recorded.items()}

    @cached_property
    def _ids_by_number(self) -> Mapping[str, str]:
        return {str(number): name for name, number in self.numbers.items()}

    @cached_property
    def recorded(self) -> Mapping[str, RecordedComment]:
        """What the record has of each comment, by id."""
        texts = self.history.revisions if self.history else ()
        return {entry.id: entry for text in texts for entry in text.comments}

    def comment_name(self, comment: str) -> str:
        """Return how a comment is called: by its register number, or by its id until it has one."""
        number = self.numbers.get(comment)
        return f"№ {number}" if number else comment

    def comment_named(self, typed: str) -> str:
        """Return the id of a comment that people name by its number or its id.

        Where neither is known, it is what they wrote, without the sign of a number.
        """
        name = typed.strip().casefold().removeprefix("№").strip()
        return self._ids_by_number.get(name, name)

    @property
    def tags(self) -> Mapping[str, Tag]:
        """The tags that reviewers give to comments, by their codes."""
        return self.tagged.tags if self.tagged else {}

    @cached_property
    def _tags_by_comment(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, tag in self.tags.items():
            for name in dict.fromkeys(tag.comments):
                found[name] = (*found.get(name, ()), code)
        return found

    def tags_of(self, comment: str) -> tuple[str, ...]:
        """Return the codes of the tags that reviewers gave to a comment."""
        return self._tags_by_comment.get(comment, ())

    def comments_on(self, number: int) -> tuple[Comment, ...]:
        """Return the comments on one revision, in the order of receipt."""
        return self._by_revision.get(number, ())

    def response_to(self, comment: str) -> Response | None:
        """Find the response to a comment."""
        return (self.responses or {}).get(comment)


@dataclass(frozen=True, slots=True)
class LostStandard:
    """A standard on record of which nothing can be shown: its own file, or every text, is lacking.

    `standard` is None where it is its own file; `file` is the first one to be mended, `texts` are
    those on record.
    """

    id: str
    standard: Standard | None
    texts: tuple[int, ...]
    file: str
    is_gone: bool


@dataclass(frozen=True)
class Register:
    """All standards of a project, sorted by id, with the settings and names they need.

    `remarks` are what stands in files beside their values, by file, each with its line.
    `lost` are those on record of which nothing can be shown. `templates` are the digests of the
    project's own files with which pages and reports are said and made.
    `profiles` are by name, `calendars` by country; `site_url` is what mkdocs.yml says, None where
    it was not read.
    """

    project: Project
    codes: CodeLists
    profiles: Mapping[str, RuleProfile]
    calendars: Mapping[str, Calendar]
    records: tuple[Record, ...]
    remarks: Mapping[str, Sequence[tuple[int, str]]] = field(default_factory=dict)
    lost: tuple[LostStandard, ...] = ()
    site_url: str | None = None
    templates: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return {record.id: record for record in self.records}

    def record(self, standard: str) -> Record | None:
        """Find a standard that was read, and could be, by its id."""
        return self._by_id.get(standard)

    @property
    def developers(self) -> tuple[str, ...]:
        """The ids of all authorities that develop a standard, sorted."""
        return tuple(sorted({record.standard.authority for record in self.records}))

    def records_of(self, authority: str) -> tuple[Record, ...]:
        """Return the standards that an authority develops."""
        return tuple(one for one in self.records if one.standard.authority == authority)

    def alone(self, *records: Record) -> "Register":
        """Return the settings with some standards, or with none, as if nothing else were there."""
        return replace(self, records=records, lost=(), remarks={}, templates={})

    @property
    def shown_by_all(self) -> Sequence[object]:
        """What the pages of each standard may show of all others, besides settings and templates.

        That is what they are called, and their records, for a receipt leads to the root of all;
        in files it is what `paths.is_shown_by_all` names. No page of one shows more of another.
        """
        return self.lost, [(record.standard, record.history) for record in self.records]

    @property
    def histories(self) -> tuple[History, ...]:
        """The records of all standards that have one."""
        return tuple(record.history for record in self.records if record.history)

    def languages_of(self, revision: Revision, today: date) -> tuple[str, ...]:
        """Return the languages that a text must have, with its answers and its report."""
        return self.project.languages_on(revision.begun(today))

    def languages_at(self, standard: str, number: int, today: date) -> tuple[str, ...]:
        """Return the languages that a text must have, by its number; without it, the day's."""
        record = self.record(standard)
        revision = record.revision(number) if record else None
        if revision is None:
            return self.project.languages_on(today)
        return self.languages_of(revision, today)

    def revisions(self) -> Iterator[tuple[Record, Revision]]:
        """Yield every revision with the record that it belongs to."""
        for record in self.records:
            for revision in record.revisions:
                yield record, revision


@dataclass(frozen=True, slots=True)
class Assessment:
    """The standings of all revisions of a register on `today`."""

    today: date
    standings: Mapping[tuple[str, int], Standing]

    def of(self, standard: str, revision: int) -> Standing:
        """Return the standing of one revision."""
        return self.standings[standard, revision]
