"""The findings of the statistics: each a sentence, what it counts, a picture and a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import kind_name, outcome_name
from talqy.model.comment import AuthorKind, Outcome
from talqy.report.heard import ENOUGH, Heard, percent, percents
from talqy.site.charts import ChartBar, Drawing, bars, one_bar
from talqy.site.pages.statistics_lists import Figure, FigureLists

_TONES = frozenset(Outcome) - {Outcome.DUPLICATE, Outcome.LATE, Outcome.WITHDRAWN}
Row = tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding: `about` names it, `title` says it, `note` says of how many and what is left out.

    The first cell of a row is its head.
    """

    id: str
    about: str
    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    drawing: Drawing


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
    def decided(self) -> list[Heard]:
        """The comments that were decided on the merits."""
        return [one for one in self.heard if one.is_decided]

    def counted(self) -> str:
        """Say how many comments are counted."""
        return self.locale.words(
            "Comments: {n}, each counted once; decided: {m}.",
            n=self.locale.number(len(self.heard)),
            m=self.locale.number(len(self.decided)),
        )

    def percents(self, number: int) -> str:
        """Say a number of percents."""
        return self.locale.words("{n} %", n=number)

    def of_enough(self, title: str) -> str:
        """Return a title that speaks of decisions, where there are enough of them."""
        if len(self.decided) >= ENOUGH:
            return title
        return self.locale.words("There are too few decisions yet to speak of shares")

    def shared(self, part: int, whole: int) -> str:
        """Say a share in percent; of too few, that they are too few."""
        if not whole:
            return self.locale.words("no decision yet")
        if whole < ENOUGH:
            return self.locale.words("too little data: fewer than {n}", n=ENOUGH)
        return self.percents(percent(part, whole))

    def accepted(self, code: str, name: str, heard: Iterable[Heard]) -> Row:
        """Say how many of some comments were decided and accepted, with the share."""
        decided = [one for one in heard if one.is_decided]
        good = [one for one in decided if one.is_accepted]
        merits, accepted, _ = self.accepted_heads()
        return (
            self.lists.figure(f"{code}_decided", f"{name}: {merits}", decided),
            self.lists.figure(f"{code}_accepted", f"{name}: {accepted}", good),
            Figure(self.shared(len(good), len(decided))),
        )

    def accepted_heads(self) -> tuple[str, str, str]:
        """Return the heads of these columns."""
        words = self.locale.words
        return (
            words("Decided"),
            words("Accepted in full or in part"),
            words("Share accepted"),
        )

    def bar(self, name: str, figure: Figure, share: str, length: int, tone: str = "") -> ChartBar:
        """Return a bar with its count and its share."""
        value = self.locale.words("{count} ({share})", count=figure.words, share=share)
        return ChartBar(name, value, length, tone)


def outcomes(told: Telling) -> Finding:
    """Say what became of all comments, as one bar of 100 %."""
    words, locale = told.locale.words, told.locale
    found = [
        (code, heard)
        for code in (*Outcome, None)
        if (heard := [one for one in told.heard if one.outcome is code])
    ]
    rows, drawn = [], []
    shares = percents([len(heard) for _, heard in found])
    for (code, heard), share in zip(found, shares, strict=True):
        name = outcome_name(locale, code)
        said = told.percents(share) if share else words("less than 1 %")
        figure = told.lists.figure(f"outcome-{code or 'waiting'}", name, heard)
        rows.append((Figure(name), figure, Figure(said)))
        tone = "waiting" if code is None else code if code in _TONES else "aside"
        drawn.append(told.bar(name, figure, said, share, tone))
    good = percent(sum(one.is_accepted for one in told.decided), len(told.decided))
    about = words("What became of the comments")
    rest = words(
        "Decided are those accepted, also in part, not accepted, noted or out of scope; the others "
        "wait, came late, repeat another one or were withdrawn."
    )
    return Finding(
        id="outcomes",
        about=about,
        title=told.of_enough(
            words(
                "{n} % of the comments decided were accepted in full or in part",
                n=good,
            )
        ),
        note=f"{told.counted()} {rest}",
        heads=(words("Outcome"), words("Comments"), words("Share")),
        rows=tuple(rows),
        drawing=one_bar(about, drawn),
    )


@dataclass(frozen=True, slots=True)
class Grouping:
    """What comments have in common: the code of each, and how codes are called in their order."""

    id: str
    about: str
    code: Callable[[Heard], str]
    names: tuple[tuple[str, str], ...]
    title: str = ""
    note: str = ""


def groupings(told: Telling) -> Iterator[Grouping]:
    """Yield what comments are told apart by: whose they are, in which language, how they came."""
    words, locale, codes = told.locale.words, told.locale, told.edition.register.codes.codes
    people = sum(one.comment.author.kind is AuthorKind.INDIVIDUAL for one in told.heard)
    share = percent(people, len(told.heard))
    spoken = sorted({one.comment.language for one in told.heard})
    yield Grouping(
        "voices",
        words("Who comments"),
        lambda one: str(one.comment.author.kind),
        tuple((code, kind_name(locale, code)) for code in codes("author-kind")),
        words("{n} % of the comments were written by individuals", n=share),
        words("Who wrote is what the author has said; nobody has checked it."),
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
    most = (0, "")
    for code, name in of.names:
        own = [one for one in told.heard if of.code(one) == code]
        if not own:
            continue
        group, share = f"{of.about}: {name}", told.percents(percent(len(own), total))
        figure = told.lists.figure(f"{of.id}-{code}", group, own)
        merits = told.accepted(f"{of.id}-{code}", group, own)
        rows.append((Figure(name), figure, Figure(share), *merits))
        drawn.append(told.bar(name, figure, share, percent(len(own), total)))
        most = max(most, (len(own), name), key=lambda one: one[0])
    return Finding(
        id=of.id,
        about=of.about,
        title=of.title
        or words(
            "Most often: {name} – {count} of {total}.", name=most[1], count=most[0], total=total
        ).rstrip("."),
        note=f"{told.counted()} {of.note}".strip(),
        heads=(of.about, words("Comments"), words("Share"), *told.accepted_heads()),
        rows=tuple(rows),
        drawing=bars(of.about, drawn),
    )
