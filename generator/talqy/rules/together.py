"""T: together. A text of a clause changes in every language, or is declared to differ in one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from talqy.model.alignment import Match
from talqy.model.problem import Path, Problem
from talqy.model.revision import Clause
from talqy.rules.rule import CheckContext, breach, rule, texts_of
from talqy.rules.steps import Step, steps


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of a clause, with its path inside the clause; spaces are made even."""

    path: Path
    spoken: Mapping[str, str]

    @property
    def kind(self) -> Path:
        """What the text is, wherever it stands in its list: the name of a document, say."""
        return tuple(step for step in self.path if isinstance(step, str))


@dataclass(frozen=True, slots=True)
class _Slip:
    """A text of a clause that changed in some languages only."""

    clause: str
    path: Path
    changed: tuple[str, ...]
    same: tuple[str, ...]


@rule(
    "T06",
    of_words=True,
    source="the languages are published together: clause by clause they change together",
)
def languages_change_together(context: CheckContext) -> Iterator[Problem]:
    """A text changes in every language, or the change of one language is declared as editorial."""
    for step in steps(context):
        slips = [slip for match in step.alignment.matches for slip in _slips(match)]
        yield from _undeclared(step, slips)
        yield from _declared_in_vain(step, slips)


def _undeclared(step: Step, slips: list[_Slip]) -> Iterator[Problem]:
    declared = {(change.clause, change.language) for change in step.revision.editorial}
    for slip in slips:
        changed = [language for language in slip.changed if (slip.clause, language) not in declared]
        if changed:
            yield breach(
                step.file,
                ("clauses", f"#{slip.clause}", *slip.path),
                "this text of the clause “{clause}” differs from r{base} in: {changed}; "
                "it is the same in: {same}",
                "change it in every language; if only the wording was put right, "
                "name the clause and the language under editorial",
                clause=slip.clause,
                base=step.base.revision,
                changed=", ".join(changed),
                same=", ".join(slip.same),
                mild=step.mild,
            )


def _declared_in_vain(step: Step, slips: list[_Slip]) -> Iterator[Problem]:
    changed = {(slip.clause, language) for slip in slips for language in slip.changed}
    for number, change in enumerate(step.revision.editorial):
        if step.knows(change.clause) and (change.clause, change.language) not in changed:
            yield breach(
                step.file,
                ("editorial", number),
                "under editorial, the clause “{clause}” is said to differ only in “{language}”: "
                "since r{base} it changed in every language, or not at all",
                "take this entry out of editorial, or correct its clause and language",
                clause=change.clause,
                base=step.base.revision,
                language=change.language,
                mild=step.mild,
            )


def _slips(match: Match) -> Iterator[_Slip]:
    """Yield the texts of one clause that changed in some of their languages, but not in all."""
    if len(match.before) != 1 or len(match.after) != 1:
        return
    left, new = _without_equals(_texts(match.before[0]), _texts(match.after[0]))
    for text in new:
        for was in left:
            changed, same = _changed(was, text)
            if was.kind == text.kind and changed and same:
                left.remove(was)
                yield _Slip(match.after[0].id, text.path, changed, same)
                break


def _texts(clause: Clause) -> list[_Text]:
    """Return the clause's own texts, not those of the clauses inside it."""
    return [
        _Text(path, {language: " ".join(words.split()) for language, words in spoken.items()})
        for path, spoken in texts_of(clause.alone)
    ]


def _without_equals(before: list[_Text], after: list[_Text]) -> tuple[list[_Text], list[_Text]]:
    """Take out what is there on both sides: facts may change their order, or be added between."""
    left, new = list(before), []
    for text in after:
        same = (was for was in left if (was.kind, was.spoken) == (text.kind, text.spoken))
        if equal := next(same, None):
            left.remove(equal)
        else:
            new.append(text)
    return left, new


def _changed(before: _Text, after: _Text) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the languages in which a text changed, and those in which it did not.

    A language that one side does not have is left to rule P01.
    """
    both = [language for language in after.spoken if language in before.spoken]
    changed = tuple(x for x in both if before.spoken[x] != after.spoken[x])
    return changed, tuple(x for x in both if x not in changed)
