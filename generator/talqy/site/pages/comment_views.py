"""One comment as pages show it: in the list of all, among others of its kind, and by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.clause_sayings import name_of_changed
from talqy.language.corrections import corrections_of_answer
from talqy.language.edition import Edition
from talqy.language.fate_words import latest
from talqy.language.forge_links import file_page
from talqy.language.late import LateView, late_answer_view, late_view
from talqy.language.locale import escaped_paragraphs
from talqy.language.sayings import author_kind, outcome_of, retold_in, revision_number
from talqy.model import addresses
from talqy.model.comment import After, Comment, Response
from talqy.model.register import Record
from talqy.record.counts import became_of
from talqy.record.waiting import answer_due
from talqy.site.pages.comment_steps import (
    ResponseView,
    StepView,
    came_late,
    steps,
)
from talqy.site.pages.standard_parts import Link
from talqy.site.pages.traces import ProposalView, TraceView, proposal_view, trace_view
from talqy.site.receipts import ReceiptView, receipt_view


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """One comment, in its author's language; `outcome` is a code, empty while there is none.

    `digest` is that of the file as it was given, `file` leads to it on the forge; `receipt` is
    nothing while the comment has no register number. `href` leads to its own page, `steps` are its
    way, and `due` is the last day for an answer that it waits for. `source` leads to the
    page of another site where it was made.
    """

    id: str
    href: str
    receipts_href: str
    anchor: str
    revision: int
    clause: str
    number: str
    outcome: str
    outcome_name: str
    due: date | None
    steps: tuple[StepView, ...]
    kind: str
    author: str
    name: str
    channel: str
    source: str
    received: date
    language: str
    language_name: str
    quote: Markup
    text: Markup
    retold: str
    proposal: Markup
    files: tuple[str, ...]
    after: bool
    reply_to: Link | None
    redacted: Markup
    is_late: bool
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


class CommentViews:
    """Makes the views of one standard's comments for all pages that lie as deep as one."""

    def __init__(self, edition: Edition, path: str, record: Record) -> None:
        self._edition, self._here, self._record = edition, edition.at(path), record
        self._made: dict[str, CommentView] = {}

    def view(self, comment: Comment) -> CommentView:
        """Show one comment; it is made once."""
        if comment.id not in self._made:
            self._made[comment.id] = self._view(comment)
        return self._made[comment.id]

    def _view(self, comment: Comment) -> CommentView:
        comment, locale = self._record.shown(comment), self._edition.locale
        response = self._record.response_to(comment.id)
        now = latest(self._edition, self._record, comment)
        answer = self._response(comment, response) if response else None
        due = answer_due(self._edition.assessment, self._record, comment)
        return CommentView(
            id=comment.id,
            href=self._href(comment.id),
            receipts_href=self._here.to(addresses.comments(self._record.id), "_receipts"),
            anchor=addresses.comment_anchor(comment.id),
            revision=comment.revision,
            clause=comment.clause_id or "whole",
            number=str(self._record.numbers.get(comment.id, "")),
            outcome=became_of(self._record, comment, self._edition.assessment) or "",
            outcome_name=self._outcome(comment),
            due=due.day if due else None,
            steps=tuple(steps(self._edition, self._record, comment, answer, due)),
            kind=locale.coded("comment-kind", comment.kind),
            author=self._author(comment),
            name=comment.author.name or "",
            channel=locale.coded("comment-channel", comment.channel),
            source=comment.source.href if comment.source else "",
            received=comment.received,
            language=comment.language,
            language_name=self._language_name(comment.language),
            quote=escaped_paragraphs(comment.quote or ""),
            text=escaped_paragraphs(comment.text),
            retold=retold_in(locale, comment, response),
            proposal=escaped_paragraphs(comment.proposal or ""),
            files=tuple(one.name for one in comment.attachments),
            after=isinstance(comment.clause, After),
            reply_to=self._link(comment.in_reply_to),
            redacted=locale.say(comment.redacted.reason) if comment.redacted else Markup(),
            is_late=came_late(self._record, comment),
            late=late_view(locale, self._record.recorded.get(comment.id)),
            answer_late=late_answer_view(locale, self._record.recorded.get(comment.id)),
            is_withdrawn=self._record.is_withdrawn(comment.id),
            digest=self._record.digest_of(comment),
            receipt=receipt_view(self._edition, self._here, self._record, comment.id),
            file=self._file(comment),
            trace=trace_view(self._edition, self._here, self._record, comment, now),
            wording=proposal_view(self._edition, self._record, comment, now),
            dated=self._dated(comment, response),
            response=answer,
        )

    def _author(self, comment: Comment) -> str:
        """Say who speaks, without a name, and the body of experts whose voice it is."""
        locale, group = self._edition.locale, comment.group
        who = author_kind(locale, comment.author)
        return f"{who}, {locale.coded('comment-group', group)}" if group else who

    def _outcome(self, comment: Comment) -> str:
        return outcome_of(self._edition.locale, self._record, comment, self._edition.assessment)

    def _dated(self, comment: Comment, response: Response | None) -> str:
        """Say both days of an answer that is dated before it came on record; else nothing."""
        line = self._record.recorded.get(comment.id)
        if not (response and line and line.since and response.decided.on < line.since):
            return ""
        words, day = self._edition.locale.words, self._edition.locale.day
        on, since = day(response.decided.on), day(line.since)
        return words(
            "The answer is dated {on}, and was put on record on {since}.", on=on, since=since
        )

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
        return Link(self._record.comment_name(comment), self._href(comment)) if comment else None

    def _href(self, comment: str) -> str:
        return self._here.to(self._edition.path_of_comment(self._record, comment))

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
        for clause in response.landed.clauses:
            text = self._record.text_with(clause, revision)
            path = addresses.revision(self._record.id, text.revision)
            name = name_of_changed(self._edition.locale, self._record, revision, clause)
            title = revision_number(self._edition.locale, revision.revision)
            yield Link(Markup("{}: {}").format(title, name), self._here.to(path, clause))
