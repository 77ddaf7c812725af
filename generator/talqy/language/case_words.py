"""What changes for people in the words of one language: case by case, as all printers say it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from talqy.compare.case_changes import CaseState
from talqy.compare.cases import SAME_TO_READERS, CaseChange, CaseFact, Side, likeness
from talqy.compare.directions import OF_ONE_TEXT, Direction, papers
from talqy.compare.spoken_of import speaks_of
from talqy.compare.telling_apart import Words
from talqy.language.fact_words import (
    FactContext,
    SaidValue,
    amount_of_time,
    fee_words,
    said_values,
)
from talqy.language.locale import Locale
from talqy.model.facts import FACTS, Document, code_of

NOT_KNOWN = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One thing in one case: how it was and becomes, “–” where nothing is known.

    `case` is empty where it is for all; it names both cases where the texts name one in words that
    are not alike. `rest` says, where other cases are named beside it, that it is for all others.
    Where one text alone has the thing, the other side is empty, and `effect` says so. `direction`
    is the code of what that means for people, and `effect` says it; both are empty where it is
    neither better nor worse. `is_partial` is a document that is asked for before and after, but not
    of the same people. It `is_in_gist` where the gist of the text speaks of it.
    """

    case: str
    thing: str
    was: str
    becomes: str
    direction: str
    effect: str
    rest: str = ""
    is_partial: bool = False
    is_in_gist: bool = False

    @property
    def name(self) -> str:
        """What the row is about, as it begins a line among all the others."""
        return ". ".join(part for part in (self.case or self.rest, self.thing) if part)

    def told_after(self, other: "CaseRow | None") -> str:
        """Return all words of the row, as a list has them: its room is reckoned by them.

        Behind another row of its case it names the case no more.
        """
        name = self.thing if other and self.case and self.case == other.case else self.name
        return f"{name}: {self.was}{self.arrow}{self.becomes} {self.effect}"

    @property
    def line(self) -> str:
        """The whole row in one line, for a picture or a list."""
        if self._is_of_one_text:
            return f"{self.short} – {self.was}{self.becomes}"
        return f"{self._place}: {self.was}{self.arrow}{self.becomes}"

    @property
    def short(self) -> str:
        """What changes, and what that means, without the values; empty where that is not said."""
        if self._is_of_one_text:
            inside = ", ".join(part for part in (self.case, _first_small(self._own_thing)) if part)
            return ": ".join(part for part in (first_large(self.effect), inside) if part)
        return f"{self._place} ({self.effect})" if self.effect else ""

    @property
    def _place(self) -> str:
        return " – ".join(part for part in (self.case, self._own_thing) if part)

    @property
    def _own_thing(self) -> str:
        """The thing, unless the case or the effect names it already."""
        if self.direction in {Direction.NEW_GROUND, Direction.GROUND_GONE}:
            return ""
        return "" if self.thing.casefold() in self.case.casefold() else self.thing

    @property
    def _is_of_one_text(self) -> bool:
        """Whether the other text has no such thing; a line begins with that, and so says it."""
        return self.direction in OF_ONE_TEXT

    @property
    def arrow(self) -> str:
        """What stands between the sides; empty where one of them is all there is to say."""
        return " → " if self.was and self.becomes else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """One thing in one case, as it is; `case` and `rest` are those of a change."""

    case: str
    thing: str
    said: str
    rest: str = ""


def case_rows(
    context: FactContext, changes: Iterable[CaseChange], gist: Words = None
) -> Iterator[CaseRow]:
    """Say what changes, one row a change; sums are of one year on both sides."""
    locale = context.locale
    for change in changes:
        yield CaseRow(
            case=_case(locale, change),
            thing=_thing(context, change),
            was=side_words(context, change, change.before),
            becomes=side_words(context, change, change.after),
            direction=change.direction or "",
            effect=effect_words(locale, change.direction) if change.direction else "",
            rest=rest_words(locale) if change.is_rest else "",
            is_partial=_is_partial(change),
            is_in_gist=speaks_of(gist, change),
        )


