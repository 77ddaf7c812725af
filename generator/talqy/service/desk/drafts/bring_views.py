"""The plan of an import as a page says it: clauses, questions with their answers, what is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from talqy.compare.exact import exact_redline
from talqy.drafts import word_kinds
from talqy.drafts.given_answers import GivenAnswers
from talqy.drafts.plan_outcomes import FATE_WORDS, ClauseOutcome
from talqy.drafts.questions import Answer, TextQuestion
from talqy.drafts.word_import import WordImport
from talqy.language.clause_sayings import plain_clause_name
from talqy.model.problem import Problem
from talqy.service.desk.drafts.brought import Brought
from talqy.service.desk.drafts.controls import FieldChoice
from talqy.service.desk.drafts.in_words import in_words
from talqy.service.desk.file_words import file_words
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.plain_values import with_plain_values

_SHOWN = 90
_COMMANDS = ("--", "talqy ", "YAML", ".yaml")


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of a clause with its marks; its language is empty where it is alike in all."""

    pieces: Sequence[tuple[str, str]]
    language: str = ""
    language_name: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What becomes of a clause, in words; by language the lines that change, with marks."""

    fates: Sequence[str]
    title: str
    place: str
    lines: Sequence[PlanLine]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question: its words, both texts, and how it is answered.

    Without `choices` it is answered in words (`is_free`), or by a sign. `wrong` is an answer that
    answers nothing. `beside` are questions for the same in other languages. Where what changed
    stands above with marks, no texts are shown.
    """

    name: str
    words: str
    advice: str
    was: Sequence[str]
    now: Sequence[str]
    choices: Sequence[FieldChoice]
    is_free: bool
    given: str
    wrong: str
    beside: Sequence["QuestionView"] = ()


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A problem in words, where it stands in the file, and what can be done at the desk."""

    words: str
    advice: str
    place: str


def outcome_view(visit: DeskVisit, brought: Brought, one: ClauseOutcome) -> OutcomeView:
    """Say what becomes of a clause."""
    say = visit.edition.locale.catalogue.problem
    gone, come = list(one.gone), list(one.come)
    if one.numbers:
        was, now = (_spoken(visit, number) or "–" for number in one.numbers)
        gone, come = ([f"№ {was}", *gone], [f"№ {now}", *come]) if was != now else (gone, come)
    locale = visit.edition.locale
    place = (
        file_words(locale, one.place.file, one.place.line) if one.place and one.place.line else ""
    )
    return OutcomeView(
        [say(FATE_WORDS[f]) for f in one.fates],
        _title(visit, brought, one),
        place,
        list(_lines(visit, one, gone, come)),
    )


def _lines(
    visit: DeskVisit, one: ClauseOutcome, gone: Sequence[str], come: Sequence[str]
) -> Iterator[PlanLine]:
    """Yield what goes and comes, language by language, word by word."""
    locale = visit.edition.locale
    spoken = [one.languages.get(line, "") for line in (*gone, *come)]
    for code in dict.fromkeys(spoken):
        sides = (
            "\n".join(line for line in lines if one.languages.get(line, "") == code)
            for lines in (gone, come)
        )
        name = locale.language_name(code) if code else ""
        yield from (PlanLine(line.pieces, code, name) for line in exact_redline(*sides).lines)


def _title(visit: DeskVisit, brought: Brought, one: ClauseOutcome) -> str:
    """Return what a clause is called: by its words in the file, else in the text before it."""
    if one.place is None:
        return called(visit, brought, one.clause)
    return _beginning(visit, one.number or {}, one.words or {}) or one.clause


def _beginning(visit: DeskVisit, number: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Return how a clause of the file begins."""
    said = f"{_spoken(visit, number)} {_spoken(visit, words)}".strip()
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


def called(visit: DeskVisit, brought: Brought, name: str) -> str:
    """Return what a clause of the text before is called, and how one begins that is new."""
    base = brought.target.base
    if base is not None and base.clause(name) is not None:
        return plain_clause_name(visit.edition.locale, base, name)
    return _new_one(visit, brought.going, name) or name


def _new_one(visit: DeskVisit, going: WordImport, name: str) -> str:
    """Return how a clause begins whose id was drawn for the new text; nothing of any other name."""
    for known, one in zip(going.composed().ids, going.plan.decided, strict=True):
        if known == name:
            words = {code: said[0] for code, said in one.passage.words.items() if said}
            return _beginning(visit, one.passage.number, words)
    return ""


