"""An import as it is opened: the files, the text that they come from, and what will be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from talqy.drafts.clause_starts import units_of
from talqy.drafts.composing import Composed
from talqy.drafts.many_sayings import ManySayings
from talqy.drafts.new_texts import standard_plan, standard_update
from talqy.drafts.word_files import WordFiles, stamp_faults
from talqy.drafts.word_import import WordImport
from talqy.drafts.word_text import Known
from talqy.errors import TalqyError
from talqy.language.fact_words import FactContext
from talqy.language.locale import Locale
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import Stage
from talqy.project.files import text_of
from talqy.project.shipped_files import folders
from talqy.project.write import Create, Step


class NotPreparedError(TalqyError):
    """A text is to be changed whose discussion was announced, or that has an act."""


@dataclass(frozen=True, slots=True)
class OpenedImport:
    """The files, and the text that they come from; a new standard has no record.

    `root` is the project: its own words, and the file of the base. `texts` are files as they were
    when these were made, by their paths: those of an earlier wording of the base, which is `now`
    what it is.
    """

    root: Path
    register: Register
    assessment: Assessment
    files: WordFiles
    record: Record | None = None
    base: Revision | None = None
    texts: Mapping[str, bytes] = field(default_factory=dict)
    now: Revision | None = None

    @property
    def base_path(self) -> str:
        """The file of the text that they come from; "" of none."""
        if self.record is None or self.base is None:
            return ""
        return paths.revision_file(self.record.id, self.base.revision)

    @property
    def languages(self) -> Sequence[str]:
        """The languages of the project."""
        return self.register.project.languages

    def going(self, languages: Sequence[str], locale: Locale, *, update: bool) -> WordImport:
        """Return the import of these files: an update is of a text in preparation.

        `languages` are those that a person has said of the files; facts are said in `locale`.
        """
        if update:
            self._require_preparing()
        base_file = self._text(self.base_path) if self.base_path else ""
        unit = self.register.project.fee_unit
        said = FactContext(locale, unit, self.assessment.today.year)
        return WordImport(
            self.files,
            self._known(languages),
            self.register.codes,
            base_file,
            taken_ids(self.record),
            said,
            self.record,
            update,
            self.now,
        )

    def _text(self, path: str) -> str:
        """Return the text of a file that is to be edited."""
        if (then := self.texts.get(path)) is not None:
            return then.decode().replace("\r\n", "\n")
        return text_of(self.root / path)

    def _known(self, languages: Sequence[str]) -> Sequence[Known]:
        """Return what each file is read with."""
        project, count = self.register.project, len(self.files)
        said = [*languages, *[""] * count][:count]
        titles = tuple(self.record.standard.title.values()) if self.record else ()
        units = units_of(self.register.codes)
        sayings, spoken = ManySayings(folders(self.root, "messages")), tuple(project.languages)
        return [Known(spoken, self.base, titles, code, units, sayings) for code in said]

    def _require_preparing(self) -> None:
        """Refuse to change a text whose discussion was announced, or that has an act."""
        if self.record is None or self.base is None:
            return
        if self.assessment.of(self.record.id, self.base.revision).stage is not Stage.PREPARING:
            raise NotPreparedError(
                "r{revision} is not in preparation any more; leave out --update, and the next "
                "revision is written",
                revision=self.base.revision,
            )

    def faults(self, *, is_named: bool, is_sought: bool) -> Sequence[Problem]:
        """Return what is wrong with the stamps of the files; see `stamp_faults`."""
        if self.record is None or self.base is None:
            return ()
        given = (self.record, self.base, self.files)
        return list(stamp_faults(*given, is_named=is_named, is_sought=is_sought))

    def is_next(self, going: WordImport, made: Composed) -> bool:
        """Return whether the files make another revision than their base."""
        return bool(self.base and not going.is_update and made.changes_anything(self.base))

    def steps(
        self, going: WordImport, made: Composed, kind: RevisionKind, successor: str = ""
    ) -> Sequence[Step]:
        """Return the files that change: the next revision, or this one while it is in preparation.

        `successor` is the standard that takes the place of one that is repealed, if somebody said
        it. What the standard is called is changed in its own file.
        """
        assert self.record is not None  # noqa: S101 - who asks has one
        if going.is_update:
            step: Step = going.update_step(made)
            found = [step] if step.text != going.base_file else []
        elif self.is_next(going, made):
            today = self.assessment.today
            found = [going.revision_step(made, kind=kind, dated=today, successor=successor)]
        else:
            return ()
        own = self._text(paths.standard_file(self.record.id))
        named = standard_update(self.record, own, going.beside.fields, self.languages)
        return [*([named] if named.text != own else []), *found]

    def standard(
        self,
        name: str,
        made: Composed,
        authority: str | None,
        life_event: str,
        said: Mapping[str, Mapping[str, str]],
    ) -> Sequence[Create]:
        """Return the files of a new standard."""
        return standard_plan(
            name,
            self.register,
            said=said,
            authority=authority or next(iter(self.register.project.authorities)),
            life_event=life_event,
            dated=self.assessment.today,
            clauses=made.clauses,
        )


def taken_ids(record: Record | None) -> frozenset[str]:
    """Return all ids that clauses of a standard have had: an id is for ever."""
    texts = record.revisions if record else ()
    return frozenset(clause.id for text in texts for clause in text.walk())
