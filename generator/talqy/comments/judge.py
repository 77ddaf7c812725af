"""The one judge of comments: what is wrong with one, whichever way it comes.

Every door calls it: the gate, messages and tables, `talqy new comment`, `talqy check`. The levels
are those of `kinds.py`; where a door differs, `doors.py` says so, and why. All that decides is
known before (`JudgeContext`): settings, texts and days are never those that came with the comment.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from talqy.comments import kinds
from talqy.comments.content import (
    HABITS,
    LETTERS,
    OTHER_THAN_IIN,
    habits,
    iin,
    letters,
    personal,
    personal_across,
)
from talqy.comments.doors import Door, at_door, is_said
from talqy.comments.earlier import EarlierComments, earlier_in_register
from talqy.comments.links import MISLEADING, hosts_of, links, misleading
from talqy.comments.made_elsewhere import is_portal_number, made_elsewhere
from talqy.comments.name_shape import shape_of_name
from talqy.comments.names import impersonation, official_names
from talqy.comments.no_comment import no_comment
from talqy.comments.official_voice import official_voice
from talqy.comments.program_signs import commands
from talqy.comments.public_data import PublicData
from talqy.comments.signs import signs_of_text
from talqy.comments.text_language import is_other_language
from talqy.comments.wish_kinds import ALL as WISHES
from talqy.compare.quotes import find_quote
from talqy.law.periods import Workdays, is_still_to_come, workdays_of
from talqy.law.stages import closing_day, stage_on
from talqy.model.comment import Comment, CommentChannel
from talqy.model.nearness import nearest_or_some
from talqy.model.problem import Path, Problem
from talqy.model.project import Project
from talqy.model.register import Record, Register
from talqy.model.revision import Consultation, Revision
from talqy.model.standing import DISCUSSED, Stage
from talqy.model.values import is_digest
from talqy.model.walk import strings_in
from talqy.project.comments import target_problem

LEAST_TEXT, MOST_TEXT, MOST_NAME = 10, 10_000, 120

# Fields in which people write; all others are chosen from lists, or have shapes of their own.
_WRITTEN = frozenset({"text", "quote", "proposal", "author"})
_SAID: tuple[Path, ...] = (("text",), ("proposal",), ("author", "name"))
_LONG = 40
_ON_PAPER = (CommentChannel.PAPER, CommentChannel.COUNTER)
_DAY = timedelta(days=1)
_MOST_NAMED = 5

Leaves = Iterable[tuple[Path, str]]


@dataclass(frozen=True, kw_only=True)
class JudgeContext:
    """What is known before a comment is judged.

    `register` may have read only some of the standards whose ids are in `standards`; `earlier` are
    the comments that were there, and grows with those that are taken.
    """

    door: Door
    register: Register
    today: date
    standards: Collection[str]
    earlier: EarlierComments
    _public: dict[tuple[str, int], Collection[str]] = field(default_factory=dict, repr=False)

    @property
    def project(self) -> Project:
        """The settings."""
        return self.register.project

    @cached_property
    def workdays(self) -> Workdays:
        """The calendar of the project."""
        return workdays_of(self.register)

    @cached_property
    def officials(self) -> tuple[str, ...]:
        """The names of all authorities of the project, folded."""
        return tuple(official_names(self.project))

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts whose look-alikes mislead."""
        return hosts_of(self.project)

    def record(self, standard: str) -> Record | None:
        """Find a standard that was read, and could be."""
        return self.register.record(standard)

    def texts(self, standard: str) -> Mapping[str, Mapping[int, Revision]]:
        """Return all standards by their ids; of the one that is meant with its revisions."""
        record = self.record(standard)
        texts: dict[str, Mapping[int, Revision]] = {name: {} for name in self.standards}
        if record:
            texts[standard] = {revision.revision: revision for revision in record.revisions}
        return texts

    def public(self, standard: str, number: int) -> Collection[str]:
        """Return what the authority has published of the kind of personal data."""
        if (standard, number) not in self._public:
            self._public[standard, number] = PublicData(self.register, standard, number)
        return self._public[standard, number]


def judge(file: str, comment: Comment, context: JudgeContext) -> list[Problem]:
    """Return all that is wrong with a comment, as it weighs at the door."""
    leaves = tuple(leaves_of(comment))
    public = context.public(comment.standard, comment.revision)
    problems = [
        *(sign for path, text in leaves for sign in signs_of_text(file, path, text)),
        *judge_texts(file, leaves, public, context.hosts, context.door),
        *judge_comment(file, comment, context),
    ]
    return weighed(problems, context.door, comment.channel)


