"""`talqy draft import`: a text written in Word becomes the next revision, or a new standard."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from talqy.cli.codes import CodeType
from talqy.cli.draft_left import show_left, show_told
from talqy.cli.draft_onto import KEPT, put_onto_now, refuse_both_changed, tell_earlier
from talqy.cli.draft_questions import ask, ask_what_is_known, question_file, take_answers
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
from talqy.cli.texts import (
    by_language,
    is_on_terminal,
    named_record,
    named_revision,
    successor,
    successor_option,
    surveyed,
    unknown_language,
)
from talqy.cli.words import FilePath
from talqy.drafts.composing import Composed
from talqy.drafts.earlier_text import EarlierText, earlier_text
from talqy.drafts.new_texts import newest_living
from talqy.drafts.opened_import import OpenedImport
from talqy.drafts.word_files import WordFiles, read_files, stamped_revision, stamped_standard
from talqy.drafts.word_import import WordImport
from talqy.intake.importing import MOST_BYTES
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision, RevisionKind
from talqy.project.git import is_repository
from talqy.project.shipped_files import folders
from talqy.project.survey import ProjectState
from talqy.project.write import Deliver, Step


def _opened(  # noqa: PLR0913, PLR0917 - what is named on the command line
    root: Path,
    state: ProjectState,
    files: Sequence[Path],
    standard: str | None,
    new_id: str | None,
    base: str | None,
    *,
    update: bool,
) -> tuple[OpenedImport, EarlierText | None]:
    """Return the import of files, and the earlier wording that they were made of, if any."""
    if standard and new_id:
        raise WrongUseError("name either --standard or --new, not both")
    register, assessment = state.known
    read = read_files(list(map(_held, files)))
    if not (standard or new_id):
        # What cannot be read does not say whose text it is.
        _refuse([problem for _, views in read for problem in views.problems])
    record = None if new_id else _record_of(register, standard, read)
    start = _base_of(record, base, read) if record else None
    earlier = None
    if update and record and start:
        earlier = earlier_text(root, register, record, start, read)
    if earlier is None:
        return OpenedImport(root, register, assessment, read, record, start), None
    then = earlier.record, earlier.text, earlier.files, earlier.now
    return OpenedImport(root, register, assessment, read, *then), earlier


def _held(file: Path) -> tuple[str, bytes]:
    with file.open("rb") as stream:
        return file.name, stream.read(MOST_BYTES + 1)


def _record_of(register: Register, standard: str | None, files: WordFiles) -> Record:
    """Return the standard that is named, or else that of the files."""
    named = standard or stamped_standard(files)
    if not named:
        raise WrongUseError(
            "name the standard with --standard, or a new one with --new; the file does not say "
            "whose text it is"
        )
    return named_record(register, named)


def _base_of(record: Record, named: str | None, files: WordFiles) -> Revision:
    """Return the text that is named, or else that of the files, or the newest one."""
    if named:
        return named_revision(record, named)
    stamped = stamped_revision(files, record.id)
    return named_revision(record, f"r{stamped}") if stamped else newest_living(record)


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
@option(
    "--keep",
    type=click.Choice(list(KEPT)),
    help="With --update: which of two versions stays where the file and what was changed here "
    "since it was made say two things.",
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
    keep: str | None,
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
    state, files = surveyed(root, today), [one for one in (file, second) if one]
    opened, earlier = _opened(root, state, files, standard, new_id, base, update=update)
    going = _going(opened, text_languages, update=update, is_named=base is not None)
    tell_earlier(earlier, keep)
    _refuse(take_answers(answers_file, going, is_for_plan=bool(plan_file)))
    if plan_file:
        return _ask_in_file(going, plan_file, folders(root, "office"), replace=replace)
    if not _is_answered(going):
        return 1
    refuse_both_changed(opened, earlier, going, keep)
    made = _with_more(going)
    if opened.record:
        steps = _steps(opened, going, made, kind, takes_its_place)
    else:
        said = {**going.beside.fields, **_titled(titles, opened.languages)}
        steps = opened.standard(new_id or "", made, authority, life_event, said)
    if going.base and not steps:
        show_told(list(going.told(made)))
        tell("the file says what r{base} says; nothing was written", base=going.base.revision)
        return 0
    _refuse(going.faults_in(steps[-1]))
    if earlier and not (steps := put_onto_now(root, state, earlier, steps, keep)):
        tell("all that the file changes is here already; nothing was written")
        return 0
    carry_out(steps, root, draft=draft)
    show_left(
        list(going.told(made)),
        state.problems,
        state.problems if draft else surveyed(root, today).problems,
        base=opened.base_path,
        file="" if draft else steps[-1].path,
    )
    return 0


def _going(
    opened: OpenedImport, said: Sequence[str], *, update: bool, is_named: bool
) -> WordImport:
    """Return the import of files that can be taken; `said` are their languages."""
    for code in said:
        if code not in opened.languages:
            raise unknown_language(code, opened.languages)
    going = opened.going(said, speech().locale(opened.register.codes), update=update)
    is_sought = update and is_repository(opened.root)
    faults = opened.faults(is_named=is_named, is_sought=is_sought)
    _refuse([*faults, *going.problems])
    return going


def _steps(
    opened: OpenedImport, going: WordImport, made: Composed, kind: str, instead: str | None
) -> Sequence[Step]:
    """Return the files that change; what takes the place of a repealed standard may be asked."""
    takes = ""
    if opened.record and opened.is_next(going, made):
        asks = is_on_terminal()
        takes = successor(opened.register, opened.record, kind, instead, asks=asks)
    return opened.steps(going, made, RevisionKind(kind), takes)


def _titled(titles: Sequence[str], languages: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    return {"title": by_language("--title", titles, languages)} if titles else {}


def _ask_in_file(going: WordImport, file: Path, layouts: Sequence[Path], *, replace: bool) -> int:
    show_plan(going, going.composed())
    content = question_file(file, going.questions, going.plan.answers, layouts)
    deliver(Deliver(file.as_posix(), content, replaces=replace))
    tell("questions: {count}", count=len(going.questions))
    return 0


def _with_more(going: WordImport) -> Composed:
    """Show the plan; ask on a terminal for what may stay open; return the text with the facts.

    What stands beside the text is judged first.
    """
    _refuse(going.plan.problems)
    made = going.composed()
    show_plan(going, made)
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
