"""`talqy export text`: a text as a Word file or a PDF, or as XML for legal databases."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.export_law import AKOMA_NTOSO, hand_out
from talqy.cli.running import (
    argument,
    command,
    deliver,
    draft_option,
    file_option,
    option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.speech import WrongUseError
from talqy.cli.texts import BOTH, named_record, named_text, spoken_editions, surveyed
from talqy.data.akn.text import text_for_law
from talqy.drafts.copy_table_writer import rows_beside
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import copies, printed, require_words, written
from talqy.language.edition import Edition
from talqy.language.screen import on_screen
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import Stage
from talqy.office.marked_text import in_lines
from talqy.project.attached import pictures_of
from talqy.project.write import Deliver


@command()
@argument("standard")
@argument("revision")
@project_option
@today_option
@option(
    "--language",
    metavar="CODE",
    default=BOTH,
    show_default=True,
    help="One language of the project, or both: all of them.",
)
@option(
    "--format",
    "form",
    type=click.Choice(("docx", "pdf", AKOMA_NTOSO)),
    default="docx",
    show_default=True,
    help="A document for Word, a PDF that lasts, or Akoma Ntoso 3.0 (XML) for legal databases.",
)
@option("--to-edit", is_flag=True, help="The working copy, with codes, to come back.")
@option("--changes", metavar="OLDER", help="A text, such as r1: what changed since, tracked.")
@option("--comments", is_flag=True, help="What people said of the text, in the margin.")
@file_option("The file to write [default: one here, named after the standard and the revision].")
@replace_option
@draft_option
def text(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    language: str,
    form: str,
    to_edit: bool,  # noqa: FBT001
    changes: str | None,
    comments: bool,  # noqa: FBT001
    file: Path | None,
    replace: bool,  # noqa: FBT001
    draft: bool,  # noqa: FBT001
) -> int:
    """Write a text for Word, as PDF, or for legal databases.

    It is written for signature, each language in a file of its own; or with --to-edit as a working
    copy, all languages side by side. REVISION is such as r2, or in-force. Accepting all tracked
    changes gives this text, rejecting them the older one.
    """
    _refuse_of_word(form, is_worked_on=to_edit or comments, is_changed=changes is not None)
    state = surveyed(root, today)
    url = state.known[0].site_url if form == AKOMA_NTOSO else None
    editions = spoken_editions(site(root, state, url or "").editions, language, BOTH)
    record = named_record(editions[0].register, standard)
    state.require_whole_record(record.id)
    on = editions[0].assessment.today
    newer = named_text(record, revision, on)
    older = named_text(record, changes, on) if changes else None
    if older is newer:
        raise WrongUseError("name two different revisions")
    if form == AKOMA_NTOSO:
        files = _for_law(editions, record, newer)
        hand_out(files, f"{record.id}-r{newer.revision}", file, replaces=replace, is_draft=draft)
        return 0
    pictures = pictures_of(root, record, (newer, older or newer))
    is_open = editions[0].standing(record, newer).stage is Stage.PREPARING
    unit, locales = editions[0].register.project.fee_unit, [one.locale for one in editions]
    made = list(
        copies(
            editions,
            record,
            newer,
            older,
            is_to_edit=to_edit,
            is_noted=comments,
            pictures=pictures,
            tables=rows_beside(locales, record, newer, unit, is_open=is_open),
        )
    )
    for copy in () if to_edit else made:
        require_words(copy)
    named = list(zip(made, _targets(made, file, form), strict=True))
    if draft:
        for copy, target in named:
            click.echo("\n".join([f"--- {target}", *in_lines(copy.blocks()), *_margin(copy)]))
        return 0
    made_of = printed if form == "pdf" else written
    deliver(*(Deliver(target, made_of(copy), replaces=replace) for copy, target in named))
    return 0


def _refuse_of_word(form: str, *, is_worked_on: bool, is_changed: bool) -> None:
    """Refuse what only a Word file can hold."""
    if form == "pdf" and is_worked_on:
        raise WrongUseError("a PDF is not worked on: --to-edit and --comments are for Word")
    if form == AKOMA_NTOSO and (is_worked_on or is_changed):
        raise WrongUseError(
            "Akoma Ntoso has the text as it is; leave out --to-edit, --changes and --comments"
        )


def _for_law(editions: Sequence[Edition], record: Record, text: Revision) -> Mapping[str, bytes]:
    """Return the files of a text for legal databases by language, as the site offers them."""
    files = dict(text_for_law([one.still(record) for one in editions], record, text))
    if not files:
        language, number = editions[0].code, text.revision
        raise WrongUseError(
            "r{revision} has no words in “{language}”", revision=number, language=language
        )
    return files


def _margin(copy: TextCopy) -> Iterator[str]:
    """Yield what stands in the margin, a paragraph for each note."""
    for note in copy.margin.notes:
        yield from map(on_screen, ("", f"[{note.author}]", *note.lines))


def _targets(made: list[TextCopy], file: Path | None, form: str) -> Iterator[str]:
    """Yield the name of each file; several have their language before the ending."""
    for copy in made:
        if file is not None and len(made) == 1:
            yield file.as_posix()
            continue
        code = copy.languages[0] if len(copy.languages) == 1 else BOTH
        changes = f"-changes-r{copy.older.revision}" if copy.older else ""
        work = "-to-edit" if copy.is_to_edit else ""
        noted = "-comments" if copy.is_noted else ""
        stem = Path(f"{copy.record.id}-r{copy.text.revision}{changes}{work}{noted}")
        named = file.with_suffix("") if file else stem
        yield f"{named.as_posix()}.{code}.{form}"
