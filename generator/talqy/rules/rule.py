"""What a rule is: a function that finds what breaks it, with its code, level and source."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeGuard

from talqy.law.sameness import same_since
from talqy.model import paths
from talqy.model.comment import Response
from talqy.model.digest import key_of
from talqy.model.pasted import whole_words
from talqy.model.problem import Kind, Level, Path, Problem
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision
from talqy.model.standing import Stage, Standing, is_mendable
from talqy.model.values import Value
from talqy.model.walk import HAVE_MORE, Holds, below, held_by
from talqy.model.whole import ToldValues, told_whole


@dataclass(frozen=True, slots=True)
class SpokenText:
    """One official text by language; `mendable` as `is_mendable` says it of its stage.

    `clause` is the clause that it stands in, none outside of clauses; `is_waived` says that the
    revision lets its languages differ there.
    """

    file: str
    path: Path
    spoken: Mapping[str, str]
    mendable: bool
    languages: tuple[str, ...]
    clause: str = ""
    is_waived: bool = False


def texts_of(value: object, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Yield every text by language below `value`, in the order of the format."""
    if _is_spoken(value):
        yield path, value
        return
    for key, one in below(value):
        if held_by(one) in HAVE_MORE:
            yield from texts_of(one, (*path, key))


def _is_spoken(value: Any) -> TypeGuard[Mapping[str, str]]:  # noqa: ANN401 - whatever a format has
    """Return whether a value is a text by language."""
    has_keys = held_by(value) is Holds.KEYS
    return has_keys and bool(value) and all(isinstance(one, str) for one in value.values())


def _standing(value: Value, path: Path) -> tuple[str, bool]:
    """Return the clause that a text stands in, and whether its languages may differ."""
    if not isinstance(value, Revision) or path[0] != "clauses":
        return "", False
    clauses, names = value.clauses, []
    for key, index in zip(path[::2], path[1::2], strict=False):
        if key != "clauses" or not isinstance(index, int):
            break
        names.append(clauses[index].id)
        clauses = clauses[index].clauses
    return names[-1], names[-1] in {note.clause for note in value.parity}


