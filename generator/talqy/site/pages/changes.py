"""What a revision changed: as its authors explain it, and clause by clause with its redline.

The page of a standard, the compare page, the history and the page of a clause show the same.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.compare.comparison import ClauseChange, Comparison
from talqy.compare.tables import TableRedline
from talqy.diff.phrases import (
    LineView,
    action_words,
    around_change,
    change_name,
    line_views,
    number_words,
    sign_words,
)
from talqy.language.clause_sayings import clause_name, stopped
from talqy.language.edition import Edition
from talqy.language.locale import escaped_paragraphs
from talqy.language.parts_of_acts import history_of
from talqy.language.sayings import outcome_of
from talqy.model import addresses
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Amendment, Revision
from talqy.record.counts import became_of
from talqy.site.pages.facts import FactChangeView, fact_change_views
from talqy.site.pages.standard_parts import Link
from talqy.site.pages.traces import TraceView, trace_view


@dataclass(frozen=True, slots=True)
class OtherRedline:
    """The same change in another language."""

    language: str
    name: str
    heading: tuple[LineView, ...]
    text: tuple[LineView, ...]
    table: TableRedline


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentBehind:
    """A comment beside a change. `is_cause`: an amendment names it, or its answer landed here."""

    link: Link
    outcome: str
    outcome_name: str
    is_cause: bool
    language: str
    text: Markup
    answer: Markup
    trace: TraceView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One change. `name` has all of it: what the clause stands in, number, and heading.

    `around` and `number` stand before a marked heading, each with the sign behind it.
    """

    id: str
    around: str
    number: str
    name: str
    actions: tuple[tuple[str, str], ...]
    signs: tuple[str, ...]
    heading: tuple[LineView, ...]
    text: tuple[LineView, ...]
    table: TableRedline
    others: tuple[OtherRedline, ...]
    facts: tuple[FactChangeView, ...]
    reasons: tuple[Markup, ...]
    comments: tuple[CommentBehind, ...]
    links: tuple[Link, ...]
    is_added: bool
    is_removed: bool

    @property
    def is_elsewhere(self) -> bool:
        """Return whether the change cannot be seen in this language."""
        is_kept = all(line.kind == "kept" for line in (*self.heading, *self.text))
        return (
            is_kept and self.table.is_kept and not (self.facts or self.is_added or self.is_removed)
        )


def entry_views(
    edition: Edition, here: addresses.PagePath, compared: Comparison, only: Collection[str] = ()
) -> tuple[EntryView, ...]:
    """Show the substantive changes between two texts; `only` those of some clauses, if named."""
    views = _EntryViews(edition, here, compared)
    return tuple(
        views.view(change)
        for change in compared.changes
        if not only or not set(only).isdisjoint(change.match.ids)
    )


