"""What officials decide of a comment in the queue, and what its author can still do.

The desk and the commands call these. Each act is a line of the log; a comment moves only from where
it was seen (compare and set). Who acts is known to the settings (`officials.py`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from talqy.comments.doors import Door
from talqy.comments.official import judge_said
from talqy.comments.redaction import redacted_text, redaction_mark
from talqy.errors import TalqyError
from talqy.model.comment import Comment
from talqy.model.digest import digest_of_text_file
from talqy.model.problem import Problem
from talqy.model.publishing import OfficialRole
from talqy.service.parts import Service
from talqy.service.publish.agreeing import agreed
from talqy.service.publish.officials import Who
from talqy.service.publish.seen import judged_now
from talqy.service.taken import Act, State, Taken

UNDECIDED = (State.RECEIVED, State.LOOKED_AT, State.HELD, State.ASKED_BACK)
NOT_YET_SENT = (*UNDECIDED, State.TO_PUBLISH)
"""From here nothing has gone out: what is decided now holds wholly."""
ON_ITS_WAY = (State.QUEUED, State.PUSHED, State.PUBLISHED)
REASONS = "not-published"
"""The list of codes that has the reasons of a refusal."""
WISH_TO_WITHDRAW = "withdrawal-asked"
MOST_WORDS = 2_000


class ActRefusedError(TalqyError):
    """An act does not fit the comment as it stands now."""


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


def look(service: Service, who: Who, comment: str) -> ActDone:
    """Note that somebody has looked at a comment that nobody had looked at."""
    who.require(OfficialRole.READER)
    service.store.move(comment, (State.RECEIVED,), State.LOOKED_AT, _act(service, who, "looked at"))
    return ActDone(found(service, comment))


def hold(service: Service, who: Who, comment: str, note: str = "") -> ActDone:
    """Set a comment aside: nothing happens to it until somebody decides."""
    who.require(OfficialRole.PUBLISHER)
    values = {"note": _bounded(note)} if note.strip() else {}
    return _moved(service, comment, NOT_YET_SENT, State.HELD, _act(service, who, "held", values))


def publish(service: Service, who: Who, comment: str) -> ActDone:
    """Say that a comment is published; the gate's judge must have nothing against its bytes."""
    who.require(OfficialRole.PUBLISHER)
    taken = found(service, comment)
    problems = judged_now(service, taken).problems
    if any(problem.is_error for problem in problems):
        return ActDone(taken, problems=problems)
    act = _act(service, who, "to publish", {"digest": digest_of_text_file(taken.text)})
    return _settled(service, taken, UNDECIDED, State.TO_PUBLISH, act, problems)


def refuse(service: Service, who: Who, comment: str, reason: str) -> ActDone:
    """Say that a comment is not published, for a reason of the closed list."""
    who.require(OfficialRole.PUBLISHER)
    known = service.project.now().register.codes.codes(REASONS)
    if reason not in known:
        raise ActRefusedError(
            "“{reason}” is no reason why a comment is not published; known: {known}",
            reason=reason,
            known=", ".join(known),
        )
    taken = found(service, comment)
    digest = digest_of_text_file(taken.text)
    act = _act(service, who, "refused", {"digest": digest}, reason)
    return _settled(service, taken, NOT_YET_SENT, State.REFUSED, act, ())


def ask(service: Service, who: Who, comment: str, question: str) -> ActDone:
    """Ask the author something; the question is seen by whoever has the key of the comment."""
    who.require(OfficialRole.PUBLISHER)
    taken = found(service, comment)
    problems = _said(service, taken, {"question": question})
    if any(problem.is_error for problem in problems):
        return ActDone(taken, problems=problems)
    act = _act(service, who, "asked back", {"question": _bounded(question)})
    return _moved(service, comment, UNDECIDED, State.ASKED_BACK, act)


