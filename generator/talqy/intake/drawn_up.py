"""What somebody said somewhere, weighed: a comment of the model, or the reasons why it is none.

Pure: a submission and the context that takes it in decide, and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from talqy.comments import wish_kinds
from talqy.comments.comment_file import retold, size_problems
from talqy.comments.doors import Door
from talqy.comments.judge import (
    JudgeContext,
    Leaves,
    judge_comment,
    judge_target,
    judge_texts,
    weighed,
)
from talqy.comments.new_comment import derived_id
from talqy.comments.signs import signs_of_text
from talqy.intake import import_kinds
from talqy.intake.identity import parts_of
from talqy.intake.mail_end import signature_below
from talqy.intake.said_beside import wish_beside, withdrawal_beside
from talqy.intake.said_fields import WORDS, tree_of
from talqy.intake.submission import ImportContext, Submission
from talqy.language.sayings import spoken_codes
from talqy.model.codes import CodeLists
from talqy.model.comment import Comment
from talqy.model.problem import Kind, Problem
from talqy.office.grids import at, in_cell
from talqy.project import faults
from talqy.project.validate import shaped

# Fields that are read before the model sees them: what is wrong with them is told once.
_READ = frozenset({"clause", "language", "received", "author"})
_CODED = {
    "kind": "comment-kind",
    "channel": "comment-channel",
    "author.kind": "author-kind",
}
_SOUND = {"kind": "change", "channel": "web", "author": {"kind": "individual"}, "text": "…"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a submission says, in the form of a file; `comment` is None where it has another shape.

    `problems` are those of its reading, `unread` the fields that could not be read, `misshapen`
    what the model says; `parts` are what its id is made of (`identity.py`);
    `settled` are kinds of which who takes it in has decided already.
    """

    submission: Submission
    tree: Mapping[str, Any]
    comment: Comment | None
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    misshapen: tuple[Problem, ...]
    parts: Mapping[str, str]
    settled: frozenset[Kind]

    @property
    def has_errors(self) -> bool:
        """Whether it cannot be taken whatever the judge says."""
        return any(problem.is_error for problem in self.problems)

    def judged(self, context: JudgeContext) -> tuple[Problem, ...]:
        """Return all that is wrong with it, as it weighs at the door, where it was read."""
        judged = [one for one in self._judge(context) if _field(one) not in self.unread]
        known = {(problem.kind, problem.path) for problem in judged}
        forms = [one for one in self.misshapen if (one.kind, one.path) not in known]
        placed = (
            in_cell(problem, self.submission.place_of(_field(problem)))
            for problem in (*judged, *forms)
        )
        return (*self.problems, *placed)

    def _judge(self, context: JudgeContext) -> list[Problem]:
        """Judge it as far as it can be read: texts and target are looked at whatever else is."""
        file, tree, comment = self.submission.place.file, self.tree, self.comment
        leaves = list(_leaves(tree))
        public = context.public(tree["standard"], int(tree["revision"]))
        problems = [sign for path, text in leaves for sign in signs_of_text(file, path, text)]
        found = judge_texts(file, leaves, public, context.hosts)
        problems += [one for one in found if one.kind not in self.settled]
        if comment and not self.unread:
            problems += [*judge_comment(file, comment, context), *size_problems(file, comment)]
        elif not self.unread & {"clause", "received"}:
            probe = comment or shaped(Comment, {**tree, **_SOUND}, "")[0]
            problems += judge_target(file, probe, context) if probe else ()
        return weighed(problems, context.door, str(tree["channel"]))


def drawn_up(
    submission: Submission, context: ImportContext, *, name: str = "", turn: int = 0
) -> Draft:
    """Put a submission into the form of a file; without a `name` its id is made of what it says.

    `turn` counts those before it in its file that say the same.
    """
    fields = {key: text for key, text in context.unsaid.items() if text}
    fields |= {key: text for key, text in submission.said.items() if text or key == "consent"}
    problems = [*submission.notes, *_beside(submission, context.judge.door)]
    problems += _signature(submission, fields)
    tree = tree_of(submission, context, fields, problems)
    parts = parts_of(submission.source, submission.origin, turn, submission.said, tree)
    tree["id"] = name or derived_id(parts.values())
    comment, found = shaped(Comment, tree, submission.place.file)
    # What was said of a field is said once; where there are no words, their reader has said why.
    unread = {
        str(step) for problem in problems if problem.is_error for step in problem.path
    } & _READ
    unread |= set() if fields.get("text") else {"text"}
    codes = context.judge.register.codes
    forms = tuple(_by_name(retold(one), codes) for one in found if _field(one) not in unread)
    is_clerks = context.judge.door not in {Door.NEW, Door.FORM} and not submission.draft
    settled = _settled(fields, problems, is_clerks=is_clerks)
    return Draft(
        submission, tree, comment, tuple(problems), frozenset(unread), forms, parts, settled
    )


def _beside(submission: Submission, door: Door) -> list[Problem]:
    """Look what a subject, a title or a margin asks of what stands beside it."""
    place = submission.place_of("text")
    asked = (
        (wish_kinds.NOT_FOR_PUBLICATION, wish_beside(submission)),
        (wish_kinds.WITHDRAWAL, withdrawal_beside(submission)),
    )
    found = [kind.at(place.file, ("text",), words=words) for kind, words in asked if words]
    return [in_cell(one, place) for one in weighed(found, door)]


def _signature(submission: Submission, said: Mapping[str, str]) -> Iterator[Problem]:
    """Find a signature below the words: whoever ends a text by habit does not publish the name."""
    for name in ("text", "proposal"):
        if line := signature_below(said.get(name, "")):
            yield replace(
                at(import_kinds.SIGNED, submission.place_of(name), line=line), path=(name,)
            )


def _settled(
    said: Mapping[str, str], told: Iterable[Problem], *, is_clerks: bool
) -> frozenset[Kind]:
    """Return what need not be said: a kind that a clerk has given tells that it is a comment.

    Authors choose one in any form, whatever they write below it.
    """
    settled = wish_kinds.SETTLED if "kind" in said and is_clerks else frozenset()
    codes = {problem.code for problem in told}
    if import_kinds.ATTACHMENT_MEANT.code in codes:
        settled |= {wish_kinds.POINTS_ELSEWHERE}
    if wish_kinds.NOT_FOR_PUBLICATION.code in codes:
        settled |= {wish_kinds.NOT_FOR_PUBLICATION}
    return settled


def _by_name(problem: Problem, codes: CodeLists) -> Problem:
    """Say a code that is unknown as people say it: with the names of those that are known."""
    names = _CODED.get(".".join(map(str, problem.path)))
    if names is None or problem.code != faults.WRONG_VALUE.code:
        return problem
    values = {"value": problem.values["value"], "known": spoken_codes(codes, names)}
    return replace(problem, kind=faults.WRONG_VALUE, values=values)


def _leaves(tree: Mapping[str, Any]) -> Leaves:
    yield from (((key,), tree[key]) for key in WORDS if key in tree)
    if "name" in tree["author"]:
        yield ("author", "name"), tree["author"]["name"]
    for number, attached in enumerate(tree.get("attachments", ())):
        yield ("attachments", number, "name"), attached["name"]


def _field(problem: Problem) -> str:
    """Return the field that a fault of the model speaks of; an author has two."""
    steps = [str(step) for step in problem.path] or [str(problem.values.get("key", ""))]
    return "name" if steps[-1] == "name" and steps[0] != "attachments" else steps[0]