def _spoken(visit: DeskVisit, words: Mapping[str, str]) -> str:
    return words.get(visit.language) or next(iter(words.values()), "")


def asked_views(
    visit: DeskVisit,
    brought: Brought,
    questions: Sequence[TextQuestion],
    wrong: Mapping[str, str],
) -> Iterator[QuestionView]:
    """Yield questions with the answers that were given; why something changed is asked once."""
    views = list(_each(visit, brought, questions, wrong))
    pairs = zip((_same(one) for one in questions), views, strict=True)
    for _, alike in groupby(pairs, key=lambda pair: pair[0]):
        first, *others = (view for _, view in alike)
        yield replace(first, beside=others)


def _same(question: TextQuestion) -> str:
    """Return what questions share that are asked together: those why the same clauses changed."""
    is_why = question.problem.kind == word_kinds.REASON_ASKED
    return str(question.problem.values["clauses"]) if is_why else question.id


def _each(
    visit: DeskVisit,
    brought: Brought,
    questions: Sequence[TextQuestion],
    wrong: Mapping[str, str],
) -> Iterator[QuestionView]:
    translate = visit.edition.locale.catalogue.problem
    for one in questions:
        is_above = one.problem.kind in {word_kinds.REASON_ASKED, word_kinds.FACT_LEFT}
        given = brought.going.plan.answers.get(one.id, "")
        yield QuestionView(
            f"answer.{one.id}",
            _in_words(visit, brought, one.problem).said(translate),
            _advice(one.problem.advised(translate)) if not one.choices else "",
            () if is_above else one.was.splitlines(),
            () if is_above else one.now.splitlines(),
            [FieldChoice(c, _answer(visit, brought, c), c == given) for c in one.choices],
            one.is_free,
            wrong.get(one.id, given),
            wrong.get(one.id, ""),
        )


def lost_words(
    visit: DeskVisit, brought: Brought, taken: GivenAnswers
) -> Iterator[tuple[str, str]]:
    """Yield what was typed to questions that are asked no more, with their words."""
    translate = visit.edition.locale.catalogue.problem
    for name, words in taken.lost.items():
        yield _in_words(visit, brought, taken.seen[name].problem).said(translate), words


def _answer(visit: DeskVisit, brought: Brought, choice: str) -> str:
    """Say an answer: what it does, or which clause it names."""
    words = {
        Answer.NEW: visit.say("It is a new clause"),
        Answer.SPLIT: visit.say("It is a part of that clause, split off"),
        Answer.OUT: visit.say("Leave it out"),
        Answer.INSIDE: visit.say("Keep it in the text"),
        Answer.JOINED: visit.say("It was joined"),
        Answer.GONE: visit.say("The clause is taken out"),
        Answer.APART: visit.say("It is a clause of its own"),
        Answer.TABLE: visit.say("It is the table of this clause"),
        Answer.YES: visit.say("Yes"),
        Answer.NO: visit.say("No"),
    }
    if choice in words:
        return words[Answer(choice)]
    return visit.say("It is this one: {clause}", clause=called(visit, brought, choice))


def told_view(visit: DeskVisit, brought: Brought, problem: Problem) -> FileProblem:
    """Say a problem of a file."""
    translate = visit.edition.locale.catalogue.problem
    problem = _in_words(visit, brought, problem)
    place = file_words(visit.edition.locale, problem.file, problem.line)
    return FileProblem(problem.said(translate), _advice(problem.advised(translate)), place)


def _in_words(visit: DeskVisit, brought: Brought, problem: Problem) -> Problem:
    named = in_words(visit.edition.locale, problem, lambda name: called(visit, brought, name))
    return with_plain_values(visit.edition, named)


def _advice(words: str) -> str:
    """Return an advice, unless it is about commands and files, which nobody needs here."""
    return "" if any(one in words for one in _COMMANDS) else words


def tracking_words(visit: DeskVisit, going: WordImport) -> str:
    """Say what the tracked changes of a file prove."""
    tracking = going.tracking
    if tracking is None or going.base is None:
        return ""
    if tracking.is_exact:
        words = "Every change is tracked: with all changes rejected, the file is revision {base}."
        return visit.say(words, base=going.base.revision)
    return "" if tracking.has_any else visit.say("No change is tracked in the file.")
