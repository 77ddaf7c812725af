"""What is said beside a field: what is not there, and what the rules and the judge say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talqy.model.problem import Problem
from talqy.service.desk.answers.typed_answer import Amiss, JudgedAnswers
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.plain_values import plainly_said


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What is said of a field, and what to do; `is_grave`: it cannot stay so.

    `code` is that of the rule, for who looks it up; empty where it is none.
    """

    words: str
    hint: str = ""
    is_grave: bool = True
    code: str = ""


def field_notes(visit: DeskVisit, known: JudgedAnswers | None) -> Mapping[str, Sequence[FieldNote]]:
    """Return what is said of an answer, by the names of its fields; "" is none of them."""
    if known is None:
        return {}
    amiss = {name: [FieldNote(_words(visit, what))] for name, what in known.amiss.items()}
    return amiss | {
        name: [note_of(visit, one) for one in problems] for name, problems in known.problems.items()
    }


def note_of(visit: DeskVisit, problem: Problem) -> FieldNote:
    """Return a problem as it is said on a page."""
    words = plainly_said(visit.edition, problem)
    hint = problem.advised(visit.edition.locale.catalogue.problem)
    return FieldNote(_begun(words), _begun(hint), problem.is_error, problem.code)


def _begun(words: str) -> str:
    """Return a sentence as it begins a line of a page."""
    return words[:1].upper() + words[1:]


def _words(visit: DeskVisit, amiss: Amiss) -> str:
    say = visit.say
    return {
        Amiss.NO_OUTCOME: say("Choose what was decided."),
        Amiss.NO_REASON: say(
            "Write the reason in this language too: the languages are published together."
        ),
        Amiss.NOT_LANDED: say(
            "The comment is accepted: pick the clauses in which the change is, or will be."
        ),
        Amiss.LANDED_UNASKED: say(
            "Clauses are picked, but the comment is not accepted: pick none, or choose another "
            "outcome."
        ),
        Amiss.TWO_TEXTS: say("Pick clauses of one revision only."),
        Amiss.NO_ORIGINAL: say(
            "There is no such comment on this standard. Write the number or the id of the comment "
            "that this one repeats."
        ),
        Amiss.NO_DAY: say("Write the day as year, month and day: 2026-11-30."),
    }[amiss]
