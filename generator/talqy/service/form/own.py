"""What the author of a comment can do with its key, and nobody else: read, answer, withdraw."""

from collections.abc import Mapping
from dataclasses import dataclass

from talqy.model.problem import Problem
from talqy.service.form.comment_key import is_key
from talqy.service.form.doors import Visit
from talqy.service.form.notices import Notice
from talqy.service.form.posted import PAGE, pairs_of
from talqy.service.parts import Service
from talqy.service.publish.by_author import (
    answer_back,
    answer_problems,
    question_to,
    withdraw,
)
from talqy.service.publish.moving import MOST_WORDS, ActRefusedError
from talqy.service.taken import State, Taken

KEY, DO, SURE, ANSWER = "key", "do", "sure", "answer"
_FIELDS = (KEY, DO, SURE, ANSWER, PAGE)


@dataclass(frozen=True, slots=True)
class DoneByAuthor:
    """What came of it; `told` is what the author alone is told, `typed` what would be lost.

    `problems` are what the judge has against an answer.
    """

    notice: Notice
    told: str = ""
    typed: str = ""
    problems: tuple[Problem, ...] = ()


class OwnComment:
    """Does what an author asks for."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def fields(self, content_type: str, body: bytes) -> Mapping[str, str]:
        """Read what was posted; raise UnreadableError for what is no such form."""
        return {name: text for name, text in pairs_of(body, content_type) if name in _FIELDS}

    def done(self, taken: Taken, fields: Mapping[str, str], visit: Visit) -> DoneByAuthor:
        """Do what is asked for by who has the key."""
        answer = fields.get(ANSWER, "").replace("\r\n", "\n").replace("\r", "\n")
        if visit.is_from_elsewhere:
            return DoneByAuthor(Notice.ASK_HERE)
        if not is_key(fields.get(KEY, ""), taken.key_hash):
            return DoneByAuthor(Notice.WRONG_KEY, typed=answer)
        wanted = fields.get(DO)
        try:
            if wanted == "withdraw":
                return self._withdrawn(taken, is_sure=fields.get(SURE) == "yes")
            return self._answered(taken, answer) if wanted == "answer" else self._read(taken)
        except ActRefusedError:
            return DoneByAuthor(Notice.NOT_SO, typed=answer)

    def _withdrawn(self, taken: Taken, *, is_sure: bool) -> DoneByAuthor:
        if not is_sure:
            return DoneByAuthor(Notice.NOT_SURE)
        is_gone = withdraw(self._service, taken.id).state is State.WITHDRAWN
        return DoneByAuthor(Notice.WITHDRAWN if is_gone else Notice.ALREADY_PUBLIC)

    def _answered(self, taken: Taken, answer: str) -> DoneByAuthor:
        if not answer.strip():
            return DoneByAuthor(Notice.NO_ANSWER, question_to(self._service, taken.id))
        if len(answer.strip()) > MOST_WORDS:
            return DoneByAuthor(Notice.TOO_LONG, typed=answer)
        problems = answer_problems(self._service, taken, answer)
        if any(problem.is_error for problem in problems):
            question = question_to(self._service, taken.id)
            return DoneByAuthor(Notice.LOOK_AT_WORDS, question, answer, problems)
        answer_back(self._service, taken.id, answer)
        return DoneByAuthor(Notice.ANSWERED)

    def _read(self, taken: Taken) -> DoneByAuthor:
        question = question_to(self._service, taken.id)
        return DoneByAuthor(Notice.READ if question else Notice.NOTHING_TOLD, question)
