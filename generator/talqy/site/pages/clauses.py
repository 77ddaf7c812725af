"""Clauses as the pages show them: number, heading, text, facts, and what hangs on each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from talqy.compare.acts import acts_named
from talqy.compare.align import amendments_of
from talqy.compare.part_words import part_words
from talqy.compare.quotes import Part, text_of
from talqy.compare.references import references_of
from talqy.compare.traces import Trace
from talqy.diff.phrases import action_words
from talqy.language.clause_sayings import clause_heading, printed_label, stopped
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.parts_of_acts import link_to
from talqy.language.sayings import revision_number
from talqy.language.told_again import TextWords
from talqy.law.periods import is_late
from talqy.model import addresses
from talqy.model.alignment import Action
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.model.standing import DISCUSSED, Stage
from talqy.model.units import PLAIN_UNITS, unit_of
from talqy.model.values import is_web_address
from talqy.site.pages.comment_filters import filters_of, path_of
from talqy.site.pages.facts import FactView, fact_views, files_from
from talqy.site.pages.quoted_words import Quoted, marked_paragraphs
from talqy.site.pages.standard_parts import Link

_GLANCE = 2
"""So many rows of facts on a phone are read at a glance; more are shown on demand."""
_ROW = 40
"""So many letters a row of a phone has."""

Rows = tuple[tuple[str, ...], ...]
"""A table as a page prints it: the first row is the head."""


@dataclass(frozen=True, slots=True)
class ClauseBody:
    """What `_clause.html` may use: the clause itself, the same on every page that shows it.

    `facts` are those that say more than its words. It `is_past` where the standard was repealed:
    figures that stand open would be read as what holds.
    """

    heading: Markup | str
    text: Markup
    table: Rows
    note: Markup
    facts: tuple[FactView, ...]
    is_past: bool

    @property
    def is_folded(self) -> bool:
        """Return whether the facts take more room than a glance does, or hold no more."""
        if self.is_past and self.facts:
            return True
        lines = (line.striptags() for fact in self.facts for line in fact.lines)
        return sum(1 + len(line) // _ROW for line in lines) > _GLANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """One clause; nested ones follow their parent, one `level` deeper. `body` is finished.

    `number` has its point or bracket, and is empty where there is no heading: then `heading` is
    unit and number in words. `is_marked` is whether words are marked in it;
    `earlier` leads to the comments on it in earlier texts.
    """

    id: str
    number: str
    heading: Markup | str
    level: int
    rank: int
    in_contents: bool
    body: Markup
    changes: tuple[tuple[str, str], ...]
    change_reasons: tuple[Markup, ...]
    anchor: Link
    comments: Link | None
    earlier: Link | None
    is_marked: bool
    orphans: tuple[Link, ...]
    participate: Link | None
    history: Link
    elsewhere: Link | None = None


_Around = tuple[Clause, ...]


def clause_views(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    revision: Revision,
    other: Revision | None = None,
) -> tuple[ClauseView, ...]:
    """Show the clauses of a text; `other` is the text on the standard's page, if it is not this."""
    views = _ClauseViews(edition, here, record, revision, other)
    return tuple(
        views.view(clause, around)
        for top in revision.clauses
        for clause, around in _placed(top, ())
    )


def table_rows(locale: Locale, clause: Clause) -> Rows:
    """Return the head and the rows of a clause's table; nothing where it has none."""
    return clause.table.lines(locale.code) if clause.table else ()


def here_now(edition: Edition, record: Record) -> str:
    """Name the same clause on the standard's page, by what that page shows."""
    words, parts = edition.locale.words, edition.parts(record)
    if parts.shown is parts.in_force:
        return words("This clause in the text in force")
    return words("This clause in the draft")


def _placed(clause: Clause, around: _Around) -> Iterator[tuple[Clause, _Around]]:
    """Yield a clause and those inside it, each with what it stands in, the outermost first."""
    yield clause, around
    for nested in clause.clauses:
        yield from _placed(nested, (*around, clause))


