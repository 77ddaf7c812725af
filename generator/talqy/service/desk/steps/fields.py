"""The fields of a step: what they are called, what was typed into them, and what is wrong there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from talqy.errors import Saying
from talqy.model.values import control_sign
from talqy.service.desk.typed_day import day_typed

MOST_SIGNS = 4_000
"""So many signs a text of a step may have."""
_MOST_OF_LINE = 500


class FieldShape(StrEnum):
    """How something is typed."""

    DAY = "day"
    LINE = "line"
    WORDS = "words"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepField:
    """One field as a page shows it; `language` is that in which it is written, if it has one."""

    name: str
    label: str
    shape: FieldShape
    typed: str = ""
    hint: str = ""
    language: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_needed: bool = True
    faults: tuple[str, ...] = ()
    most: int = _MOST_OF_LINE

    @property
    def id(self) -> str:
        """Its id on a page, which has no dot."""
        return self.name.replace(".", "-")


_NOTHING = Saying("write something here")
_IN_EACH = Saying("write it in this language, too: the page is read in all of them")
_NO_CHOICE = Saying("choose one of the list")


@dataclass(slots=True)
class TypedStep:
    """What was typed into a step, read field by field; what cannot be used is kept with why."""

    of: Callable[[str], str]
    languages: Sequence[str]
    names: Collection[str] = ()
    faults: dict[str, list[Saying]] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Return whether all that was read can be used."""
        return not self.faults

    def day(self, name: str, *, is_needed: bool = True) -> date | None:
        """Return a day, as a browser or a person writes it."""
        typed = self.of(name).strip()
        if not typed:
            if is_needed:
                self.wrong(name, _NOTHING)
            return None
        found = day_typed(typed)
        if found is None:
            said = {"typed": typed[:_MOST_OF_LINE]}
            self.wrong(name, Saying("“{typed}” is no day; write it as 20.11.2026", said))
        return found

    def line(self, name: str, *, is_needed: bool = True) -> str:
        """Return one line."""
        typed = " ".join(self.of(name).split())
        if not typed and is_needed:
            self.wrong(name, _NOTHING)
        return typed if self._is_fit(name, typed, _MOST_OF_LINE) else ""

    def text(self, name: str) -> str:
        """Return what was typed; nothing is asked for."""
        typed = self.of(name).strip()
        return typed if self._is_fit(name, typed, MOST_SIGNS) else ""

    def code(self, name: str, known: Sequence[str], *, is_needed: bool = True) -> str:
        """Return one code of a list."""
        typed = self.of(name)
        if typed in known or (not typed and not is_needed):
            return typed
        self.wrong(name, _NO_CHOICE)
        return ""

    def in_each(self, name: str, *, is_needed: bool = True) -> dict[str, str]:
        """Return what is said in every language; all are equal, so none is left out."""
        said = {code: self.of(f"{name}.{code}").strip() for code in self.languages}
        if not any(said.values()) and not is_needed:
            return {}
        for code, typed in said.items():
            if not typed:
                self.wrong(f"{name}.{code}", _IN_EACH if any(said.values()) else _NOTHING)
            self._is_fit(f"{name}.{code}", typed, MOST_SIGNS)
        return said

    def _is_fit(self, name: str, typed: str, most: int) -> bool:
        if len(typed) > most:
            found = {"most": most, "count": len(typed)}
            self.wrong(name, Saying("at most {most} signs, and there are {count}", found))
        elif sign := control_sign(typed):
            self.wrong(
                name,
                Saying(
                    "there is an invisible sign in the text ({sign}); type the words anew",
                    {"sign": sign},
                ),
            )
        else:
            return True
        return False

    def wrong(self, name: str, saying: Saying) -> None:
        """Keep why a field cannot be used."""
        self.faults.setdefault(name, []).append(saying)


def as_typed(
    fields: Sequence[StepField],
    of: Callable[[str], str],
    faults: Mapping[str, Sequence[Saying]],
    say: Callable[[str], str],
) -> tuple[StepField, ...]:
    """Return the fields with what was typed into each, and what is wrong with it."""
    return tuple(
        replace(
            one,
            typed=of(one.name)[: MOST_SIGNS * 2],
            faults=tuple(fault.said(say) for fault in faults.get(one.name, ())),
        )
        for one in fields
    )