def weighed(problems: Iterable[Problem], door: Door, channel: str = "") -> list[Problem]:
    """Return problems as they weigh at a door, without those that are not said there.

    `channel` is that of the comment, as far as it is known.
    """
    is_of_portal = channel == CommentChannel.EGOV
    found = (at_door(problem, door, is_of_portal=is_of_portal) for problem in problems)
    return [there for there in found if there]


def leaves_of(comment: Comment) -> Iterator[tuple[Path, str]]:
    """Yield every text of a comment that will be published, with its path.

    Why something was taken out is the authority's word, and judged as its answers are.
    """
    said = strings_in(comment.model_copy(update={"redacted": None}))
    return ((path, text) for path, text in said if not is_nobodys_number(path, text))


def is_nobodys_number(path: Path, text: str) -> bool:
    """Return whether a text is a number of no person: of a file, or of a comment on the portal."""
    if path and path[0] == "source":
        return is_portal_number(text)
    is_there = len(path) == 3 and (path[0], path[2]) == ("attachments", "digest")
    return is_there and is_digest(text)


def context_of(register: Register, today: date, door: Door) -> JudgeContext:
    """Return what is known before comments of a project that was read as a whole are judged."""
    names = frozenset(record.id for record in register.records)
    return JudgeContext(
        door=door,
        register=register,
        today=today,
        standards=names,
        earlier=earlier_in_register(register),
    )


# --- texts --------------------------------------------------------------------------------------


def judge_texts(
    file: str,
    leaves: Leaves,
    public: Collection[str],
    hosts: Collection[str],
    door: Door | None = None,
) -> Iterator[Problem]:
    """Look at every text of a comment, whatever its key is; each kind is said once of a place.

    `hosts` are those of the authorities (`links.py`). What is not said at a door is not looked for.
    """
    seen = set()
    said: dict[Path, str] = {}
    for path, text in leaves:
        said[path] = text
        for problem in _of_text(file, path, text, (public, hosts), door):
            if (problem.kind, path) not in seen:
                seen.add((problem.kind, path))
                yield problem
    text, proposal, name = (said.get(path, "") for path in _SAID)
    yield from personal_across(file, text, proposal)
    if is_said(door, *WISHES):
        yield from no_comment(file, text, proposal, name)


def _of_text(
    file: str,
    path: Path,
    text: str,
    known: tuple[Collection[str], Collection[str]],
    door: Door | None,
) -> Iterator[Problem]:
    public, hosts = known
    if path[0] == "author" or is_said(door, *OTHER_THAN_IIN):
        yield from personal(file, path, text, public)
    else:
        yield from iin(file, path, text)
    if path[0] in _WRITTEN or len(text) > _LONG:
        yield from commands(file, path, text)
    if path[0] in _WRITTEN and is_said(door, *LETTERS):
        yield from letters(file, path, text)
    if path[0] in ("text", "proposal") and is_said(door, *HABITS):
        yield from habits(file, path, text)
    if path[0] in ("text", "proposal", "quote") and is_said(door, kinds.MANY_LINKS, *MISLEADING):
        yield from links(file, path, text, hosts)
    elif is_said(door, *MISLEADING):
        yield from misleading(file, path, text, hosts)


# --- one comment --------------------------------------------------------------------------------


def judge_comment(file: str, comment: Comment, context: JudgeContext) -> Iterator[Problem]:
    """Look at what a comment means, and who says the same."""
    if other := context.earlier.other_with(comment.id, comment.path.file):
        yield kinds.ID_TAKEN.at(file, ("id",), other=other)
    problems = [
        *_extent(file, comment),
        *_language(file, comment, context),
        *judge_target(file, comment, context),
    ]
    yield from problems
    is_official = list(impersonation(file, comment.author, context.officials))
    yield from is_official or shape_of_name(file, comment.author)
    is_voice_said = is_said(context.door, kinds.OFFICIAL_VOICE)
    for key in ("text", "proposal") if is_voice_said else ():
        yield from official_voice(file, (key,), getattr(comment, key) or "", comment.author.kind)
    if comment.channel in _ON_PAPER:
        yield kinds.CHANNEL_CLAIMED.at(file, ("channel",))
    if comment.attachments:
        yield kinds.ATTACHED_ELSEWHERE.at(file, ("attachments",))
    yield from made_elsewhere(file, comment)
    if not any(problem.is_error for problem in problems):
        yield from _campaign(file, comment, context)


def is_too_short(text: str) -> bool:
    """Return whether a text cannot be a comment: of a few signs, or without a letter."""
    return len(text.strip()) < LEAST_TEXT or not any(map(str.isalpha, text))