def found_now(part: "CheckContext", question: str, find: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001
    """Return what `find` finds: nothing is recalled."""
    return find()


@dataclass(frozen=True)
class CheckContext:
    """What rules look at: all that a project says, and how it stands on the day.

    `now` is the day by the clock, where it is known: the day spoken of may be an earlier one.
    One that `is_part` holds the settings alone, or one standard; `known_alone` are the parts of
    the whole where they are known already. `recall` gives what was found of a part. `settings` is
    the digest of what all parts share, where it is known already, and `told` how values of the part
    were told before.
    """

    register: Register
    assessment: Assessment
    now: date = date.min
    is_part: bool = False
    known_alone: tuple["CheckContext", ...] = ()
    recall: "Recall" = field(default=found_now, compare=False)
    settings: str = field(default="", compare=False)
    told: ToldValues = field(default_factory=ToldValues, compare=False, repr=False)

    @cached_property
    def alone(self) -> tuple["CheckContext", ...]:
        """The settings, and each standard with its standings, as if there were no others."""
        if self.is_part:
            return (self,)
        records = self.register.records
        return self.known_alone or (self._part(), *(self._part(record) for record in records))

    def _part(self, *records: Record) -> "CheckContext":
        register = self.register.alone(*records)
        names = [(record.id, text.revision) for record, text in register.revisions()]
        standings = {name: self.assessment.of(*name) for name in names}
        own = Assessment(self.assessment.today, standings)
        return CheckContext(register, own, self.now, is_part=True)

    @cached_property
    def still(self) -> "CheckContext":
        """A part as of the last day on which something happened to its standard; see `of_words`."""
        days = [
            same_since(self.register.project, record, self.assessment)
            for record in self.register.records
        ]
        since = max(days, default=self.assessment.today)
        return replace(self, assessment=replace(self.assessment, today=since), now=date.min)

    @cached_property
    def digest(self) -> str:
        """A digest of all that a part tells but the day; no two parts have the same one."""
        records = (
            text for record in self.register.records for text in told_whole(record, self.told)
        )
        return key_of(self.settings or digest_of_settings(self.register), *records)

    def revisions(self) -> Iterator[tuple[Record, Revision, Standing]]:
        """Yield every revision with its record and its standing."""
        for record, revision in self.register.revisions():
            yield record, revision, self.assessment.of(record.id, revision.revision)

    def is_prepared(self, file: str) -> bool:
        """Return whether a file speaks of nothing but texts that are still being prepared."""
        return file in self._prepared

    @cached_property
    def _prepared(self) -> frozenset[str]:
        files = set[str]()
        for record in self.register.records:
            texts = {
                paths.revision_file(record.id, text.revision)
                for text in record.revisions
                if self.assessment.of(record.id, text.revision).stage is Stage.PREPARING
            }
            files |= texts
            if len(texts) == len(record.revisions) and not record.broken_revisions:
                files.add(paths.standard_file(record.id))
        return frozenset(files)

    @cached_property
    def texts(self) -> tuple[SpokenText, ...]:
        """Every text that an authority writes, in every file."""
        if not self.is_part:
            return tuple(text for part in self.alone for text in part.texts)
        return tuple(
            SpokenText(
                file,
                path,
                spoken,
                mendable,
                self._asked(value, path, languages),
                *_standing(value, path),
            )
            for file, value, mendable, languages in self._official_files()
            for path, spoken in texts_of(value)
        )

    @cached_property
    def known_words(self) -> Mapping[str, frozenset[str]]:
        """The whole words of all texts by language, in small letters."""
        languages = {language for text in self.texts for language in text.spoken}
        if not self.is_part:
            known = [part.known_words for part in self.alone]
            return {
                language: frozenset().union(*(one.get(language, ()) for one in known))
                for language in languages
            }
        return {
            language: whole_words(text.spoken.get(language, "") for text in self.texts)
            for language in languages
        }

    def _asked(self, value: Value, path: Path, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Return the languages that a text must have: the gist of a comment needs not its own."""
        if not isinstance(value, Response) or path != ("gist",):
            return languages
        own = self._languages_of_comments.get(value.comment)
        return tuple(language for language in languages if language != own)

    @cached_property
    def _languages_of_comments(self) -> Mapping[str, str]:
        return {c.id: c.language for record in self.register.records for c in record.comments}

    def files(self) -> Iterator[tuple[str, Value, bool]]:
        """Yield every file that an authority writes, its value, and whether it can be mended."""
        for file, value, mendable, _ in self._official_files():
            yield file, value, mendable

    def _official_files(self) -> Iterator[tuple[str, Value, bool, tuple[str, ...]]]:
        # Names of codes are left to `codes`: a project may add a language to a shipped name.
        project = self.register.project.model_copy(update={"codes": {}})
        today = self.assessment.today
        now = project.languages_on(today)
        if not (self.is_part and self.register.records):
            yield paths.PROJECT, project, True, now
        for record in self.register.records:
            yield paths.standard_file(record.id), record.standard, True, now
            if record.tagged:
                yield paths.tags_file(record.id), record.tagged, True, now
            spoken = {
                text.revision: self.register.languages_of(text, today) for text in record.revisions
            }
            for revision in record.revisions:
                file = paths.revision_file(record.id, revision.revision)
                stage = self.assessment.of(record.id, revision.revision).stage
                yield file, revision, is_mendable(stage), spoken[revision.revision]
            for comment in record.comments:
                if response := record.response_to(comment.id):
                    languages = spoken.get(comment.revision, now)
                    yield comment.path.response_file, response, True, languages


def digest_of_settings(register: Register) -> str:
    """Return a digest of all that a register tells but its standards."""
    return key_of(repr(replace(register, records=())))


Recall = Callable[[CheckContext, str, Callable[[], Any]], Any]
"""Gives what was found of a part for a question that asks nothing of the day: now, or in an earlier
run, and therefore of what JSON can hold."""


def breach(
    file: str, path: Path, message: str, hint: str, *, mild: bool = False, **values: object
) -> Problem:
    """Return what breaks a rule; the rule puts its code to it.

    `mild` makes a warning of an error that nobody can mend now.
    """
    kind = Kind("", message, hint, Level.WARNING if mild else Level.ERROR)
    return Problem(kind, file, values, path)


def unfinished(problem: Problem, stage: Stage) -> Problem:
    """Return a problem as it weighs at the stage of a text: in preparation it is still to do."""
    return problem.weighing(Level.TO_DO) if stage is Stage.PREPARING else problem


Finder = Callable[[CheckContext], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the tool; `docs/rules.md` is printed from these.

    What `is_together` looks at several standards at once, or at the settings beside them; all
    others say of each standard the same, whatever lies beside it. What is `of_words` asks of the
    day no more than whether something has happened: so it finds the same until something happens.
    The errors of one that `holds_always` are errors in a text that is still being prepared, too.
    """

    code: str
    level: Level
    source: str
    find: Finder
    is_together: bool = False
    of_words: bool = False
    holds_always: bool = False

    @property
    def says(self) -> str:
        """The rule in one sentence: the first line of its function's docstring."""
        return (self.find.__doc__ or "").strip().splitlines()[0]

    def problems(self, context: CheckContext) -> Iterator[Problem]:
        """Apply the rule."""
        for problem in self.find(context):
            level = Level.WARNING if self.level is Level.WARNING else problem.level
            is_kept = self.holds_always and level is Level.ERROR
            if context.is_prepared(problem.file) and not is_kept:
                level = Level.TO_DO
            yield replace(problem, kind=replace(problem.kind, code=self.code, level=level))


def rule(  # noqa: PLR0913 - what a rule is, by name
    code: str,
    *,
    source: str,
    level: Level = Level.ERROR,
    is_together: bool = False,
    of_words: bool = False,
    holds_always: bool = False,
) -> Callable[[Finder], Rule]:
    """Make a rule of a function; `RULES` gathers it from its file."""
    return lambda find: Rule(code, level, source, find, is_together, of_words, holds_always)
