"""The form of a clause: its own words, its facts, and why it was changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talqy.drafts.document_ids import with_document_ids
from talqy.model.problem import Problem
from talqy.service.desk.drafts.controls import (
    Control,
    ControlMaker,
    FieldChoice,
    FieldFault,
    control_name,
)
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.fields_read import Typed, one, read_fields, read_spoken
from talqy.service.desk.drafts.model_fields import fact_fields
from talqy.service.desk.drafts.table_fields import TypedGrid, grid_of, read_grid
from talqy.service.desk.plain_values import plainly_said

REASON = "reason"
_SPOKEN = ("heading", "text", "note")
_MORE = 3
_UNIT, _ROW = "clause-unit", "requirement-row"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseForm:
    """The fields of a clause, as `desk/_fields.html` prints them.

    `facts` are those that the clause sets, `others` those that it could set. `wrong` is what is
    wrong with it as a whole.
    """

    number: Control
    unit: Sequence[FieldChoice]
    heading: Control
    text: Control
    note: Control
    covers: Sequence[FieldChoice]
    table: TypedGrid
    table_wrong: Sequence[str]
    facts: Sequence[Control]
    others: Sequence[Control]
    reason: Control | None
    wrong: Sequence[str]

    @property
    def faults(self) -> tuple[FieldFault, ...]:
        """What is wrong in all fields, in their order: the form is longer than a screen."""
        reason = (self.reason,) if self.reason else ()
        first = (self.number, self.heading, self.text)
        every = (*first, *self.facts, *self.others, self.note, *reason)
        return tuple(one for of in every for one in of.faults)


def half_said(at: DraftVisit, said: Mapping[str, Any]) -> str:
    """Return the fields of a clause that have words in one language, and none in another."""
    note = at.say("Note on the acts that changed it")
    labels = {"heading": at.say("Heading"), "text": at.say("Text"), "note": note}
    found = list[str]()
    for key, label in labels.items():
        words = said.get(key) or {}
        lacking = [name for code, name in at.languages.items() if not words.get(code)]
        if lacking and len(lacking) < len(at.languages):
            found.append(f"{label} ({', '.join(lacking)})")
    return "; ".join(found)


def read_clause(at: DraftVisit, typed: Typed, old: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed into the form of a clause; `old` is what the file says of it."""
    languages = at.draft.languages
    spoken = {key: read_spoken(typed, languages, key, old.get(key)) for key in _SPOKEN}
    spoken["heading"] = {code: _in_a_line(words) for code, words in spoken["heading"].items()}
    facts = tuple(fact_fields().values())
    said = read_fields(facts, typed, languages, "facts", old.get("facts") or {})
    codes = at.draft.register.codes
    return {
        "unit": one(typed, "unit"),
        "number": _number(read_spoken(typed, languages, "number"), languages),
        **spoken,
        "covers": [code for code in typed.get("covers", ()) if code],
        "table": read_grid(typed, languages, old.get("table")),
        "facts": with_document_ids(said, at.draft.clauses, codes, languages),
    }


def _in_a_line(heading: str) -> str:
    """Return a heading as one line: a long one has a field of several, where Enter breaks it."""
    return " ".join(part.strip() for part in heading.splitlines())


def _number(said: Mapping[str, str], languages: Sequence[str]) -> object:
    """Return a number: one for all languages where they say the same."""
    same = set(said.values())
    return same.pop() if len(same) == 1 and len(said) == len(languages) else dict(said)


def clause_form(
    at: DraftVisit,
    tree: Mapping[str, Any],
    reason: Mapping[str, str] | None,
    problems: Sequence[Problem] = (),
    more: str = "",
) -> ClauseForm:
    """Return the form of a clause that says what `tree` says.

    `more` is a fact, or the table, that gets more empty rows. Without a `reason` none is asked.
    """
    fields = fact_fields()
    wrong = _wrong(at, problems)
    maker = ControlMaker(at.edition.locale, at.languages, wrong)
    known = tree.get("facts") or {}
    controls = [
        maker.control(f, f"facts.{n}", n, known.get(n), _MORE if more == n else 1)
        for n, f in fields.items()
    ]
    first = [one for one in controls if known.get(one.key) or one.key == more]
    number = tree.get("number") or ""
    numbers = number if isinstance(number, Mapping) else dict.fromkeys(at.languages, str(number))
    return ClauseForm(
        number=maker.spoken("number", "number", at.say("Number"), numbers),
        unit=tuple(_choices(at, _UNIT, {str(tree.get("unit") or "")})),
        heading=maker.spoken("heading", "heading", at.say("Heading"), tree.get("heading")),
        text=maker.spoken("text", "text", at.say("Text"), tree.get("text")),
        note=maker.spoken(
            "note", "note", at.say("Note on the acts that changed it"), tree.get("note")
        ),
        covers=tuple(_choices(at, _ROW, set(tree.get("covers") or ()))),
        table=grid_of(tree.get("table"), at.languages, _MORE if more == "table" else 1),
        table_wrong=tuple(wrong.get("table", ())),
        facts=first,
        others=[one for one in controls if one not in first],
        reason=None
        if reason is None
        else maker.spoken(REASON, REASON, at.say("Why this is changed"), reason),
        wrong=tuple(wrong.get("", ())),
    )


def _choices(at: DraftVisit, codes: str, chosen: set[str]) -> Iterator[FieldChoice]:
    locale = at.edition.locale
    for code in at.draft.register.codes.codes(codes):
        yield FieldChoice(code, locale.coded(codes, code), code in chosen)


def _wrong(at: DraftVisit, problems: Sequence[Problem]) -> Mapping[str, list[str]]:
    """Return what is wrong by the names of the fields; what has no field is said above all."""
    fields, found = fact_fields(), dict[str, list[str]]()
    own = {"number", "unit", "covers", "table", *_SPOKEN}
    for problem in problems:
        name = control_name(problem.path, fields)
        name = name if name.startswith("facts.") or name in own else ""
        found.setdefault(name, []).append(plainly_said(at.edition, problem))
    return found
