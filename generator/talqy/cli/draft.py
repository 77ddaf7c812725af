"""`talqy draft import`: a text written in Word becomes the next revision, or a new standard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from talqy.cli.codes import CodeType
from talqy.cli.draft_files import (
    WordFiles,
    base_of,
    known_of,
    read_files,
    record_of,
    stamp_faults,
    taken_ids,
)
from talqy.cli.draft_left import show_left, show_told
from talqy.cli.draft_questions import ask, ask_what_is_known, question_file, read_answers
from talqy.cli.draft_shown import show_plan, show_questions
from talqy.cli.problems import formatted
from talqy.cli.running import (
    alone,
    argument,
    carry_out,
    deliver,
    draft_option,
    group,
    option,
    project_option,
    today_option,
)
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.surveyed import surveyed
from talqy.cli.texts import by_language, is_on_terminal, successor, successor_option
from talqy.cli.words import FilePath
from talqy.drafts.composing import Composed
from talqy.drafts.new_texts import standard_plan, standard_update
from talqy.drafts.word_import import WordImport
from talqy.language.fact_words import FactContext
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import Assessment, Stage
from talqy.project.files import text_of
from talqy.project.shipped_files import folders
from talqy.project.write import Create, Deliver, Step


@dataclass(frozen=True, slots=True)
class _Opened:
    """The files, and the text that they come from; a new standard has no record."""

    register: Register
    assessment: Assessment
    files: WordFiles
    record: Record | None
    base: Revision | None
    problems: Sequence[Problem]

    @property
    def base_path(self) -> str:
        """The file of the text that they come from; "" of none."""
        if self.record is None or self.base is None:
            return ""
        return paths.revision_file(self.record.id, self.base.revision)

    def going(self, root: Path, languages: Sequence[str], *, update: bool) -> WordImport:
        """Return the import of these files: an update is of a text in preparation."""
        if update:
            self._require_preparing()
        base_file = text_of(root / self.base_path) if self.base_path else ""
        known = known_of(root, self.register, self.record, self.base, languages, len(self.files))
        codes, unit = self.register.codes, self.register.project.fee_unit
        said = FactContext(speech().locale(codes), unit, self.assessment.today.year)
        taken, record = taken_ids(self.record), self.record
        return WordImport(self.files, known, codes, base_file, taken, said, record, update)

    def _require_preparing(self) -> None:
        """Refuse to change a text whose discussion was announced, or that has an act."""
        if self.record is None or self.base is None:
            return
        if self.assessment.of(self.record.id, self.base.revision).stage is not Stage.PREPARING:
            raise WrongUseError(
                "r{revision} is not in preparation any more; leave out --update, and the next "
                "revision is written",
                revision=self.base.revision,
            )

    def faults(self, *, is_named: bool) -> Sequence[Problem]:
        """Return what is wrong with the stamps of the files."""
        if self.record is None or self.base is None:
            return ()
        return list(stamp_faults(self.record, self.base, self.files, is_named=is_named))

    def steps(
        self, root: Path, going: WordImport, made: Composed, kind: str, instead: str | None
    ) -> Sequence[Step]:
        """Return the files that change: the next revision, or this one while it is in preparation.

        `instead` is the standard that takes the place of one that is repealed, if somebody said it.
        What the standard is called is changed in its own file.
        """
        assert self.record is not None  # noqa: S101 - who asks has one
        assert self.base is not None  # noqa: S101
        if going.is_update:
            step: Step = going.update_step(made)
            found = [step] if step.text != going.base_file else []
        elif made.changes_anything(self.base):
            step = going.revision_step(
                made,
                kind=RevisionKind(kind),
                dated=self.assessment.today,
                successor=successor(
                    self.register, self.record, kind, instead, asks=is_on_terminal()
                ),
            )
            found = [step]
        else:
            return ()
        own = text_of(root / paths.standard_file(self.record.id))
        named = standard_update(self.record, own, going.beside.fields, self.languages)
        return [*([named] if named.text != own else []), *found]

    @property
    def languages(self) -> Sequence[str]:
        """The languages of the project."""
        return self.register.project.languages

    def standard(
        self,
        name: str,
        made: Composed,
        authority: str | None,
        life_event: str,
        said: Mapping[str, Mapping[str, str]],
    ) -> Sequence[Create]:
        """Return the files of a new standard."""
        return standard_plan(
            name,
            self.register,
            said=said,
            authority=authority or next(iter(self.register.project.authorities)),
            life_event=life_event,
            dated=self.assessment.today,
            clauses=made.clauses,
        )


def _opened(  # noqa: PLR0913, PLR0917 - what is named on the command line
    root: Path,
    today: date | None,
    files: Sequence[Path],
    standard: str | None,
    new_id: str | None,
    base: str | None,
) -> _Opened:
    state = surveyed(root, today)
    register, assessment = state.known
    read = read_files(files)
    if not (standard or new_id):
        # What cannot be read does not say whose text it is.
        _refuse([problem for _, views in read for problem in views.problems])
    record = None if new_id else record_of(register, standard, read)
    start = base_of(record, base, read) if record else None
    return _Opened(register, assessment, read, record, start, state.problems)


@group
def draft() -> None:
    """Take in a draft: from Word, from a saved page or from a PDF."""


@draft.command("import")
@argument("file", type=FilePath(exists=True, dir_okay=False, path_type=Path))
@argument(
    "second",
    type=FilePath(exists=True, dir_okay=False, path_type=Path),
    required=False,
    metavar="[SECOND]",
)
@option("--standard", metavar="ID", help="The standard [default: that which the file names].")
@option("--new", "new_id", metavar="ID", help="Begin a new standard with this text.")
@option(
    "--base",
    metavar="rN",
    help="The text that it starts from [default: that of the file, else the newest one that was "
    "not withdrawn].",
)
@option(
    "--kind",
    type=CodeType("revision-kind", [kind for kind in RevisionKind if kind is not RevisionKind.NEW]),
    default=RevisionKind.AMENDMENT.value,
    show_default=True,
    help="What the new draft does with the text that it starts from.",
)
@successor_option
@option(
    "--text-language",
    "text_languages",
    metavar="CODE",
    multiple=True,
    help="Language of a file in one language, once for each file [default: told by its words].",
)
@option(
    "--title",
    "titles",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="The title of a new standard; once for each language.",
)
@option("--authority", metavar="ID", help="Who develops a new standard [default: the first one].")
@option(
    "--life-event",
    metavar="CODE",
    default="documents",
    show_default=True,
    help="The life event of a new standard, such as family.",
)
@option(
    "--update",
    is_flag=True,
    help="Change the text that the file was made from, while it is in preparation "
    "[default: write the next one].",
)
@option(
    "--plan",
    "plan_file",
    type=FilePath(dir_okay=False, path_type=Path),
    help="Write the questions into this file (.yaml or .xlsx), and nothing else.",
)
@option(
    "--answers",
    "answers_file",
    type=FilePath(exists=True, dir_okay=False, path_type=Path),
    help="The file of questions, with its answers.",
)
@option("--replace", is_flag=True, help="Write the file of questions even if it is there already.")
@project_option
@today_option
@draft_option
@alone
def import_text(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path,
    second: Path | None,
    standard: str | None,
    new_id: str | None,
    base: str | None,
    kind: str,
    takes_its_place: str | None,
    text_languages: tuple[str, ...],
    titles: tuple[str, ...],
    authority: str | None,
    life_event: str,
    update: bool,  # noqa: FBT001
    plan_file: Path | None,
    answers_file: Path | None,
    replace: bool,  # noqa: FBT001
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Make the next revision out of a text from Word, a saved page or a PDF.

    FILE is the working copy, or any text with numbered clauses, as .docx, .html or .pdf; SECOND is
    the same text in the other language, if each has a file of its own. What became of each clause
    is shown first. What is not plain is asked on a terminal, or through files (--plan, --answers).
    """
    if standard and new_id:
        raise WrongUseError("name either --standard or --new, not both")
    opened = _opened(root, today, [one for one in (file, second) if one], standard, new_id, base)
    going = opened.going(root, text_languages, update=update)
    _refuse([*opened.faults(is_named=base is not None), *going.problems])
    if answers_file:
        _answer(going, answers_file)
    if plan_file:
        return _ask_in_file(going, plan_file, folders(root, "office"), replace=replace)
    if not _is_answered(going):
        return 1
    _refuse(going.plan.problems)
    made = going.composed()
    show_plan(going, made)
    made = _with_more(going, made)
    if opened.record:
        steps = opened.steps(root, going, made, kind, takes_its_place)
    else:
        said = {**going.beside.fields, **_titled(titles, opened.languages)}
        steps = opened.standard(new_id or "", made, authority, life_event, said)
    if going.base and not steps:
        show_told(list(going.told(made)))
        tell("the file says what r{base} says; nothing was written", base=going.base.revision)
        return 0
    _refuse(going.faults_in(steps[-1]))
    carry_out(steps, root, draft=draft)
    show_left(
        list(going.told(made)),
        opened.problems,
        opened.problems if draft else surveyed(root, today).problems,
        base=opened.base_path,
        file="" if draft else steps[-1].path,
    )
    return 0


