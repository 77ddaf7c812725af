"""The steps of a text, from its discussion to its act, as changes of its file.

A step says something for the first time, or adds to a list. What is on record already changes by a
correction alone.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.project.validate import shaped
from talqy.project.what_if import new_problems, with_record
from talqy.project.write import Replace
from talqy.project.yaml_edit import KEPT, edited, recast
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import LayoutError

OF_A_DISCUSSION = frozenset({"posted", "extended", "report"})
"""What is added to a discussion; all else is said of the text."""

# A draft is posted in three places, one after the other: until then this is to be done, not wrong.
_DONE_NEXT = frozenset({"S03"})


class SaidBeforeError(TalqyError):
    """What a step would say stands in the file already."""


@dataclass(frozen=True, slots=True)
class TakenStep:
    """A changed file of a text, and what would be wrong with it that is not wrong today."""

    file: Replace
    revision: Revision | None
    problems: Sequence[Problem]

    @property
    def is_sound(self) -> bool:
        """Return whether the file may be written."""
        return self.revision is not None and not any(
            problem.is_error and problem.code not in _DONE_NEXT for problem in self.problems
        )


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps that one text can take: its file as it is, the project around it, and the day."""

    register: Register
    record: Record
    revision: Revision
    text: str
    today: date

    def says(self, key: str, value: Mapping[str, Any]) -> TakenStep:
        """Say one thing of the text: `consultation`, `adopted` or `withdrawn`.

        Raise `SaidBeforeError` where it has been said, but for a discussion that is only planned.
        """
        talk = self.revision.consultation
        is_only_planned = key == "consultation" and talk is not None and talk.opens > self.today
        if getattr(self.revision, key) is not None and not is_only_planned:
            raise self._taken(key)
        tree: Any = parse(self.text.encode(), "").tree
        said = {**(tree.get(key) or {}), **value}
        return self._made(recast(self.text, dict(_placed(list(tree), key, said))))

    def adds(self, key: str, value: Mapping[str, Any]) -> TakenStep:
        """Add to the discussion one `posted`, `extended` or the `report`."""
        tree: Any = parse(self.text.encode(), "").tree
        talk = dict(tree.get("consultation") or {})
        if not talk:
            raise SaidBeforeError(
                "{file}: there is no discussion yet; begin with “talqy consultation open”",
                file=self.file,
            )
        if key != "report":
            items = talk.get(key) or []
            if dict(value) in items:
                raise self._taken(key)
            path: tuple[str | int, ...] = ("consultation", key, len(items))
            talk[key] = [*items, dict(value)]
            new = value if items else [value]
            path = path if items else path[:-1]
        elif key in talk:
            raise self._taken(key)
        else:
            path, new, talk[key] = ("consultation", key), value, dict(value)
        with suppress(LayoutError):
            return self._made(edited(self.text, path, new))
        keys = dict.fromkeys(tree, KEPT) | {"consultation": talk}
        return self._made(recast(self.text, keys))

    @property
    def file(self) -> str:
        """The file of the text."""
        return paths.revision_file(self.record.id, self.revision.revision)

    def _taken(self, key: str) -> SaidBeforeError:
        return SaidBeforeError(
            "{file}: “{key}” is there already; what is on record is changed with “talqy correct”",
            file=self.file,
            key=key,
        )

    def _made(self, text: str) -> TakenStep:
        file = Replace(self.file, text)
        context = {
            "languages": self.register.project.languages,
            "codes": self.register.codes.lists,
        }
        revision, faults = shaped(Revision, parse(text.encode(), "").tree, self.file, context)
        if revision is None:
            return TakenStep(file, None, faults)
        texts = tuple(revision if r is self.revision else r for r in self.record.revisions)
        after = with_record(self.register, replace(self.record, revisions=texts))
        return TakenStep(file, revision, new_problems(self.register, after, self.today))


def _placed(keys: Sequence[str], key: str, value: Mapping[str, Any]) -> Sequence[tuple[str, Any]]:
    """Put a key among those of a file, in the order of the format."""
    order = [field.alias or name for name, field in Revision.model_fields.items()]
    before = [name for name in keys if name != key and order.index(name) < order.index(key)]
    after = [name for name in keys if name != key and name not in before]
    return [*((n, KEPT) for n in before), (key, dict(value)), *((n, KEPT) for n in after)]
