"""Texts of the made-up corpus: a first one, and those that change it, with what they change."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from corpus_clauses import MadeClause, Service
from corpus_facts import facts_of
from corpus_figures import Counts
from corpus_speech import LANGUAGES, Said, Speech, begun, both, parts, phrase

_IN_CHAPTERS = 5
"""One standard in so many has chapters."""
_WITH_TABLE = 4
_ALWAYS = 15
_RATES = (
    ("Жеке тұлға", "Физическое лицо"),
    ("Дара кәсіпкер", "Предприниматель"),
    ("Заңды тұлға", "Юридическое лицо"),
)


@dataclass
class Change:
    """A clause that is not what it was, why, and the comments that asked for it."""

    clause: str
    reason: Said
    was: Sequence[Said]
    now: Sequence[Said]
    comments: list[str] = field(default_factory=list)


@dataclass
class MadeText:
    """A complete text, its kind, and how it differs from the one before."""

    kind: str
    clauses: list[MadeClause]
    changes: list[Change] = field(default_factory=list)
    gist: Said | None = None

    def walk(self) -> Iterator[MadeClause]:
        """Yield all clauses, in their order."""
        for clause in self.clauses:
            yield clause
            yield from clause.inside

    def trees(self, service: Service) -> list[dict[str, Any]]:
        """Return the clauses as they stand in a file, numbered, in chapters where it has some."""
        numbered = []
        for number, clause in enumerate(self.clauses, start=1):
            tree = clause.tree(service, str(number))
            inside = [
                one.tree(service, f"{number}.{at}") for at, one in enumerate(clause.inside, 1)
            ]
            numbered.append(tree | ({"clauses": inside} if inside else {}))
        if sum(map(ord, service.id)) % _IN_CHAPTERS:
            return numbered
        return _in_chapters(numbered)


def _in_chapters(trees: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found, begin = [], 0
    for at, (name, kk, ru, end) in enumerate(parts("chapters"), start=1):
        inside = trees[begin : int(end)]
        begin = int(end)
        number = both(f"{at}-тарау", f"Глава {at}")
        heading = both(kk, ru)
        found.append(
            {"id": name, "unit": "chapter", "number": number, "heading": heading, "clauses": inside}
        )
    return found


# --- the first text -------------------------------------------------------------------------------


def first_text(speech: Speech, service: Service, model: Counts) -> MadeText:
    """Return a new text, about as large as those of the model."""
    chance = speech.chance
    more = max(0, chance.choice(model["clauses of a text"]) - _ALWAYS)
    papers = min(len(parts("papers-of")), max(1, more // 2))
    extras = chance.sample(
        parts("more-clauses"),
        min(len(parts("more-clauses")), more - papers if more > papers else 0),
    )
    clauses = [_made(line, speech) for line in parts("clauses")]
    clauses[-3:-3] = [_made(line, speech) for line in extras]
    docs = next(clause for clause in clauses if clause.id == "docs")
    docs.inside = [_made(line, speech) for line in parts("papers-of")[:papers]]
    if chance.randrange(_WITH_TABLE) == 0:
        next(clause for clause in clauses if clause.id == "fee").inside = [_rates(speech)]
    text = MadeText("new", clauses)
    for clause in text.walk():
        if not clause.table:
            clause.fill(speech, service, chance.choice(model["words of a clause, kk"]))
    return text


def _made(line: tuple[str, ...], speech: Speech) -> MadeClause:
    name, topic, kk, ru = line
    return MadeClause(name, topic, both(kk, ru), facts_of(name, speech.chance))


def _rates(speech: Speech) -> MadeClause:
    """Return a clause that is a table."""
    rows = [[both(*who), f"{speech.chance.randint(1, 9)},5"] for who in _RATES]
    table = {
        "head": [both("Алушы", "Получатель"), both("Мөлшері, АЕК", "Размер, МРП")],
        "rows": rows,
    }
    return MadeClause("fee-rates", "payment", both("Мөлшерлемелер", "Ставки"), table=table)


# --- the next one ---------------------------------------------------------------------------------


def next_text(was: MadeText, speech: Speech, service: Service, model: Counts) -> MadeText:
    """Return a text that changes some clauses of another one."""
    kind = speech.chance.choice(("amendment", "amendment", "amendment", "supplement"))
    text = MadeText(kind, deepcopy(was.clauses))
    open_to_change = [c for c in text.walk() if not c.table and (c.free or "documents" in c.facts)]
    size = min(len(open_to_change), speech.chance.choice(model["clauses changed by a text"]))
    if kind == "amendment":
        open_to_change.append(next(clause for clause in text.clauses if clause.id == "term"))
    chosen = {id(one) for one in speech.chance.sample(open_to_change, size)}
    for clause in text.walk():
        if id(clause) in chosen:
            text.changes.append(_changed(clause, kind, speech, service))
    text.gist = next((_gist(one) for one in text.changes if one.clause == "term"), None)
    return text


def repealed(was: MadeText) -> MadeText:
    """Return the text that ends a standard: it says what it said."""
    return MadeText("repeal", deepcopy(was.clauses))


def _changed(clause: MadeClause, kind: str, speech: Speech, service: Service) -> Change:
    """Change one clause, as the kind of its text allows."""
    was = clause.lines(service)
    if kind == "supplement":
        clause.free.append(speech.sentence(clause.topic))
    elif clause.id == "term":
        _change_term(clause, speech)
    elif len(clause.facts.get("documents", ())) > _FEW_PAPERS:
        del clause.facts["documents"][1]
    elif clause.free and len(clause.free) > 1:
        clause.free[speech.chance.randrange(len(clause.free))] = speech.sentence(clause.topic)
    else:
        clause.free.append(speech.sentence(clause.topic))
    return Change(clause.id, _reason(speech), was, clause.lines(service))


_FEW_PAPERS = 3


def _change_term(clause: MadeClause, speech: Speech) -> None:
    """Give the service another term."""
    amounts = [int(line[0]) for line in parts("numbers")]
    now = clause.facts["term"][0]["amount"]
    other = [amount for amount in amounts if abs(amounts.index(amount) - amounts.index(now)) == 1]
    clause.facts["term"][0] = {"amount": speech.chance.choice(other), "unit": "working-day"}


def _reason(speech: Speech) -> Said:
    said = speech.own(speech.because)
    return {code: f"{begun(said[code])}." for code in LANGUAGES}


def _gist(change: Change) -> Said:
    """Say what changes for people: the words of the changed item."""
    (was, now) = (
        {code: _amount(at[1][code]) for code in LANGUAGES} for at in (change.was, change.now)
    )
    return phrase("gist", was=was, now=now)


def _amount(item: str) -> str:
    return item.rpartition(" – ")[2].strip(" .;")