def _extent(file: str, comment: Comment) -> Iterator[Problem]:
    # Where words were taken out, a short text is nobody's fault.
    if is_too_short(comment.text) and not comment.redacted:
        yield kinds.TOO_SHORT.at(file, ("text",), least=LEAST_TEXT)
    if len((comment.author.name or "").strip().splitlines()) > 1:
        yield kinds.NAME_IN_LINES.at(file, ("author", "name"))
    fields: tuple[tuple[Path, str | None, int], ...] = (
        (("text",), comment.text, MOST_TEXT),
        (("proposal",), comment.proposal, MOST_TEXT),
        (("author", "name"), comment.author.name, MOST_NAME),
    )
    for path, text, most in fields:
        if text and len(text) > most:
            yield kinds.TOO_LONG.at(file, path, most=most)


def _language(file: str, comment: Comment, context: JudgeContext) -> Iterator[Problem]:
    languages = context.project.languages
    if comment.language not in languages:
        yield kinds.UNKNOWN_LANGUAGE.at(file, ("language",), known=", ".join(languages))
    elif not is_said(context.door, kinds.OTHER_LANGUAGE):
        return
    elif is_other_language(comment.text, comment.language):
        yield kinds.OTHER_LANGUAGE.at(file, ("language",))


def _campaign(file: str, comment: Comment, context: JudgeContext) -> Iterator[Problem]:
    """Many people say the same: each of them counts, and a person must see that it is so."""
    if not is_said(context.door, kinds.CAMPAIGN):  # the look would be in vain
        return
    if others := context.earlier.alike(comment):
        named = ", ".join(others[:_MOST_NAMED])
        yield kinds.CAMPAIGN.at(file, ("text",), comments=named, count=len(others))


# --- what it is about ---------------------------------------------------------------------------


def judge_target(file: str, comment: Comment, context: JudgeContext) -> Iterator[Problem]:
    """Hold a comment to what it speaks of: a text, its days, a clause, its words, a comment."""
    problem = target_problem(file, comment, context.texts(comment.standard))
    record = context.record(comment.standard)
    revision = record.revision(comment.revision) if record else None
    if problem:
        yield problem
    if record is None or revision is None:
        return
    yield from judge_day(file, comment.received, revision, record, context)
    if comment.quote and not problem and find_quote(comment, revision) is None:
        yield kinds.QUOTE_NOT_FOUND.at(file, ("quote",))
    yield from _reply(file, comment, context.earlier)


def _reply(file: str, comment: Comment, earlier: EarlierComments) -> Iterator[Problem]:
    name = comment.in_reply_to
    if name and (name == comment.id or not earlier.is_on(name, comment.standard)):
        known = sorted(earlier.on(comment.standard) - {comment.id})
        near = nearest_or_some(name, known)
        yield kinds.NO_SUCH_REPLY.at(file, ("in_reply_to",), name=name, near=near)


def asked_of_the_day(record: Record, today: date) -> Iterator[object]:
    """Yield all that `judge_day` asks of the day, of a standard and the comments on it."""
    for text in record.revisions:
        if talk := text.consultation:
            closes = closing_day(talk, today)
            yield text.revision, closes, _is_long_over(closes, today)
    yield [one.id for one in record.comments if is_still_to_come(one.received, today)] and today


def judge_day(
    file: str, day: date, revision: Revision, record: Record, context: JudgeContext
) -> Iterator[Problem]:
    """Look whether the discussion was open on the day of receipt."""
    path, number = ("received",), revision.revision
    talk = revision.consultation
    if talk is None:
        yield kinds.NEVER_OPEN.at(file, ("revision",), revision=number)
        return
    if is_still_to_come(day, context.today):
        yield kinds.FUTURE.at(file, path, day=day.isoformat(), today=context.today.isoformat())
        return
    stage = stage_on(day, record, revision, context.workdays, context.project.closing_within)
    if stage is Stage.PLANNED:
        opens = talk.opens.isoformat()
        yield kinds.NOT_YET_OPEN.at(file, path, revision=number, day=day.isoformat(), opens=opens)
    elif stage is Stage.CONSIDERING:
        yield kinds.LATE.at(file, path, closes=closing_day(talk, day).isoformat())
    elif revision.withdrawn and stage is Stage.WITHDRAWN:
        given_up = revision.withdrawn.on.isoformat()
        yield kinds.GIVEN_UP.at(file, path, revision=number, day=given_up)
    elif stage not in DISCUSSED:
        yield kinds.CLOSED.at(file, path, revision=number)
    else:
        yield from _dated_back(file, talk, context.today)


def _dated_back(file: str, talk: Consultation, today: date) -> Iterator[Problem]:
    """Ask whether a comment that comes after the last day has really come before it."""
    closes = closing_day(talk, today)
    if _is_long_over(closes, today):
        yield kinds.DATED_BACK.at(file, ("received",), closes=closes.isoformat())


def _is_long_over(closes: date, today: date) -> bool:
    return closes + _DAY < today
