"""What officials decide of a comment in the queue.

The desk and the commands call these. Each act is a line of the log; a comment moves only from where
it was seen (compare and set). Who acts is known to the settings (`officials.py`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from talqy.comments.doors import Door
from talqy.comments.official import judge_said
from talqy.comments.redaction import redacted_text, redaction_mark
from talqy.model.comment import Comment
from talqy.model.digest import digest_of_text_file
from talqy.model.problem import Problem
from talqy.model.publishing import OfficialRole
from talqy.service.officials import Who
from talqy.service.parts import Service
from talqy.service.publish.agreeing import agreed
from talqy.service.publish.moving import ActRefusedError, bounded, found, moved, not_so
from talqy.service.publish.seen import judged_now
from talqy.service.taken import NOT_YET_SENT, UNDECIDED, Act, ActName, State, Taken

REASONS = "not-published"
"""The list of codes that has the reasons of a refusal."""


@dataclass(frozen=True, slots=True)
class ActDone:
    """What became of an act: `needed` persons must still say the same; `problems` forbade it."""

    taken: Taken
    needed: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def is_done(self) -> bool:
        """Return whether the act has its whole effect."""
        return not self.needed and not any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What is taken out of a comment, and why, in every language."""

    words: Sequence[str]
    name: bool
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Acts:
    """What one official does; each method answers with the comment as it is then."""

    service: Service
    who: Who

    def look(self, comment: str) -> ActDone:
        """Note that somebody has looked at a comment that nobody had looked at."""
        self.who.require(OfficialRole.READER)
        act = self._act(ActName.LOOKED_AT)
        self.service.store.move(comment, (State.RECEIVED,), State.LOOKED_AT, act)
        return ActDone(found(self.service, comment))

    def hold(self, comment: str, note: str = "") -> ActDone:
        """Set a comment aside: nothing happens to it until somebody decides."""
        self.who.require(OfficialRole.PUBLISHER)
        act = self._act(ActName.HELD, **({"note": bounded(note)} if note.strip() else {}))
        return ActDone(moved(self.service, comment, NOT_YET_SENT, State.HELD, act))

    def publish(self, comment: str) -> ActDone:
        """Say that a comment is published; the judge must have nothing against its bytes."""
        self.who.require(OfficialRole.PUBLISHER)
        taken = found(self.service, comment)
        problems = judged_now(self.service, taken).problems
        if any(problem.is_error for problem in problems):
            return ActDone(taken, problems=problems)
        act = self._act(ActName.TO_PUBLISH, digest=digest_of_text_file(taken.text))
        done = self._settled(taken, UNDECIDED, State.TO_PUBLISH, act)
        return replace(done, problems=problems)

    def refuse(self, comment: str, reason: str) -> ActDone:
        """Say that a comment is not published, for a reason of the closed list."""
        self.who.require(OfficialRole.PUBLISHER)
        known = self.service.project.now().register.codes.codes(REASONS)
        if reason not in known:
            raise ActRefusedError(
                "“{reason}” is no reason why a comment is not published; known: {known}",
                reason=reason,
                known=", ".join(known),
            )
        taken = found(self.service, comment)
        act = self._act(ActName.REFUSED, digest=digest_of_text_file(taken.text))
        return self._settled(taken, NOT_YET_SENT, State.REFUSED, replace(act, reason=reason))

    def ask(self, comment: str, question: str) -> ActDone:
        """Ask the author something; whoever has the key of the comment sees the question."""
        self.who.require(OfficialRole.PUBLISHER)
        taken = found(self.service, comment)
        problems = self._judged(taken, {"question": question})
        if any(problem.is_error for problem in problems):
            return ActDone(taken, problems=problems)
        act = self._act(ActName.ASKED_BACK, question=bounded(question))
        return ActDone(moved(self.service, comment, UNDECIDED, State.ASKED_BACK, act))

    def redact(self, comment: str, out: TakenOut) -> ActDone:
        """Take words, or the name, out before anybody can read them.

        The mark in the file keeps the digest that the author was told, and the file as it came is
        kept apart for a time. Whoever had said “publish” before says so again.
        """
        self.who.require(OfficialRole.PUBLISHER)
        taken = found(self.service, comment)
        new = self.redacted(taken, out)
        problems = self._judged(taken, {"redacted": {"reason": dict(out.reason)}})
        if any(problem.is_error for problem in problems):
            return ActDone(taken, problems=problems)
        act = self._act(ActName.REDACTED, digest=digest_of_text_file(new))
        if not self.service.store.rewrite(comment, taken.text, new, UNDECIDED, act):
            raise not_so(found(self.service, comment))
        return ActDone(found(self.service, comment))

    def redacted(self, taken: Taken, out: TakenOut) -> bytes:
        """Return the file of a comment as it will be without some words."""
        said = judged_now(self.service, taken).comment
        if said is None:
            raise ActRefusedError(
                "the file of the comment {comment} cannot be read", comment=taken.id
            )
        day = self.service.project.now().day(self.service.now())
        mark = redaction_mark(day, out.reason, _first_digest(said, taken))
        text = taken.text.decode()
        return redacted_text(said, text, out.words, mark, name=out.name).encode()

    def _settled(self, taken: Taken, states: Collection[State], to: State, act: Act) -> ActDone:
        """Move a comment as soon as so many persons say so as the settings ask for."""
        if taken.state not in states:
            raise not_so(taken)
        said_so = self.service.settings.said.publish
        needed = said_so.persons if said_so else 1
        if needed > 1:
            self.service.store.note(replace(act, is_said=True), taken.id)
            said = agreed(self.service.store.log_of(taken.id), act)
            if len(said) < needed:
                return ActDone(taken, needed - len(said))
        return ActDone(moved(self.service, taken.id, states, to, act))

    def _judged(self, taken: Taken, said: object) -> tuple[Problem, ...]:
        """Judge words of an official that others will read."""
        register = self.service.project.now().register
        about = (taken.standard, taken.revision)
        return tuple(judge_said(register, about, f"{taken.id}.yaml", said, Door.ANSWER))

    def _act(self, what: ActName, **values: str) -> Act:
        return Act(what, self.service.now(), self.who.name, values=values)


def _first_digest(comment: Comment, taken: Taken) -> str:
    mark = comment.redacted
    return (mark.original if mark else None) or taken.digest
