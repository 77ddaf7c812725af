"""Fields of a model as a page shows them: controls with their values, choices and faults."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from talqy.language.locale import Locale
from talqy.model.problem import Path
from talqy.service.desk.drafts.fields_read import whole_row
from talqy.service.desk.drafts.model_fields import FieldKind, ModelField
from talqy.service.desk.field_labels import choice_words, field_words


@dataclass(frozen=True, slots=True)
class SpokenInput:
    """A text in one language: its tag and name, the name of the field, what stands in it."""

    language: str
    language_name: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """Something to choose: its code, its words, whether it is chosen."""

    code: str
    words: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with a field, by its name."""

    name: str
    label: str
    wrong: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One field of a form; `wrong` says what is wrong with it, in words.

    `text` is what stands in a simple one; `spoken`, `choices`, `controls` and `rows` are those of
    texts by language, of codes, of a group, and of a group with rows.
    """

    name: str
    key: str
    label: str
    kind: str
    text: str = ""
    is_required: bool = False
    spoken: tuple[SpokenInput, ...] = ()
    choices: tuple[FieldChoice, ...] = ()
    controls: tuple["Control", ...] = ()
    rows: tuple["ControlRow", ...] = ()
    is_list: bool = False
    wrong: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple["FieldFault", ...]:
        """Return what is wrong with it, and with the fields in it, in their order."""
        own = (FieldFault(self.name, self.label, self.wrong),) if self.wrong else ()
        inner = list(_within(self.label, self.controls))
        for row in self.rows:
            label = f"{self.label}: {row.number}"
            inner += [FieldFault(row.name, label, row.wrong)] if row.wrong else []
            inner += _within(label, row.controls)
        return (*own, *inner)

    @property
    def is_filled(self) -> bool:
        """Return whether it says something."""
        rows = any(not row.is_new for row in self.rows)
        chosen = self.kind == FieldKind.CODES and any(one.is_chosen for one in self.choices)
        spoken = any(one.text for one in self.spoken)
        return (
            rows
            or chosen
            or spoken
            or bool(self.text and not self.choices)
            or any(one.is_filled for one in self.controls)
        )


def _within(label: str, controls: Sequence[Control]) -> Iterator[FieldFault]:
    """Yield what is wrong in the fields of a group, each with what the group is called."""
    for one in (fault for of in controls for fault in of.faults):
        yield FieldFault(one.name, f"{label}, {one.label}", one.wrong)


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One row of a group; a new one is empty, and says nothing while it stays so."""

    name: str
    number: int
    controls: tuple[Control, ...]
    is_new: bool = False
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True)
class ControlMaker:
    """Makes the controls of a form: in a language, of a project's languages, with what is wrong.

    `wrong` are faults by the dotted names of fields.
    """

    locale: Locale
    languages: Mapping[str, str]
    wrong: Mapping[str, Sequence[str]]

    def spoken(self, name: str, key: str, label: str, said: object) -> Control:
        """Return the control of a text by language."""
        texts = said if isinstance(said, Mapping) else {}
        inputs = tuple(
            SpokenInput(code, called, f"{name}.{code}", str(texts.get(code, "")))
            for code, called in self.languages.items()
        )
        return Control(
            name=name,
            key=key,
            label=label,
            kind=FieldKind.SPOKEN.value,
            spoken=inputs,
            wrong=self._wrong(name, *(one.name for one in inputs)),
        )

    def control(self, field: ModelField, name: str, fact: str, tree: object, more: int) -> Control:
        """Return the control of a field; a group with rows has so many new ones behind them."""
        label = field_words(self.locale, fact, field.key)
        if field.kind is FieldKind.SPOKEN:
            return self.spoken(name, field.key, label, tree)
        if field.kind is FieldKind.GROUP:
            return self._group(field, name, fact, tree, more)
        chosen = tree if isinstance(tree, list) else [tree if tree is not None else field.default]
        return Control(
            name=name,
            key=field.key,
            label=label,
            kind=field.kind.value,
            text="" if isinstance(tree, list) else _shown(chosen[0]),
            is_required=field.is_required,
            choices=tuple(self._choices(field, {_shown(one) for one in chosen})),
            wrong=self._wrong(name),
        )

    def _group(self, field: ModelField, name: str, fact: str, tree: object, more: int) -> Control:
        bare = Control(
            name=name,
            key=field.key,
            label=field_words(self.locale, fact, field.key),
            kind=field.kind.value,
            wrong=self._wrong(name),
        )
        if not field.is_list:
            inside = self._inside(field, name, fact, tree if isinstance(tree, Mapping) else {})
            return replace(bare, controls=inside)
        values: list[Any] = list(tree) if isinstance(tree, list) else []
        rows = [
            ControlRow(
                f"{name}.{at}",
                at + 1,
                self._inside(field, f"{name}.{at}", fact, whole_row(field, one)),
                at >= len(values),
                self._wrong(f"{name}.{at}"),
            )
            for at, one in enumerate([*values, *[None] * more])
        ]
        return replace(bare, rows=tuple(rows), is_list=True)

    def _inside(
        self, field: ModelField, name: str, fact: str, tree: Mapping[str, Any]
    ) -> tuple[Control, ...]:
        return tuple(
            self.control(one, f"{name}.{one.key}", fact, tree.get(one.key), 0)
            for one in field.fields
        )

    def _choices(self, field: ModelField, chosen: set[str]) -> Iterator[FieldChoice]:
        if field.kind is FieldKind.LANGUAGE:
            yield from (FieldChoice(c, n, c in chosen) for c, n in self.languages.items())
        for code in field.choices:
            yield FieldChoice(code, choice_words(self.locale, code), code in chosen)
        if field.codes:
            known = self.locale.codes.codes(field.codes)
            for code in known:
                yield FieldChoice(code, self.locale.coded(field.codes, code), code in chosen)
            # What a file says and no list knows stays to be seen.
            yield from (FieldChoice(c, c, is_chosen=True) for c in sorted(chosen - {*known, ""}))

    def _wrong(self, *names: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(said for name in names for said in self.wrong.get(name, ())))


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


def control_name(path: Path, fields: Mapping[str, ModelField]) -> str:
    """Return the name of the field of a clause that a path in its text leads to; "" of none.

    `fields` are those of facts by their names.
    """
    while path[:1] == ("clauses",) and len(path) > 1:
        path = path[2:]
    if path[:1] != ("facts",):
        return str(path[0]) if path else ""
    field = fields.get(str(path[1])) if len(path) > 1 else None
    return f"facts.{_below(field, path[2:])}" if field else ""


def _below(field: ModelField, path: Path) -> str:
    """Return the name of what a path leads to below a field; forms of a value are no fields."""
    name = field.key
    for at, step in enumerate(path):
        if isinstance(step, int):
            name = f"{name}.{step}" if field.is_list else name
            continue
        inside = next((one for one in field.fields if one.key == step), None)
        if inside is not None:
            return f"{name}.{_below(inside, path[at + 1 :])}"
    return name
