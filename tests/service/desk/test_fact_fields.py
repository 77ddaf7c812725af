"""Every fact of the one table has its field, and what it shows it reads back."""

from collections.abc import Iterator
from typing import Any

import pytest

from fact_examples import EXAMPLES
from sites import ROOT
from talqy.build import site
from talqy.language.edition import Edition
from talqy.model.facts import FACTS, Facts
from talqy.model.problem import Path
from talqy.project.survey import survey
from talqy.project.yaml_edit import as_read
from talqy.service.desk.drafts.controls import Control, ControlMaker, control_name
from talqy.service.desk.drafts.fields_read import read_fields
from talqy.service.desk.drafts.model_fields import fact_fields

SPOKEN = {"kk": "Қазақша", "ru": "Русский"}


@pytest.fixture(scope="module")
def editions() -> tuple[Edition, ...]:
    return site(ROOT, survey(ROOT, is_checked=False), "").editions


def posted(control: Control) -> Iterator[tuple[str, str]]:
    """Yield what a browser sends of a control."""
    for part in control.spoken:
        yield part.name, part.text
    for below in control.controls:
        yield from posted(below)
    for row in control.rows:
        for below in row.controls:
            yield from posted(below)
    if control.kind in {"code", "choice", "language"}:
        chosen = [one.code for one in control.choices if one.is_chosen]
        yield control.name, chosen[0] if chosen else ""
    elif control.kind == "codes":
        yield from ((control.name, one.code) for one in control.choices if one.is_chosen)
    elif control.kind == "flag":
        yield from [(control.name, "true")] if control.text == "true" else []
    elif control.kind not in {"spoken", "group"}:
        yield control.name, control.text


def typed(control: Control) -> dict[str, tuple[str, ...]]:
    """Return what a browser sends of a control, as it comes."""
    found: dict[str, tuple[str, ...]] = {}
    for name, text in posted(control):
        found[name] = (*found.get(name, ()), text)
    return found


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("name", FACTS)
def test_a_fact_is_shown_in_fields_and_read_back(
    editions: tuple[Edition, ...], name: str, language: str
) -> None:
    edition = next(one for one in editions if one.code == language)
    field = fact_fields()[name]
    is_list = isinstance(Facts.model_fields[name].default, tuple)
    examples = list(EXAMPLES[name]) if is_list else [EXAMPLES[name][0]]
    tree: Any = examples if is_list else examples[0]
    maker = ControlMaker(edition.locale, SPOKEN, {})
    control = maker.control(field, f"facts.{name}", name, tree, 1)
    assert control.label
    read = read_fields([field], typed(control), list(SPOKEN), "facts", {name: tree})
    assert as_read(read[name]) == as_read(tree)
    new = read_fields([field], typed(control), list(SPOKEN), "facts", {})
    model = Facts.model_validate({name: tree}), Facts.model_validate(new)
    assert model[0] == model[1], "a new one is read as well"
    empty = maker.control(field, f"facts.{name}", name, None, 2)
    assert read_fields([field], typed(empty), list(SPOKEN), "facts", {}) == {}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("clauses", 1, "facts", "term", 0, "amount"), "facts.term.0.amount"),
        (("clauses", 1, "clauses", 0, "facts", "fee", 1), "facts.fee.1"),
        (("clauses", 0, "facts", "channels", 2, "case", "code"), "facts.channels.2.code"),
        (("clauses", 0, "facts", "channels", 2, "code"), "facts.channels.2.code"),
        (("clauses", 0, "facts", "fee", 0, "case", "kk"), "facts.fee.0.case"),
        (("clauses", 0, "facts", "schedule", 0, "break", "to"), "facts.schedule.0.break.to"),
        (("clauses", 0, "facts", "handover", "unit"), "facts.handover.unit"),
        (("clauses", 0, "heading", "ru"), "heading"),
        (("clauses", 0), ""),
        ((), ""),
        (("clauses", 0, "facts", "unknown"), ""),
    ],
)
def test_a_path_of_a_problem_leads_to_its_field(path: Path, name: str) -> None:
    assert control_name(path, fact_fields()) == name


def test_odd_names_of_fields_are_no_rows() -> None:
    odd = {
        "facts.term.999999.amount": ("5",),
        "facts.term.-1.amount": ("5",),
        "facts.term.x.amount": ("5",),
        "facts.term..amount": ("5",),
        "facts.term.0": ("5",),
        "facts.__class__.0.x": ("5",),
    }
    assert read_fields([fact_fields()["term"]], odd, ["kk", "ru"], "facts", {}) == {}
