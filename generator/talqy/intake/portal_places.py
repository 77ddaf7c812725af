"""Where comments of the portal are filed, and what of each a person is asked before it is taken.

A clause is told by the link on the page, else by the words; nothing is filed to the whole draft
because its clause is not known. Names and wordings are proposed, and taken after a yes alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from talqy.comments.clause_names import clauses_meant
from talqy.comments.clause_words import said_name
from talqy.comments.form_words import typed_yes
from talqy.comments.place_words import Unit
from talqy.comments.wishes import wish_of
from talqy.errors import Listed, Named, Saying
from talqy.intake import import_kinds, portal_kinds
from talqy.intake.author_words import body_likely, public_name
from talqy.intake.clause_items import wordings_asked
from talqy.intake.clause_mentions import mentions_of
from talqy.intake.clause_told import Told, clause_told
from talqy.intake.portal_labels import PortalLabels
from talqy.intake.submission import ImportContext, Submission
from talqy.intake.table import ReadTable
from talqy.language.clause_sayings import spoken_clause, spoken_clauses
from talqy.model.comment import WHOLE, CommentKind
from talqy.model.problem import Problem
from talqy.model.revision import Clause, Revision
from talqy.office.grids import at
from talqy.office.portal_values import PortalComment


class PortalAsks(StrEnum):
    """What of a comment a person is asked."""

    CLAUSE = "clause"
    BODY = "body"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class PortalQuestion:
    """A question about one comment: `problem` says what is asked; `label` and `words` are shown."""

    comment: str
    asks: PortalAsks
    problem: Problem
    label: str
    words: str


Answers = Mapping[tuple[str, PortalAsks], str]
"""What a person has answered, by the number of the comment on the portal and what was asked."""


def placed(
    read: ReadTable, context: ImportContext, answers: Answers
) -> tuple[ReadTable, tuple[PortalQuestion, ...]]:
    """File the comments of a page; return it with the questions that are not answered yet."""
    if read.page is None:
        return read, ()
    filing = _Filing(context, PortalLabels(context.revision, read.page.parts), answers)
    said = list(zip(read.submissions, read.page.comments, strict=bool(read.submissions)))
    done = [filing.filed(submission, comment) for submission, comment in said]
    rows = tuple(submission for submission, _ in done)
    return replace(read, submissions=rows), tuple(one for _, asked in done for one in asked)


@dataclass(frozen=True)
class _Filing:
    """Files the comments of one page."""

    context: ImportContext
    labels: PortalLabels
    answers: Answers

    def filed(
        self, submission: Submission, comment: PortalComment
    ) -> tuple[Submission, tuple[PortalQuestion, ...]]:
        """Return a comment with all that is known of it, and what is still asked."""
        if there := self.context.record.comment(submission.id):
            # It was filed when it was taken, and is not asked about again.
            clause = there.clause_id or WHOLE
            return replace(submission, said={**submission.said, "clause": clause}), ()
        said, notes, asked = dict(submission.said), list(submission.notes), list[PortalQuestion]()
        for asks, look in (
            (PortalAsks.CLAUSE, self._clause),
            (PortalAsks.BODY, self._body),
            (PortalAsks.WORDING, self._wording),
        ):
            answer = self.answers.get((comment.id, asks), "")
            for problem in look(submission, comment, said, answer):
                notes.append(problem)
                if problem.kind in _ASKING:
                    label = (comment.label or "").strip()
                    text = submission.said.get("text", "")
                    asked.append(PortalQuestion(comment.id, asks, problem, label, text))
        return replace(submission, said=said, notes=tuple(notes)), tuple(asked)

    # --- the clause --------------------------------------------------------------------------

    def _clause(
        self, submission: Submission, comment: PortalComment, said: dict[str, str], answer: str
    ) -> Iterator[Problem]:
        if self.context.unsaid.get("clause"):
            return
        if answer:
            said["clause"] = answer
            return
        labelled = self.labels.clauses(comment.label or "", comment.part)
        if len(labelled) == 1:
            said["clause"] = labelled[0].id
            if labelled[0].quote:
                said["quote"] = labelled[0].quote
            where, value = Saying("linked on the portal:"), _shown(comment)
            yield at(import_kinds.CLAUSE_IN_WORDS, submission.place, where=where, value=value)
            return
        target, notes = self._told(said.get("text", ""), submission)
        if target and target in {one.id for one in labelled}:
            return  # the words say which of them it is, and are read once more with the others
        if labelled:
            clauses = self._spoken({one.id for one in labelled})
            yield _clause_asked(submission, portal_kinds.begin_so(_shown(comment), clauses))
        elif any(problem.is_error for problem in notes):
            clauses = self._named(submission, notes)
            yield _clause_asked(submission, portal_kinds.named_several(clauses))
        elif target == WHOLE and comment.label is not None:
            if _is_on_the_whole(said.get("text", "")):
                said["clause"] = WHOLE
            else:
                yield _clause_asked(submission, portal_kinds.NO_CLAUSE_TOLD)

    def _told(self, text: str, submission: Submission) -> tuple[object, list[Problem]]:
        record = self.context.record
        told = Told(words=text, titles=tuple(record.standard.title.values()))
        return clause_told(told, record.id, self.context.revision, submission.place)

    def _named(self, submission: Submission, notes: list[Problem]) -> object:
        """Name the clauses of which words speak, the one that is named most often first."""
        revision = self.context.revision
        named = mentions_of(submission.said["text"])
        counts = Counter(one.id for name in named for one in _each_clause(name, revision))
        found = [revision.clause(name) for name, _ in counts.most_common()]
        spoken = tuple(spoken_clause(revision, one) for one in found if one)
        return Listed(spoken) if spoken else notes[0].values.get("clauses", "")

    def _spoken(self, names: set[str]) -> object:
        clauses = [one for one in self.context.revision.walk() if one.id in names]
        return spoken_clauses(self.context.revision, clauses)

    # --- what is proposed ----------------------------------------------------------------------

    def _body(
        self, submission: Submission, comment: PortalComment, said: dict[str, str], answer: str
    ) -> Iterator[Problem]:
        body = body_likely(public_name(comment.author))
        if body is None:
            return
        kind, name = body
        if typed_yes(answer):
            said |= {"author": kind, "name": name}
        elif typed_yes(answer) is None:
            said_kind = Named(self.context.judge.register.codes.named("author-kind", kind))
            yield _proposed(submission, portal_kinds.body_likely(name, said_kind))

    def _wording(
        self, submission: Submission, _: PortalComment, said: dict[str, str], answer: str
    ) -> Iterator[Problem]:
        wordings = wordings_asked(said.get("text", ""))
        if len(wordings) != 1:
            return
        if typed_yes(answer):
            said["proposal"] = wordings[0]
        elif typed_yes(answer) is None:
            yield _proposed(submission, portal_kinds.wording_likely(wordings[0]))


_ASKING = frozenset({portal_kinds.CLAUSE_ASKED, portal_kinds.PROPOSED})


def _clause_asked(submission: Submission, reason: Saying) -> Problem:
    problem = at(portal_kinds.CLAUSE_ASKED, submission.place, reason=reason)
    return replace(problem, path=("clause",))


def _proposed(submission: Submission, reason: Saying) -> Problem:
    return at(portal_kinds.PROPOSED, submission.place, reason=reason)


def _each_clause(name: str, revision: Revision) -> Iterator[Clause]:
    """Yield the clauses of a name: «пункты 6 и 13» are two."""
    for one in said_name(name).of(Unit.CLAUSE) or (name,):
        yield from clauses_meant(one, revision)


def _shown(comment: PortalComment) -> str:
    return " ".join((comment.label or "").split())


def _is_on_the_whole(text: str) -> bool:
    """Return whether plain words are for or against the draft: who says so speaks of all of it."""
    wish = wish_of(text)
    return wish.is_sure and wish.kind in {CommentKind.SUPPORT, CommentKind.OBJECTION}
