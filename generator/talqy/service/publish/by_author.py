"""What the author of a comment can still do with it; whoever calls these has seen the key."""

from talqy.comments.doors import Door
from talqy.comments.official import judge_said
from talqy.model.problem import Problem
from talqy.service.parts import Service
from talqy.service.publish.moving import bounded, found, not_so
from talqy.service.taken import NOT_YET_SENT, SENT, Act, ActName, By, State, Taken


def withdraw(service: Service, comment: str) -> Taken:
    """Carry out the author's wish to withdraw a comment.

    What has gone out already is public: the wish is noted, and the authority answers it in public.
    """
    act = Act(ActName.WITHDRAWN, service.now(), By.AUTHOR)
    if service.store.move(comment, NOT_YET_SENT, State.WITHDRAWN, act):
        return found(service, comment)
    taken = found(service, comment)
    if taken.state in SENT:
        service.store.note(Act(ActName.WISH_TO_WITHDRAW, service.now(), By.AUTHOR), comment)
    elif taken.state is not State.WITHDRAWN:
        raise not_so(taken)
    return taken


def honour_wishes(service: Service) -> None:
    """Withdraw what came back into the queue after its author had asked for that."""
    act = Act(ActName.WITHDRAWN, service.now(), By.AUTHOR)
    for comment in service.store.noted(ActName.WISH_TO_WITHDRAW, NOT_YET_SENT):
        service.store.move(comment, NOT_YET_SENT, State.WITHDRAWN, act)


def answer_back(service: Service, comment: str, words: str) -> Taken:
    """Take the author's answer to a question; an official looks at it anew."""
    act = Act(ActName.ANSWERED_BACK, service.now(), By.AUTHOR, values={"answer": bounded(words)})
    if not service.store.move(comment, (State.ASKED_BACK,), State.RECEIVED, act):
        raise not_so(found(service, comment))  # else a second answer would be lost
    return found(service, comment)


def answer_problems(service: Service, taken: Taken, words: str) -> tuple[Problem, ...]:
    """Return what the judge of comments says of an answer: it is kept, and officials read it."""
    register = service.project.now().register
    about, said = (taken.standard, taken.revision), {"answer": words}
    return tuple(judge_said(register, about, "answer", said, Door.FORM))


def question_to(service: Service, comment: str) -> str:
    """Return what the author was asked last; empty where nothing was."""
    asked = [line.act.values.get("question", "") for line in service.store.log_of(comment)]
    return next(filter(None, reversed(asked)), "")
