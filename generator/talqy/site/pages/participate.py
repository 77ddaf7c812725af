"""How to comment on a standard: the form, mail, paper, a file; until when, and what comes then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.forge_links import new_file, web_address
from talqy.model import addresses, paths
from talqy.model.comment import CONSENT, WHOLE
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.blank_letter import BlankLine, blank_letter
from talqy.site.pages.comment_form import (
    CommentFormView,
    comment_form_view,
    ready_mail,
)
from talqy.site.pages.counting import CountingView, PostingView, counting_view
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    hrefs_of,
    page_of,
    stage_view,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipateView:
    """What `participate.html` may use.

    `clauses` are ids, names and the addresses of ready letters; `whole` is that of one about the
    text as a whole; all are empty where nobody takes letters. `portals` are the postings of the
    draft on portals of the state; `answers_due` is the last day of the report. `blank` is a letter
    to fill in by hand, and `kinds` are the words for the kind of a comment in a letter.
    """

    title: Markup
    stage: StageView
    is_open: bool
    form: CommentFormView
    portals: tuple[PostingView, ...]
    answers_due: date | None
    counting: CountingView | None
    clauses: tuple[tuple[str, Link, str], ...]
    whole: str
    kinds: BlankLine
    blank: tuple[BlankLine, ...]
    has_files: bool
    script: str
    hrefs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFileView:
    """What `comment_file.html` may use: where the file of a comment goes, and an example of one.

    `day` stands in folder and example; where the site speaks of no day of its own, a script puts
    that of the device in its place, in the `timezone` of the project. `forge` and `new_file` are
    empty where the forge has no such page.
    """

    title: Markup
    form: CommentFormView
    folder: str
    example: str
    forge: str
    new_file: str
    day: date
    is_of_fixed_day: bool
    timezone: str
    script: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page that says how to comment on the newest text, and that of its file."""
    revision = edition.parts(record).newest
    form = comment_form_view(edition, record, revision)
    here = edition.at(addresses.participate(record.id))
    yield page_of(
        edition,
        here,
        record,
        name=edition.locale.words("How to comment"),
        content=edition.render("participate.html", _view(edition, here, record, revision, form)),
        section="how",
    )
    file = edition.at(addresses.comment_as_file(record.id))
    has_forge = web_address(edition.register.project.forge.url)
    if has_forge and stage_view(edition, record, revision).is_open:
        yield page_of(
            edition,
            file,
            record,
            name=edition.locale.words("A comment as a file"),
            content=edition.render(
                "comment_file.html", _file_view(edition, file, record, revision, form)
            ),
            section="how",
        )


def _view(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    revision: Revision,
    form: CommentFormView,
) -> ParticipateView:
    project = edition.register.project
    authority = project.authorities.get(record.standard.authority)
    standing = edition.standing(record, revision)
    stage = stage_view(edition, record, revision)
    counting = counting_view(edition, revision, standing)
    blank = tuple(blank_letter(edition, form))
    return ParticipateView(
        title=edition.short_title(record),
        stage=stage,
        is_open=stage.is_open,
        form=form,
        portals=tuple(one for one in counting.posted if one.url) if counting else (),
        answers_due=standing.report.answers_due,
        counting=counting,
        clauses=tuple(
            (
                clause.id,
                Link(
                    clause_name(edition.locale, revision, clause.id),
                    here.to(edition.path_of(record, revision), clause.id),
                ),
                ready_mail(edition, record, revision, authority, clause.id),
            )
            for clause in revision.walk()
        ),
        kinds=next(line for line in blank if line.name == "kind"),
        blank=blank,
        whole=ready_mail(edition, record, revision, authority, WHOLE),
        has_files=bool(web_address(project.forge.url)),
        script=here.root("assets/comment.js"),
        hrefs={
            **hrefs_of(edition, here, record),
            "personal_data": here.to(addresses.PERSONAL_DATA),
            "not_mine": here.to(addresses.NOT_MINE),
            "file": here.to(addresses.comment_as_file(record.id)),
        },
    )


def _file_view(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    revision: Revision,
    form: CommentFormView,
) -> CommentFileView:
    forge = edition.register.project.forge
    today = edition.assessment.today
    folder = paths.comments_folder(record.id, revision.revision, today.isoformat())
    return CommentFileView(
        title=edition.short_title(record),
        form=form,
        folder=folder,
        example=_example(edition, record, revision),
        forge=web_address(forge.url),
        new_file=new_file(forge, folder),
        day=today,
        is_of_fixed_day=edition.register.project.today is not None,
        timezone=edition.register.project.timezone,
        script=here.root("assets/comment.js"),
        hrefs=hrefs_of(edition, here, record),
    )


def _example(edition: Edition, record: Record, revision: Revision) -> str:
    """Show a comment's file; the person writes their own words and draws their own id."""
    words, first = edition.locale.words, next(revision.walk()).id
    draw = words("…ten characters of 0–9 and a–z, drawn at random…")
    name, text = words("…your name, or nothing…"), words("…your comment…")
    proposal = words("…the wording that you ask for, if any…")
    lines = [
        "schema: 1",
        f"id: {draw}",
        f"standard: {record.id}",
        f"revision: {revision.revision}",
        f"clause: {first}",
        f"language: {edition.code}",
        "kind: change                # support, change, objection, question",
        f'received: "{edition.assessment.today}"',
        "channel: pull-request",
        f'author: {{kind: individual, name: "{name}"}}',
        "text: |-",
        f"  {text}",
        "proposal: |-",
        f"  {proposal}",
        f'consent: "{CONSENT}"',
    ]
    return "\n".join(lines)
