"""The comments on a standard: by revision and clause, each with what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.corrections import CorrectionView, corrections_of_answer
from talqy.language.edition import Edition, SitePage
from talqy.language.forge_links import file_page
from talqy.language.late import LateView, late_answer_view, late_view, late_views
from talqy.language.locale import escaped_paragraphs
from talqy.language.sayings import (
    author_kind,
    outcome_name,
    outcome_of,
    revision_name,
    revision_number,
)
from talqy.law.periods import is_late
from talqy.model import addresses
from talqy.model.addresses import PagePath
from talqy.model.comment import After, Comment, Response
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.report import report_link
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    hrefs_of,
    page_of,
    stage_view,
)
from talqy.site.pages.traces import ProposalView, TraceView, latest, proposal_view, trace_view
from talqy.site.receipts import ReceiptView, receipt_view


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """The authority's answer."""

    authority: Markup
    on: date
    reason: Markup
    landed: tuple[Link, ...]
    promised: str
    duplicate_of: Link | None
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """One comment, in its author's language; `outcome` is a code, empty while there is none.

    `digest` is that of the file as it was given, `file` leads to it on the forge; `receipt` is
    nothing while the comment has no register number.
    """

    id: str
    anchor: str
    number: str
    outcome: str
    outcome_name: str
    kind: str
    author: str
    name: str
    channel: str
    received: date
    language: str
    language_name: str
    quote: Markup
    text: Markup
    proposal: Markup
    after: bool
    reply_to: Link | None
    redacted: Markup
    late: LateView | None
    answer_late: LateView | None
    dated: str
    is_withdrawn: bool
    digest: str
    receipt: ReceiptView | None
    file: str
    trace: TraceView | None
    wording: ProposalView | None
    response: ResponseView | None


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """The comments on one clause."""

    anchor: str
    clause: Link | None
    name: Markup | str
    comments: tuple[CommentView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """The comments on one revision; those that came late stand apart."""

    revision: int
    anchor: str
    kind: str
    name: str
    stage: StageView
    href: str
    report: Link | None
    tally: tuple[tuple[str, int, str], ...]
    entered_late: tuple[LateView, ...]
    groups: tuple[ClauseGroup, ...]
    late: tuple[CommentView, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsView:
    """What `comments.html` may use."""

    title: Markup
    discussions: tuple[Discussion, ...]
    has_comments: bool
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of all comments on a standard."""
    here = edition.at(addresses.comments(record.id))
    discussed = [
        revision
        for revision in reversed(record.revisions)
        if revision.consultation or record.comments_on(revision.revision)
    ]
    view = CommentsView(
        title=edition.locale.say(record.standard.title),
        discussions=tuple(_discussion(edition, here, record, r) for r in discussed),
        has_comments=bool(record.comments),
        hrefs=hrefs_of(here, record),
    )
    yield page_of(
        edition,
        here,
        record,
        name=edition.locale.words("Comments and answers"),
        content=edition.render("comments.html", view),
    )


def _discussion(edition: Edition, here: PagePath, record: Record, revision: Revision) -> Discussion:
    comments = record.comments_on(revision.revision)
    talk = revision.consultation
    late = [comment for comment in comments if is_late(comment.received, talk)]
    timely = [comment for comment in comments if not is_late(comment.received, talk)]
    views = _CommentViews(edition, here, record)
    return Discussion(
        revision=revision.revision,
        anchor=f"r{revision.revision}",
        kind=edition.locale.coded("revision-kind", revision.kind),
        name=revision_name(edition.locale, revision),
        stage=stage_view(edition, record, revision),
        href=here.to(addresses.revision(record.id, revision.revision)),
        report=report_link(edition, here, record, revision),
        tally=tally_rows(edition, record, revision.revision),
        entered_late=late_views(edition.locale, record.history, revision.revision),
        groups=tuple(views.groups(revision, timely)),
        late=tuple(views.view(comment) for comment in late),
        is_empty=not comments,
    )


def tally_rows(edition: Edition, record: Record, revision: int) -> tuple[tuple[str, int, str], ...]:
    """Count a discussion: name, count and code; the rows after the first add up to the first."""
    tally, locale = edition.tally(record, revision), edition.locale
    rows = [(locale.words("Received"), tally.received, "received")]
    rows += [
        (outcome_name(locale, outcome), tally.outcomes[outcome], code)
        for code in edition.register.codes.codes("outcome")
        for outcome in tally.outcomes
        if outcome == code
    ]
    if tally.waiting:
        rows.append((outcome_name(locale, None), tally.waiting, "waiting"))
    return tuple(rows)


class _CommentViews:
    """Makes the views of one standard's comments."""

    def __init__(self, edition: Edition, here: PagePath, record: Record) -> None:
        self._edition, self._here, self._record = edition, here, record

    def groups(self, revision: Revision, comments: list[Comment]) -> Iterator[ClauseGroup]:
        """Group comments by clause, in the order of the text; the whole text comes first."""
        paths = {clause.id: place for place, clause in enumerate(revision.walk(), 1)}

        def place(comment: Comment) -> int:
            return paths.get(comment.clause_id or "", 0)

        for _, group in groupby(sorted(comments, key=place), key=place):
            views = list(group)
            clause = views[0].clause_id
            path = addresses.revision(self._record.id, revision.revision)
            yield ClauseGroup(
                anchor=addresses.comments_anchor(revision.revision, clause),
                clause=Link(
                    clause_name(self._edition.locale, revision, clause), self._here.to(path, clause)
                )
                if clause
                else None,
                name=clause_name(self._edition.locale, revision, clause),
                comments=tuple(self.view(comment) for comment in views),
            )

    def view(self, comment: Comment) -> CommentView:
        """Show one comment."""
        comment, locale = self._record.shown(comment), self._edition.locale
        response = self._record.response_to(comment.id)
        now = latest(self._edition, self._record, comment)
        return CommentView(
            id=comment.id,
            anchor=addresses.comment_anchor(comment.id),
            number=str(self._record.numbers.get(comment.id, "")),
            outcome=response.outcome if response else "",
            outcome_name=outcome_of(locale, response),
            kind=locale.coded("comment-kind", comment.kind),
            author=author_kind(locale, comment.author),
            name=comment.author.name or "",
            channel=locale.coded("comment-channel", comment.channel),
            received=comment.received,
            language=comment.language,
            language_name=self._language_name(comment.language),
            quote=escaped_paragraphs(comment.quote or ""),
            text=escaped_paragraphs(comment.text),
            proposal=escaped_paragraphs(comment.proposal or ""),
            after=isinstance(comment.clause, After),
            reply_to=self._link(comment.in_reply_to),
            redacted=locale.say(comment.redacted.reason) if comment.redacted else Markup(),
            late=late_view(locale, self._record.recorded.get(comment.id)),
            answer_late=late_answer_view(locale, self._record.recorded.get(comment.id)),
            is_withdrawn=self._record.is_withdrawn(comment.id),
            digest=self._record.digest_of(comment),
            receipt=receipt_view(self._edition, self._here, self._record, comment.id),
            file=self._file(comment),
            trace=trace_view(self._edition, self._here, self._record, comment, now),
            wording=proposal_view(self._edition, self._record, comment, now),
            dated=self._dated(comment, response),
            response=self._response(comment, response) if response else None,
        )

    def _dated(self, comment: Comment, response: Response | None) -> str:
        """Say both days of an answer that is dated before it came on record; else nothing."""
        line = self._record.recorded.get(comment.id)
        if not (response and line and line.since and response.decided.on < line.since):
            return ""
        words, day = self._edition.locale.words, self._edition.locale.day
        on, since = day(response.decided.on), day(line.since)
        return words("dated: {on}; on record since: {since}", on=on, since=since)

    def _file(self, comment: Comment) -> str:
        """Return the forge's page of a comment's file; one that was withdrawn is not led to."""
        if self._record.is_withdrawn(comment.id):
            return ""
        return file_page(self._edition.register.project.forge, comment.path.file)

    def _language_name(self, language: str) -> str:
        """Name the language of a comment where it is not the page's own."""
        if language == self._edition.code:
            return ""
        return self._edition.locale.language_name(language)

    def _link(self, comment: str | None) -> Link | None:
        anchor = comment and addresses.comment_anchor(comment)
        name = comment and self._record.comment_name(comment)
        return Link(name, f"#{anchor}") if name else None

    def _response(self, comment: Comment, response: Response) -> ResponseView:
        return ResponseView(
            authority=self._edition.authority(response.decided.by),
            on=response.decided.on,
            reason=self._edition.locale.prose(response.reason),
            landed=tuple(self._landed(response)),
            promised=self._promised(response),
            duplicate_of=self._link(response.duplicate_of),
            corrections=corrections_of_answer(
                self._edition.locale,
                self._record.history,
                comment.revision,
                self._record.comment_name(comment.id),
            ),
        )

    def _promised(self, response: Response) -> str:
        """Name the text in which a comment is to land while that text is not public yet."""
        landed = response.landed
        if landed is None or self._record.revision(landed.revision):
            return ""
        return self._edition.locale.words(
            "The revised draft is being prepared: revision {n}.", n=landed.revision
        )

    def _landed(self, response: Response) -> Iterator[Link]:
        """Lead to the clauses where an accepted comment can be seen."""
        if response.landed is None:
            return
        revision = self._record.revision(response.landed.revision)
        if revision is None:
            return
        path = addresses.revision(self._record.id, revision.revision)
        for clause in response.landed.clauses:
            name = clause_name(self._edition.locale, revision, clause)
            title = revision_number(self._edition.locale, revision.revision)
            yield Link(Markup("{}: {}").format(title, name), self._here.to(path, clause))
