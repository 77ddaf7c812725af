"""Which comments of a text are shown: what the address asks for, and links to what else it may."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

from talqy.language.clause_sayings import plain_clause_name
from talqy.model.comment import Comment
from talqy.service.desk.answers.alike import Groups
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit

ON_A_PAGE = 50
"""So many comments stand on one page."""
WHOLE = "-"
"""How an address names the text as a whole among its clauses."""
_MOST_PAGES = 5


class Shown(StrEnum):
    """Which comments are listed, by what is still to be done."""

    ALL = "all"
    WAITING = "waiting"
    """In time, and without an answer."""
    LATE = "late"
    """Late, and without an answer."""
    HALF = "half"
    """With a reason that is not there in every language."""
    PROMISED = "promised"
    """Accepted, and the text with the change is not there yet."""
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is listed; empty parts choose nothing. `clause` is `WHOLE` for the text itself."""

    shown: Shown = Shown.ALL
    clause: str = ""
    language: str = ""
    group: str = ""
    page: int = 1

    @property
    def query(self) -> str:
        """It as the end of an address."""
        said = {
            "show": self.shown.value,
            "clause": self.clause,
            "language": self.language,
            "group": self.group,
            "page": str(self.page) if self.page > 1 else "",
        }
        return "?" + urlencode({name: value for name, value in said.items() if value})


@dataclass(frozen=True, slots=True)
class ChoiceLink:
    """A link to other comments: what it is called, how many they are (None where not counted)."""

    words: str
    href: str
    count: int | None = None
    is_here: bool = False


def choice_of(asked: Mapping[str, str], heard: TextHeard) -> Choice:
    """Read what an address asks for; what it does not know chooses nothing."""
    usual = Shown.WAITING if heard.debt and heard.debt.waiting else Shown.ALL
    named, page = asked.get("show", ""), asked.get("page", "")[:6]
    return Choice(
        shown=Shown(named) if named in set(Shown) else usual,
        clause=_known(asked.get("clause", ""), {WHOLE, *heard.by_clause}),
        language=_known(asked.get("language", ""), heard.by_language),
        group=asked.get("group", "")[:20],
        page=max(int(page), 1) if page.isascii() and page.isdigit() else 1,
    )


def _known(said: str, known: "Mapping[str, int] | set[str]") -> str:
    return said if said in known else ""


def of_state(heard: TextHeard, shown: Shown) -> Callable[[Comment], bool]:
    """Return whether a comment is one of those that are listed."""
    owed = heard.debt
    if shown is Shown.ALL:
        return lambda _: True
    if shown is Shown.ANSWERED:
        return lambda one: heard.record.response_to(one.id) is not None
    parts = {
        Shown.WAITING: owed.waiting if owed else (),
        Shown.LATE: owed.late if owed else (),
        Shown.HALF: owed.half if owed else (),
        Shown.PROMISED: (*(owed.promised if owed else ()), *heard.unkept),
    }
    ids = frozenset(one.id for one in parts[shown])
    return lambda one: one.id in ids


def chosen(heard: TextHeard, choice: Choice, groups: Groups) -> list[Comment]:
    """Return the comments that a choice lists, on all its pages."""
    is_of_state = of_state(heard, choice.shown)
    alike = frozenset(groups.get(choice.group, (choice.group,)))
    found = [
        one
        for one in heard.comments
        if is_of_state(one)
        and (not choice.clause or (one.clause_id or WHOLE) == choice.clause)
        and (not choice.language or one.language == choice.language)
        and (not choice.group or one.id in alike)
    ]
    return heard.are_alike_first(found, groups)


def on_page(found: Sequence[Comment], page: int) -> Sequence[Comment]:
    """Return the comments of one page."""
    return found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]


@dataclass(frozen=True, slots=True)
class ChoiceLinks:
    """Links from what is listed to what else may be."""

    visit: DeskVisit
    heard: TextHeard
    here: Choice

    def states(self) -> Iterator[ChoiceLink]:
        """Yield links to comments by what is still to be done; those of which there are some."""
        say = self.visit.say
        words = {
            Shown.ALL: say("All comments"),
            Shown.WAITING: say("Without an answer"),
            Shown.LATE: say("Late, without an answer"),
            Shown.HALF: say("Reason not in every language"),
            Shown.PROMISED: say("Accepted, change not in the draft yet"),
            Shown.ANSWERED: say("Answered"),
        }
        for shown, said in words.items():
            count = sum(map(of_state(self.heard, shown), self.heard.comments))
            if count or shown in {self.here.shown, Shown.ALL, Shown.WAITING}:
                to = replace(self.here, shown=shown)
                yield self._to(to, said, count, is_here=shown is self.here.shown)

    def clauses(self) -> Iterator[ChoiceLink]:
        """Yield links to the comments at one clause, and first to those at all."""
        here, heard = self.here, self.heard
        to = replace(here, clause="")
        yield self._to(to, self.visit.say("All clauses"), is_here=not here.clause)
        places = {clause.id: at for at, clause in enumerate(heard.revision.walk(), 1)}
        for name in sorted(heard.by_clause, key=lambda name: places.get(name, 0)):
            words = plain_clause_name(self.visit.edition.locale, heard.revision, name or None)
            code = name or WHOLE
            to = replace(here, clause=code)
            yield self._to(to, words, heard.by_clause[name], is_here=code == here.clause)

    def languages(self) -> Iterator[ChoiceLink]:
        """Yield links to the comments in one language, where there are several languages."""
        here, known = self.here, self.heard.by_language
        if len(known) < 2:
            return
        to = replace(here, language="")
        yield self._to(to, self.visit.say("All languages"), is_here=not here.language)
        for code, count in known.items():
            words = self.visit.edition.locale.language_name(code)
            to = replace(here, language=code)
            yield self._to(to, words, count, is_here=code == here.language)

    def pages(self, count: int) -> Iterator[ChoiceLink]:
        """Yield links to the first, the last and the nearest pages of a list."""
        last = -(-count // ON_A_PAGE)
        near = range(self.here.page - _MOST_PAGES + 1, self.here.page + _MOST_PAGES)
        for page in sorted({1, last, *near} & set(range(1, last + 1))) if last > 1 else ():
            href = self._at(replace(self.here, page=page))
            yield ChoiceLink(str(page), href, None, page == self.here.page)

    def _to(self, to: Choice, words: str, count: int | None = None, *, is_here: bool) -> ChoiceLink:
        return ChoiceLink(words, self._at(replace(to, group="", page=1)), count, is_here)

    def _at(self, choice: Choice) -> str:
        return self.visit.path(self.heard.below) + choice.query
