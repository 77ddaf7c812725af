"""What publishing a work would make: with what is on the main branch by now, and its record.

What is judged is the very commit that would be published, as the gate judges a pull request of the
authority (`talqy check --pull-request … --profile authority`).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.errors import Saying
from talqy.gate.run import judge
from talqy.gate.standing import known_by
from talqy.gate.verdict import Profile
from talqy.model import paths
from talqy.model.digest import key_of
from talqy.model.problem import Level, Problem
from talqy.project.branches import CommitRole, commit_of, is_in, tree_with
from talqy.project.common_start import common_start
from talqy.project.git import ChangedFile, changed_files, prefix
from talqy.project.pull_request import MOST_CHANGES, pull_request
from talqy.project.saved_line import tree_of
from talqy.project.set_back import set_back
from talqy.project.survey import LastSurvey
from talqy.project.taken_in import whole_files
from talqy.project.taken_over import TakenOver, as_following
from talqy.project.trees_joined import joined_trees
from talqy.service.desk.work.asked_kinds import FOREIGN_CHANGED, FOREIGN_GONE, NO_SAVES
from talqy.service.desk.work.beside import (
    changed_since,
    faults_beside,
    stepped,
    unanswered_causes,
)
from talqy.service.desk.work.conflicts import diverged
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.redactions import (
    is_comment,
    redactions,
    redactions_alone,
    still_said,
    with_further_redactions,
)
from talqy.service.desk.work.stands_on import is_taken_out
from talqy.service.desk.work.values import Conflict, Work, WorkKind, WorkName
from talqy.service.desk.work.words_gone import said_anew
from talqy.steps.kept_back import KeptBack
from talqy.steps.merging import Merge, kept_from_record, merge_of

_LATE = Saying(
    "Comments or answers came after the report: they are put on record at the steps of the "
    "standard, with the reason"
)
_SENT = Saying("This was sent to be looked at already, and waits there")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What publishing would make: a commit after `main` and `tip`, and what is said of it.

    `changed` are the files that the main branch gets. Errors that it has already are `elsewhere`:
    they keep nobody from publishing this one.
    """

    main: str
    tip: str
    commit: str
    changed: Sequence[ChangedFile]
    problems: Sequence[Problem] = ()
    notes: Sequence[Saying] = ()
    kept_back: KeptBack | None = None
    elsewhere: Sequence[Problem] = ()

    @property
    def is_nothing(self) -> bool:
        """Return whether there is nothing to publish."""
        return not self.changed

    @property
    def errors(self) -> Sequence[Problem]:
        """What must be mended first."""
        kept = self.kept_back.problems if self.kept_back else ()
        all_of_them = (*kept, *self._of(Level.ERROR))
        return list({(one.code, *one.place, one.said()): one for one in all_of_them}.values())

    @property
    def questions(self) -> Sequence[Problem]:
        """What a person has to look at, and to say yes to."""
        return self._of(Level.PERSON)

    @property
    def looked(self) -> str:
        """A digest of the questions: who says yes to them says it to these alone."""
        return key_of(*(f"{one.code} {one.file} {one.said()}" for one in self.questions))

    def _of(self, level: Level) -> list[Problem]:
        return [one for one in self.problems if one.level is level]