def state_rows(context: FactContext, states: Iterable[CaseState]) -> Iterator[StateRow]:
    """Say what holds in each case; a list that asks nothing of anybody stands for itself alone."""
    every = tuple(states)
    asked = [one for one in every if one.fact == "documents" and _is_asked(one)]
    for state in every:
        if state.fact == "documents" and not state.words and asked and not _is_asked(state):
            continue
        yield StateRow(
            case=_case(context.locale, state),
            thing=_thing(context, state),
            said=listed_words(context, state.values),
            rest=rest_words(context.locale) if state.is_rest else "",
        )


def rest_words(locale: Locale) -> str:
    """Say that something is for all cases that are not named beside it."""
    return locale.words("In other cases")


def _is_partial(change: CaseChange) -> bool:
    sides = (change.before or (), change.after or ())
    return change.fact == "documents" and all(
        any(papers(one.value) for one in side) for side in sides
    )


def effect_words(locale: Locale, direction: Direction) -> str:
    """Say what a change means for people."""
    words = {
        Direction.FASTER: locale.words("faster"),
        Direction.SLOWER: locale.words("slower"),
        Direction.CHEAPER: locale.words("cheaper"),
        Direction.DEARER: locale.words("dearer"),
        Direction.FEWER_PAPERS: locale.words("fewer papers"),
        Direction.MORE_PAPERS: locale.words("more papers"),
        Direction.LONGER_HOURS: locale.words("longer hours"),
        Direction.SHORTER_HOURS: locale.words("shorter hours"),
        Direction.NEW_WAY: locale.words("a new way"),
        Direction.WAY_GONE: locale.words("a way taken away"),
        Direction.NEW_CASE: locale.words("a new case"),
        Direction.OWN_CASE: locale.words("a case of its own"),
        Direction.NOT_NAMED: locale.words("not named any more"),
        Direction.NEW_GROUND: locale.words("a new ground for refusal"),
        Direction.GROUND_GONE: locale.words("a ground for refusal taken away"),
        Direction.ADDED: locale.words("put in"),
        Direction.GONE: locale.words("taken out"),
    }
    return words[direction]


def _is_asked(state: CaseState) -> bool:
    return any(papers(one.value) for one in state.values)


def _case(locale: Locale, of: CaseChange | CaseState) -> str:
    was = of.was_words if isinstance(of, CaseChange) else None
    return case_name(locale, of.words, of.channel, was, of.now_words)


def case_name(
    locale: Locale, words: Words, channel: str, was_words: Words = None, now_words: Words = None
) -> str:
    """Return the name of a case as it begins a line; empty for all cases.

    `was_words` are those of an older text, where one would not know the case by the newer ones, and
    `now_words` those of a newer text, where it is told by the older ones.
    """
    said = locale.plain(words) if words else ""
    if was_words:
        was = _first_small(locale.plain(was_words))
        said = locale.words("{case} (before: {was})", case=said, was=was)
    if now_words:
        now = _first_small(locale.plain(now_words))
        case = said or rest_words(locale)
        said = locale.words("{case} (in the newer text: {now})", case=case, now=now)
    way = locale.everyday("channel", channel) if channel else ""
    return first_large("; ".join(" ".join(part.split()) for part in (said, way) if part))


def _thing(context: FactContext, of: CaseChange | CaseState) -> str:
    """Name what a row is about: a document by its own name, all else by that of its fact."""
    locale = context.locale
    values = of.values if isinstance(of, CaseState) else (*(of.before or ()), *(of.after or ()))
    if of.fact == "documents":
        is_one = isinstance(of, CaseChange) and _is_one_paper(of)
        name = locale.plain(values[0].value.name) if is_one else locale.words("Documents")
        return first_large(" ".join(name.split()))
    return _spoken(context, values[0]).label