class _ClauseViews:
    """Makes the views of one text; what they share is looked up once."""

    def __init__(
        self,
        edition: Edition,
        here: addresses.PagePath,
        record: Record,
        revision: Revision,
        other: Revision | None,
    ) -> None:
        self._edition, self._here = edition, here
        self._record, self._revision, self._other = record, revision, other
        self._to_file = files_from(here, record.id)
        self._parts = part_words(edition.register.codes)
        stage = edition.standing(record, revision).stage
        self._open, self._is_past = stage in DISCUSSED, stage is Stage.REPEALED
        self._year = edition.price_year(record, revision)
        self._alignment = edition.standing(record, revision).alignment
        comments = record.comments_on(revision.revision)
        self._comments: Mapping[str | None, int] = Counter(c.clause_id for c in comments)
        # Timely comments stand under their clause, late ones apart from all clauses.
        talk = revision.consultation
        self._timely = {c.clause_id for c in comments if not is_late(c.received, talk)}
        self._marks: dict[tuple[str, str], list[Quoted]] = defaultdict(list)
        self._orphans: dict[str, list[Link]] = defaultdict(list)
        self._earlier = Counter(
            one.clause_id for one in record.comments if one.revision < revision.revision
        )
        for comment in record.comments:
            if trace := edition.trace(record, comment, revision):
                self._place(comment, trace)

    def _place(self, comment: Comment, trace: Trace) -> None:
        """Put a comment to the words that it is about, or, where they are gone, to the clause."""
        name = self._record.comment_name(comment.id)
        href = self._here.to(self._edition.path_of_comment(self._record, comment.id))
        if trace.is_orphan:
            self._orphans[self._parent(comment, trace)].append(Link(name, href))
        elif trace.span and trace.span.part is Part.TEXT:
            title = self._edition.locale.words("comment {name}", name=name)
            if comment.revision != self._revision.revision:
                text = revision_number(self._edition.locale, comment.revision)
                title = f"{title} ({text})"
            place = Quoted(trace.span.start, trace.span.end, href, title)
            self._marks[trace.span.clause, trace.span.language].append(place)

    def _parent(self, comment: Comment, trace: Trace) -> str:
        """Return where an orphan stands: its clause, else the nearest one around that is left."""
        names = [*trace.clauses, comment.clause_id or ""]
        if at := self._record.revision(comment.revision):
            names += at.around(comment.clause_id or "")
        return next((name for name in names if self._revision.clause(name)), "")

    def view(self, clause: Clause, around: tuple[Clause, ...]) -> ClauseView:
        """Show one clause; the contents list the top, and what chapters and annexes consist of."""
        level = len(around) + 1
        return ClauseView(
            id=clause.id,
            number=stopped(printed_label(self._edition.locale, clause)) if clause.heading else "",
            heading=clause_heading(self._edition.locale, clause),
            level=level,
            rank=min(level + 2, 6),
            in_contents=not any(unit_of(outer) in PLAIN_UNITS for outer in around),
            body=self._edition.in_own.once("body", self._names(clause), lambda: self._body(clause)),
            changes=self._actions(clause),
            change_reasons=self._reasons(clause),
            comments=self._comments_link(clause),
            earlier=self._earlier_link(clause),
            is_marked=(clause.id, self._edition.code) in self._marks,
            orphans=tuple(self._orphans.get(clause.id, ())),
            participate=self._participate_link(clause),
            anchor=Link(link_to(self._edition.locale, clause), f"#{clause.id}"),
            history=Link(
                self._edition.locale.words("History"),
                self._here.to(addresses.clause_history(self._record.id, clause.id)),
            ),
            elsewhere=self._elsewhere(clause),
        )

    def _body(self, clause: Clause) -> Markup:
        body = ClauseBody(
            clause_heading(self._edition.locale, clause),
            self._text(clause),
            table_rows(self._edition.locale, clause),
            self._edition.locale.prose(clause.note),
            tuple(self._facts(clause)),
            self._is_past,
        )
        return self._edition.templates.macro("_clause.html", "body", body)

    def _facts(self, clause: Clause) -> Iterator[FactView]:
        """Yield the facts of which the clause itself does not say every line."""
        parts = (text_of(clause, part, self._edition.code) for part in Part)
        rows = table_rows(self._edition.locale, clause)
        told = TextWords("\n".join((*parts, *(cell for row in rows for cell in row))))
        for fact in fact_views(self._edition, clause.facts, self._year, self._to_file):
            if fact.kind == "files" or not all(told.says(line.striptags()) for line in fact.lines):
                yield fact

    def _names(self, clause: Clause) -> tuple[str | int, ...]:
        """Return what a body depends on: most clauses stay the same for many revisions."""
        content = clause.model_dump_json(
            include={"heading", "text", "table", "note", "facts"}, exclude_defaults=True
        )
        called = "" if clause.heading else f"{clause.unit}/{clause.number_in(self._edition.code)}"
        marked = [part for m in self._places(clause) for part in (m.start, m.end, m.href, m.words)]
        way = self._to_file("documents/") if clause.facts.files else ""
        year = self._year if clause.facts.fee else 0
        return (self._record.id, content, called, year, way, self._is_past, *marked)

    def _text(self, clause: Clause) -> Markup:
        language = self._edition.code
        if places := self._places(clause):
            return marked_paragraphs(text_of(clause, Part.TEXT, language), places)
        return self._edition.locale.prose(clause.text)

    def _places(self, clause: Clause) -> tuple[Quoted, ...]:
        """Return the words that comments quote, and those that lead to a clause or another act."""
        language, text = self._edition.code, text_of(clause, Part.TEXT, self._edition.code)
        links = references_of(clause, language, self._revision, self._parts)
        led = (
            Quoted(one.start, one.end, f"#{one.clause}", "")
            for one in links
            if one.clause and one.start < one.end
        )
        known = self._edition.register.project.acts.values()
        acts = (
            Quoted(named.start, named.end, url, "")
            for named in acts_named(text, language, known)
            if is_web_address(url := named.act.url.get(language, ""))
        )
        return (*self._marks.get((clause.id, language), ()), *led, *acts)

    def _actions(self, clause: Clause) -> tuple[tuple[str, str], ...]:
        match = self._alignment.of(clause.id) if self._alignment else None
        if match is None or match.actions == {Action.RENUMBERED}:
            return ()
        return action_words(self._edition, match)

    def _reasons(self, clause: Clause) -> tuple[Markup, ...]:
        match = self._alignment.of(clause.id) if self._alignment else None
        if match is None or not match.is_substantive:
            return ()
        amendments = amendments_of(self._record, self._revision, match.ids)
        return tuple(self._edition.locale.say(amendment.reason) for amendment in amendments)

    def _comments_link(self, clause: Clause) -> Link | None:
        count = self._comments.get(clause.id, 0)
        if not count:
            return None
        number, is_timely = self._revision.revision, clause.id in self._timely
        at = addresses.late_anchor(number)
        if is_timely:
            at = addresses.comments_anchor(number, clause.id)
        title = self._edition.locale.count("{n} comment", "{n} comments", count)
        return Link(title, self._here.to(addresses.comments(self._record.id), at))

    def _earlier_link(self, clause: Clause) -> Link | None:
        """Lead to the comments on this clause in earlier texts, among all that it ever had."""
        count = self._earlier.get(clause.id, 0)
        if not count:
            return None
        filters = filters_of(self._edition, self._record)
        path = path_of(self._record, filters, f"clause-{clause.id}")
        title = self._edition.locale.words("earlier comments: {n}", n=count)
        return Link(title, self._here.to(path))

    def _participate_link(self, clause: Clause) -> Link | None:
        if not self._open:
            return None
        title = self._edition.locale.words("Say something")
        return Link(title, self._here.to(self._edition.form_of(self._record, clause.id)))

    def _elsewhere(self, clause: Clause) -> Link | None:
        if self._other is None or self._other.clause(clause.id) is None:
            return None
        title = here_now(self._edition, self._record)
        return Link(title, self._here.to(addresses.standard(self._record.id), clause.id))