@dataclass(frozen=True, slots=True)
class Preparing:
    """Prepares a work; `reading` gives the files of a commit, `today` is the day to speak of.

    `seen` gives what was read last, so that the gate need not read it again: it judges the same.
    Where it is sent to others first, what is made goes on from the work: its saves stay its line.
    `alone`: of the work only the words are taken that are to go from public comments; that goes on
    from what was sent of them before, `after`. `over` was sent of the work, and is taken over.
    """

    place: DeskPlace
    reading: Callable[[str], Work]
    today: date | None
    seen: Callable[[], tuple[LastSurvey, Mapping[str, bytes]]]
    is_straight: bool = True
    alone: bool = False
    after: str | None = None
    over: TakenOver | None = None

    def prepared(
        self,
        name: WorkName,
        ends: tuple[str, str],
        message: str,
        role: CommitRole,
        beside: Collection[WorkName] = (),
    ) -> Prepared | Conflict:
        """Return what publishing would make: `ends` are a commit of the main branch, and a tip.

        Or what both have changed in one place. `beside` are works that wait, and are not in it.
        """
        root, (main, tip) = self.place.root, ends
        public = as_following(root, self.over, main)
        merged = with_further_redactions(root, public, tip, joined_trees(root, public, tip))
        parents: tuple[str, ...] = (main, tip) if self.is_straight else (tip, main)
        if self.alone:
            merged = redactions_alone(root, main, merged)
            parents = (self.after, main) if self.after else (main,)
        again = [] if self.alone else self._set_back(tip, public, merged.tree)
        if merged.conflicts or again:
            return self._conflict((public, main), tip, (*merged.conflicts, *again))
        joined = commit_of(root, merged.tree, parents, message, role)
        if merged.tree == tree_of(root, main):
            return Prepared(main, tip, joined, ())
        # Where nobody has published meanwhile, these are the files that the last save has made.
        is_alone = is_in(root, main, tip) and merged.tree == tree_of(root, tip)
        state = self.reading(tip if is_alone else joined)
        kept_back, merges, is_late = self._records(name, state)
        if self.alone and not self.is_straight:
            merges = []  # two records that wait beside each other never fit, line by line
        files = {step.path: step.text.encode() for one in merges for step in one.steps}
        if files:
            tree = tree_with(root, joined, files)
            joined = commit_of(root, tree, parents, message, role)
        changed = changed_files(root, main, joined, MOST_CHANGES)
        kept, known = self.seen()
        pull = pull_request(root, f"{main}..{joined}", known)
        verdict = judge(pull, Profile.AUTHORITY, self.today, kept, lambda: self._problems(main))
        own, known_before = list(verdict.problems), list(verdict.standing)
        if kept_back:
            # What cannot come on record with this, comes with a later publishing.
            new = self._new_in(main, name, kept_back)
            told = set(map(known_by, (*known_before, *new)))
            known_before += [one for one in kept_back.problems if known_by(one) not in told]
            kept_back = KeptBack(kept_back.why, new) if new else None
        own += _foreign(name, changed, files)
        own += self._beside(name, ends, state, beside)
        own += self._still_said(ends, changed, state)
        if not self.alone and is_taken_out(root, main, tip):
            own.append(NO_SAVES.at(paths.standard_file(name.standard)))
        notes = [_LATE] if is_late else []
        if self.after and tree_of(root, self.after) == tree_of(root, joined):
            notes.append(_SENT)
        return Prepared(main, tip, joined, changed, own, tuple(notes), kept_back, known_before)

    def _beside(
        self, name: WorkName, ends: tuple[str, str], joined: Work, beside: Collection[WorkName]
    ) -> Iterator[Problem]:
        """Look at steps on record: what waits beside them, and what changed beneath them.

        And at the reasons of a draft: whether those comments are answered that they name.
        """
        if name.kind is WorkKind.DRAFT:
            public = self.reading(ends[0]).state.register
            yield from unanswered_causes(name, public, joined.state.register)
        if name.kind is not WorkKind.RECORD:
            return
        was, saved = (self.reading(one).state.register for one in ends)
        now, standard = joined.state.register, name.standard
        numbers = tuple(stepped(standard, was, now))
        yield from faults_beside(beside, numbers)
        yield from changed_since(standard, numbers, saved, now)

    def _still_said(
        self, ends: tuple[str, str], changed: Sequence[ChangedFile], joined: Work
    ) -> Iterator[Problem]:
        """Look for words that go from comments, and stand in what is published or waits."""
        if files := redactions(changed):
            public, work = (self.reading(one).state.register for one in ends)
            after = (joined.state.register, *((work,) if self.alone else ()))
            yield from still_said(files, public, after)
        public, now = self.reading(ends[0]).state.register, joined.state.register
        if public and now:
            yield from said_anew(self.place.root, ends[0], changed, public, now)

    def _records(self, name: WorkName, work: Work) -> tuple[KeptBack | None, list[Merge], bool]:
        """Plan what comes on record, as `talqy merge` does; say whether some of it needs a reason.

        That of other standards comes along where nothing keeps it back: else two of which the
        record is due would wait for each other. What of the own one comes after a report stays.
        """
        merges = list[Merge]()
        own, is_late = None, False
        for record in work.state.register.records if work.state.register else ():
            is_own = record.id == name.standard
            merge = merge_of(work.texts, work.state, [record])
            kept = None
            if is_own or merge.steps:
                kept = kept_from_record(work.state, [record], record.id)
            if is_own:
                own, is_late = kept, kept is None and bool(merge.after_report)
            if merge.steps and kept is None and not merge.after_report:
                merges.append(merge)
        return own, merges, is_late

    def _problems(self, main: str) -> Sequence[Problem]:
        """Return what is wrong on the main branch already."""
        return self.reading(main).state.problems

    def _new_in(self, main: str, name: WorkName, kept_back: KeptBack) -> Sequence[Problem]:
        """Return what keeps a work from the record, and does not keep what is published."""
        state = self.reading(main).state
        record = state.register.record(name.standard) if state.register else None
        before = kept_from_record(state, [record], record.id) if record else None
        told = set(map(known_by, (*state.problems, *(before.problems if before else ()))))
        return [one for one in kept_back.problems if known_by(one) not in told]

    def _set_back(self, tip: str, public: str, tree: str) -> list[str]:
        """Return the files of which something was set back; of comments words only go."""
        back = set_back(self.place.root, tip, public, tree)
        return [path for path in back if not is_comment(path)]

    def _conflict(self, ends: tuple[str, str], tip: str, named: Sequence[str]) -> Conflict:
        root, (public, main) = self.place.root, ends
        here = prefix(root)
        start = common_start(root, public, tip)
        files = list(dict.fromkeys(path.removeprefix(here) for path in named))
        found = diverged(root, (start, public, tip), files, whole_files(root, tip, public))
        return Conflict(found, tip=main)


def _foreign(
    name: WorkName, changed: Sequence[ChangedFile], recorded: Collection[str]
) -> list[Problem]:
    """Return questions about what would be changed of other standards, or be gone."""
    standards = {one.path: paths.standard_of(one.path) for one in changed}
    return [
        (FOREIGN_GONE if one.new is None else FOREIGN_CHANGED).at(one.path)
        for one in changed
        if one.path not in recorded and standards[one.path] not in {"", name.standard}
    ]