def _is_one_paper(change: CaseChange) -> bool:
    """Return whether both sides are of one document, under a name by which anybody knows it."""
    if change.before is None or change.after is None:
        return False
    if not change.before or not change.after:
        return True
    papers_of = [side[0].value for side in (change.before, change.after)]
    is_brought = all(papers(one) for one in papers_of)
    return not is_brought or likeness(*(one.name for one in papers_of)) >= SAME_TO_READERS


def side_words(context: FactContext, change: CaseChange, side: Side) -> str:
    """Say one side of a change."""
    locale = context.locale
    if side is None:
        return "" if change.direction in OF_ONE_TEXT else NOT_KNOWN
    if change.fact == "documents" and _is_one_paper(change):
        other = change.after if side is change.before else change.before
        return _need(locale, side, other or ())
    if change.fact == "result" and change.words:
        forms = (locale.coded("form", form) for form in side[0].value.forms)
        return "; ".join(forms) or NOT_KNOWN
    return listed_words(context, side) if side else locale.words("not there")


def _need(locale: Locale, side: tuple[CaseFact, ...], other: tuple[CaseFact, ...]) -> str:
    """Say whether a person brings a document; its form where that is another one than before."""
    if not side:
        return locale.words("not needed")
    document = side[0].value
    if document.source != "applicant":
        # What a person only confirms in a system is taken from there as well.
        place = f" ({locale.plain(document.system)})" if document.system else ""
        return f"{locale.words('no need to bring it')}{place}"
    forms = {one.value.form for one in (*side, *other) if papers(one.value)}
    form = (
        f" ({locale.coded('document-form', document.form)})"
        if len(forms) > 1 and document.form
        else ""
    )
    only = f" ({_first_small(locale.plain(document.condition))})" if document.condition else ""
    return f"{locale.words('needed')}{form}{only}"


def listed_words(context: FactContext, values: tuple[CaseFact, ...]) -> str:
    """Say all values of a case: of documents those that a person brings; a place once."""
    if values[0].fact == "schedule":
        place = f"{context.locale.coded('place', values[0].value.place)}: "
        return place + "; ".join(_said(context, one).removeprefix(place) for one in values)
    if values[0].fact != "documents":
        return "; ".join(dict.fromkeys(_said(context, one) for one in values))
    brought = [_paper(context.locale, one.value) for one in values if papers(one.value)]
    return "; ".join(brought) or context.locale.words("nothing to bring")


def _paper(locale: Locale, document: Document) -> str:
    """Name a document, and when alone it is asked for."""
    only = f" ({_first_small(locale.plain(document.condition))})" if document.condition else ""
    return " ".join(f"{locale.plain(document.name)}{only}".split())


def _said(context: FactContext, one: CaseFact) -> str:
    """Say a value without its case, which stands before it."""
    if one.fact == "term":
        return amount_of_time(context.locale, one.value.amount, one.value.unit)
    if one.fact == "fee":
        return fee_words(context.locale, context.unit, one.value, context.year)
    if one.fact == "channels":
        only = f" ({_first_small(context.locale.plain(one.words))})" if one.words else ""
        return context.locale.everyday("channel", code_of(one.value)) + only
    # What an hour is for is its case, and the law behind a ground stands in the clause.
    unsaid = {"refusal_grounds": {"basis": None}, "schedule": {"for_": None}}.get(one.fact, {})
    one = replace(one, value=one.value.model_copy(update=unsaid)) if unsaid else one
    return " ".join(_spoken(context, one).said.split())


def _spoken(context: FactContext, one: CaseFact) -> SaidValue:
    return next(said_values(context, FACTS[one.fact].alone(one.value)))


def _first_small(words: str) -> str:
    """Return words as they stand inside a line; an abbreviation or a name in capitals stays."""
    line = " ".join(words.split())
    return line if line[1:2].isupper() else line[:1].lower() + line[1:]


def first_large(words: str) -> str:
    """Return words as they begin a line, also behind an opening quotation mark.

    A name that has its capital inside stays as it is: eGov.
    """
    at = len(words) - len(words.lstrip('«“"'))
    if words[at + 1 : at + 2].isupper():
        return words
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]
