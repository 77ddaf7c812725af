"""How to comment on a standard: by mail, on paper, by pull request; and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.forge_links import new_file, web_address
from talqy.model import addresses, paths
from talqy.model.project import Authority
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.counting import CountingView, counting_view
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    hrefs_of,
    page_of,
    stage_view,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipateView:
    """What `participate.html` may use. `mail` and `forge` are empty where a way is not offered."""

    title: Markup
    standard: str
    revision: int
    stage: StageView
    is_open: bool
    counting: CountingView | None
    clauses: tuple[tuple[str, Link, str], ...]
    authority: Markup
    email: str
    mail: str
    address: Markup
    folder: str
    example: str
    forge: str
    new_file: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page that says how to comment on the newest text."""
    here = edition.at(addresses.participate(record.id))
    revision, project = edition.parts(record).newest, edition.register.project
    stage = stage_view(edition, record, revision)
    authority = project.authorities.get(record.standard.authority)
    today = edition.assessment.today.isoformat()
    folder = paths.comments_folder(record.id, revision.revision, today)
    view = ParticipateView(
        title=edition.locale.say(record.standard.title),
        standard=record.id,
        revision=revision.revision,
        stage=stage,
        is_open=stage.is_open,
        counting=counting_view(edition, revision, edition.standing(record, revision)),
        clauses=tuple(
            (
                clause.id,
                Link(
                    clause_name(edition.locale, revision, clause.id),
                    here.to(edition.path_of(record, revision), clause.id),
                ),
                _mail(edition, record, revision, authority, clause.id),
            )
            for clause in revision.walk()
        ),
        authority=edition.authority(record.standard.authority, short=False),
        email=(authority.email or "") if authority else "",
        mail=_mail(edition, record, revision, authority, None),
        address=edition.locale.say(authority.address) if authority else Markup(),
        folder=folder,
        example=_example(edition, record, revision),
        forge=web_address(project.forge.url),
        new_file=new_file(project.forge, folder),
        hrefs={**hrefs_of(here, record), "personal_data": here.to(addresses.PERSONAL_DATA)},
    )
    yield page_of(
        edition,
        here,
        record,
        name=edition.locale.words("How to comment"),
        content=edition.render("participate.html", view),
        section="how",
    )


def _mail(
    edition: Edition,
    record: Record,
    revision: Revision,
    authority: Authority | None,
    clause: str | None,
) -> str:
    """Address a message: short, because mail programs cut what is longer than about 2,000 bytes."""
    if authority is None or not authority.email:
        return ""
    about = f"{record.id} r{revision.revision} {clause or 'whole'}"
    subject = edition.locale.words("Comment on the draft: {about}", about=about)
    return f"mailto:{quote(authority.email, safe='@.+-')}?subject={quote(subject)}"


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
        'consent: "1"',
    ]
    return "\n".join(lines)
