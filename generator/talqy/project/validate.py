"""A plain tree in, a value of the model out; every fault of the file at once, in plain words.

pydantic finds the faults; this file turns its types into rows of `faults.py`. If the model gains a
new way to refuse (`values.refuse`), give it a row here: a test counts them.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from talqy.model.nearness import nearest
from talqy.model.problem import Kind, Path, Problem
from talqy.project import faults

V = TypeVar("V", bound=BaseModel)

# What is said of a refusal that has no words yet: those of pydantic are for programmers.
_OTHER = "another kind of value"

# What a value should have been, by pydantic's type of error.
_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "tuple_type": "a list (lines that begin with “- ”)",
    "mapping_type": "“key: value” lines",
    "dict_type": "“key: value” lines",
    "model_type": "“key: value” lines",
    "model_attributes_type": "“key: value” lines",
    "date_type": "a date such as “2026-11-20”",
    "decimal_type": "an amount such as “0.5”",
    "bool_type": "true or false",
    "whole_number": "a whole number",
    "amount": "an amount such as “0.5”",
    "yes_or_no": "true or false",
    "greater_than_equal": "a larger number",
    "less_than_equal": "a smaller number",
    "union_tag_not_found": "a text or “key: value” lines",
    "union_tag_invalid": "a text or “key: value” lines",
}
_SHAPES = {
    "slug": "use lower-case Latin letters, digits and single hyphens",
    "comment_id": "ten characters of 0-9 and a-z without i, l, o, u",
    "clock": "write the time as “09:00”",
    "language_tag": "write a language as “kk”, “ru” or “en”",
    "digest": "write “sha256:” and the 64 signs that sha256sum prints",
    "file_name": (
        "write “documents/” and a name of lower-case Latin letters, digits, hyphens and dots that "
        "ends with .png, .jpg, .jpeg, .pdf, .docx, .xlsx, .odt, .ods or .rtf"
    ),
    "register_code": "eight digits, or empty quotation marks",
    "licence": (
        "write the SPDX id of a licence for data (CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0, ODC-By-1.0, "
        "ODbL-1.0, PDDL-1.0), or its address"
    ),
}
_INCONSISTENT = {
    "fee_form": ("a fee is either “free: true” or an “amount”", "keep one of the two"),
    "document_place": (
        "a document is either a “file” of the standard or stands at a “url”",
        "keep one of the two",
    ),
    "ground_text": ("the ground “other” needs a text", "say under “text” what the ground is"),
    "schedule_form": (
        "working hours need days, from and to, or “around_the_clock: true”",
        "give one of the two",
    ),
    "hours_order": ("the place closes before it opens", "put the hours in order"),
    "force_order": ("the act is in force before it was adopted", "put the days in order"),
    "empty_clause": ("the clause has neither text nor clauses", "write the text, or delete it"),
    "table_row": (
        "a row of the table has more or fewer cells than its head",
        'give each row as many cells as the head has; an empty one is “""”',
    ),
    "base_order": ("the base must be an earlier revision", "name an earlier number"),
    "base_missing": ("only a “new” text has no base", "name the revision that it starts from"),
    "landed_form": (
        "“landed” goes with the outcomes accepted and accepted-partly, and only with them",
        "say in which revision and clauses the change is, or take “landed” out",
    ),
    "duplicate_form": (
        "“duplicate_of” goes with the outcome duplicate, and only with it",
        "name the comment that it repeats, or take “duplicate_of” out",
    ),
    "whole_clause": (
        "no clause can be called “whole”: in comments that is the whole text",
        "give the clause another id",
    ),
    "intake_url": (
        "this is no address to which a form may post",
        (
            "write one that begins with https://: what people say must not travel in the open; "
            "http:// is for 127.0.0.1 and localhost alone"
        ),
    ),
    "day_both": ("a day is both closed and open", "keep it in one of the two lists"),
    "language_twice": ("a language is named twice", "name each language once"),
}


def shaped(
    model: type[V], tree: object, file: str, context: Mapping[str, Any] | None = None
) -> tuple[V | None, list[Problem]]:
    """Type a tree as `model`; return None and all problems where it cannot be."""
    try:
        return model.model_validate(tree, context=dict(context or {})), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_problem(d, model, file) for d in details if not _echoes(d, details)]


def _echoes(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether pydantic found too few items only because some of them could not be used."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _problem(detail: ErrorDetails, model: type[BaseModel], file: str) -> Problem:
    kind, path = detail["type"], tuple(detail["loc"])
    facts: Mapping[str, Any] = detail.get("ctx", {})
    if kind in _SPECIAL:
        return _SPECIAL[kind](file, path, detail, facts, model)
    if kind in _SHAPES:
        shape = faults.BAD_SHAPE
        return shape.at(file, path, value=_short(detail["input"]), advice=_SHAPES[kind])
    if kind in _INCONSISTENT:
        reason, advice = _INCONSISTENT[kind]
        return faults.INCONSISTENT.at(file, path, reason=reason, advice=advice)
    expected = _EXPECTED.get(kind, _OTHER)
    return faults.WRONG_TYPE.at(file, path, expected=expected)


_Maker = Callable[[str, Path, ErrorDetails, Mapping[str, Any], type[BaseModel]], Problem]


def _missing(file: str, path: Path, *_: object) -> Problem:
    return faults.MISSING_KEY.at(file, path[:-1], key=path[-1])


def _unknown_key(
    file: str, path: Path, _detail: object, _facts: object, model: type[BaseModel]
) -> Problem:
    return unknown_key(file, path, _keys_at(model, path[:-1]))


def unknown_key(file: str, path: Path, known: Collection[str]) -> Problem:
    """Return the problem of a key that is none of the known ones, with the nearest of them."""
    key = str(path[-1])
    if near := nearest(key, known):
        return faults.UNKNOWN_KEY_NEAR.at(file, path, key=key, nearest=near)
    return faults.UNKNOWN_KEY.at(file, path, key=key, known=", ".join(known))


def _wrong_value(
    file: str, path: Path, detail: ErrorDetails, facts: Mapping[str, Any], *_: object
) -> Problem:
    if path == ("schema",):
        return faults.WRONG_SCHEMA.at(file, path, value=_short(detail["input"]))
    known = facts.get("known") or facts.get("expected", "").replace("'", "").replace(" or ", ", ")
    names = list(known) if isinstance(known, list) else known.split(", ")
    value = _short(detail["input"])
    if near := nearest(value, names):
        return faults.WRONG_VALUE_NEAR.at(file, path, value=value, nearest=near)
    return faults.WRONG_VALUE.at(file, path, value=value, known=", ".join(names))


def _unknown_language(
    file: str, path: Path, _detail: object, facts: Mapping[str, Any], *_: object
) -> Problem:
    known = ", ".join(facts["known"])
    return faults.UNKNOWN_LANGUAGE.at(
        file, (*path, facts["value"]), value=facts["value"], known=known
    )


def _plain(fault: Kind, **names: str) -> _Maker:
    def make(
        file: str, path: Path, detail: ErrorDetails, facts: Mapping[str, Any], *_: object
    ) -> Problem:
        values = {name: facts.get(fact, "") for name, fact in names.items()}
        return fault.at(file, path, **{"value": _short(detail["input"]), **values})

    return make


def _too_short(file: str, path: Path, detail: ErrorDetails, *_: object) -> Problem:
    """Tell an empty text from an empty list: pydantic has one name for both."""
    fault = faults.EMPTY_TEXT if isinstance(detail["input"], str) else faults.TOO_FEW
    return fault.at(file, path)


_SPECIAL: Mapping[str, _Maker] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _wrong_value,
    "enum": _wrong_value,
    "unknown_code": _wrong_value,
    "unknown_language": _unknown_language,
    "empty_text": _plain(faults.EMPTY_TEXT),
    "date_missing": _plain(faults.NO_SUCH_DAY),
    "date_shape": _plain(faults.BAD_DATE),
    "date_far": _plain(faults.FAR_DAY),
    "window_order": _plain(faults.BAD_WINDOW, closes="closes"),
    "control_character": _plain(faults.CONTROL_CHARACTER, sign="sign"),
    "string_too_long": _plain(faults.TOO_LONG, limit="max_length"),
    "string_too_short": _plain(faults.EMPTY_TEXT),
    "too_short": _too_short,
    "too_long": _plain(faults.TOO_LONG, limit="max_length"),
}

# How a value that is no text is shown.
_FORMS = {type(None): "", list: "- …", dict: "…: …"}

KINDS = frozenset({*_SPECIAL, *_SHAPES, *_INCONSISTENT, *_EXPECTED})
"""Every kind of refusal that has words; the model may use no other."""


def _short(value: object, limit: int = 60) -> str:
    text = value if isinstance(value, str) else _FORMS.get(type(value), "…")
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that are known at a place, by walking the model along the path."""
    here: list[type[BaseModel]] = [model]
    for step in path:
        if not isinstance(step, str):
            continue
        fields = [f for m in here for name, f in m.model_fields.items() if step in (name, f.alias)]
        if fields:  # a step that is no field is an item of a mapping, or the form of a union
            here = [m for f in fields for m in _models_in(f.annotation)]
    return sorted({f.alias or name for m in here for name, f in m.model_fields.items()})


def _models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
