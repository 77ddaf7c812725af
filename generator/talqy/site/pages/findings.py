"""The findings of the statistics: each a sentence, what it counts, a picture and a table."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from talqy.language.count_words import grounds, parts_said, share_said, sum_line
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import kind_name, outcome_name
from talqy.model.comment import ACCEPTED, AuthorKind, Outcome
from talqy.record.counts import (
    DECIDED,
    ENOUGH,
    CountPart,
    Counts,
    Unanswered,
    counted,
    is_proposal,
    part_of,
    percent,
    widths,
)
from talqy.report.heard import Heard
from talqy.site.charts import ChartBar, Drawing, bars, one_bar
from talqy.site.pages.list_names import ListName
from talqy.site.pages.statistics_lists import Figure, FigureLists

OUTCOMES = "outcomes"
"""The finding on what became of the comments."""
Row = tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding: `about` names it, `title` says it, `note` says of how many and what is left out.

    `alone` says of how many the picture is, where it stands without the page. The first cell of a
    row is its head.
    """

    id: str
    about: str
    title: str
    note: str
    alone: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Ground:
    """What a figure is called, how many comments it counts, and which."""

    name: str
    figure: Figure
    means: str


@dataclass(frozen=True, slots=True)
class Telling:
    """The comments of an edition; `lists` gathers what figures count."""

    edition: Edition
    heard: tuple[Heard, ...]
    lists: FigureLists

    @property
    def locale(self) -> Locale:
        """The language that findings are said in."""
        return self.edition.locale

    @property
    def counts(self) -> Counts:
        """All comments counted."""
        return counted((one.comment, one.outcome) for one in self.heard)

    @property
    def proposals(self) -> list[Heard]:
        """The comments that want a change, and were decided on the merits."""
        return [one for one in self.heard if one.is_decided_proposal]

    def sum_said(self) -> str:
        """Say how many comments are counted, and that shares are of proposals."""
        of_proposals = self.locale.words(
            "A share accepted is one of the proposals to change and objections that were decided."
        )
        return f"{sum_line(self.locale, self.counts)} {of_proposals}"

    def decided_said(self) -> str:
        """Say how many proposals were decided, and how, so that the parts add up."""
        locale, found = self.locale, Counter(one.outcome for one in self.proposals)
        if not found:
            return ""
        parts = ((outcome_name(locale, one), found[one]) for one in Outcome)
        return locale.words(
            "Proposals to change and objections that were decided: {n} ({parts}).",
            n=locale.number(len(self.proposals)),
            parts=parts_said(locale, parts),
        )

    def percents(self, number: int) -> str:
        """Say a number of percents."""
        return self.locale.words("{n} %", n=number)

    def of_enough(self, title: str) -> str:
        """Return a title that speaks of decisions, where there are enough of them."""
        if self.counts.proposals >= ENOUGH:
            return title
        return self.locale.words("There are too few decisions yet to speak of shares")

    def accepted_cells(self, code: str, name: ListName, heard: Sequence[Heard]) -> Row:
        """Return what stands under `accepted_heads` for some comments."""
        decided = [one for one in heard if one.is_decided_proposal]
        good = [one for one in decided if one.is_accepted]
        proposals, accepted, _ = self.accepted_heads()
        share = share_said(self.locale, len(good), len(decided))
        if heard and not any(is_proposal(one.comment) for one in heard):
            share = self.locale.words("not applicable")
        return (
            self.lists.figure(f"{code}_decided", name.in_column(proposals), decided),
            self.lists.figure(f"{code}_accepted", name.in_column(accepted), good),
            Figure(share),
        )

    def accepted_heads(self) -> tuple[str, str, str]:
        """Return the heads of these columns."""
        words = self.locale.words
        return (
            words("Proposals decided"),
            words("Accepted of them"),
            words("Share accepted"),
        )

    def bar(self, name: str, figure: Figure, share: str, length: int, tone: str = "") -> ChartBar:
        """Return a bar with its count and its share."""
        value = self.locale.words("{count} ({share})", count=figure.words, share=share)
        return ChartBar(name, value, length, tone, figure.path)


def outcomes(told: Telling) -> Finding:
    """Say what became of all comments, as one bar of 100 %."""
    words, locale = told.locale.words, told.locale
    found = [
        (code, heard)
        for code in (*Outcome, *Unanswered, None)
        if (heard := [one for one in told.heard if one.outcome is code])
    ]
    rows, drawn = [], []
    parts = widths([len(heard) for _, heard in found])
    for (code, heard), width in zip(found, parts, strict=True):
        name = outcome_name(locale, code)
        in_percent = told.percents(percent(len(heard), len(told.heard)))
        figure = told.lists.figure(f"outcome-{code or 'waiting'}", ListName(name), heard)
        rows.append((Figure(name), figure, Figure(in_percent)))
        tone = "waiting" if code is None else code if code in DECIDED else "aside"
        drawn.append(told.bar(name, figure, in_percent, width, tone))
    counts, about = told.counts, words("What became of the comments")
    said = (sum_line(locale, counts), told.decided_said(), _others_said(told))
    note = " ".join(filter(None, said))
    return Finding(
        id=OUTCOMES,
        about=about,
        title=told.of_enough(
            words(
                "{n} % of the proposals decided were accepted, also in part: {part} of {whole}",
                n=counts.share,
                part=locale.number(counts.accepted),
                whole=locale.number(counts.proposals),
            )
        ),
        note=note,
        alone=note,
        heads=(words("Outcome"), words("Comments"), words("Share")),
        rows=tuple(rows),
        drawing=one_bar(
            words("What became of all comments: {n}", n=locale.number(counts.received)), drawn
        ),
    )


