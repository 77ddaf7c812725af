"""All works at the desk, and what officials do with them: taking back, giving up, publishing.

How they stand is `works_seen.py`, saving `works_saved.py`. A branch moves only from where it was
seen.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

from talqy.errors import Saying, TalqyError
from talqy.model.publishing import OfficialRole
from talqy.project.branches import (
    branch_moved,
    commit_of,
    is_checked_out,
    is_in,
    kept_aside,
    let_go,
    set_aside,
)
from talqy.project.common_start import common_start
from talqy.project.git import changed_files
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.taken_in import whole_files
from talqy.service.desk.work.conflicts import (
    conflict_with,
    diverged,
)
from talqy.service.desk.work.needs import require_to_take_back
from talqy.service.desk.work.offices import ACTS_AS
from talqy.service.desk.work.preparing import Prepared, Preparing
from talqy.service.desk.work.publishing import GoingOut
from talqy.service.desk.work.redactions import redactions
from talqy.service.desk.work.stands_on import standing_line
from talqy.service.desk.work.taking_back import (
    is_sending,
    newest_standing,
    require_publisher,
    sending_line,
    tree_without,
)
from talqy.service.desk.work.undisturbed import undisturbed
from talqy.service.desk.work.values import (
    BEHIND,
    Conflict,
    NothingSavedError,
    NotPublished,
    Published,
    Saved,
    WorkName,
)
from talqy.service.desk.work.words_gone import with_words_gone
from talqy.service.desk.work.works_saved import WorksSaved
from talqy.service.desk.work.works_seen import GIVEN_UP
from talqy.service.officials import Who

_TAKEN_BACK = Saying("Taken back").words
_PUBLISHED = Saying("Published").words
_REDACTED = Saying("Words taken out of public comments").words
_STAMP = "%Y%m%dT%H%M%S"
_KEPT = timedelta(days=90)


class Works(WorksSaved):
    """The works of one project, and what officials do with them."""

    # --- taking back ------------------------------------------------------------------------------

    def undo(self, name: WorkName, seen: str, who: Who) -> Saved | Conflict:
        """Take back the newest save that is not taken back already; what is published stays."""
        root, acting = self.place.root, ACTS_AS[name.kind]
        with self._moving_alone(name, who):
            line = self._known(name, seen)
            tip = line.tip
            if tip is None:
                raise NothingSavedError("nothing was saved here that could be taken back")
            if tip != seen:
                return conflict_with(root, tip)
            taken = newest_standing(self._commits(line))
            require_publisher(taken.sendings, who)
            require_to_take_back(who, [taken.save])
            tree, files = tree_without(root, tip, taken)
            tree = with_words_gone(root, line.main, tip, tree)
            if files:
                return conflict_with(root, tip, files)
            footer = f"{self.offices.footer(who, acting, name)}\n{taken.line}"
            said = f"{self.offices.said_of(_TAKEN_BACK, taken.save.said)}\n\n{footer}\n"
            role = self.offices.role(who, acting, name)
            made = commit_of(root, tree, (tip,), said, role)
            if branch_moved(root, name.branch, made, tip):
                return Saved(made)
        return conflict_with(root, self._line(name).tip or seen)

    def drop(self, name: WorkName, seen: str, who: Who) -> None:
        """Give a work up; for a time it is kept aside, and who runs the desk can bring it back."""
        root = self.place.root
        with self._moving_alone(name, who):
            line = self._known(name, seen)
            tip = line.tip
            if tip is None or tip != seen:
                raise NothingSavedError(
                    "somebody has saved here meanwhile: look at it before you give the work up"
                )
            commits = self._commits(line)
            require_publisher([one for one in commits if is_sending(one)], who)
            require_to_take_back(who, commits)
            set_aside(root, f"{GIVEN_UP}{self._now():{_STAMP}}/{name.branch}", tip)
            branch_moved(root, name.branch, None, tip)
            oldest = f"{GIVEN_UP}{self._now() - _KEPT:{_STAMP}}"
            for old in [one for one in kept_aside(root, GIVEN_UP) if one < oldest]:
                let_go(root, old)

    def look(self) -> None:
        """See what others have done with what was sent, and take branches away that are over."""
        super().look()
        root = self.place.root
        with suppress(TalqyError, OSError):
            over = self._branches_over()
            with self._moving:
                for branch, at in over.items():
                    if not is_checked_out(root, branch):
                        branch_moved(root, branch, None, at)

    # --- publishing -------------------------------------------------------------------------------

    def prepared(self, name: WorkName, who: Who, *, alone: bool = False) -> Prepared | Conflict:
        """Return what publishing a work would make now, and what is said of it.

        `alone`: only the words go that somebody wants gone from public comments; where others look
        at what is published first, on a branch of their own.
        """
        self.outlet.bring_main(self.place)
        sent = self.outlet.alone_branch(self.place, name) if alone else None
        line = self._line(name)
        if line.tip is None:
            raise NothingSavedError("nothing was saved here that could be published")
        role = self.offices.role(who, OfficialRole.PUBLISHER, name)
        footer = self.offices.footer(who, OfficialRole.PUBLISHER, name)
        beside = self.beside(name)
        asked = (
            role.name,
            self.outlet.way,
            alone,
            sent,
            *(f"{each} {self.place.tip(each)}" for each in beside),
        )
        key = (line.main, line.tip, " ".join(map(str, asked)), self._states.day)
        with self._preparing, undisturbed():
            if self._prepared is None or self._prepared[0] != key:
                preparing = Preparing(
                    self.place,
                    self.reading,
                    self.today,
                    self._states.seen,
                    is_straight=self.outlet.is_straight,
                    alone=alone,
                    after=sent.at if sent else None,
                    over=line.over,
                )
                if not (alone or self.outlet.is_straight):
                    footer = f"{standing_line(line.main)}{footer}\n{sending_line(line.tip)}"
                said = f"{self._title(name, alone=alone)}\n\n{footer}\n"
                ends = (line.main, line.tip)
                made = preparing.prepared(name, ends, said, role, beside)
                self._prepared = key, made
            return self._prepared[1]

    def publish(
        self,
        name: WorkName,
        seen: str,
        who: Who,
        looked: str = "",
        *,
        alone: bool = False,
    ) -> Published | NotPublished | Conflict:
        """Publish a work as it was seen; `looked` says to which questions somebody has said yes.

        `alone`: see `prepared`; the work goes on.
        """
        going_out = GoingOut(self.place, self.outlet)
        with self._moving_alone(name, who):
            if (now := going_out.finished()) and is_in(self.place.root, seen, now):
                return Published(now, is_merged=True)
            line = self._known(name, seen)
            if line.tip is None or line.at is None:
                raise NothingSavedError("nothing was saved here that could be published")
            if line.tip != seen:
                return conflict_with(self.place.root, line.tip)
            return self._gone_out(going_out, (name, line.at), who, looked, alone=alone)

    def _gone_out(
        self,
        going_out: GoingOut,
        at: tuple[WorkName, str],
        who: Who,
        looked: str,
        *,
        alone: bool,
    ) -> Published | NotPublished | Conflict:
        """Publish a work whose branch stands there, as it was seen."""
        name, tip = at
        prepared = self.prepared(name, who, alone=alone)
        if self.is_behind:
            return NotPublished(BEHIND)
        if isinstance(prepared, Conflict):
            return prepared
        title = self._title(name, alone=alone)
        if alone:
            words = (title, _listed(redactions(prepared.changed)))
            to = self.outlet.alone_branch(self.place, name)
            return going_out.publish_alone(to, prepared, looked, words)
        if there := self.outlet.put_there(self.place, name):
            return self._reviewed(prepared.tip, there)
        said = _listed(one.said.partition("\n")[0] for one in self.saves(name))
        return going_out.publish(name, tip, prepared, looked, (title, said))

    def _reviewed(self, tip: str, there: str) -> Conflict:
        """Return what others have put onto a work, beside what it says itself."""
        root = self.place.root
        start = common_start(root, there, tip)
        theirs = [one.path for one in changed_files(root, start, there, MOST_CHANGES)]
        whole = whole_files(root, tip, there)
        found = diverged(root, (start, there, tip), theirs, whole)
        return conflict_with(root, there, found, (), there)

    def _title(self, name: WorkName, *, alone: bool = False) -> str:
        done = _REDACTED if alone else _PUBLISHED
        return f"{self.offices.said(done)}: {self.offices.title(name)}"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
