"""An answer as it was typed into the form, and what is said beside each of its fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from talqy.model.comment import ACCEPTED, Comment, Outcome
from talqy.model.problem import Problem
from talqy.responses.answering import (
    WeighedAnswers,
    answer_languages,
    repeating,
    weighed_answers,
)
from talqy.responses.respond import GivenResponse, retold_with
from talqy.service.desk.answers.landing_places import landed_of, texts_of
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.typed_day import day_typed

SAME, REPEATED = "same", "repeated"
"""How several comments are answered: all with the same words, or the others as duplicates."""
OUTCOME, LANDED, DUPLICATE_OF, BY, ON = "outcome", "landed", "duplicate_of", "by", "on"


def reason_field(language: str) -> str:
    """Return the name of the field of a reason."""
    return f"reason.{language}"


def gist_field(language: str) -> str:
    """Return the name of the field of a comment in short."""
    return f"gist.{language}"


class Amiss(StrEnum):
    """What is not there, or cannot be meant, whatever the rules say."""

    NO_OUTCOME = "no outcome"
    NO_REASON = "no reason"
    NOT_LANDED = "not landed"
    LANDED_UNASKED = "landed, and not accepted"
    TWO_TEXTS = "two texts"
    NO_ORIGINAL = "no original"
    NO_DAY = "no day"


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """What stands in the form; `landed` are clauses with their texts, such as `r3:term`."""

    outcome: str = ""
    reason: Mapping[str, str] | None = None
    gist: Mapping[str, str] | None = None
    landed: Sequence[str] = ()
    duplicate_of: str = ""
    by: str = ""
    on: str = ""
    together: str = SAME

    @classmethod
    def posted(cls, posted: DeskPosted, languages: Iterable[str]) -> "TypedAnswer":
        """Read what was posted."""
        codes = tuple(languages)
        return cls(
            outcome=posted.of(OUTCOME),
            reason={code: posted.of(reason_field(code)).strip() for code in codes},
            gist={code: posted.of(gist_field(code)).strip() for code in codes},
            landed=posted.all(LANDED),
            duplicate_of=posted.of(DUPLICATE_OF).strip(),
            by=posted.of(BY),
            on=posted.of(ON),
            together=posted.of("together") or SAME,
        )

    @classmethod
    def on_file(cls, heard: TextHeard, comments: Sequence[Comment]) -> "TypedAnswer":
        """Return the answer to the first that is there; an empty one where there is none.

        What a comment says in short is there where all of them have the same line.
        """
        response = heard.record.response_to(comments[0].id)
        gist = _shared_gist(heard, comments)
        if response is None:
            today = heard.assessment.today.isoformat()
            return cls(gist=gist, by=heard.record.standard.authority, on=today)
        landed = response.landed
        return cls(
            outcome=response.outcome,
            reason=response.reason,
            gist=gist,
            landed=[f"r{landed.revision}:{name}" for name in landed.clauses] if landed else (),
            duplicate_of=response.duplicate_of or "",
            by=response.decided.by,
            on=response.decided.on.isoformat(),
        )


@dataclass(frozen=True, slots=True)
class JudgedAnswers:
    """Answers that were typed, and what is wrong with them, by the name of the field ("": all)."""

    weighed: WeighedAnswers
    amiss: Mapping[str, Amiss]
    problems: Mapping[str, Sequence[Problem]]

    @property
    def may_stand(self) -> bool:
        """Return whether all may be saved."""
        return not self.amiss and self.weighed.may_stand


def judged(typed: TypedAnswer, heard: TextHeard, comments: Sequence[Comment]) -> JudgedAnswers:
    """Hold an answer to one comment, or to several at once, to the format and to the rules."""
    amiss = dict(_amiss(typed, heard, comments))
    if amiss:
        return JudgedAnswers(WeighedAnswers((), ()), amiss, {})
    given = _given(typed, heard, comments)
    weighed = weighed_answers(given, heard.register, heard.assessment, heard.record)
    languages, notes = heard.register.project.languages, dict[str, dict[str, Problem]]()
    for problem in weighed.problems:  # of several comments the same is said once
        notes.setdefault(field_of(problem, languages), {}).setdefault(problem.said(), problem)
    said = {field: tuple(problems.values()) for field, problems in notes.items()}
    return JudgedAnswers(weighed, {}, said)


def field_of(problem: Problem, languages: Sequence[str]) -> str:
    """Return the name of the field that a problem speaks of; empty where it is none."""
    path = problem.path
    own = path[0] if path else ""
    if own in _BY_LANGUAGE:
        code = path[1] if len(path) > 1 and isinstance(path[1], str) else languages[0]
        return _BY_LANGUAGE[str(own)](code)
    if own == "decided":
        return BY if path[1:2] == ("by",) else ON
    return str(own) if own in {OUTCOME, LANDED, DUPLICATE_OF} else ""


_BY_LANGUAGE = {"reason": reason_field, "gist": gist_field}


def _amiss(
    typed: TypedAnswer, heard: TextHeard, comments: Sequence[Comment]
) -> Iterator[tuple[str, Amiss]]:
    if typed.outcome not in set(Outcome):
        yield OUTCOME, Amiss.NO_OUTCOME
    reason = typed.reason or {}
    for code in answer_languages(heard.register, heard.assessment, heard.record, comments):
        if not reason.get(code):
            yield reason_field(code), Amiss.NO_REASON
    is_accepted = typed.outcome in ACCEPTED
    if is_accepted and not typed.landed:
        yield LANDED, Amiss.NOT_LANDED
    elif typed.landed and typed.outcome and not is_accepted:
        yield LANDED, Amiss.LANDED_UNASKED
    elif len(texts_of(typed.landed)) > 1:
        yield LANDED, Amiss.TWO_TEXTS
    is_repeated = typed.outcome == Outcome.DUPLICATE
    if is_repeated and heard.record.comment(original_of(typed, heard)) is None:
        yield DUPLICATE_OF, Amiss.NO_ORIGINAL
    if typed.on and day_typed(typed.on) is None:
        yield ON, Amiss.NO_DAY


def original_of(typed: TypedAnswer, heard: TextHeard) -> str:
    """Return the id of the comment that is repeated, which is named by its number or its id."""
    return heard.record.comment_named(typed.duplicate_of)


def _given(
    typed: TypedAnswer, heard: TextHeard, comments: Sequence[Comment]
) -> Iterator[GivenResponse]:
    first, *others = comments
    shared = _shared_gist(heard, comments)
    answer = GivenResponse(
        comment=first,
        outcome=typed.outcome,
        reason={code: text for code, text in (typed.reason or {}).items() if text},
        retold=_retold(typed, heard, shared, first),
        by=typed.by or heard.record.standard.authority,
        on=day_typed(typed.on) or heard.assessment.today,
        landed=landed_of(typed.landed) if typed.outcome in ACCEPTED else None,
        duplicate_of=original_of(typed, heard) if typed.outcome == Outcome.DUPLICATE else "",
    )
    yield answer
    for one in others:
        same = replace(answer, comment=one)
        of_one = repeating(answer, one, heard.record) if typed.together == REPEATED else same
        yield replace(of_one, retold=_retold(typed, heard, shared, one))


def _retold(
    typed: TypedAnswer, heard: TextHeard, shared: Mapping[str, str], comment: Comment
) -> dict[str, str]:
    """Return a comment in short: in the languages that it is not in itself, as it was typed.

    A line of its own stays, unless all that are answered have the same.
    """
    own = _gist_on_file(heard, comment)
    given = {
        code: "" if code == comment.language else text
        for code, text in (typed.gist or {}).items()
        if code == comment.language or own.get(code, "") in {"", shared.get(code, "")}
    }
    return retold_with(heard.record, comment, given)


def _shared_gist(heard: TextHeard, comments: Sequence[Comment]) -> dict[str, str]:
    """Return the lines that are there by language: those that all comments in others have."""
    found: dict[str, set[str]] = {}
    for comment in comments:
        on_file = _gist_on_file(heard, comment)
        for code in heard.register.project.languages:
            if code != comment.language:
                found.setdefault(code, set()).add(on_file.get(code, ""))
    return {code: line for code, (line, *others) in found.items() if line and not others}


def _gist_on_file(heard: TextHeard, comment: Comment) -> Mapping[str, str]:
    response = heard.record.response_to(comment.id)
    return (response.gist if response else None) or {}
