"""Clauses of the made-up corpus: what each must say by its facts, and sentences of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus_facts import Facts
from corpus_figures import words
from corpus_speech import LANGUAGES, Said, Speech, both, lawful, parts, phrase


@dataclass(frozen=True)
class Service:
    """What a standard is about, and who is responsible for it."""

    id: str
    title: Said
    life_event: str
    also: Said
    authority: str
    authority_name: Said


@dataclass
class MadeClause:
    """A clause: sentences that follow from its facts, and free ones; other clauses inside of it."""

    id: str
    topic: str
    heading: Said
    facts: Facts = field(default_factory=dict)
    free: list[Said] = field(default_factory=list)
    inside: list["MadeClause"] = field(default_factory=list)
    table: dict[str, Any] | None = None
    unit: str | None = None

    def lines(self, service: Service) -> list[Said]:
        """Return its paragraphs."""
        fixed = _FIXED.get(self.id, _papers if "documents" in self.facts else _nothing)
        return [*fixed(service, self.facts), *self.free]

    def tree(self, service: Service, number: str | Said) -> dict[str, Any]:
        """Return the clause as it stands in a file."""
        lines = self.lines(service)
        text = {code: "\n".join(line[code] for line in lines) for code in LANGUAGES}
        found = {
            "id": self.id,
            "unit": self.unit,
            "number": number,
            "heading": self.heading,
            "covers": _COVERS.get(self.id),
            "text": text if lines else None,
            "table": self.table,
            "facts": {name: value for name, value in self.facts.items() if name not in _HIDDEN},
        }
        return {key: value for key, value in found.items() if value}

    def fill(self, speech: Speech, service: Service, size: int) -> None:
        """Say more, until there are about so many words in Kazakh."""
        least = max(size, HALF_A_SENTENCE + 1)  # a clause says something
        while (missing := least - self.size(service)) > HALF_A_SENTENCE:
            more = [speech.sentence(self.topic) for _ in range(1 if missing < _PARAGRAPH else 2)]
            self.free.append({code: " ".join(one[code] for one in more) for code in LANGUAGES})

    def size(self, service: Service) -> int:
        """Return how many words it has in Kazakh."""
        return sum(words(line["kk"]) for line in self.lines(service))


_PARAGRAPH = 24
HALF_A_SENTENCE = 8
_COVERS = {
    "provider": ["provider"],
    "complaints": ["complaints"],
    "disability": ["disability"],
    "contacts": ["other-requirements"],
}
# What the words of a clause need, and no fact of ours.
_HIDDEN = frozenset({"office"})


def listed(items: Sequence[Said]) -> list[Said]:
    """Return the items of a list, with their labels and ends."""
    last = len(items)
    return [
        {code: f"{number}) {item[code]}{'.' if number == last else ';'}" for code in LANGUAGES}
        for number, item in enumerate(items, start=1)
    ]


def _nothing(_service: Service, _facts: Facts) -> list[Said]:
    return []


def _general(service: Service, _facts: Facts) -> list[Said]:
    return [phrase("general", title=service.title), lawful("developed", gap=service.authority_name)]


def _provider(service: Service, _facts: Facts) -> list[Said]:
    return [phrase("provider", title=service.title, body=service.authority_name)]


def _channels(_service: Service, facts: Facts) -> list[Said]:
    ways = [both(kk, ru) for code, kk, ru in parts("channels") if code in facts["channels"]]
    return [phrase("channels"), *listed(ways)]


def _term(service: Service, facts: Facts) -> list[Said]:
    *terms, waiting = facts["term"]
    items = []
    for one in terms:
        case, days = _case(service, one), _days(one["amount"])
        items.append({code: f"{case[code]} – {days[code]}" for code in LANGUAGES})
    said = (lawful("accepted-day"), lawful("waiting", gap=_number(waiting["amount"])))
    return [phrase("term"), *listed(items), *said]


def _case(service: Service, term: Facts) -> Said:
    title = {code: service.title[code][:1].lower() + service.title[code][1:] for code in LANGUAGES}
    given = term.get("condition")
    return {code: f"{title[code]}, {given[code]}" for code in LANGUAGES} if given else title


def _line(amount: int) -> tuple[str, ...]:
    return next(line for line in parts("numbers") if line[0] == str(amount))


def _number(amount: int) -> Said:
    _, kk, ru, _ = _line(amount)
    return both(f"{amount} ({kk})", f"{amount} ({ru})")


def _days(amount: int) -> Said:
    said = _number(amount)
    return both(f"{said['kk']} жұмыс күні", f"{said['ru']} {_line(amount)[3]}")


def _form(_service: Service, facts: Facts) -> list[Said]:
    return [phrase("paper" if "paper" in facts["forms"] else "electronic")]


def _result(_service: Service, facts: Facts) -> list[Said]:
    return [phrase("result"), *listed([one["name"] for one in facts["result"]])]


def _fee(service: Service, facts: Facts) -> list[Said]:
    amount = facts["fee"][0].get("amount")
    if amount is None:
        return [phrase("free", title=service.title)]
    return [phrase("fee", title=service.title, amount=amount.replace(".", ","))]


def _schedule(_service: Service, facts: Facts) -> list[Said]:
    opens, closes = facts["schedule"][0]["from"], facts["schedule"][0]["to"]
    hours = phrase(
        "schedule",
        office=facts["office"],
        opens=both(opens + ("-дан" if opens.endswith("30") else "-ден"), opens),
        closes=both(closes + ("-ға" if closes.endswith("30") else "-ге"), closes),
    )
    return [hours, lawful("corporation"), phrase("portal")]


def _papers(_service: Service, facts: Facts) -> list[Said]:
    return [phrase("papers"), *listed([one["name"] for one in facts["documents"]])]


def _refusal(_service: Service, facts: Facts) -> list[Said]:
    return [phrase("refusal"), *listed([lawful(one["ground"]) for one in facts["refusal_grounds"]])]


_FIXED: dict[str, Callable[[Service, Facts], list[Said]]] = {
    "general": _general,
    "recipients": lambda _service, _facts: [phrase("recipients"), lawful("equal")],
    "provider": _provider,
    "channels": _channels,
    "term": _term,
    "form": _form,
    "result": _result,
    "fee": _fee,
    "schedule": _schedule,
    "docs": lambda _service, _facts: [phrase("docs"), lawful("no-demand")],
    "refusal": _refusal,
    "complaints": lambda _service, _facts: [lawful("complaint"), lawful("court")],
    "disability": lambda _service, _facts: [lawful("ramps")],
    "handover": lambda _service, _facts: [lawful("handover")],
    "contacts": lambda _service, _facts: [lawful("phones")],
}