def redact(
    service: Service,
    who: Who,
    comment: str,
    *,
    words: Sequence[str],
    name: bool,
    reason: Mapping[str, str],
) -> ActDone:
    """Take words, or the name, out before anybody can read them.

    The mark in the file keeps the digest that the author was told, and the file as it came is kept
    apart for a time. Whoever had said “publish” before says so again.
    """
    who.require(OfficialRole.PUBLISHER)
    taken = found(service, comment)
    said = judged_now(service, taken).comment
    if said is None:
        raise ActRefusedError("the file of the comment {comment} cannot be read", comment=comment)
    day = service.project.now().day(service.now())
    problems = _said(service, taken, {"redacted": {"reason": dict(reason)}})
    if any(problem.is_error for problem in problems):
        return ActDone(taken, problems=problems)
    mark = redaction_mark(day, reason, _first_digest(said, taken))
    new = redacted_text(said, taken.text.decode(), words, mark, name=name).encode()
    act = _act(service, who, "redacted", {"digest": digest_of_text_file(new)})
    if not service.store.rewrite(comment, taken.text, new, UNDECIDED, act):
        raise _not_so(found(service, comment))
    return ActDone(found(service, comment))


def withdraw(service: Service, comment: str) -> ActDone:
    """Carry out the author's wish to withdraw; who calls this has seen the key.

    What has gone out already is public: the wish is noted, and the authority answers it in public.
    """
    act = Act("withdrawn", service.now(), "author")
    if service.store.move(comment, NOT_YET_SENT, State.WITHDRAWN, act):
        return ActDone(found(service, comment))
    taken = found(service, comment)
    if taken.state in ON_ITS_WAY:
        service.store.note(Act(WISH_TO_WITHDRAW, service.now(), "author"), comment)
    elif taken.state is not State.WITHDRAWN:
        raise _not_so(taken)
    return ActDone(taken)


def answer_back(service: Service, comment: str, words: str) -> ActDone:
    """Take the author's answer to a question; who calls this has seen the key."""
    act = Act("answered back", service.now(), "author", values={"answer": _bounded(words)})
    return _moved(service, comment, (State.ASKED_BACK,), State.RECEIVED, act)


def question_to(service: Service, comment: str) -> str:
    """Return what the author was asked last; empty where nothing was."""
    asked = [line.act.values.get("question", "") for line in service.store.log_of(comment)]
    return next(filter(None, reversed(asked)), "")


def found(service: Service, comment: str) -> Taken:
    """Return a comment of the queue whose words are kept still."""
    taken = service.store.of(comment)
    if taken is None or taken.is_forgotten:
        raise ActRefusedError("there is no comment “{comment}” in the queue", comment=comment)
    return taken


def _settled(
    service: Service,
    taken: Taken,
    states: Collection[State],
    to: State,
    act: Act,
    problems: tuple[Problem, ...],
) -> ActDone:
    """Move a comment where it stays, as soon as so many persons say so as the settings ask for."""
    if taken.state not in states:
        raise _not_so(taken)
    needed = service.settings.said.publish.persons
    if needed > 1:
        service.store.note(
            Act(f"says: {act.what}", act.at, act.by, act.reason, act.values), taken.id
        )
        said = agreed(service.store.log_of(taken.id), act)
        if len(said) < needed:
            return ActDone(taken, needed - len(said), problems)
    done = _moved(service, taken.id, states, to, act)
    return ActDone(done.taken, 0, problems)


def _moved(
    service: Service, comment: str, states: Collection[State], to: State, act: Act
) -> ActDone:
    moved = service.store.move(comment, states, to, act)
    taken = found(service, comment)
    if not moved and taken.state is not to:
        raise _not_so(taken)
    return ActDone(taken)


def _not_so(taken: Taken) -> ActRefusedError:
    return ActRefusedError(
        "the comment {comment} is in the state “{state}” now, and this cannot be done with it",
        comment=taken.id,
        state=taken.state,
    )


def _said(service: Service, taken: Taken, said: object) -> tuple[Problem, ...]:
    """Judge words of an official that others will read."""
    register = service.project.now().register
    about = (taken.standard, taken.revision)
    return tuple(judge_said(register, about, f"{taken.id}.yaml", said, Door.ANSWER))


def _first_digest(comment: Comment, taken: Taken) -> str:
    mark = comment.redacted
    return (mark.original if mark else None) or taken.digest


def _act(
    service: Service,
    who: Who,
    what: str,
    values: Mapping[str, str] | None = None,
    reason: str = "",
) -> Act:
    return Act(what, service.now(), who.name, reason, values or {})


def _bounded(words: str) -> str:
    bare = words.strip()
    if not bare or len(bare) > MOST_WORDS:
        raise ActRefusedError("write between 1 and {most} characters", most=MOST_WORDS)
    return bare