def _others_said(told: Telling) -> str:
    """Say how many of the decisions are of no proposals: no share counts them."""
    counts, locale = told.counts, told.locale
    others = counts.parts[CountPart.DECIDED] - counts.proposals
    accepted = sum(counts.outcomes.get(one, 0) for one in ACCEPTED) - counts.accepted
    return (
        locale.words(
            "Decisions on questions and words of support, which no share counts: {n} (accepted: "
            "{accepted}).",
            n=locale.number(others),
            accepted=locale.number(accepted),
        )
        if others
        else ""
    )


def grounds_of(told: Telling) -> Iterator[Ground]:
    """Yield what every figure counts, with the comments that it counts here."""
    for parts, name, means in grounds(told.locale):
        heard = [one for one in told.heard if part_of(one.outcome) in parts]
        code = next(iter(parts)) if len(parts) == 1 else "all"
        yield Ground(name, told.lists.figure(f"part-{code}", ListName(name), heard), means)


@dataclass(frozen=True, slots=True)
class Grouping:
    """What comments have in common: the code of each, and how codes are called in their order."""

    id: str
    about: str
    code: Callable[[Heard], str]
    names: tuple[tuple[str, str], ...]
    title: str = ""
    note: str = ""


_BODIES = "experts"


def groupings(told: Telling) -> Iterator[Grouping]:
    """Yield what comments are told apart by: whose they are, in which language, how they came."""
    words, locale, codes = told.locale.words, told.locale, told.edition.register.codes.codes
    own = [one.comment for one in told.heard if one.comment.group is None]
    people = sum(comment.author.kind is AuthorKind.INDIVIDUAL for comment in own)
    bodies = tuple(sorted({one.comment.group for one in told.heard if one.comment.group}))
    spoken = sorted({one.comment.language for one in told.heard})
    yield Grouping(
        "voices",
        words("Who comments"),
        lambda one: _BODIES if one.comment.group else str(one.comment.author.kind),
        (
            *((code, kind_name(locale, code)) for code in codes("author-kind")),
            (_BODIES, words("Bodies of experts")),
        ),
        words(
            "{n} % of the comments were written by individuals", n=percent(people, len(own) or 1)
        ),
        words("Who wrote is what the author has said; nobody has checked it."),
    )
    if bodies:
        yield Grouping(
            "experts",
            words("Bodies of experts"),
            lambda one: one.comment.group or "",
            tuple((code, locale.coded("comment-group", code)) for code in bodies),
            note=words("The portal keeps their comments apart, and so they are counted apart."),
        )
    yield Grouping(
        "languages",
        words("Languages of the comments"),
        lambda one: one.comment.language,
        tuple((code, locale.language_name(code)) for code in spoken),
    )
    yield Grouping(
        "channels",
        words("How comments came"),
        lambda one: str(one.comment.channel),
        tuple((c, locale.coded("comment-channel", c)) for c in codes("comment-channel")),
    )
    yield Grouping(
        "kinds",
        words("What comments ask for"),
        lambda one: str(one.comment.kind),
        tuple((c, locale.coded("comment-kind", c)) for c in codes("comment-kind")),
    )


def grouped(told: Telling, of: Grouping) -> Finding:
    """Say how comments are spread, and how many of each group were accepted."""
    words, total, rows, drawn = told.locale.words, len(told.heard), [], []
    most, shares = (0, ""), 0
    for code, name in of.names:
        own = [one for one in told.heard if of.code(one) == code]
        if not own:
            continue
        in_percent = percent(len(own), total)
        group, share, shares = (
            ListName(name, table=of.about),
            told.percents(in_percent),
            shares + in_percent,
        )
        figure = told.lists.figure(f"{of.id}-{code}", group, own)
        cells = told.accepted_cells(f"{of.id}-{code}", group, own)
        rows.append((Figure(name), figure, Figure(share), *cells))
        drawn.append(told.bar(name, figure, share, in_percent))
        most = max(most, (len(own), name), key=lambda one: one[0])
    said, is_rounded = sum_line(told.locale, told.counts), shares not in {0, 100}
    rounded = words("Shares are rounded, so their sum is not exactly 100 %.") if is_rounded else ""
    return Finding(
        id=of.id,
        about=of.about,
        title=of.title
        or words(
            "Most often: {name} – {count} of {total}.",
            name=most[1],
            count=told.locale.number(most[0]),
            total=told.locale.number(total),
        ).rstrip("."),
        note=" ".join(filter(None, (told.sum_said(), rounded, of.note))),
        alone=" ".join(filter(None, (said, rounded, of.note))),
        heads=(of.about, words("Comments"), words("Share"), *told.accepted_heads()),
        rows=tuple(rows),
        drawing=bars(of.about, drawn),
    )
