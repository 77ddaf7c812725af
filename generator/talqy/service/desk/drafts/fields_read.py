"""What was typed into the fields of a model, as a tree that the model can judge.

A value that says what it said stays the very value of the file: its form is that of whoever wrote
it. Nothing is judged here, and nothing mended: what cannot be is told by the model.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from talqy.service.desk.drafts.model_fields import FieldKind, ModelField

Typed = Mapping[str, tuple[str, ...]]
"""What was posted: texts by the names of fields."""
_ROW = re.compile(r"\.([0-9]{1,5})\.")
_WHOLE = re.compile(r"[0-9]{1,9}")


def read_fields(
    fields: Sequence[ModelField],
    typed: Typed,
    languages: Sequence[str],
    name: str,
    old: Mapping[str, Any],
) -> dict[str, Any]:
    """Return what was typed into fields under a name; what is empty is not there.

    `old` is what the file says.
    """
    reader = _Reader(typed, languages)
    return reader.group(fields, name, old)


def read_spoken(
    typed: Typed, languages: Sequence[str], name: str, old: object = None
) -> dict[str, str]:
    """Return a text by language as it was typed; empty where nothing was."""
    return _Reader(typed, languages).spoken(name, old)


def one(typed: Typed, name: str) -> str:
    """Return what was typed into a field, without spaces around it."""
    return next(iter(typed.get(name, ())), "").strip()


class _Reader:
    """Reads the fields of one form."""

    def __init__(self, typed: Typed, languages: Sequence[str]) -> None:
        self._typed, self._languages = typed, languages
        self._rows: dict[str, set[int]] = {}
        for key in typed:
            for found in _ROW.finditer(key):
                self._rows.setdefault(key[: found.start()], set()).add(int(found[1]))

    def group(
        self, fields: Sequence[ModelField], name: str, old: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the values of a group; without those that are empty."""
        found = {
            field.key: self._value(field, f"{name}.{field.key}", old.get(field.key))
            for field in fields
        }
        return {key: value for key, value in found.items() if value not in ("", None, [], {})}

    def spoken(self, name: str, old: object = None) -> dict[str, str]:
        """Return a text by language."""
        was = old if isinstance(old, Mapping) else {}
        found = {}
        for code in self._languages:
            said, before = one(self._typed, f"{name}.{code}"), was.get(code, "")
            if said:
                found[code] = before if before.strip() == said else said
        return found

    def _value(self, field: ModelField, name: str, old: Any) -> Any:  # noqa: ANN401 - of any field
        if field.kind is FieldKind.GROUP:
            return (
                self._rows_of(field, name, old)
                if field.is_list
                else self._one_group(field, name, old)
            )
        if field.kind is FieldKind.SPOKEN:
            return self.spoken(name, old)
        if field.kind is FieldKind.CODES:
            return [code for code in self._typed.get(name, ()) if code]
        said = one(self._typed, name)
        if said == field.default and old is None:
            return ""
        return _typed_value(field, said)

    def _one_group(self, field: ModelField, name: str, old: Any) -> dict[str, Any]:  # noqa: ANN401
        return self.group(field.fields, name, old if isinstance(old, Mapping) else {})

    def _rows_of(self, field: ModelField, name: str, old: Any) -> list[Any]:  # noqa: ANN401
        before = old if isinstance(old, list) else []
        found = []
        for at in sorted(self._rows.get(name, ())):
            row = f"{name}.{at}"
            if one(self._typed, f"{row}.out"):
                continue
            was = before[at] if at < len(before) else None
            tree = self._one_group(field, row, _whole(field, was))
            if is_filled(field, tree):
                found.append(_short(field, tree))
        return found


def is_filled(field: ModelField, tree: Mapping[str, Any]) -> bool:
    """Return whether a row says anything: what the tool gives, or offers, is nothing said."""
    given = {one.key for one in field.fields if one.is_own and one.kind is not FieldKind.FILE}
    given |= {one.key for one in field.fields if one.default and tree.get(one.key) == one.default}
    return bool(tree.keys() - given)


def _whole(field: ModelField, old: Any) -> Mapping[str, Any]:  # noqa: ANN401 - of any field
    """Return a row of a file as a group: a short one has its first field alone."""
    if isinstance(old, Mapping):
        return old
    return {field.fields[0].key: old} if isinstance(old, str) and field.is_short else {}


def whole_row(field: ModelField, tree: object) -> Mapping[str, Any]:
    """Return a row as a group of values, as it is shown."""
    return _whole(field, tree)


def _short(field: ModelField, tree: Mapping[str, Any]) -> Any:  # noqa: ANN401 - of any field
    first = field.fields[0].key
    return tree[first] if field.is_short and set(tree) == {first} else dict(tree)


def _typed_value(field: ModelField, said: str) -> Any:  # noqa: ANN401 - of any field
    if field.kind is FieldKind.FLAG:
        return bool(said) or ""
    if field.kind is FieldKind.NUMBER and _WHOLE.fullmatch(said):
        return int(said)
    return said.replace(",", ".") if field.kind is FieldKind.AMOUNT else said
