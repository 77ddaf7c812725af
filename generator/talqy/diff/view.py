"""A comparison in the words of one language: what the terminal, Markdown and one page print.

All texts are plain, as the files say them; each printer makes them harmless in its own way. Only
reasons have lines of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talqy.compare.align import amendments_of
from talqy.compare.comparison import ClauseChange, Comparison
from talqy.compare.fact_changes import FactChange
from talqy.compare.redline import Redline
from talqy.diff.phrases import (
    LineView,
    action_words,
    change_name,
    line_views,
    sign_words,
    summary,
)
from talqy.language.edition import Edition
from talqy.language.fact_change_words import said_changes
from talqy.language.for_you import ForYou, between
from talqy.language.sayings import outcome_of, revision_name
from talqy.model.alignment import Match
from talqy.model.comment import Comment
from talqy.model.revision import Amendment, Revision


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a redline; or, where `folded` says so, lines that did not change."""

    line: LineView | None
    folded: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact that changed; a side is empty where the fact was not, or is no more."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """One change. `heading` and `text` are empty where this language says the same as before.

    `reasons` may be empty where `needs_reason`: then that is worth a remark.
    """

    title: str
    actions: tuple[str, ...]
    signs: tuple[str, ...]
    heading: tuple[ShownLine, ...]
    text: tuple[ShownLine, ...]
    facts: tuple[FactRow, ...]
    reasons: tuple[str, ...]
    needs_reason: bool
    comments: tuple[tuple[str, str], ...]

    @property
    def is_elsewhere(self) -> bool:
        """Return whether the change cannot be seen in this language."""
        return not (self.heading or self.text or self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftWords:
    """A clause that only stands elsewhere or under another number."""

    title: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffView:
    """Two texts compared, in one language. `command` shows the whole of it in a terminal."""

    edition: Edition
    title: str
    older: str
    newer: str
    summary: tuple[tuple[int, str], ...]
    for_you: ForYou
    changes: tuple[ChangeWords, ...]
    shifted: tuple[ShiftWords, ...]
    command: str


def diff_view(edition: Edition, compared: Comparison) -> DiffView:
    """Say a comparison in the language of an edition."""
    record, older, newer = compared.record, compared.older, compared.newer
    pair = f"{record.id} r{older.revision} r{newer.revision}"
    return DiffView(
        edition=edition,
        title=_line(edition.title(record)),
        older=_text(edition, compared, older),
        newer=_text(edition, compared, newer),
        summary=tuple(summary(edition, compared)),
        for_you=between(edition, compared),
        changes=tuple(_change(edition, compared, change) for change in compared.changes),
        shifted=tuple(_shift(edition, compared, match) for match in compared.shifted),
        command=f"talqy diff {pair} --language {edition.code}",
    )


def is_one_draft(compared: Comparison) -> bool:
    """Return whether both texts are the same draft, before and after somebody changed it."""
    return compared.older.revision == compared.newer.revision


def causes(
    compared: Comparison, change: ClauseChange
) -> tuple[tuple[Amendment, ...], tuple[Comment, ...]]:
    """Return why a change was made; a changed draft says so against the text it starts from."""
    if not is_one_draft(compared):
        return change.amendments, change.comments
    record = compared.record
    amendments = tuple(amendments_of(record, compared.newer, change.match.ids))
    named = {name for amendment in amendments for name in amendment.comments}
    return amendments, tuple(comment for comment in record.comments if comment.id in named)


def _text(edition: Edition, compared: Comparison, revision: Revision) -> str:
    words, kind = edition.locale.words, edition.locale.coded("revision-kind", revision.kind)
    name = f"{revision_name(edition.locale, revision)} ({kind})"
    if not is_one_draft(compared):
        return name
    is_older = revision is compared.older
    return f"{name}, {words('before the change') if is_older else words('after the change')}"


def _change(edition: Edition, compared: Comparison, change: ClauseChange) -> ChangeWords:
    match, locale = change.match, edition.locale
    amendments, comments = causes(compared, change)
    return ChangeWords(
        title=change_name(locale, compared, match),
        actions=tuple(words for _, words in action_words(edition, match)),
        signs=sign_words(edition, change.signs),
        # The heading of a clause that is wholly new or gone stands above the change.
        heading=rows(edition, change.heading(edition.code)) if match.before and match.after else (),
        text=(
            *rows(edition, change.text(edition.code)),
            *rows(edition, change.table(edition.code).lines()),
        ),
        facts=tuple(
            row
            for fact in change.facts
            for row in _facts(edition, fact, edition.price_year(compared.record, compared.newer))
        ),
        reasons=tuple(locale.plain(amendment.reason) for amendment in amendments),
        needs_reason=compared.newer.base is not None,
        comments=tuple(_comment(edition, compared, comment) for comment in comments),
    )


def rows(edition: Edition, marked: Redline) -> tuple[ShownLine, ...]:
    """Show a redline with one line around each change; longer runs between them are counted."""
    lines = line_views(marked, is_exact=True)
    near = {
        place
        for at, line in enumerate(lines)
        if line.kind != "kept"
        for place in (at - 1, at, at + 1)
    }
    return tuple(_folded(edition, lines, near)) if near else ()


def _folded(edition: Edition, lines: Sequence[LineView], near: set[int]) -> Iterator[ShownLine]:
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and end not in near:
            end += 1
        if end - at > 1:
            count = edition.locale.count("{n} line unchanged", "{n} lines unchanged", end - at)
            yield ShownLine(None, f"… {count} …")
            at = end
        else:
            yield ShownLine(lines[at])
            at += 1


def _facts(edition: Edition, change: FactChange, year: int) -> Iterator[FactRow]:
    unit = edition.register.project.fee_unit
    for row in said_changes(edition.locale, unit, change, year):
        yield FactRow(row.label, *row.texts)


def _comment(edition: Edition, compared: Comparison, comment: Comment) -> tuple[str, str]:
    record = compared.record
    return record.comment_name(comment.id), outcome_of(
        edition.locale, record, comment, edition.assessment
    )


def _shift(edition: Edition, compared: Comparison, match: Match) -> ShiftWords:
    actions = tuple(words for _, words in action_words(edition, match))
    return ShiftWords(title=change_name(edition.locale, compared, match), actions=actions)


def _line(text: str) -> str:
    return " ".join(text.split())
