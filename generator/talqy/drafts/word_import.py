"""A text from a file on its way into a draft: read, compared, decided, and made into files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from talqy.drafts import word_kinds
from talqy.drafts.composing import (
    Composed,
    clause_trees,
    composed,
    facts_of,
    with_said_facts,
)
from talqy.drafts.fact_questions import FactQuestion, fact_questions, facts_told, left_questions
from talqy.drafts.given_answers import GivenAnswers
from talqy.drafts.import_plan import ImportPlan
from talqy.drafts.missing_pictures import missing_pictures
from talqy.drafts.new_texts import revision_plan, update_plan
from talqy.drafts.origins import Origins
from talqy.drafts.passages import WordText, short
from talqy.drafts.proposed_facts import with_facts
from talqy.drafts.questions import Answer, TextQuestion
from talqy.drafts.said_beside import SaidBeside
from talqy.drafts.tracking import Tracking, tracking_of
from talqy.drafts.two_languages import in_one
from talqy.drafts.word_text import (
    Known,
    read_text,
    sentences_before,
    words_around,
    words_before,
)
from talqy.drafts.word_views import Views
from talqy.language.fact_words import FactContext
from talqy.model import paths
from talqy.model.codes import CodeLists
from talqy.model.problem import Kind, Problem
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standard import Standard
from talqy.office.grids import at
from talqy.project.validate import shaped
from talqy.project.write import Create, Replace, Step
from talqy.project.yaml_edit import with_items
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import LayoutError


@dataclass
class WordImport:
    """The files of one text, what they are read with, and the text that they come from, if any.

    `base_file` is the YAML of the base; `taken` are all ids that the standard has ever used. Facts
    that are asked about are said in `context`, as pages say them. `record` is the standard of the
    base; an update changes the base itself, which says what `now` says by now, where that is more.
    """

    files: Sequence[tuple[str, Views]]
    known: Sequence[Known]
    codes: CodeLists
    base_file: str = ""
    taken: frozenset[str] = frozenset()
    context: FactContext | None = None
    record: Record | None = None
    is_update: bool = False
    now: Revision | None = None

    @property
    def base(self) -> Revision | None:
        """The text that this one starts from."""
        return self.known[0].base

    @cached_property
    def text(self) -> WordText:
        """The text with all tracked changes accepted."""
        return self._joined(
            [read_text(v.accepted, f, k) for (f, v), k in zip(self.files, self.known, strict=True)]
        )

    @cached_property
    def _old(self) -> WordText:
        return self._joined(
            [read_text(v.rejected, f, k) for (f, v), k in zip(self.files, self.known, strict=True)]
        )

    def _joined(self, texts: Sequence[WordText]) -> WordText:
        return in_one(texts, self.known[0].languages)

    @cached_property
    def plan(self) -> ImportPlan:
        """What is known, and what is to be asked."""
        return ImportPlan(Origins(self.text, self.base))

    def answer(self, answers: Mapping[str, str]) -> None:
        """Take answers to questions, beside those that were given."""
        self.plan = ImportPlan(self.plan.origins, {**self.plan.answers, **answers})

    def take(self, said: Mapping[str, str]) -> GivenAnswers:
        """Take what was said to questions by their ids, also to those that answers raise."""
        given = GivenAnswers(said, {one.id: one for one in self.questions}, self._unsettled)
        while good := given.next():
            self.answer(good)
            given.ask(self.questions)
        return given

    @property
    def _unsettled(self) -> frozenset[str]:
        """The clauses of which it is still open what becomes of them."""
        if self.plan.problems:
            return frozenset()
        open_ones = [
            (name, one)
            for name, one in zip(self._made().ids, self.plan.decided, strict=True)
            if one.is_unknown
        ]
        asked = [question for _, one in open_ones for question in one.asked]
        return frozenset(
            {name for name, _ in open_ones}
            | {name for one in asked for name in (one.about, *one.choices)}
        )

    @cached_property
    def trees(self) -> Mapping[str, dict[str, Any]]:
        """The clauses of the base by id, as its file has them."""
        tree = parse(self.base_file.encode(), "").tree if self.base_file else None
        return clause_trees(tree["clauses"]) if isinstance(tree, dict) else {}

    @cached_property
    def tracking(self) -> Tracking | None:
        """What the tracked changes prove; nothing without a base, or where they have another."""
        stamp = self._old.stamp
        if self.base is None or (stamp and stamp.revision != self.base.revision):
            return None
        return tracking_of(self._old, self.base, self.trees)

    def composed(self) -> Composed:
        """Return the clauses of the new text, with the answers that were given."""
        made, answers = self._made(), self.plan.answers
        said = [fact for asked, fact in self._facts_asked() if answers.get(asked.id) == Answer.YES]
        return replace(made, clauses=with_facts(made.clauses, said)) if said else made

    def _facts_asked(self) -> list[FactQuestion]:
        if self.plan.problems:  # two passages are said to be one clause: nothing follows from that
            return []
        made, given = self._made(), (self.plan, self.codes, self.context)
        new = fact_questions(made, self.plan, self.context)
        return [*left_questions(made, *given), *new]

    @property
    def proposed(self) -> tuple[TextQuestion, ...]:
        """Whether facts hold that words seem to set: what is open of it."""
        asked = {one.asked.id: one.asked for one in self._facts_asked()}
        return tuple(one for name, one in asked.items() if name not in self.plan.answers)

    @property
    def unexplained(self) -> tuple[TextQuestion, ...]:
        """Why clauses were changed: what is open of it."""
        return tuple(one for one in self._reasons_asked() if one.id not in self.plan.answers)

    def _reasons_asked(self) -> tuple[TextQuestion, ...]:
        return () if self.plan.problems else tuple(self.beside.questions(self._made()))

    @property
    def questions(self) -> tuple[TextQuestion, ...]:
        """All that a person can say: what must be answered first, then facts and reasons."""
        facts = {one.asked.id: one.asked for one in self._facts_asked()}
        return (*self.plan.origins.questions, *facts.values(), *self._reasons_asked())

    @cached_property
    def beside(self) -> SaidBeside:
        """What the file says beside its text."""
        known, file = self.known[0], self.files[0][0]
        unit = self.context.unit if self.context else None
        given = (self.trees, self.codes, self.record, self.is_update, unit, self.now)
        return SaidBeside(self.text, file, known, *given)

    def _made(self) -> Composed:
        known = {*self.taken, *self.trees}
        made = composed(
            self.plan.decided,
            self.base,
            self.trees,
            self.text.languages,
            frozenset(known),
            self.codes,
            self.text.units,
            {one.id: one for one in (self.now.walk() if self.now else ()) if one.id not in known},
        )
        return with_said_facts(made, self.beside.facts(made), self.trees)

    # --- faults, and what is told ------------------------------------------------------------

    @property
    def problems(self) -> Iterator[Problem]:
        """What keeps the text from being taken."""
        unread = [problem for _, views in self.files for problem in views.problems]
        if unread:
            yield from unread
            return
        yield from self.plan.origins.problems
        if not (self.text.passages or self.text.problems):
            yield word_kinds.NO_CLAUSES.at(self.files[0][0])
        # A page has a title, and the act by which the text was adopted; what is sent has not.
        if self.base and not any(views.is_page for _, views in self.files):
            yield from sentences_before(self.text)

    def told(self, made: Composed) -> Iterator[Problem]:
        """Yield what a person should look at, though nothing keeps the text from being taken."""
        yield from words_before(self.text)
        yield from self.beside.told()
        for name, views in self.files:
            if views.is_page:
                yield from words_around(views.accepted, name)
        for place, words in self.text.signatures:
            yield at(word_kinds.SIGNATURE, place, words=short(words))
        for passage in self.text.passages:
            for place, words in passage.remarks:
                yield word_kinds.REMARK.at(place.file, position=(place.line, 0), words=short(words))
        if self.base:
            yield from self._told_of_older(self.base)
            yield from self._told_of_base(self.base, made)
        for one in self.proposed:
            if one.problem.kind != word_kinds.FACT_ASKED:
                continue  # told with all facts that have stayed
            yield replace(one.problem, kind=word_kinds.FACTS_PROPOSED)

    def _told_of_older(self, base: Revision) -> Iterator[Problem]:
        stamp = self.text.stamp
        older = self.record.revision(stamp.revision) if self.record and stamp else None
        if self.is_update and older and older != base and older.clauses != base.clauses:
            was, file = older.revision, self.files[0][0]
            yield word_kinds.OF_OLDER.at(file, older=was, base=base.revision)

    def _told_of_base(self, base: Revision, made: Composed) -> Iterator[Problem]:
        file = self.files[0][0]
        if self.tracking and self.tracking.has_any and self.tracking.untracked:
            names = ", ".join(self.tracking.untracked)
            yield word_kinds.UNTRACKED.at(file, clauses=names)
        yield from missing_pictures(self.text, base, self.plan.decided)
        asked = [one.fact for one in self._facts_asked()]
        yield from facts_told(made, self.plan, self.codes, asked)
        stayed = [name for name in made.changed if name not in made.reset]
        yield from _told_of_facts(file, base, stayed, word_kinds.FACTS_STAY)
        yield from _told_of_facts(file, base, made.gone, word_kinds.FACTS_GONE)
        others = [code for code in self.known[0].languages if code not in self.text.languages]
        if made.changed and others:
            spoken = ", ".join(self.text.languages)
            yield word_kinds.ONE_LANGUAGE.at(file, language=spoken, clauses=", ".join(made.changed))

    def faults_in(self, step: Step) -> Sequence[Problem]:
        """Return what makes a file that is not written yet one that could not be read."""
        context = {"languages": self.known[0].languages, "codes": self.codes.lists}
        tree = parse(step.text.encode(), step.path).tree
        own = paths.standard_file(self.record.id) if self.record else ""
        model = Standard if step.path == own else Revision
        return shaped(model, tree, step.path, context)[1]

    # --- files -------------------------------------------------------------------------------

    def revision_step(
        self, made: Composed, *, kind: RevisionKind, dated: date, successor: str = ""
    ) -> Create:
        """Return the file of the next revision; where it can, it keeps the lines of its base."""
        assert self.base is not None  # noqa: S101 - who asks has one
        assert self.record is not None  # noqa: S101
        try:
            text = with_items(self.base_file, "clauses", made.clauses)
        except LayoutError:
            text = ""
        return revision_plan(
            self.record,
            self.base,
            text or self.base_file,
            kind=kind,
            successor=successor,
            dated=dated,
            languages=self.known[0].languages,
            done=self.beside.changes(made, self.plan.answers),
            said=self.beside.fields,
            replaced=made.replaced,
            clauses=() if text else made.clauses,
        )

    def update_step(self, made: Composed) -> Replace:
        """Return the file of the text itself with these clauses, while it is in preparation."""
        assert self.base is not None  # noqa: S101 - who asks has one
        assert self.record is not None  # noqa: S101
        return update_plan(
            self.record,
            self.base,
            with_items(self.base_file, "clauses", made.clauses),
            done=self.beside.changes(made, self.plan.answers),
            said=self.beside.fields,
            replaced=made.replaced,
            languages=self.known[0].languages,
        )


def _told_of_facts(file: str, base: Revision, ids: Sequence[str], kind: Kind) -> Iterator[Problem]:
    for clause in filter(None, map(base.clause, ids)):
        if facts := facts_of(clause):
            yield kind.at(file, clause=clause.id, facts=facts)