def _titled(titles: Sequence[str], languages: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    return {"title": by_language("--title", titles, languages)} if titles else {}


def _answer(going: WordImport, file: Path) -> None:
    answers, wrong = read_answers(file, going.questions)
    _refuse(wrong)
    going.answer(answers)


def _ask_in_file(going: WordImport, file: Path, layouts: Sequence[Path], *, replace: bool) -> int:
    show_plan(going, going.composed())
    content = question_file(file, going.questions, going.plan.answers, layouts)
    deliver(Deliver(file.as_posix(), content, replaces=replace))
    tell("questions: {count}", count=len(going.questions))
    return 0


def _with_more(going: WordImport, made: Composed) -> Composed:
    """Ask on a terminal for what may stay open: facts, reasons; return the text with the facts.

    What stands beside the text is judged first.
    """
    _refuse(list(going.beside.faults(made)))
    asked = (*going.proposed, *going.unexplained)
    if not (asked and is_on_terminal()):
        return made
    going.answer(ask_what_is_known(asked))
    return going.composed()


def _is_answered(going: WordImport) -> bool:
    """Ask on a terminal what is still open; elsewhere show it, and say how it is answered."""
    if not going.plan.open:
        return True
    if is_on_terminal():
        show_plan(going, going.composed())
        going.answer(ask(going.plan.open))
        return True
    show_plan(going, going.composed())
    show_questions(going)
    tell(
        "nothing was written: questions are open. Write them into a file (--plan {file}), fill in "
        "its answers, and import with --answers {file}",
        file="questions.yaml",
        err=True,
    )
    return False


def _refuse(problems: Sequence[Problem]) -> None:
    """End the run where something keeps the text from being taken, and say all of it."""
    if problems:
        click.echo(formatted(problems, "text", speech().translate), err=True)
        tell("nothing was written", err=True)
        raise click.exceptions.Exit(1)