class _EntryViews:
    """Makes the views of one comparison."""

    def __init__(self, edition: Edition, here: addresses.PagePath, compared: Comparison) -> None:
        self._edition, self._here, self._compared = edition, here, compared
        self._year = edition.price_year(compared.record, compared.newer)

    def view(self, change: ClauseChange) -> EntryView:
        """Show one change."""
        edition, match = self._edition, change.match
        return EntryView(
            id=change.clause.id,
            around=around_change(edition.locale, self._compared, match),
            number=stopped(number_words(edition.locale, match)),
            name=change_name(edition.locale, self._compared, match),
            actions=action_words(edition, match),
            signs=sign_words(edition, change.signs),
            heading=self._lines(change, "heading", edition.code),
            text=self._lines(change, "text", edition.code),
            table=change.table(edition.code),
            others=tuple(self._others(change)),
            facts=fact_change_views(edition, change.facts, self._year),
            reasons=tuple(edition.locale.prose(a.reason) for a in change.amendments),
            comments=tuple(self._comments(change)),
            links=tuple(self._links(change)),
            is_added=not match.before,
            is_removed=not match.after,
        )

    def _lines(self, change: ClauseChange, part: str, language: str) -> tuple[LineView, ...]:
        make = change.heading if part == "heading" else change.text
        return line_views(make(language))

    def _others(self, change: ClauseChange) -> Iterator[OtherRedline]:
        for locale in self._edition.others:
            heading = self._lines(change, "heading", locale.code)
            text = self._lines(change, "text", locale.code)
            table = change.table(locale.code)
            if heading or text or table.rows:
                yield OtherRedline(locale.code, locale.name, heading, text, table)

    def _comments(self, change: ClauseChange) -> Iterator[CommentBehind]:
        """Show the comments that led to a change, then the others on its clauses before it."""
        causes = {comment.id for comment in change.comments}
        record, ids = self._compared.record, set(change.match.ids)
        on = range(self._compared.older.revision, self._compared.newer.revision)
        for comment in change.comments:
            yield self._comment(record, comment, is_cause=True)
        for comment in record.comments:
            if comment.revision in on and comment.clause_id in ids and comment.id not in causes:
                yield self._comment(record, comment, is_cause=False)

    def _comment(self, record: Record, comment: Comment, *, is_cause: bool) -> CommentBehind:
        locale, response = self._edition.locale, record.response_to(comment.id)
        name = record.comment_name(comment.id)
        return CommentBehind(
            link=Link(name, self._here.to(self._edition.path_of_comment(record, comment.id))),
            outcome=became_of(record, comment, self._edition.assessment) or "waiting",
            outcome_name=outcome_of(locale, record, comment, self._edition.assessment),
            is_cause=is_cause,
            language=comment.language,
            text=escaped_paragraphs(record.shown(comment).text),
            answer=locale.prose(response.reason) if response else Markup(),
            trace=trace_view(self._edition, self._here, record, comment, self._compared.newer),
        )

    def _links(self, change: ClauseChange) -> Iterator[Link]:
        words, record = self._edition.locale.words, self._compared.record
        for clauses, text in (
            (change.match.before, self._compared.older),
            (change.match.after, self._compared.newer),
        ):
            if clauses:
                path = addresses.revision(record.id, text.revision)
                sentence = words("In revision {n}", n=text.revision)
                yield Link(sentence, self._here.to(path, clauses[0].id))
        path = addresses.clause_history(record.id, change.clause.id)
        if path != self._here.path:
            yield Link(history_of(self._edition.locale, change.clause), self._here.to(path))


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One amendment: the clauses that it changes, why, and the comments behind it."""

    clauses: tuple[Link, ...]
    reason: Markup
    comments: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AudienceView:
    """The amendments that matter to one audience; `name` is empty where no audience is named."""

    name: str
    changes: tuple[ChangeView, ...]


def audience_views(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision
) -> tuple[AudienceView, ...]:
    """Show what a revision changed, by audience where its authors named one."""
    codes = edition.register.codes.codes("audience")
    groups = [("", [a for a in revision.amendments if not a.audiences])] + [
        (
            edition.locale.coded("audience", code),
            [a for a in revision.amendments if code in a.audiences],
        )
        for code in codes
    ]
    return tuple(
        AudienceView(name, tuple(_change(edition, here, record, revision, a) for a in amendments))
        for name, amendments in groups
        if amendments
    )


def change_views(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision
) -> tuple[ChangeView, ...]:
    """Show what a revision changed, in the order of its amendments."""
    return tuple(_change(edition, here, record, revision, a) for a in revision.amendments)


def _change(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    revision: Revision,
    amendment: Amendment,
) -> ChangeView:
    return ChangeView(
        clauses=tuple(_clause_links(edition, here, record, revision, amendment)),
        reason=edition.locale.say(amendment.reason),
        comments=tuple(
            Link(record.comment_name(name), here.to(edition.path_of_comment(record, name)))
            for name in amendment.comments
        ),
    )


def _clause_links(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    revision: Revision,
    amendment: Amendment,
) -> Iterator[Link]:
    """Lead to each clause in this text, or, where it was removed, in the text before."""
    for clause in amendment.clauses:
        text = record.text_with(clause, revision)
        path = addresses.revision(record.id, text.revision)
        yield Link(clause_name(edition.locale, text, clause), here.to(path, clause))
